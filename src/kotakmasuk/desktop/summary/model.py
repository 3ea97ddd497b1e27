"""The overdue cases as rows of the table: kind and topic, never a citizen."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.summaries import OpenCase
from kotakmasuk.domain.summary_words import case_title, short_moment


REFERENCE, TITLE, CHANNEL, RECEIVED, DUE = range(5)
Role = Qt.ItemDataRole


class CasesModel(QAbstractTableModel):
    """One row a case, in the order of the report."""

    def __init__(self, theme: Theme) -> None:
        """Start empty; `show_cases` fills it."""
        super().__init__()
        self._theme = theme
        self._cases: tuple[OpenCase, ...] = ()
        self._zone = ""

    def show_cases(self, cases: tuple[OpenCase, ...], zone: str) -> None:
        """Show other cases."""
        self.beginResetModel()
        self._cases, self._zone = cases, zone
        self.endResetModel()

    def case(self, row: int) -> OpenCase:
        """Give the case of a row."""
        return self._cases[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row a case."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Reference, title, channel, received, due."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """The words above the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Role.DisplayRole:
            return None
        return (
            self.tr("Nomor"),
            self.tr("Jenis dan topik"),
            self.tr("Kanal"),
            self.tr("Diterima"),
            self.tr("Batas"),
        )[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words and how they are dressed."""
        case, column = self._cases[index.row()], index.column()
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._words(case)[column]
        if role == Role.FontRole:
            strong = column in (REFERENCE, DUE)
            return self._theme.font("bodyStrong" if strong else "body")
        if role == Role.ForegroundRole:
            tones = {REFERENCE: "accent", DUE: "danger"}
            return self._theme.color(tones.get(column, "text"))
        return None

    def _words(self, case: OpenCase) -> tuple[str, ...]:
        return (
            case.reference,
            case_title(case),
            case.channel.label,
            short_moment(case.received_at, self._zone),
            short_moment(case.due_at, self._zone),
        )
