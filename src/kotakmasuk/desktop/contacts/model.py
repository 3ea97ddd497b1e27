"""The contacts as a table, under a heading for each unit.

The one rule: a heading is a row of its own, so that a listener hears whose contact it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.contacts import CONTACT_WORDS, Contact


LABEL, KIND, VALUE = range(3)
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class ContactLine:
    """One contact, or a unit's heading with how many follow."""

    contact: Contact | None = None
    unit: str = ""
    count: int = 0


def lines_of(contacts: Sequence[Contact], typed: str = "") -> list[ContactLine]:
    """What fits, under its unit, in the order given."""
    wanted = typed.casefold().split()

    def fits(one: Contact) -> bool:
        kind = CONTACT_WORDS[one.kind]
        words = f"{one.unit} {one.label} {kind} {one.value}".casefold()
        return all(word in words for word in wanted)

    lines: list[ContactLine] = []
    for unit, inside in groupby(filter(fits, contacts), key=lambda one: one.unit):
        held = list(inside)
        lines.append(ContactLine(unit=unit, count=len(held)))
        lines += [ContactLine(one) for one in held]
    return lines


class ContactModel(QAbstractTableModel):
    """Name, kind and value of each contact."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[ContactLine] = []

    def show_lines(self, lines: Sequence[ContactLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def contact(self, row: int) -> Contact | None:
        """The contact in a row; None for a heading or no row."""
        return self._lines[row].contact if 0 <= row < len(self._lines) else None

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [n for n, line in enumerate(self._lines) if line.contact is None]

    def row_of(self, uid: str) -> int:
        """The row of a contact, or -1."""
        found = (
            place
            for place, line in enumerate(self._lines)
            if line.contact is not None and line.contact.uid == uid
        )
        return next(found, -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Headings and contacts."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Name, kind and value."""
        return 0 if parent.isValid() else VALUE + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows and says."""
        line = self._lines[index.row()]
        if line.contact is None:
            return self._heading(line, index.column(), role)
        contact, kind = line.contact, CONTACT_WORDS[line.contact.kind]
        cell = (contact.label, kind, contact.value)[index.column()]
        told: dict[int, Any] = {
            Role.DisplayRole: cell,
            Role.ToolTipRole: cell,
            Role.AccessibleTextRole: f"{contact.unit}, {contact.label}, {kind},"
            f" {contact.value}",
        }
        return told.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical or role != Role.DisplayRole:
            return None
        return (self.tr("Nama"), self.tr("Jenis"), self.tr("Isi"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        enabled = Qt.ItemFlag.ItemIsEnabled
        if self._lines[index.row()].contact is None:
            return enabled
        return enabled | Qt.ItemFlag.ItemIsSelectable

    def _heading(self, line: ContactLine, column: int, role: int) -> Any:
        told: dict[int, Any] = {
            Role.DisplayRole: f"{line.unit}  {line.count}" if column == LABEL else "",
            Role.AccessibleTextRole: line.unit,
            Role.FontRole: self._theme.font("sectionLabel"),
            Role.ForegroundRole: self._theme.color("text2"),
        }
        return told.get(role)
