"""The tags as a table: the name, which can be edited in place, and how many carry it.

The one rule: an edit only asks; the row changes when the database has changed.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    Qt,
    Signal,
)

from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.tags import Tag
from kotakmasuk.domain.wording import number


NAME, OPEN = range(2)
TAG = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TagModel(QAbstractTableModel):
    """Emits `renamed` with a tag's id and the typed name."""

    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._tags: list[Tag] = []

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags, in this order."""
        self.beginResetModel()
        self._tags = list(tags)
        self.endResetModel()

    def tag(self, row: int) -> Tag | None:
        """Give the tag of a row."""
        return self._tags[row] if 0 <= row < len(self._tags) else None

    def row_of(self, tag: int) -> int:
        """Find a tag's row, -1 when it is not shown."""
        ids = [one.id for one in self._tags]
        return ids.index(tag) if tag in ids else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row a tag."""
        return 0 if parent.isValid() else len(self._tags)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The name and its number."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        tag = self._tags[index.row()]
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        if shown:
            return tag.name if index.column() == NAME else number(tag.open)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == OPEN:
            return _RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("Tag {name}, {n} percakapan terbuka")
            return words.format(name=tag.name, n=number(tag.open))
        return tag if role == TAG else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == OPEN:
            return _RIGHT
        titles = (self.tr("Tag"), self.tr("Percakapan terbuka"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the name can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for another name; the row follows when it is stored."""
        tag = self.tag(index.row())
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or tag is None or typed in ("", tag.name):
            return False
        self.renamed.emit(tag.id, typed)
        return False
