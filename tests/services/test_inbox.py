"""Lists of conversations agree with a plain recount, and actions do what they say."""

import random
from collections.abc import Callable

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import NEEDS_ANSWER, OPEN, Kind, Listing, Row, Status, View
from kotakmasuk.services import inbox, settings, tags
from tests.helpers.desks import (
    DAY,
    HOUR,
    NOW,
    OFFICER,
    Place,
    account,
    incoming,
    ours,
    receive,
)


NEVER = 1 << 62
Test = Callable[[Row], bool]


@pytest.fixture
def full(place: Place, owner: int) -> Place:
    """Sixty conversations of two accounts, in every status, some tagged and mine."""
    other = account(place, "Dinas", key="dinas")
    chance = random.Random(7)  # noqa: S311 -- the same inbox in every run
    for number in range(60):
        at = NOW - chance.randint(0, 20) * DAY // 4
        receive(
            place, chance.choice((owner, other)), incoming(f"m{number}", sent_at=at)
        )
    every = list(range(1, 61))
    for status in Status:
        inbox.set_status(place.desk, chance.sample(every, 4), status)
    inbox.snooze(place.desk, [1, 2, 3], NOW + HOUR)
    inbox.assign(place.desk, chance.sample(every, 20), OFFICER)
    tags.add_by_name(place.desk, chance.sample(every, 15), "pju")
    return place


def due(row: Row) -> tuple[int, int]:
    return (NEVER if row.due_at is None else row.due_at, row.id)


def newest(row: Row) -> tuple[int, int]:
    return (-row.last_at, -row.id)


def soon(row: Row) -> bool:
    return row.status in NEEDS_ANSWER and due(row)[0] <= NOW + 4 * HOUR


VIEWS: dict[View, tuple[Test, Callable[[Row], tuple[int, int]]]] = {
    View.TO_ANSWER: (lambda row: row.status in NEEDS_ANSWER, due),
    View.MINE: (lambda row: row.assignee == OFFICER and row.status in OPEN, due),
    View.DUE_SOON: (soon, due),
    View.SNOOZED: (
        lambda row: row.status is Status.SNOOZED,
        lambda row: (row.snoozed_until or 0, row.id),
    ),
    View.WAITING: (
        lambda row: row.status in (Status.WAITING_UNIT, Status.WAITING_CITIZEN),
        newest,
    ),
    View.DONE: (lambda row: row.status is Status.DONE, newest),
    View.ALL: (lambda _row: True, newest),
}


def every_row(place: Place) -> list[Row]:
    return inbox.rows(place.reader, range(1, 61))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("narrowed", ["", "tag", "account"])
def test_a_list_is_what_a_plain_recount_gives(
    full: Place, view: View, narrowed: str
) -> None:
    """The first page, the whole snapshot and the number beside the view."""
    belongs, order = VIEWS[view]
    only: dict[str, Callable[[Row], bool]] = {
        "": lambda _row: True,
        "tag": lambda row: "pju" in row.tags,
        "account": lambda row: inbox.thread(full.reader, row.id).account == 2,
    }
    kept = [row for row in every_row(full) if belongs(row) and only[narrowed](row)]
    wanted = [row.id for row in sorted(kept, key=order)]
    listing = Listing(
        view, **({narrowed: 1 if narrowed == "tag" else 2} if narrowed else {})
    )
    found = inbox.snapshot(full.reader, full.office, listing, officer=OFFICER)
    assert list(found) == wanted
    first = inbox.first_page(
        full.reader, full.office, listing, officer=OFFICER, limit=7
    )
    assert first == wanted[:7]


def test_the_numbers_of_the_sidebar_are_exact(full: Place) -> None:
    """Views, tags and accounts."""
    rows = every_row(full)
    counts = inbox.counts(full.reader, officer=OFFICER, now=NOW)
    wanted = {view: sum(map(test, rows)) for view, (test, _) in VIEWS.items()}
    assert counts.views == wanted
    assert counts.tags == {1: sum("pju" in r.tags and r.status in OPEN for r in rows)}
    waiting = [row for row in rows if row.status in NEEDS_ANSWER]
    assert sum(counts.accounts.values()) == len(waiting)


@pytest.mark.parametrize("view", View)
def test_groups_divide_the_list_without_a_rest(full: Place, view: View) -> None:
    """Overdue, today, later: ranges over the ids, in their order."""
    listing = Listing(view)
    groups = inbox.groups(full.reader, full.office, listing, officer=OFFICER)
    if view not in (View.TO_ANSWER, View.MINE, View.DUE_SOON):
        assert groups == []
        return
    ids = list(inbox.snapshot(full.reader, full.office, listing, officer=OFFICER))
    midnight = NOW + 10 * HOUR
    titled = []
    for row in inbox.rows(full.reader, ids):
        at = due(row)[0]
        titled.append(
            "Lewat batas" if at < NOW else "Hari ini" if at < midnight else "Nanti"
        )
    assert [title for title, number in groups for _ in range(number)] == titled


def test_due_soon_is_as_soon_as_the_agency_says(full: Place) -> None:
    """Four hours until somebody sets another number."""
    before = inbox.counts(full.reader, officer=OFFICER, now=NOW).views[View.DUE_SOON]
    settings.save(full.desk, due_soon_minutes=10_000)
    after = inbox.counts(full.reader, officer=OFFICER, now=NOW).views[View.DUE_SOON]
    assert after > before


def test_rows_come_in_the_order_asked_for(full: Place) -> None:
    """And unknown ids are left out."""
    assert [row.id for row in inbox.rows(full.reader, [5, 999, 2])] == [5, 2]


def test_nobody_owns_what_nobody_was_given(full: Place) -> None:
    """Without an officer, *Milik saya* is empty."""
    listing = Listing(View.MINE)
    assert inbox.first_page(full.reader, full.office, listing, officer="") == []


def test_a_thread_opens_with_its_newest_items(place: Place, owner: int) -> None:
    """Older ones are there when asked for; a note stands where it was written."""
    for number in range(6):
        at = NOW - (10 - number) * HOUR
        receive(place, owner, incoming(f"m{number}", conversation="t", sent_at=at))
    inbox.add_note(place.desk, 1, "Telepon dulu.")
    thread = inbox.thread(place.reader, 1, limit=3)
    assert [item.what for item in thread.items] == ["in", "in", "in", "note"]
    assert thread.older
    assert not inbox.thread(place.reader, 1).older


def test_an_unknown_conversation_is_a_bug(place: Place) -> None:
    """Nobody can click on it."""
    with pytest.raises(KeyError):
        inbox.thread(place.reader, 7)


def test_a_snooze_ends_by_itself(place: Place, owner: int) -> None:
    """At its time, and not before."""
    receive(place, owner, incoming())
    inbox.snooze(place.desk, [1], NOW + HOUR)
    assert not inbox.wake_snoozed(place.desk)
    place.clock.pass_by(HOUR)
    assert inbox.wake_snoozed(place.desk).conversations == {1}
    assert inbox.rows(place.reader, [1])[0].status is Status.IN_PROGRESS


def test_a_snooze_into_the_past_is_refused(place: Place, owner: int) -> None:
    """It would wake at once."""
    receive(place, owner, incoming())
    with pytest.raises(KnownError, match="sudah lewat"):
        inbox.snooze(place.desk, [1], NOW)
    assert inbox.rows(place.reader, [1])[0].status is Status.NEW


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_an_empty_or_endless_note_is_refused(
    place: Place, owner: int, text: str
) -> None:
    """In words, and nothing is stored."""
    receive(place, owner, incoming())
    with pytest.raises(KnownError, match="Catatan harus"):
        inbox.add_note(place.desk, 1, text)
    assert place.one("SELECT count(*) FROM note") == 0


def test_what_changes_nothing_is_not_written_down(place: Place, owner: int) -> None:
    """Setting the status that is there already leaves no trace and no undo."""
    receive(place, owner, incoming())
    before = place.one("SELECT count(*) FROM journal")
    assert not inbox.set_status(place.desk, [1], Status.NEW)
    assert place.one("SELECT count(*) FROM journal") == before


def test_reading_is_no_entry_in_the_journal(place: Place, owner: int) -> None:
    """But the mark goes, and comes back when it is wanted."""
    receive(place, owner, incoming(), ours("k1", conversation="utas-m1", sent_at=NOW))
    inbox.mark_read(place.desk, [1])
    assert not inbox.rows(place.reader, [1])[0].unread
    inbox.mark_read(place.desk, [1], unread=True)
    assert inbox.rows(place.reader, [1])[0].unread


def test_the_kind_that_an_officer_chose_stays(place: Place, owner: int) -> None:
    """Later messages suggest, they do not decide."""
    receive(place, owner, incoming("m1", "Lampu jalan mati"))
    inbox.set_kind(place.desk, [1], Kind.APPRECIATION)
    receive(
        place, owner, incoming("m2", "Jalan rusak", conversation="utas-m1", sent_at=NOW)
    )
    assert inbox.thread(place.reader, 1).kind is Kind.APPRECIATION
