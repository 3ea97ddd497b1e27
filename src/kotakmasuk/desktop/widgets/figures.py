"""The strip of key figures, and the table twin of a chart.

The one rule: a change is arrow and words; green only when it is better for citizens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.charts import ChartWidget
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.labels import Separator, TextLabel


Direction = Literal["up", "down", "same"]
_ARROWS = {"up": "↑", "down": "↓", "same": ""}


@dataclass(frozen=True)
class Figure:
    """A label, the figure as written, what it is of, and how it changed."""

    label: str
    value: str
    beside: str = ""
    change: str = ""
    direction: Direction = "same"
    better: bool = False


class FigureStrip(QWidget):
    """The figures side by side with lines between them."""

    def __init__(self, theme: Theme) -> None:
        """Start empty; `show_figures` fills it."""
        super().__init__()
        self._theme = theme
        self._boxes: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other figures."""
        for old in self._boxes:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._boxes.clear()
        for place, figure in enumerate(figures):
            if place:
                self._add(Separator(upright=True), 0)
            self._add(FigureBox(self._theme, figure), 1)

    def _add(self, widget: QWidget, stretch: int) -> None:
        self._boxes.append(widget)
        self._row.addWidget(widget, stretch)


class FigureBox(QWidget):
    """One figure: label 12, figure 24, change 11.5."""

    def __init__(self, theme: Theme, figure: Figure) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, figure.label, role="meta", tone="text2"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(TextLabel(theme, figure.value, role="figure"))
        beside = TextLabel(theme, figure.beside, tone="text2")
        beside.setContentsMargins(0, 0, 0, 4)
        line.addWidget(beside, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(line)
        tone = "ok" if figure.better else "text2"
        arrow = _ARROWS[figure.direction] if figure.change else ""
        change = f"{arrow} {figure.change}".strip()
        column.addWidget(TextLabel(theme, change, role="eventLine", tone=tone))
        parts = (figure.label, figure.value, figure.beside, figure.change)
        self.setAccessibleName(", ".join(part for part in parts if part))


class TableTwin(Dialog):
    """The numbers of a chart as a table that can be read cell by cell."""

    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget, chart: ChartWidget) -> None:
        """Take the rows and the sentence from the chart."""
        title = chart.accessibleName()
        super().__init__(theme, parent, title=title, verb=self.tr("Tutup tabel"))
        self.cancel_button.hide()
        rows = chart.table()
        columns = max((len(row) for row in rows), default=0)
        grid = QTableWidget(len(rows), columns)
        grid.setAccessibleName(title)
        grid.setAccessibleDescription(chart.accessibleDescription())
        grid.horizontalHeader().hide()
        grid.verticalHeader().hide()
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                if column:
                    item.setTextAlignment(right)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                grid.setItem(row, column, item)
        grid.setShowGrid(False)
        grid.resizeColumnsToContents()
        self.body.addWidget(grid)
