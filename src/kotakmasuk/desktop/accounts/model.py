"""The accounts as a table: what each cell says, for the eye and the ear.

The one rule: a cell's words are complete without its colour.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    Qt,
)

from kotakmasuk.desktop.accounts.presenter import AccountRow
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index


ACCOUNT, CONDITION, COMPLETE, NEXT, CONVERSATIONS, MENU = range(6)
ROW = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AccountModel(QAbstractTableModel):
    """One row an account."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AccountRow] = []

    def show_rows(self, rows: Sequence[AccountRow]) -> None:
        """Show these accounts; the chosen one stays when the same are shown again."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, MENU)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> AccountRow | None:
        """Give the account of a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, account: int) -> int:
        """Find an account's row, -1 when it is not shown."""
        ids = [row.id for row in self._rows]
        return ids.index(account) if account in ids else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row an account."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Five that tell, and the menu."""
        return 0 if parent.isValid() else MENU + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        heard = role == Qt.ItemDataRole.AccessibleTextRole
        if heard and index.column() == ACCOUNT:
            return row.sentence
        return self._words(row)[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == CONVERSATIONS:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (
            self.tr("Akun"),
            self.tr("Kondisi"),
            self.tr("Kelengkapan"),
            self.tr("Pengecekan berikutnya"),
            self.tr("Percakapan"),
            "",
        )
        return titles[section]

    def _words(self, row: AccountRow) -> tuple[str, ...]:
        return (
            row.name,
            row.condition_words,
            row.complete,
            f"{row.next_check}, {row.why}",
            row.conversations,
            self.tr("Tindakan untuk {name}").format(name=row.name),
        )
