"""The overdue cases below the charts; Enter or a click opens the conversation."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.summary import model as columns
from kotakmasuk.desktop.summary.model import CasesModel
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.list_parts import make_table
from kotakmasuk.desktop.widgets.row_parts import draw_foot, draw_ground
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.summary_words import short_date
from kotakmasuk.domain.wording import number


Role = Qt.ItemDataRole
PADDING = 8
LEAST_ROWS = 4
WIDTHS = {
    columns.REFERENCE: 100,
    columns.CHANNEL: 150,
    columns.RECEIVED: 110,
    columns.DUE: 110,
}


class CaseDelegate(QStyledItemDelegate):
    """Draws a cell's words on their line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw one cell; the selection runs through the whole row."""
        box = QRectF(option.rect)
        draw_ground(painter, self._theme, box, option.state, bar=False)
        draw_foot(painter, self._theme, box)
        painter.save()
        painter.setFont(index.data(Role.FontRole))
        painter.setPen(index.data(Role.ForegroundRole))
        room = box.adjusted(PADDING, 0, -PADDING, 0)
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(
            str(index.data()), elide, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class OverdueCases(QWidget):
    """Title, how many since when, and the table."""

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        """Start empty; `show_cases` fills it."""
        super().__init__()
        self._theme = theme
        self.model = CasesModel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(theme, self.tr("Lewat batas"), role="bodyStrong"))
        self._note = TextLabel(theme, role="meta", tone="text2")
        head.addWidget(self._note, 1)
        column.addLayout(head)
        self._table = self._make_table()
        column.addWidget(self._table, 1)

    def show_cases(self, summary: WeeklySummary) -> None:
        """Show the overdue cases of a week."""
        cases, zone = summary.overdue, summary.week.zone
        self.model.show_cases(cases, zone)
        words = self.tr("Tidak ada pesan yang lewat batas pada akhir pekan ini")
        if cases:
            words = self.tr("{number} pesan, batas terlama {day}").format(
                number=number(len(cases)), day=short_date(cases[0].due_at, zone)
            )
        self._note.setText(words)
        self._table.setVisible(bool(cases))

    def _make_table(self) -> QTableView:
        table = make_table(self.model, name=self.tr("Pesan lewat batas"))
        self._delegate = CaseDelegate(self._theme)
        table.setItemDelegate(self._delegate)
        table.setMouseTracking(True)
        table.setObjectName("overdueTable")
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = self._theme.size("tableRow")
        table.verticalHeader().setDefaultSectionSize(row)
        table.setMinimumHeight((LEAST_ROWS + 1) * row)
        head = table.horizontalHeader()
        head.setSectionsClickable(False)
        head.setFont(self._theme.font("sectionLabel"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(columns.TITLE, QHeaderView.ResizeMode.Stretch)
        for section, wide in WIDTHS.items():
            head.resizeSection(section, wide)
        table.activated.connect(self.opened)
        table.clicked.connect(self._open_reference)
        return table

    def _open_reference(self, index: QModelIndex) -> None:
        if index.column() == columns.REFERENCE:
            self.opened.emit(index)
