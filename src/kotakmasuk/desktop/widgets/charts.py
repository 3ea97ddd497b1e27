"""The small charts of the summary: bars and a histogram, with every number written.

The one rule: a chart says its finding as a sentence to a screen reader, and F2 opens
the same numbers as a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kotakmasuk.desktop.theme import Theme


Cells = tuple[str, ...]
BAR_HEIGHT = 9
BAR_ROW = 30
WORDS_SHARE = 0.4
NUMBER_WIDTH = 76
HISTOGRAM_HEIGHT = 190
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Bar:
    """One row or column: its words, its number as counted and as written."""

    id: str
    words: str
    count: float
    number: str
    change: str = ""
    faded: bool = False
    open_ended: bool = False


class ChartWidget(QWidget):
    """What all charts share: the sentence, the table twin, a click on a number."""

    picked = Signal(str)
    table_requested = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Name is the title that stands above the chart."""
        super().__init__()
        self._theme = theme
        self._places: list[tuple[QRectF, str]] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRing", True)  # noqa: FBT003  Qt's own signature
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, sentence: str) -> None:
        """Set the sentence that a reader would say."""
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)

    def table(self) -> list[Cells]:
        """The same numbers as rows of words, for the table twin."""
        return []

    def place(self, box: QRectF, bar_id: str) -> None:
        """Remember where a number stands, so a click opens its list."""
        self._places.append((box, bar_id))

    def forget_places(self) -> None:
        """Begin a new painting."""
        self._places = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the table at F2."""
        if event.key() == Qt.Key.Key_F2:
            self.table_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which number was clicked."""
        for box, bar_id in self._places:
            if box.contains(event.position()):
                self.picked.emit(bar_id)
                return


class BarChart(ChartWidget):
    """Lying bars with words at the left, number and change at the right."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty; `show_bars` fills it."""
        super().__init__(theme, name)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other rows."""
        self._bars = tuple(bars)
        self.updateGeometry()
        self.update()

    def table(self) -> list[Cells]:
        """Words, number, change."""
        return [(bar.words, bar.number, bar.change) for bar in self._bars]

    def sizeHint(self) -> QSize:
        """30 px a row."""
        return QSize(220, max(len(self._bars), 1) * BAR_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.forget_places()
        most = max((bar.count for bar in self._bars), default=0) or 1
        for row, bar in enumerate(self._bars):
            box = QRectF(0, row * BAR_ROW, self.width(), BAR_ROW)
            self._paint_row(painter, box, bar, bar.count / most)

    def _paint_row(
        self, painter: QPainter, box: QRectF, bar: Bar, share: float
    ) -> None:
        words = box.width() * WORDS_SHARE
        painter.setFont(self._theme.font("listText"))
        painter.setPen(self._theme.color("text"))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(bar.words, mode, int(words) - 8)
        painter.drawText(box, _MIDDLE, shown)
        room = box.width() - words - NUMBER_WIDTH - 6
        top = box.center().y() - BAR_HEIGHT / 2
        body = QRectF(words, top, max(room * share, 2), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        fill = self._theme.color("chart1")
        if bar.faded:
            fill.setAlphaF(0.45)
        painter.setBrush(fill)
        painter.drawRoundedRect(body, 2, 2)
        painter.setFont(self._theme.font("bodyStrong"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(box.adjusted(0, 0, -38, 0), _RIGHT, bar.number)
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(box, _RIGHT, bar.change)
        self.place(box, bar.id)


class Histogram(ChartWidget):
    """Standing bars with the number above and the bounds below."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty; `show_buckets` fills it."""
        super().__init__(theme, name)
        self._buckets: tuple[Bar, ...] = ()
        self._foot = ""

    def show_buckets(self, buckets: Sequence[Bar], *, foot: str = "") -> None:
        """Faded buckets are off target; an open-ended one is drawn dashed."""
        self._buckets = tuple(buckets)
        self._foot = foot
        self.update()

    def table(self) -> list[Cells]:
        """Bounds and number."""
        return [(bucket.words, bucket.number) for bucket in self._buckets]

    def sizeHint(self) -> QSize:
        """Wide as the room, 190 px high."""
        return QSize(260, HISTOGRAM_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bars on their line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.forget_places()
        line = self._theme.line_height("caption")
        foot = line + 6 if self._foot else 0
        base = self.height() - line - 6 - foot
        painter.setPen(QPen(self._theme.color("lineStrong"), 1))
        painter.drawLine(QPointF(0, base + 0.5), QPointF(self.width(), base + 0.5))
        most = max((bucket.count for bucket in self._buckets), default=0) or 1
        step = self.width() / max(len(self._buckets), 1)
        for column, bucket in enumerate(self._buckets):
            height = (base - line - 4) * bucket.count / most
            width = step * 0.78
            left = column * step + (step - width) / 2
            self._paint_bar(painter, QRectF(left, base - height, width, height), bucket)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text2"))
        below = QRectF(0, self.height() - line, self.width(), line)
        painter.drawText(below, _CENTRE, self._foot)

    def _paint_bar(self, painter: QPainter, body: QRectF, bucket: Bar) -> None:
        fill = self._theme.color("chart1")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        if bucket.open_ended:
            pen = QPen(fill, 1.25)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif bucket.faded:
            fill.setAlphaF(0.55)
            painter.setBrush(fill)
        if bucket.count:
            painter.drawRoundedRect(body, 2, 2)
        line = self._theme.line_height("caption")
        wide = body.adjusted(-10, 0, 10, 0)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font("chip"))
        above = QRectF(wide.x(), body.top() - line, wide.width(), line)
        painter.drawText(above, _CENTRE, bucket.number)
        painter.setPen(self._theme.color("text2"))
        painter.setFont(self._theme.font("caption"))
        below = QRectF(wide.x(), body.bottom() + 4, wide.width(), line)
        painter.drawText(below, _CENTRE, bucket.words)
        self.place(wide, bucket.id)
