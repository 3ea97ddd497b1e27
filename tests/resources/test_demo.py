"""The demo's data is whole: every reference leads somewhere and every clock fits."""

import tomllib

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.messages import Form
from tests.helpers.demo_rows import (
    DEMO,
    Row,
    in_threads,
    is_answered,
    moment,
    read_rows,
)


STARTERS = DEMO.parent / "templates" / "starter.toml"
FORMS = {form.value for form in Form}
KINDS = {kind.value for kind in Kind} - {Kind.INFORMATION_REQUEST.value}
STATUSES = {
    "new",
    "in_progress",
    "waiting_unit",
    "waiting_citizen",
    "snoozed",
    "done",
    "not_ours",
    "spam",
}


def test_there_is_enough_to_fill_eight_weeks(
    messages: list[Row], arrivals: list[Row], posts: list[Row]
) -> None:
    """A newcomer sees a full inbox, and more keeps coming while she looks."""
    assert len(messages) >= 330
    assert len(posts) >= 24
    assert len(arrivals) >= 16
    assert len(read_rows("answers.jsonl")) >= 8
    assert {row["week"] for row in messages} == set(range(-7, 1))
    assert {row["day"] for row in messages} == set(range(1, 8))


def test_no_id_is_used_twice(
    messages: list[Row], arrivals: list[Row], posts: list[Row]
) -> None:
    """Each message, arrival and post can be named by its id alone."""
    ids = [row["id"] for row in messages + arrivals + posts]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere(
    agency: Row, messages: list[Row], arrivals: list[Row], posts: list[Row]
) -> None:
    """Accounts, posts, officers, topics and tags named in a message exist."""
    accounts = {account["key"] for account in agency["account"]}
    officers = {officer["key"] for officer in agency["officer"]}
    topics = {topic["key"] for topic in agency["topic"]}
    places = {post["id"]: post["account"] for post in posts}
    for row in messages + arrivals:
        assert row["account"] in accounts
        assert row["post"] is None or places[row["post"]] == row["account"]
        assert row.get("officer", "SR") in officers
        assert row.get("topic", "umum") in topics
        assert set(row.get("tags", [])) <= set(agency["tags"])


def test_a_reply_comes_after_what_it_answers(messages: list[Row]) -> None:
    """Nobody answers a message that has not been written yet."""
    by_id = {row["id"]: row for row in messages}
    for row in messages:
        if row["reply_to"] is not None:
            asked = by_id[row["reply_to"]]
            assert asked["thread"] == row["thread"]
            assert moment(asked) <= moment(row)


def test_every_answer_of_the_agency_answers_something(messages: list[Row]) -> None:
    """The agency never speaks first, and each answer has an officer behind it."""
    for row in messages:
        if row["by"] == "agency":
            assert row["reply_to"] is not None
            assert row["officer"] in {"SR", "BN", "ML"}


def test_a_thread_is_one_citizen_in_one_place(messages: list[Row]) -> None:
    """One thread has one account, one post, one form and one citizen."""
    for thread in in_threads(messages).values():
        places = {(row["account"], row["post"], row["form"]) for row in thread}
        citizens = {row["author"] for row in thread if row["by"] == "citizen"}
        assert len(places) == 1
        assert len(citizens) == 1


def test_threads_run_forward_in_time(messages: list[Row]) -> None:
    """Within a thread the messages stand in the order they were written."""
    for thread in in_threads(messages).values():
        times = [moment(row) for row in thread]
        assert times == sorted(times)


def test_a_comment_is_younger_than_its_post(
    messages: list[Row], posts: list[Row]
) -> None:
    """Comments stand under a post that was already published."""
    published = {post["id"]: moment(post) for post in posts}
    for row in messages:
        assert (row["post"] is not None) == (row["form"] == "comment")
        if row["post"] is not None:
            assert published[row["post"]] <= moment(row)


def test_nothing_is_later_than_the_fixed_now(
    agency: Row, messages: list[Row], posts: list[Row], work: list[Row]
) -> None:
    """Without a display it is Friday 14:05; each account is read up to its delay."""
    now = moment(agency["now"])
    delays = {account["key"]: account["delay_minutes"] for account in agency["account"]}
    for row in messages + posts:
        assert moment(row) <= now - delays[row["account"]]
    notes = [note for row in work for note in row["notes"]]
    assert all(moment(note) <= now for note in notes)


def test_every_kind_and_form_occurs(messages: list[Row]) -> None:
    """A newcomer meets each kind of request in each shape it can arrive in."""
    citizens = [row for row in messages if row["by"] == "citizen"]
    assert {row["form"] for row in citizens} == FORMS
    assert {row["kind"] for row in citizens} == KINDS


def test_a_kabupaten_is_asked_about_everything(messages: list[Row]) -> None:
    """At least thirty topics come up, and no topic drowns the others."""
    topics = [row["topic"] for row in messages if row["by"] == "citizen"]
    assert len(set(topics)) >= 30
    most_common = max(topics.count(topic) for topic in set(topics))
    assert most_common <= len(topics) * 0.15


def test_most_threads_before_this_week_were_answered(messages: list[Row]) -> None:
    """The team answers well, not perfectly: three of five, a little more."""
    threads = in_threads(messages).values()
    before = [thread for thread in threads if thread[0]["week"] < 0]
    answered = sum(is_answered(thread) for thread in before)
    assert 0.60 <= answered / len(before) <= 0.66


def test_this_week_leaves_work_to_do(messages: list[Row], work: list[Row]) -> None:
    """Some fifteen to twenty threads are open, all of them of this week."""
    status = {row["thread"]: row["status"] for row in work}
    waiting = {"new", "in_progress"}
    open_threads = [
        thread
        for name, thread in in_threads(messages).items()
        if status.get(name, "new") in waiting
    ]
    assert 14 <= len(open_threads) <= 20
    assert all(thread[0]["week"] == 0 for thread in open_threads)


def test_work_is_told_in_words_the_program_knows(
    agency: Row, messages: list[Row], work: list[Row]
) -> None:
    """What officers did names a thread, a status and an officer that exist."""
    officers = {officer["key"] for officer in agency["officer"]}
    threads = in_threads(messages)
    assert {row["status"] for row in work} == STATUSES - {"new"}
    assert len({row["thread"] for row in work}) == len(work)
    for row in work:
        assert row["thread"] in threads
        assert row["assignee"] in officers | {None}
        assert ("snooze_days" in row) == (row["status"] == "snoozed")
        assert {note["officer"] for note in row["notes"]} <= officers


def test_a_note_is_younger_than_its_thread(
    messages: list[Row], work: list[Row]
) -> None:
    """Officers write notes about what has already come in."""
    threads = in_threads(messages)
    for row in work:
        began = moment(threads[row["thread"]][0])
        assert all(began <= moment(note) for note in row["notes"])


def test_only_what_is_public_is_marked_public(
    messages: list[Row], arrivals: list[Row]
) -> None:
    """Direct messages, letters and notes are private, all else can be read by all."""
    private = {"direct_message", "email", "note"}
    for row in messages + arrivals:
        assert row["public"] == (row["form"] not in private)


def test_what_was_answered_from_here_ends_its_thread(messages: list[Row]) -> None:
    """Such an answer gets its id from the platform, so nothing can refer to it."""
    threads = in_threads(messages)
    told = [row for row in messages if "templates" in row]
    assert len(told) >= 50
    for row in told:
        assert row["by"] == "agency"
        assert threads[row["thread"]][-1]["id"] == row["id"]


def test_answers_name_templates_that_exist(messages: list[Row]) -> None:
    """Shipped ones, or the agency's own."""
    shipped = tomllib.loads(STARTERS.read_text(encoding="utf-8"))["template"]
    own = tomllib.loads((DEMO / "templates.toml").read_text("utf-8"))["template"]
    keys = {one["key"] for one in (*shipped, *own)}
    for row in (*messages, *read_rows("outbox.jsonl"), *read_rows("requests.jsonl")):
        assert set(row.get("templates", ())) <= keys


def test_what_is_on_its_way_is_about_known_threads(
    agency: Row, messages: list[Row]
) -> None:
    """Answers and requests of today name threads, officers and times before now."""
    officers = {officer["key"] for officer in agency["officer"]}
    threads, now = in_threads(messages), moment(agency["now"])
    for row in (*read_rows("outbox.jsonl"), *read_rows("requests.jsonl")):
        assert row["officer"] in officers
        assert moment(threads[row["thread"]][0]) <= moment(row) <= now
