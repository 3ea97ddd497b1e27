"""Killed at any statement, a page and its cursor are stored whole or not at all."""

from collections.abc import Callable

import pytest

from kotakmasuk.domain.inbox import Status
from kotakmasuk.domain.messages import Attachment, Gap, Post
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import inbox, replies, syncing, tags
from kotakmasuk.store import accounts
from tests.helpers.breaking import Killed, breaking
from tests.helpers.desks import ANSWER, Place, every_tick, incoming, ours, page, receive


Deed = Callable[[Place, int], object]
COUNTED = ("message", "conversation", "author", "journal", "stream", "outbox", "tag")


def rich(place: Place, owner: int) -> object:
    """A page with everything on it: new, edited, deleted, removed, ours, a gap."""
    known = accounts.get(place.reader, owner)
    post = Post("p1", "Jadwal perbaikan")
    sheet = page(
        incoming("m1", "Lampu jalan mati total"),
        incoming("m2", "Jalan berlubang", post=post, raw="{}", tags=("jalan",)),
        incoming("m3", "Lihat fotonya", attachments=(Attachment("image"),)),
        ours("k1", conversation="utas-m1"),
        incoming("m4", deleted=True),
        position="2",
        removed=("m0",),
        gaps=(Gap("inbox", "7", "terputus"),),
        complete_until=5,
    )
    return syncing.save_page(place.desk, known, sheet)


def tagging(place: Place, _owner: int) -> object:
    return tags.add_by_name(place.desk, [1, 2], "lampu jalan")


def finishing(place: Place, _owner: int) -> object:
    return inbox.set_status(place.desk, [1, 2], Status.DONE)


def queueing(place: Place, _owner: int) -> object:
    return replies.queue(
        place.desk, 1, Composition(ANSWER), ticks=every_tick(place.office)
    )


def counts(place: Place) -> dict[str, int]:
    tables = {one: f"SELECT count(*) FROM {one}" for one in COUNTED}  # noqa: S608
    return {one: place.one(sql) for one, sql in tables.items()}


@pytest.mark.parametrize("deed", [rich, tagging, finishing, queueing])
def test_killed_at_any_statement_nothing_half_is_stored(
    place: Place, owner: int, deed: Deed
) -> None:
    """The file is before or after the deed, never between."""
    receive(place, owner, incoming("m0"), incoming("m1"))
    before, statement = counts(place), 0
    finished = False
    while not finished:
        statement += 1
        with breaking(place.desk.database, statement):
            try:
                deed(place, owner)
                finished = True
            except Killed:
                assert counts(place) == before, statement
                assert not place.desk.database.conn.in_transaction
    assert statement > 5
    assert counts(place) != before
    assert inbox.store.recount(place.reader) == []


def test_a_page_that_was_cut_off_is_stored_when_it_comes_again(
    place: Place, owner: int
) -> None:
    """The cursor did not move, so the platform hands it over once more."""
    with pytest.raises(Killed), breaking(place.desk.database, 12):
        rich(place, owner)
    assert accounts.cursor(place.reader, owner, "inbox").position is None
    rich(place, owner)
    assert accounts.cursor(place.reader, owner, "inbox").position == "2"
    assert place.one("SELECT count(*) FROM message") == 5
