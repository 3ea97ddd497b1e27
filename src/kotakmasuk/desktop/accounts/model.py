"""The accounts as a table: what each cell says, for the eye and the ear.

The one rule: a cell's words are complete without its colour.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from kotakmasuk.desktop.accounts.presenter import AccountRow
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.desktop.widgets.table_rows import TableRows


ACCOUNT, CONDITION, COMPLETE, NEXT, CONVERSATIONS, MENU = range(6)
ROW = Qt.ItemDataRole.UserRole


class AccountModel(TableRows[AccountRow]):
    """One row an account."""

    numbers = (CONVERSATIONS,)

    def show_rows(self, rows: Sequence[AccountRow]) -> None:
        """Show these accounts; the chosen one stays when the same are shown again."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, MENU)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        super().show_rows(rows)

    def titles(self) -> tuple[str, ...]:
        """Five that tell, and the menu."""
        return (
            self.tr("Akun"),
            self.tr("Kondisi"),
            self.tr("Kelengkapan"),
            self.tr("Pengecekan berikutnya"),
            self.tr("Percakapan"),
            "",
        )

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

    def _words(self, row: AccountRow) -> tuple[str, ...]:
        return (
            row.name,
            row.condition_words,
            row.complete,
            f"{row.next_check}, {row.why}",
            row.conversations,
            self.tr("Tindakan untuk {name}").format(name=row.name),
        )
