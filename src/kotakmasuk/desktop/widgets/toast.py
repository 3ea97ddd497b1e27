"""The strip that lets an officer take something back for some seconds.

The one rule: it never takes the focus and never waits longer than it says; a queued
reply can still be cancelled from the outbox row.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


MOST = 3
MARGIN = 20
GAP = 8
SECOND = 1000
FULL_CIRCLE = 360 * 16
TOP = 90 * 16

Undo = Callable[[], object]


class UndoToast(QObject):
    """The stack of strips at the lower left of a window, newest on top."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Strips are children of the window and move with its edge."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._strips: list[ToastStrip] = []
        window.installEventFilter(self)

    def show_message(
        self, text: str, seconds: int, undo: Undo | None = None
    ) -> "ToastStrip":
        """Show a message; "{seconds}" in it counts down. Undo is called at most once."""
        strip = ToastStrip(self._theme, text, seconds, undo, parent=self._window)
        strip.closed.connect(self._remove)
        self._strips.append(strip)
        while len(self._strips) > MOST:
            self._strips[0].close_now()
        strip.show()
        self._arrange()
        announce(self._window, strip.words())
        return strip

    def undo_latest(self) -> bool:
        """Take back the newest thing (Ctrl+Z); False where there is nothing."""
        for strip in reversed(self._strips):
            if strip.can_undo():
                strip.undo_now()
                return True
        return False

    def strips(self) -> tuple["ToastStrip", ...]:
        """What is shown, oldest first."""
        return tuple(self._strips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner when the window changes its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _remove(self) -> None:
        self._strips = [strip for strip in self._strips if not strip.is_over()]
        self._arrange()

    def _arrange(self) -> None:
        bottom = self._window.height() - MARGIN
        for strip in self._strips:
            strip.adjustSize()
            bottom -= strip.height()
            strip.move(MARGIN, bottom)
            strip.raise_()
            bottom -= GAP


class ToastStrip(Plane):
    """One message with its remaining seconds and the button that takes it back."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        seconds: int,
        undo: Undo | None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("tooltip", edge="strip", parent=parent)
        self._text = text
        self._left = max(seconds, 1)
        self._undo = undo
        self._over = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(12)
        self._ring = CountdownRing(theme, self._left)
        row.addWidget(self._ring)
        self._label = TextLabel(theme, role="body", tone="onTooltip")
        row.addWidget(self._label, 1)
        words = self.tr("Urungkan")
        self.button = Button(theme, f"{words}   Ctrl Z", kind="toast")
        self.button.setAccessibleName(words)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.undo_now)
        row.addSpacing(20)
        # Shown before it has a parent, it would be a window of its own.
        row.addWidget(self.button)
        self.button.setVisible(undo is not None)
        self.setFixedHeight(theme.size("toast"))
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._say()

    def words(self) -> str:
        """What the strip says now."""
        return self._label.text()

    def seconds_left(self) -> int:
        """How many seconds remain to take it back."""
        return self._left

    def can_undo(self) -> bool:
        """True while it can be taken back."""
        return self._undo is not None and not self._over

    def is_over(self) -> bool:
        """True once it was taken back or its time has passed."""
        return self._over

    def tick(self) -> None:
        """Count one second down; at zero the strip closes."""
        self._left -= 1
        if self._left <= 0:
            self.close_now()
        else:
            self._say()

    def undo_now(self) -> None:
        """Take it back and close."""
        undo, self._undo = self._undo, None
        self.close_now()
        if undo is not None:
            undo()

    def close_now(self) -> None:
        """Close without taking anything back."""
        if self._over:
            return
        self._over = True
        self._timer.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _say(self) -> None:
        said = self._text.replace("{seconds}", str(self._left))
        self._label.setText(said)
        self.setAccessibleName(said)
        self._ring.show_left(self._left)


class CountdownRing(QWidget):
    """A ring that empties, with the seconds inside."""

    def __init__(self, theme: Theme, seconds: int) -> None:
        super().__init__()
        self._theme = theme
        self._whole = seconds
        self._left = seconds
        self.setFixedSize(22, 22)

    def show_left(self, seconds: int) -> None:
        """Show how many seconds remain."""
        self._left = seconds
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ink = self._theme.color("onTooltip")
        faint = self._theme.color("onTooltip")
        faint.setAlpha(70)
        painter.setPen(QPen(faint, 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(ink, 2))
        painter.drawArc(ring, TOP, FULL_CIRCLE * self._left // self._whole)
        painter.setFont(self._theme.font("glyph"))
        number = str(self._left)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, number)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say the text once, politely."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
