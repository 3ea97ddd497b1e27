"""The Isu as a table: title, conversations, and how many still wait for an answer."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.wording import number


TITLE, ALL, WAITING = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class IssueModel(QAbstractTableModel):
    """One row an Isu; closed ones say so behind their title."""

    def __init__(self) -> None:
        super().__init__()
        self._issues: list[Issue] = []

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._issues = list(issues)
        self.endResetModel()

    def issue(self, row: int) -> Issue | None:
        """Give the Isu of a row."""
        return self._issues[row] if 0 <= row < len(self._issues) else None

    def row_of(self, issue: int) -> int:
        """Find an Isu's row, -1 when it is not shown."""
        ids = [one.id for one in self._issues]
        return ids.index(issue) if issue in ids else -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row an Isu."""
        return 0 if parent.isValid() else len(self._issues)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The title and two numbers."""
        return 0 if parent.isValid() else WAITING + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        issue = self._issues[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(issue)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != TITLE:
            return _RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{title}, {n} percakapan, {m} perlu dijawab")
            title, every, waiting = self._words(issue)
            return words.format(title=title, n=every, m=waiting)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != TITLE:
            return _RIGHT
        titles = (self.tr("Isu"), self.tr("Percakapan"), self.tr("Perlu dijawab"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, issue: Issue) -> tuple[str, str, str]:
        title = issue.title
        if issue.closed_at is not None:
            title = self.tr("{title} (ditutup)").format(title=title)
        return title, number(issue.conversations), number(issue.waiting)
