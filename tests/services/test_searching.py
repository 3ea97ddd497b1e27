"""Finding a conversation by what was said, as one types and when one asks for it."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Kind, Listing, Status, View
from kotakmasuk.domain.messages import Attachment
from kotakmasuk.services import inbox, tags
from tests.helpers.desks import (
    DAY,
    NOW,
    Place,
    account,
    incoming,
    ours,
    receive,
)


SAID = {
    "m1": "Lampu jalan di depan pasar mati sejak kemarin",
    "m2": "PJU padam di Jalan Melati",
    "m3": "Jalannya berlubang, hati-hati",
    "m4": "Terima kasih, airnya sudah mengalir",
    "m5": "Jalan berlubang parah di jalan raya, jalan berlubang terus",
    "m6": "Lubang galian kabel dibiarkan terbuka",
}


@pytest.fixture
def said(place: Place, owner: int) -> Place:
    """Six citizens have written; the numbers are those of their messages."""
    for number, (name, text) in enumerate(SAID.items()):
        receive(place, owner, incoming(name, text, author=f"warga_{number}"))
    return place


def found(place: Place, text: str, *, ranked: bool = False) -> list[int]:
    """Search everything; the first page and the whole must agree."""
    listing = Listing(View.ALL, search=text, ranked=ranked)
    first = inbox.first_page(place.reader, place.office, listing, officer="")
    whole = inbox.snapshot(place.reader, place.office, listing, officer="")
    assert first == list(whole)
    return first if ranked else sorted(first)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("lampu jalan ", [1, 2]),
        ("pju ", [1, 2]),
        ("lampu jalan", [1, 2]),
        ("berlubang ", [3, 5, 6]),
        ("jalan berlubang ", [3, 5]),
        ("jalan berlubang", [3, 5]),
        ("LUBANG ", [3, 5, 6]),
        ("airnya ", [4]),
        ("tidakada ", []),
    ],
)
def test_words_are_found_in_every_form_that_citizens_write(
    said: Place, text: str, numbers: list[int]
) -> None:
    """Affixes, synonyms and capitals make no difference."""
    assert found(said, text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("lam", [1, 2]), ("pasar ke", [1]), ("berl", [3, 5]), ("m", None)],
)
def test_the_word_being_typed_matches_beginnings(
    said: Place, text: str, numbers: list[int] | None
) -> None:
    """Each letter more finds no more than before."""
    result = found(said, text)
    if numbers is None:
        assert result
    else:
        assert set(result) <= set(numbers) | {2}
        assert numbers[0] in result


def test_a_phrase_is_searched_as_it_was_written(said: Place) -> None:
    """Letter by letter, not by stems."""
    assert found(said, '"Jalan Melati"') == [2]
    assert found(said, '"jalan berlubang"') == [5]
    assert found(said, '"melati jalan"') == []


def test_ranked_the_best_come_first_and_the_nearest_follow(said: Place) -> None:
    """All words before any word; who says it three times before who says it once."""
    result = found(said, "jalan berlubang", ranked=True)
    assert result[0] == 5
    assert set(result[:2]) == {3, 5}
    assert set(result[2:]) == {1, 2, 6}


def test_an_empty_search_is_the_whole_list(said: Place) -> None:
    """Also one of blanks and marks."""
    for text in ("", "   ", "?!", '""', "dari:", "_"):
        assert len(found(said, text)) == 6, text


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '"a',
        "*",
        "^",
        "a*",
        "(",
        "NEAR(a b)",
        "-x",
        "a AND",
        "\x00",
        "'",
        "\\",
    ],
)
def test_no_sign_breaks_the_search(said: Place, text: str) -> None:
    """Whatever is typed is words, never the index's own language."""
    assert isinstance(found(said, text), list)
    assert isinstance(found(said, text, ranked=True), list)


def test_an_unknown_operator_is_told_with_those_that_exist(said: Place) -> None:
    """A misspelt filter never looks like "nothing found"."""
    with pytest.raises(KnownError, match="dari:, kanal:"):
        found(said, "warna:merah")


@pytest.fixture
def sorted_out(said: Place) -> Place:
    """The six, worked on: statuses, kinds, tags, notes, answers, another account."""
    other = account(said, "Dinas Bina Marga", key="pu")
    at = NOW - 3 * DAY
    receive(said, other, incoming("m7", "Foto terlampir", author="budi", sent_at=at))
    picture = (Attachment("image"),)
    receive(said, other, incoming("m8", "Lihat", author="ani", attachments=picture))
    text = "NIK saya 3175064107900003"
    receive(said, other, incoming("m9", text, author="ani", conversation="utas-m8"))
    receive(said, other, ours("k1", conversation="utas-m7", sent_at=at))
    inbox.set_status(said.desk, [1], Status.WAITING_UNIT)
    inbox.set_status(said.desk, [2, 3], Status.DONE)
    inbox.set_kind(said.desk, [4], Kind.APPRECIATION)
    tags.add_by_name(said.desk, [1, 2], "lampu-jalan")
    inbox.add_note(said.desk, 6, "Sudah ditelepon.")
    return said


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("dari:budi", [7]),
        ("dari:@budi", [7]),
        ("dari:warga_0", [1]),
        ("dari:warga%", []),
        ('kanal:"dinas bina"', [7, 8]),
        ("kanal:mastodon", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("status:selesai", [2, 3]),
        ("status:menunggu", [1, 7]),
        ("status:menunggu-opd", [1]),
        ("status:selesai status:menunggu-opd", [1, 2, 3]),
        ("tag:lampu-jalan", [1, 2]),
        ("tag:#lampu", [1, 2]),
        ("jenis:apresiasi", [4]),
        ("ada:lampiran", [8]),
        ("ada:catatan", [6]),
        ("ada:balasan", [7]),
        ("ada:data-pribadi", [8]),
        ("sebelum:2025-11-18", [7]),
        ("sejak:2025-11-18", [1, 2, 3, 4, 5, 6, 8]),
        ("sejak:2025-11-16 sebelum:2025-11-17", [7]),
        ("pju status:selesai", [2]),
        ("jalan tag:lampu dari:warga_0", [1]),
    ],
)
def test_each_operator_narrows(
    sorted_out: Place, text: str, numbers: list[int]
) -> None:
    """Alone and together with words."""
    assert found(sorted_out, text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "status:hilang",
        "jenis:aneh",
        "ada:uang",
        "sebelum:kemarin",
        "sejak:2025-13-45",
        "lampu status:xyz",
    ],
)
def test_an_operator_without_sense_is_told_with_an_example(
    said: Place, text: str
) -> None:
    """So that one learns it by using it."""
    with pytest.raises(KnownError, match="Contoh: "):
        found(said, text)


def test_a_search_stays_within_its_view(sorted_out: Place) -> None:
    """What is typed narrows the list that is open."""
    listing = Listing(View.DONE, search="jalan ")
    ids = inbox.snapshot(sorted_out.reader, sorted_out.office, listing, officer="")
    assert sorted(ids) == [2, 3]


def test_what_else_is_searched_is_said(said: Place) -> None:
    """So that nobody wonders why a message was found."""
    words = inbox.also_searched(said.office, "pju rusak")
    assert words.startswith("Juga dicari: ")
    assert "lampu jalan" in words
    assert inbox.also_searched(said.office, "") == ""
