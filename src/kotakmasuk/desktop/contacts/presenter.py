"""Decides what becomes of the contacts; a removal is told with the way to take it back.

The one rule: it holds no widget; the table always shows what the database says.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.contacts import Contact
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import contacts as service
from kotakmasuk.services import team


Stored = Callable[[], object]
Refused = Callable[[KnownError], object]


class ContactsPresenter(QObject):
    """Emits the contacts as they are, and what could not be done."""

    listed = Signal(list)
    failed = Signal(object)
    right_known = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self.contacts: list[Contact] = []
        workplace.lanes.changed.connect(self._take_changes)

    def reload(self) -> None:
        """Read all contacts, and whether they may be changed here."""
        reader = self._work.lanes.reader
        self.contacts = service.offered(reader)
        may = team.may_change(reader, self._work.office, self._work.seat())
        self.right_known.emit(may)
        self.listed.emit(self.contacts)

    def units(self) -> list[str]:
        """The units there are."""
        return list(dict.fromkeys(one.unit for one in self.contacts))

    def save(self, contact: Contact, stored: Stored, refused: Refused) -> None:
        """Store one; exactly one of the two is called."""
        words = self.tr("Kontak {name} disimpan").format(name=contact.label)
        self._store([contact], words, stored, refused)

    def save_all(
        self, contacts: Sequence[Contact], stored: Stored, refused: Refused
    ) -> None:
        """Store several, or none of them."""
        words = self.tr("{n} kontak disimpan").format(n=len(contacts))
        self._store(contacts, words, stored, refused)

    def remove(self, contact: Contact) -> None:
        """Take one out of use; can be undone from the toast."""
        words = self.tr("Kontak {name} dihapus").format(name=contact.label)
        self._work.lanes.write(
            service.remove,
            contact.uid,
            then=lambda changes: self._work.tell(words, changes.undo),
            failed=self.failed.emit,
            initiator=self,
        )

    def _store(
        self, contacts: Sequence[Contact], words: str, stored: Stored, refused: Refused
    ) -> None:
        def done(_changes: Changes) -> None:
            stored()
            self._work.tell(words, None)

        self._work.lanes.write(
            service.save_all, list(contacts), then=done, failed=refused, initiator=self
        )

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.reload()
