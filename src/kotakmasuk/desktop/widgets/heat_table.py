"""Seven days by channels, every number written and its ground as dark as it is large.

The one rule: the number is exact and printable; the ground only leads the eye.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.charts import Cells, ChartWidget
from kotakmasuk.desktop.widgets.glyph import NAMES, draw_glyph


ROW = 26
LEFT = 34
TOTAL_WIDTH = 38
CHANGE_WIDTH = 34
STRONGEST = 0.32
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class HeatRow:
    """One account or platform: its badge, a number a day, total and change."""

    glyph: str
    counts: tuple[int, ...]
    change: str = ""


class HeatTable(ChartWidget):
    """The numbered table; the last row and the last columns are the totals."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty; `show_rows` fills it."""
        super().__init__(theme, name)
        self._days: tuple[str, ...] = ()
        self._rows: tuple[HeatRow, ...] = ()
        self._total_change = ""

    def show_rows(
        self, days: Sequence[str], rows: Sequence[HeatRow], *, total_change: str = ""
    ) -> None:
        """Days are the words above the columns."""
        self._days = tuple(days)
        self._rows = tuple(rows)
        self._total_change = total_change
        self.updateGeometry()
        self.update()

    def table(self) -> list[Cells]:
        """A heading, the rows, and the totals."""
        heading = ("", *self._days, self.tr("Jumlah"))
        body = [
            (NAMES.get(row.glyph, row.glyph), *map(written, row.counts), _sum(row))
            for row in self._rows
        ]
        return [heading, *body, (self.tr("Jumlah"), *self._day_sums(), self._all())]

    def sizeHint(self) -> QSize:
        """A heading, a row a channel, and the totals."""
        return QSize(320, (len(self._rows) + 2) * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw heading, rows, totals."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.forget_places()
        heading = (*self._days, self.tr("Jml"), "Δ")
        self._paint_line(painter, 0, heading, "caption")
        most = max((max(row.counts, default=0) for row in self._rows), default=0) or 1
        for place, row in enumerate(self._rows, start=1):
            top = place * ROW
            self._paint_heat(painter, top, row, most)
            line = (*map(written, row.counts), _sum(row), row.change)
            self._paint_line(painter, top, line, "meta")
            wide, high = self._theme.size("glyph"), self._theme.size("glyphHeight")
            badge = QRectF(0, top + (ROW - high) / 2, wide, high)
            draw_glyph(painter, self._theme, badge, row.glyph)
            self.place(QRectF(0, top, self.width(), ROW), row.glyph)
        top = (len(self._rows) + 1) * ROW
        sums = (*self._day_sums(), self._all(), self._total_change)
        self._paint_line(painter, top, sums, "chip")
        painter.setFont(self._theme.font("meta"))
        painter.drawText(QRectF(0, top, LEFT, ROW), _CENTRE, self.tr("Jml"))

    def _paint_heat(
        self, painter: QPainter, top: float, row: HeatRow, most: int
    ) -> None:
        for day, count in enumerate(row.counts):
            ground = QColor(self._theme.color("chart1"))
            ground.setAlphaF(STRONGEST * count / most)
            cell = self._cell(day, top).adjusted(1, 1, -1, -1)
            painter.fillRect(cell, ground)

    def _paint_line(
        self, painter: QPainter, top: float, words: Sequence[str], role: str
    ) -> None:
        days = len(self._days)
        for column, word in enumerate(words):
            total = column == days
            painter.setFont(self._theme.font("bodyStrong" if total and top else role))
            quiet = column > days or not top
            painter.setPen(self._theme.color("text2" if quiet else "text"))
            align = _CENTRE if column < days else _RIGHT
            painter.drawText(self._cell(column, top), align, word)

    def _cell(self, column: int, top: float) -> QRectF:
        days = max(len(self._days), 1)
        room = self.width() - LEFT - TOTAL_WIDTH - CHANGE_WIDTH
        wide = room / days
        if column < days:
            return QRectF(LEFT + column * wide, top, wide, ROW)
        right = self.width() - (CHANGE_WIDTH if column == days else 0)
        return QRectF(right - CHANGE_WIDTH, top, CHANGE_WIDTH, ROW)

    def _day_sums(self) -> Cells:
        days = range(len(self._days))
        return tuple(
            written(sum(row.counts[day] for row in self._rows)) for day in days
        )

    def _all(self) -> str:
        return written(sum(sum(row.counts) for row in self._rows))


def written(count: int) -> str:
    """A whole number the Indonesian way: 1.234."""
    return f"{count:,}".replace(",", ".")


def _sum(row: HeatRow) -> str:
    return written(sum(row.counts))
