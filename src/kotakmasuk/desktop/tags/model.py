"""The tags as a table: the name, which can be edited in place, and how many carry it.

The one rule: an edit only asks; the row changes when the database has changed.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal

from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.desktop.widgets.table_rows import NUMBER, TableRows
from kotakmasuk.domain.tags import Tag
from kotakmasuk.domain.wording import number


NAME, OPEN = range(2)
TAG = Qt.ItemDataRole.UserRole


class TagModel(TableRows[Tag]):
    """Emits `renamed` with a tag's id and the typed name."""

    renamed = Signal(int, str)

    numbers = (OPEN,)

    def titles(self) -> tuple[str, ...]:
        """The name and its number."""
        return (self.tr("Tag"), self.tr("Percakapan terbuka"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        tag = self._rows[index.row()]
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        if shown:
            return tag.name if index.column() == NAME else number(tag.open)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == OPEN:
            return NUMBER
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("Tag {name}, {n} percakapan terbuka")
            return words.format(name=tag.name, n=number(tag.open))
        return tag if role == TAG else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the name can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for another name; the row follows when it is stored."""
        tag = self.row(index.row())
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or tag is None or typed in ("", tag.name):
            return False
        self.renamed.emit(tag.id, typed)
        return False
