"""What a screen shows while there is nothing, not yet, or an error.

The one rule: an error says what happened, that the work is safe, and what to do next.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage


TEXT_WIDTH = 380
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """Icon, title, one sentence and what can be done now."""

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        title: str,
        sentence: str,
        actions: Sequence[QWidget] = (),
    ) -> None:
        """Actions are buttons, the main one first."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(IconLabel(theme, icon, 30, "text3"), 0, _CENTRE)
        column.addSpacing(6)
        heading = TextLabel(theme, title, role="dialogTitle")
        column.addWidget(heading, 0, _CENTRE)
        words = TextLabel(theme, sentence, tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(TEXT_WIDTH)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(words, TEXT_WIDTH)
        line.addStretch(1)
        column.addLayout(line)
        if actions:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for action in actions:
                row.addWidget(action)
            row.addStretch(1)
            column.addSpacing(8)
            column.addLayout(row)
        column.addStretch(3)
        self.setAccessibleName(f"{title}. {sentence}")


class SkeletonRows(QWidget):
    """Still grey rows in the shape of what is coming; nothing moves."""

    def __init__(self, theme: Theme, *, rows: int = 4) -> None:
        """Show that many rows of the list's height."""
        super().__init__()
        self._theme = theme
        self._rows = rows
        self.setAccessibleName(self.tr("Sedang memuat"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As tall as its rows."""
        return QSize(200, self._rows * self._theme.size("row"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._theme.size("row")
        for place in range(self._rows):
            top = place * height
            self._paint_row(painter, QRectF(0, top, self.width(), height))

    def _paint_row(self, painter: QPainter, box: QRectF) -> None:
        line = self._theme.color("line")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(QRectF(box.x() + 16, box.y() + 12, 22, 17), 4, 4)
        room = box.width() - 46 - 14
        for top, share in ((13, 0.46), (32, 0.9), (51, 0.32)):
            bar = QRectF(box.x() + 46, box.y() + top, room * share, 9)
            painter.drawRoundedRect(bar, 4.5, 4.5)
        edge = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(edge, line)


class ErrorCard(Plane):
    """An error in its place: what happened, *Coba lagi*, and the details on request."""

    retried = Signal()
    details_requested = Signal()

    def __init__(
        self, theme: Theme, *, title: str, text: str, retry: str = "", details: str = ""
    ) -> None:
        """Retry is the verb of the main button; empty details means no second one."""
        super().__init__("surface", edge="card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, title, role="bodyStrong", wrap=True))
        column.addWidget(Passage(theme, text, role="body", tone="text2"))
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.retry_button = Button(theme, retry or self.tr("Coba lagi"))
        self.retry_button.clicked.connect(self.retried)
        row.addWidget(self.retry_button)
        if details:
            words = Button(theme, self.tr("Lihat rincian"), kind="quiet")
            words.setToolTip(details)
            words.setAccessibleDescription(details)
            words.clicked.connect(self.details_requested)
            row.addWidget(words)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(f"{title}. {text}")
