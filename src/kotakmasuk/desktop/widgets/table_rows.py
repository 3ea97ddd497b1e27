"""The model of a table that is shown whole and replaced whole.

The one rule: it holds the rows it was given and asks nobody.
"""

from abc import abstractmethod
from collections.abc import Container, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, Qt

from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index


NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Numbered(Protocol):
    """What stands in a row has a number in the file."""

    @property
    def id(self) -> int:
        """The number by which it is found again."""


Row = TypeVar("Row", bound=Numbered)


class TableRows(QAbstractTableModel, Generic[Row]):
    """Rows under titles; what a cell says is told by `data` of each table."""

    numbers: Container[int] = ()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    @abstractmethod
    def titles(self) -> Sequence[str]:
        """The titles of the columns; those of `numbers` stand at the right."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """What stands in a row; None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def row_of(self, number: int | None) -> int:
        """Find the row of what has this number; -1 when it is not shown."""
        numbers = [one.id for one in self._rows]
        return numbers.index(number) if number in numbers else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as there are titles."""
        return 0 if parent.isValid() else len(self.titles())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numbers:
            return NUMBER
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None
