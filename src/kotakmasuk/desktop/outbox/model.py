"""The answers on their way as a table: state, to whom, what, by whom, when.

The one rule: the model holds the rows it was given and asks nobody; times are told for
the moment it was last given.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    Qt,
)

from kotakmasuk.desktop.outbox import wording
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import REPLY_WORDS, OutboxRow, ReplyState


STATE, TO, TEXT, BY, WHEN = range(5)


class OutboxModel(QAbstractTableModel):
    """One row an answer, in the order of urgency."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[OutboxRow] = []
        self._moment = Moment(0, "UTC")

    def show_rows(self, rows: Sequence[OutboxRow], moment: Moment) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._moment = moment
        self.endResetModel()

    def tell_time(self, moment: Moment) -> None:
        """Count the waiting ones down without touching the choice."""
        self._moment = moment
        if self._rows:
            last = self.index(len(self._rows) - 1, WHEN)
            self.dataChanged.emit(self.index(0, WHEN), last)

    def row(self, number: int) -> OutboxRow:
        """The answer in that row."""
        return self._rows[number]

    def place_of(self, wanted: OutboxRow | None) -> int:
        """The row of an answer, or of a draft; -1 when it is gone."""
        if wanted is None:
            return -1
        return next((at for at, row in enumerate(self._rows) if same(row, wanted)), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One an answer."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """State, to whom, text, by whom, when."""
        return 0 if parent.isValid() else WHEN + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, the row itself, or the cell for a screen reader."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = [self._words(row, column) for column in range(WHEN + 1)]
            spoken.insert(1, platform_of(row.platform).name)
            return ". ".join(part for part in spoken if part)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if section == WHEN:
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        titles = ("Keadaan", "Kepada", "Isi", "Oleh", "Waktu")
        return self.tr(titles[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, row: OutboxRow, column: int) -> str:
        told = {
            STATE: REPLY_WORDS[row.state],
            TO: wording.recipient(row),
            TEXT: wording.content(row),
            BY: row.by.partition(" ")[0],
        }
        return told.get(column) or (
            wording.when(row, self._moment) if column == WHEN else ""
        )


def time_left(rows: Sequence[OutboxRow], moment: Moment) -> int | None:
    """How long until the next of them may leave (ms); None when nothing counts down."""
    left = (
        (row.due_at or 0) - moment.now for row in rows if row.state is ReplyState.QUEUED
    )
    return min((one for one in left if one > 0), default=None)


def same(one: OutboxRow, other: OutboxRow) -> bool:
    """Tell whether two rows are the same answer, however its state moved on."""
    if one.reply or other.reply:
        return one.reply == other.reply
    told = (one.conversation, one.announcement)
    return told == (other.conversation, other.announcement)
