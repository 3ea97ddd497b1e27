"""Decides what becomes of the team: who is added, what they may do, their passphrase.

The one rule: it holds no widget and keeps no passphrase; who may change what is the
service's to say, and its words are shown as they are.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.settings.judging import say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import initials
from kotakmasuk.domain.team import Officer, Seat
from kotakmasuk.services import proving, team
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.team import Person


class Roster(QObject):
    """Emits the team as it stands, what was wrong with a name, and what was refused."""

    loaded = Signal()
    saved = Signal(str)
    judged = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self.people: list[Person] = []
        self.may_change = True

    def load(self) -> None:
        """Read the team, and whether who sits here may change it."""
        reader, office = self._work.lanes.reader, self._work.office
        self.people = team.people(reader, office)
        self.may_change = team.may_change(reader, office, self._work.seat())
        self.loaded.emit()

    def seat(self) -> Seat:
        """Who sits here now."""
        return self._work.seat()

    def ask_seat(self, what: str | None = None) -> None:
        """Let somebody else sit down, or "prove" a role."""
        self._work.go("seat", what)

    def zone(self) -> str:
        """Where the agency's days begin."""
        return self._work.settings().zone

    def today(self) -> str:
        """The day where the agency works, as an ISO date."""
        return team.today(self._work.lanes.reader, self._work.office)

    def add(self, name: str) -> bool:
        """Add a petugas; the first one sits at the desk."""
        plain = " ".join(name.split())
        wrong = self._wrong_name(plain)
        self.judged.emit(wrong)
        if wrong:
            return False
        first = not self.people
        officers = (*self._officers(), Officer(plain, self._letters(plain)))
        self._save(officers, then=lambda: self._sit(plain) if first else None)
        return True

    def change(self, officer: Officer) -> None:
        """Give somebody another role, title or deputy's days."""
        changed = (
            officer if one.name == officer.name else one for one in self._officers()
        )
        self._save(tuple(changed))

    def remove(self, name: str) -> None:
        """Take somebody off the list; what they did stays in the journal."""
        left = tuple(one for one in self._officers() if one.name != name)
        sits = self._work.officer() == name
        heir = left[0].name if left else ""
        self._save(left, then=lambda: self._sit(heir) if sits else None)

    def set_passphrase(
        self, name: str, passphrase: str, *, then: Callable[[], None]
    ) -> None:
        """Give somebody a passphrase; who changes the own one stays proved."""
        seat = self._work.seat()
        own = seat.officer == name and seat.signer is not None

        def done(_: Changes) -> None:
            then()
            self.saved.emit("officers")
            if own:
                self._work.lanes.write(
                    proving.prove, name, passphrase, then=self._take_again
                )

        self._work.lanes.write(
            proving.set_passphrase,
            name,
            passphrase,
            then=done,
            failed=self.refused.emit,
        )

    def _take_again(self, seat: Seat) -> None:
        self._work.chair.take(seat)
        self._work.lanes.write(team.sit, seat)

    def _officers(self) -> tuple[Officer, ...]:
        return tuple(one.officer for one in self.people)

    def _save(
        self,
        officers: tuple[Officer, ...],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        def done(_: Changes) -> None:
            self.saved.emit("officers")
            then()

        self._work.lanes.write(
            team.save_members, officers, then=done, failed=self._refuse, initiator=self
        )

    def _sit(self, name: str) -> None:
        self._work.lanes.write(settings_service.save, officer=name, initiator=self)

    def _refuse(self, error: KnownError) -> None:
        self.load()
        self.refused.emit(error)

    def _wrong_name(self, name: str) -> str:
        if not name:
            return say("Tulis nama petugas, misalnya Sari Rahmawati.")
        if any(one.name.casefold() == name.casefold() for one in self._officers()):
            return say("{name} sudah ada di daftar.").format(name=name)
        return ""

    def _letters(self, name: str) -> str:
        """Two letters that no other officer has yet."""
        taken = {one.initials for one in self._officers()}
        short = initials(name) or name[:2].upper()
        others = (name[0] + letter for letter in name[1:] if letter.isalpha())
        for letters in (short, *(one.upper() for one in others)):
            if letters not in taken:
                return letters
        return short
