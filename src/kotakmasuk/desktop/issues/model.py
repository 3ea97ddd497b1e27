"""The Isu as a table: title, conversations, and how many still wait for an answer."""

from typing import Any

from PySide6.QtCore import Qt

from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.desktop.widgets.table_rows import NUMBER, TableRows
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.wording import number


TITLE, ALL, WAITING = range(3)


class IssueModel(TableRows[Issue]):
    """One row an Isu; closed ones say so behind their title."""

    numbers = (ALL, WAITING)

    def titles(self) -> tuple[str, ...]:
        """The title and two numbers."""
        return (self.tr("Isu"), self.tr("Percakapan"), self.tr("Perlu dijawab"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        issue = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(issue)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != TITLE:
            return NUMBER
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{title}, {n} percakapan, {m} perlu dijawab")
            title, every, waiting = self._words(issue)
            return words.format(title=title, n=every, m=waiting)
        return None

    def _words(self, issue: Issue) -> tuple[str, str, str]:
        title = issue.title
        if issue.closed_at is not None:
            title = self.tr("{title} (ditutup)").format(title=title)
        return title, number(issue.conversations), number(issue.waiting)
