"""What people say in the demo is believable and about nobody real."""

import re
from itertools import pairwise
from statistics import median

from tests.helpers.demo_rows import DEMO, Row, in_threads, read_rows


MOODS = {"grateful", "wary", "asking", "neutral", "dissatisfied", "helpful"}
PHONE = re.compile(r"(?:\+62|\b0)8[\d \-.]{7,14}\d")
NATIONAL_NUMBER = re.compile(r"\b\d{16}\b")
LINK = re.compile(r"https?://([^/\s\"]+)")
TIKTOK_LIMIT = 150
X_LIMIT = 280


def test_opening_messages_are_as_long_as_those_of_citizens(
    messages: list[Row],
) -> None:
    """Half of the serious openings are near 200 characters, a few are very long."""
    threads = in_threads(messages).values()
    openings = [thread[0] for thread in threads if thread[0]["kind"] != "other"]
    lengths = sorted(len(row["text"]) for row in openings)
    assert 150 <= median(lengths) <= 250
    assert lengths[len(lengths) // 10] <= 80
    assert lengths[-1] >= 1500


def test_no_two_citizens_say_the_same_words(messages: list[Row]) -> None:
    """Only spam repeats itself; everybody else has words of their own."""
    texts = [row["text"] for row in messages if row.get("topic") != "spam"]
    spoken = [text for text in texts if len(text) > 20]
    assert len(spoken) == len(set(spoken))


def test_texts_fit_their_platform(messages: list[Row], arrivals: list[Row]) -> None:
    """No message is longer than X or TikTok would have let through."""
    limits = {"x": X_LIMIT, "tt": TIKTOK_LIMIT}
    for row in messages + arrivals:
        assert len(row["text"]) <= limits.get(row["account"], 5000)
        assert row["text"] or row["attachments"]


def test_no_telephone_number_could_ring() -> None:
    """Every telephone number holds 0000, so that it belongs to nobody."""
    numbers = [
        number
        for file in DEMO.iterdir()
        for number in PHONE.findall(file.read_text(encoding="utf-8"))
    ]
    assert len(numbers) >= 10
    assert [n for n in numbers if "0000" not in re.sub(r"\D", "", n)] == []


def test_no_national_number_belongs_to_anybody(
    messages: list[Row], arrivals: list[Row]
) -> None:
    """An NIK is of regency 3299, which does not exist, and ends in 0001 to 0009."""
    numbers = [
        number
        for row in messages + arrivals
        for number in NATIONAL_NUMBER.findall(row["text"])
    ]
    assert len(numbers) >= 5
    assert all(re.fullmatch(r"3299\d{8}000[1-9]", number) for number in numbers)


def test_no_link_leaves_the_invented_world() -> None:
    """Links end in .example, so that no stranger's page opens."""
    text = "".join(file.read_text(encoding="utf-8") for file in DEMO.iterdir())
    hosts = set(LINK.findall(text))
    assert hosts
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_answers_repeat_no_personal_data(messages: list[Row]) -> None:
    """The agency never writes a citizen's NIK or mobile number back."""
    for row in messages:
        if row["by"] == "agency":
            assert not PHONE.search(row["text"])
            assert not NATIONAL_NUMBER.search(row["text"])


def test_arrivals_keep_coming_for_twenty_minutes(arrivals: list[Row]) -> None:
    """While the demo is open something new comes in at least every two minutes."""
    seconds = [row["after_seconds"] for row in arrivals]
    gaps = [later - earlier for earlier, later in pairwise([0, *seconds])]
    assert seconds[0] == 20
    assert seconds[-1] == 1200
    assert all(0 < gap <= 120 for gap in gaps)


def test_an_arrival_in_an_old_thread_is_of_the_same_citizen(
    messages: list[Row], arrivals: list[Row]
) -> None:
    """Who writes again writes in the same place under the same name."""
    threads = in_threads(messages)
    again = [row for row in arrivals if row["thread"] in threads]
    assert len(again) >= 3
    for row in again:
        first = threads[row["thread"]][0]
        assert (row["author"], row["account"]) == (first["author"], first["account"])


def test_citizens_answer_in_different_moods() -> None:
    """After a reply some are grateful, some are not, and all take a few seconds."""
    answers = read_rows("answers.jsonl")
    assert {answer["mood"] for answer in answers} == MOODS
    assert all(5 <= answer["after_seconds"] <= 120 for answer in answers)


def test_the_thread_of_the_pictures_is_there(
    messages: list[Row], work: list[Row]
) -> None:
    """Dewi's hole at SDN 2 Cibening waits for an answer, as in the manual."""
    last = next(row for row in messages if "Sudah saya DM ya Min" in row["text"])
    thread = in_threads(messages)[last["thread"]]
    told = next(row for row in work if row["thread"] == last["thread"])
    assert "0812-0000-0047" in thread[0]["text"]
    assert [row["by"] for row in thread] == ["citizen", "agency", "citizen"]
    assert (last["day"], last["time"]) == (5, "13:42")
    assert told["status"] == "in_progress"
    assert told["notes"][0]["text"].startswith("DPUPR: ruas ini masuk paket tambal")
