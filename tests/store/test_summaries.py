"""Reading a week's plain rows out of a real file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.summaries import NoteKind, Way
from kotakmasuk.store import summaries
from tests.helpers.summaries import DAY, WEEK, at
from tests.helpers.week_file import SECRETS, WeekFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WeekFile]:
    made = WeekFile(tmp_path)
    yield made
    made.close()


def read(file: WeekFile) -> summaries.WeekRows:
    return summaries.week_rows(file.database.conn, WEEK)


def test_messages_of_both_weeks_are_read_and_no_others(file: WeekFile) -> None:
    """Sunday's last minute is in, the next Monday is not."""
    for number, when in enumerate((at(-8), at(-7), at(0), at(6, 23.99), at(7))):
        file.say(f"t{number}", when)
    assert [one.sent_at for one in read(file).arrivals] == [at(-7), at(0), at(6, 23.99)]
    assert (
        summaries.count_messages(file.database.conn, since=WEEK.start, until=WEEK.end)
        == 2
    )


def test_old_waits_that_are_still_open_are_read(file: WeekFile) -> None:
    """One from last year is part of this week's stock; an answered one is not."""
    file.say("open", at(-300))
    file.say("done", at(-300))
    file.say("done", at(-299), own=True)
    assert [one.sent_at for one in read(file).waits] == [at(-300)]


def test_an_answer_elsewhere_is_told_from_one_at_the_channel(file: WeekFile) -> None:
    """The first comes from an import, the second was seen in the thread."""
    file.say("import", at(1), answered_at=at(2))
    file.say("seen", at(1, 1))
    file.say("seen", at(2, 1), own=True)
    ways = {one.sent_at: one.way for one in read(file).waits}
    assert ways == {at(1): Way.ELSEWHERE, at(1, 1): Way.OUTSIDE}


RULE = {"text": "Tanpa data pribadi", "severity": "block", "mode": "automatic"}


def sent(file: WeekFile, conversation: int, state: str, when: int) -> None:
    file.run("INSERT INTO rule VALUES ('E05', 1, ?, 1)", json.dumps(RULE))
    file.run(
        "INSERT INTO reply (id, uid, conversation, message, created_at, actor,"
        " discarded_at) VALUES (1, 'r1', ?, NULL, ?, 'Sari', NULL)",
        conversation,
        when,
    )
    file.run(
        "INSERT INTO revision (id, uid, reply, number, text, template, account, public,"
        " actor, at) VALUES (1, 'v1', 1, 1, 'Baik', '', 1, 1, 'Sari', ?)",
        when,
    )
    checked(file, when)
    file.run(
        "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state,"
        " queued_at, not_before) VALUES (1, 1, 2, 1, 'k', 'queued', ?, ?)",
        when,
        when,
    )
    steps = ["sending", "sent"] if state == "sent" else ["sent_manually"]
    for step in steps:
        file.run(
            "UPDATE outbox SET state = ?, finished_at = ?, remote_id = ?,"
            " declared_by = 'Sari' WHERE reply = 1",
            step,
            when,
            "x9" if step == "sent" else None,
        )


def checked(file: WeekFile, when: int) -> None:
    """A check that failed, and one that passed after it."""
    for check, outcome in ((1, "failed"), (2, "passed")):
        file.run("BEGIN")
        file.run(
            "INSERT INTO check_item VALUES (?, 'E05', 1, 'automatic', 'block', ?, '')",
            check,
            outcome,
        )
        file.run(
            "INSERT INTO ethics_check (id, uid, revision, actor, at)"
            " VALUES (?, ?, 1, 'Sari', ?)",
            check,
            f"c{check}",
            when,
        )
        file.run("COMMIT")


@pytest.mark.parametrize(
    ("state", "way"), [("sent", Way.PLATFORM), ("sent_manually", Way.MANUAL)]
)
def test_an_answer_of_ours_is_told_by_its_outbox_row(
    file: WeekFile, state: str, way: Way
) -> None:
    """Confirmed by the platform, or stated by the officer."""
    conversation = file.say("t", at(1))
    file.say("t", at(2), own=True)
    sent(file, conversation, state, at(2))
    assert [one.way for one in read(file).waits] == [way]


def test_checks_are_counted_with_the_rule_that_held_back(file: WeekFile) -> None:
    """By the title an officer knows."""
    conversation = file.say("t", at(1))
    sent(file, conversation, "sent", at(2))
    checks = read(file).checks
    assert (checks.run, checks.replies, checks.passed_at_once) == (2, 1, 0)
    assert (checks.not_passed, checks.held) == (1, (("Tanpa data pribadi", 1),))
    assert (checks.sent, checks.sent_manually) == (1, 0)


def test_spam_is_not_counted_but_told(file: WeekFile) -> None:
    """Neither as a message nor as a wait."""
    conversation = file.say("t", at(1))
    file.run("UPDATE conversation SET status = 'spam' WHERE id = ?", conversation)
    found = read(file)
    assert (found.arrivals, found.waits, found.spam) == ((), (), 1)


def test_a_conversation_that_was_closed_unanswered_is_marked(file: WeekFile) -> None:
    """An officer may end a thanks without an answer."""
    conversation = file.say("t", at(1), kind="appreciation")
    file.run("UPDATE conversation SET status = 'done' WHERE id = ?", conversation)
    (wait,) = read(file).waits
    assert (wait.closed, wait.kind) == (True, Kind.APPRECIATION)


def test_tags_are_read_for_messages_and_for_old_waits(file: WeekFile) -> None:
    """An overdue case of last year is told by its topic too."""
    old = file.say("old", at(-300), tags=("sampah",))
    new = file.say("new", at(1), tags=("jalan-rusak", "sampah"))
    topics = read(file).topics
    assert [name for _, name in topics[old]] == ["sampah"]
    assert [name for _, name in topics[new]] == ["jalan-rusak", "sampah"]


def note_kinds(file: WeekFile) -> list[NoteKind]:
    return [note.kind for note in read(file).notes]


def test_an_open_gap_is_told_until_it_is_filled(file: WeekFile) -> None:
    """Filled, it stays a remark in the week it touches."""
    account = file.account().id
    file.run(
        "INSERT INTO gap (account, stream, reason, since, until, found_at)"
        " VALUES (?, 'home', 'putus', ?, ?, ?)",
        *(account, at(6, 19), at(6, 21), at(7)),
    )
    assert note_kinds(file) == [NoteKind.GAP]
    file.run("UPDATE gap SET filled_at = ?", at(8))
    assert note_kinds(file) == [NoteKind.GAP_FILLED]


def test_a_gap_of_another_week_is_not_told(file: WeekFile) -> None:
    """Last month's break does not darken this report."""
    account = file.account().id
    file.run(
        "INSERT INTO gap (account, stream, reason, since, until, found_at)"
        " VALUES (?, 'home', 'putus', ?, ?, ?)",
        *(account, at(-30), at(-29), at(-29)),
    )
    assert note_kinds(file) == []


def test_an_account_is_complete_as_far_as_its_slowest_stream(file: WeekFile) -> None:
    """Short of Sunday's end that is told."""
    account = file.account().id
    for name, until in (("home", at(8)), ("pesan", at(6, 12))):
        file.run("INSERT INTO stream VALUES (?, ?, NULL, ?)", account, name, until)
    (note,) = read(file).notes
    assert (note.kind, note.until) == (NoteKind.INCOMPLETE, at(6, 12))
    file.run("UPDATE stream SET complete_until = ?", at(8))
    assert read(file).notes == ()


def test_imports_and_hand_kept_accounts_say_what_they_are(file: WeekFile) -> None:
    """Neither of them promises to be complete."""
    file.account("tiktok", manual=True)
    file.say("t", at(1), platform="files")
    assert note_kinds(file) == [NoteKind.MANUAL, NoteKind.FILE]


def test_a_removed_account_keeps_its_place_in_old_weeks(file: WeekFile) -> None:
    """With its messages; without any it is not listed."""
    file.say("t", at(1))
    file.account("facebook")
    file.run("UPDATE account SET state = 'removed'")
    assert [channel.platform for channel in read(file).channels] == ["instagram"]


def test_the_newest_instant_is_that_of_messages_or_of_reading(file: WeekFile) -> None:
    """A quiet channel that was read is as fresh as its reading."""
    file.say("t", at(1))
    assert read(file).latest == at(1)
    file.run("UPDATE account SET last_success = ?", at(3))
    assert read(file).latest == at(3)


def test_weeks_are_found_by_jumping_from_message_to_message(file: WeekFile) -> None:
    """Our own words make no week."""
    file.say("t", at(1))
    file.say("t", at(9), own=True)
    assert summaries.first_message(file.database.conn, since=0) == at(1)
    assert summaries.first_message(file.database.conn, since=at(1) + 1) is None


def test_nothing_of_a_citizen_is_read(file: WeekFile) -> None:
    """No name, no handle, no number, no word of theirs."""
    file.say("t", at(1), tags=("jalan-rusak",))
    told = repr(read(file))
    assert [secret for secret in SECRETS if secret in told] == []
    assert read(file).waits[0].due_at == at(1) + DAY
