"""A pengamat sees everything and changes nothing; the program goes on by itself."""

from collections.abc import Callable

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.domain.team import Role, Seat
from kotakmasuk.services import (
    accounts,
    inbox,
    rules,
    sending,
    settings,
    tags,
    templates,
)
from kotakmasuk.services.desk import Chair, Desk
from tests.helpers.desks import DAY, Place, incoming, receive


WATCHING = Seat("Tamu", Role.OBSERVER)
DEEDS: dict[str, Callable[[Desk], object]] = {
    "status": lambda desk: inbox.set_status(desk, [1], Status.DONE),
    "kind": lambda desk: inbox.set_kind(desk, [1], Kind.COMPLAINT),
    "assign": lambda desk: inbox.assign(desk, [1], "Sari"),
    "note": lambda desk: inbox.add_note(desk, 1, "catatan"),
    "unread": lambda desk: inbox.mark_read(desk, [1], unread=True),
    "tag": lambda desk: tags.create(desk, "lampu"),
    "settings": lambda desk: settings.save(desk, agency="Kota"),
    "token": lambda desk: accounts.set_token(desk, 1, "token", "rahasia"),
    "pause": lambda desk: accounts.pause(desk, 1, paused=True),
    "template": lambda desk: templates.remove(desk, "tidak-ada"),
}


@pytest.fixture
def watched(place: Place, owner: int) -> Place:
    """One conversation that waits."""
    receive(place, owner, incoming())
    return place


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_whatever_a_pengamat_does_is_refused(
    watched: Place, deed: Callable[[Desk], object]
) -> None:
    """In words, and nothing in the file has changed."""
    before = watched.everything()

    with pytest.raises(KnownError, match="Pengamat hanya dapat melihat"):
        deed(watched.sat(WATCHING))

    assert watched.everything() == before
    assert watched.tokens == {}


def test_what_a_pengamat_reads_stays_unread_for_the_others(watched: Place) -> None:
    """Opening a conversation is no error either."""
    assert not inbox.mark_read(watched.sat(WATCHING), [1])
    assert watched.one("SELECT unread FROM conversation") == 1


def test_the_look_at_masked_data_is_written_down_all_the_same(watched: Place) -> None:
    """Who saw a citizen's number is known, whatever the role."""
    inbox.reveal(watched.sat(WATCHING), 1)

    kind = "SELECT actor FROM journal WHERE kind = 'conversation.reveal'"
    assert watched.one(kind) == WATCHING.officer


def test_the_program_goes_on_by_itself(watched: Place, owner: int) -> None:
    """Messages come in, snoozes end, and what was killed is looked after."""
    desk = watched.sat(WATCHING)
    inbox.snooze(watched.desk, [1], watched.clock.at + DAY)
    watched.clock.pass_by(2 * DAY)

    assert inbox.wake_snoozed(desk).conversations == {1}
    sending.recover(desk)
    rules.adopt(desk)
    receive(Place(desk, *_rest(watched)), owner, incoming("m2"))

    assert watched.one("SELECT count(*) FROM conversation") == 2


def test_a_pengamat_may_choose_larger_letters(watched: Place) -> None:
    """How a screen is read is nobody else's business."""
    settings.save(watched.sat(WATCHING), text_size=150, theme="dark")

    assert settings.load(watched.reader).text_size == 150


def test_who_gets_up_leaves_the_chair_to_the_next(place: Place) -> None:
    """The same desk asks anew at each act who sits there."""
    chair = Chair(WATCHING)
    desk = Desk(place.desk.database, place.office, "meja-1", chair, place.desk.entropy)

    chair.take(Seat("Sari"))

    tags.create(desk, "lampu")
    assert desk.stamp().actor == "Sari"


def _rest(place: Place) -> tuple[object, ...]:
    return place.reader, place.clock, place.platform
