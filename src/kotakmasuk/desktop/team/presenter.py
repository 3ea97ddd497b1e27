"""Decides as what somebody may sit down, and lets them.

The one rule: it holds no widget and keeps no passphrase; what was typed goes to the
service once and is forgotten.
"""

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.team.wording import consequence
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import PROVED, Seat
from kotakmasuk.services import proving, team
from kotakmasuk.services.team import Person


class SeatPresenter(QObject):
    """Emits who sat down, or why a passphrase was not taken."""

    seated = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self.people: list[Person] = []
        self.chosen = ""

    def load(self) -> None:
        """Read the team; who sits here now is chosen to begin with."""
        self.people = team.people(self._work.lanes.reader, self._work.office)
        names = [one.officer.name for one in self.people]
        now = self._work.seat().officer
        self.chosen = now if now in names else next(iter(names), "")

    def choose(self, name: str) -> None:
        """Choose somebody of the list."""
        self.chosen = name

    def asks_passphrase(self) -> bool:
        """Whether the chosen person can prove a role."""
        one = self._person()
        return one is not None and one.role in PROVED and one.ready

    def consequence(self, *, typed: bool) -> str:
        """Say as what the chosen person will sit."""
        one = self._person()
        return consequence(one, typed=typed) if one is not None else ""

    def example(self) -> str:
        """The passphrase that a demo tells its visitor; empty everywhere else."""
        return self._work.office.shown_passphrases.get(self.chosen, "")

    def sit(self, passphrase: str) -> None:
        """Let the chosen person sit down; without a passphrase as petugas."""
        if passphrase and self.asks_passphrase():
            self._work.lanes.write(
                proving.prove,
                self.chosen,
                passphrase,
                then=self._take,
                failed=self.refused.emit,
            )
            return
        reader, office = self._work.lanes.reader, self._work.office
        self._take(team.seat_of(reader, office, self.chosen))

    def lay_down(self) -> None:
        """Give the proved role back and go on as petugas."""
        reader, office = self._work.lanes.reader, self._work.office
        self._take(team.seat_of(reader, office, self._work.officer()))

    def _take(self, seat: Seat) -> None:
        # Written down by who gets up; from then on the other one acts.
        self._work.lanes.write(
            team.sit,
            seat,
            then=lambda _: self._sit_down(seat),
            failed=self._refuse,
        )

    def _sit_down(self, seat: Seat) -> None:
        self._work.chair.take(seat)
        self.seated.emit(seat)

    def _refuse(self, error: KnownError) -> None:
        self.refused.emit(error)

    def _person(self) -> Person | None:
        found = (one for one in self.people if one.officer.name == self.chosen)
        return next(found, None)
