"""The model of a list whose lines are things to choose, under headings.

The one rule: a line without a key is a heading, and a heading cannot be chosen.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, Qt

from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index


Line = TypeVar("Line")


class LineRows(QAbstractListModel, Generic[Line]):
    """The lines that are shown, headings included; Qt.UserRole gives the line."""

    def __init__(
        self, key: Callable[[Line], str], told: Callable[[Line], Mapping[int, object]]
    ) -> None:
        """`key` is what a line is found by, `told` what each role shows or says."""
        super().__init__()
        self._key = key
        self._told = told
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The line in that row."""
        return self._lines[row]

    def row_of(self, key: str) -> int:
        """The row of what has this key, or -1."""
        keys = [self._key(line) for line in self._lines]
        return keys.index(key) if key and key in keys else -1

    def first(self) -> int:
        """The first row that can be chosen, or -1."""
        return next((n for n, line in enumerate(self._lines) if self._key(line)), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Headings and the rest."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, its words, or all of it for a screen reader."""
        line = self._lines[index.row()]
        return line if role == Qt.ItemDataRole.UserRole else self._told(line).get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if not self._key(self._lines[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
