"""The requests that wait, as a list of one column.

The one rule: the model holds the rows it was given and asks nobody.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt

from kotakmasuk.desktop.approvals.wording import spoken
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.approvals import RequestRow


class RequestModel(QAbstractListModel):
    """One row a request, the most pressing first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RequestRow] = []
        self.moment = Moment(0, "UTC")
        self.soon = 0

    def show_rows(self, rows: Sequence[RequestRow], moment: Moment, soon: int) -> None:
        """Show other rows; `soon` (minutes) makes a deadline pressing."""
        self.beginResetModel()
        self._rows = list(rows)
        self.moment, self.soon = moment, soon
        self.endResetModel()

    def row(self, number: int) -> RequestRow:
        """The request in that row."""
        return self._rows[number]

    def place_of(self, request: int | None) -> int:
        """The row of a request; -1 when it is gone."""
        ids = [row.id for row in self._rows]
        return ids.index(request) if request in ids else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One a request."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its name, or the whole for a screen reader."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.recipient
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.moment, row, self.soon)
        return None
