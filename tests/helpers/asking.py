"""Answers that wait for an approver, and the approver who has proved who she is.

Rule: everything goes through the services; no row is put in by hand.
"""

from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.approvals import Candidate, RequestRow
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Officer, Seat
from kotakmasuk.services import approvals, settings, tags
from kotakmasuk.services.desk import Desk
from tests.helpers.desks import ANSWER, Place, every_tick, incoming, receive
from tests.helpers.seats import set_up, write_down


SENSITIVE = "bencana"
SHORTER = "Terima kasih, petugas kami sudah di lokasi."
NOTE = "Sebutkan RW-nya."
ABUSE = "Dasar bodoh, baca dulu aturannya."


@dataclass
class Asked:
    """A place where one answer waits: the desks of both people, and the request."""

    place: Place
    seat: Seat
    conversation: int

    @property
    def desk(self) -> Desk:
        """The officer's desk."""
        return self.place.desk

    @property
    def above(self) -> Desk:
        """The approver's desk."""
        return self.place.sat(self.seat)

    def request(self, *texts: str, **more: Any) -> RequestRow:
        """Let the officer ask, with one wording or several."""
        ticks = every_tick(self.place.office)
        approvals.request(
            self.desk,
            self.conversation,
            [Candidate(Composition(text), ticks) for text in texts or (ANSWER,)],
            **more,
        )
        return approvals.waiting(self.place.reader)[0]

    def replies(self, row: RequestRow) -> list[int]:
        """The wordings of a request by their replies."""
        view = approvals.open_request(self.place.reader, self.place.office, row.id)
        return [one.reply for one in view.options]

    def states(self) -> list[tuple[int, str]]:
        """What is in the outbox."""
        rows = self.place.reader.execute("SELECT reply, state FROM outbox")
        return rows.fetchall()


def asking(place: Place, *, undo_seconds: int = 0) -> Asked:
    """A citizen wrote about a flood; every answer to her needs an approver."""
    thread = receive(place, 1, incoming(text="Banjir di RW 03 sejak subuh, tolong"))[0]
    settings.save(place.desk, undo_seconds=undo_seconds)
    tags.add_by_name(place.desk, [thread], SENSITIVE)
    write_down(place, Officer(place.desk.seat().officer, "SR"))
    return Asked(place, set_up(place), thread)
