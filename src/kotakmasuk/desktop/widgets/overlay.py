"""The dimmed layer over a window, with one card on it.

The one rule: Esc closes it, Tab stays inside, and the focus goes back to where it was.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane


DIM = 76  # of 255: 30 %
EDGE = 16
HEAD_AND_FOOT = 90
SMALLEST_LIST = 90


class Overlay(QWidget):
    """Covers the window while it is open; put the contents into `card`."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Stay hidden until `open_over` is called."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._opener: QWidget | None = None
        self.card = Plane("raised", edge="popup")
        self._column = QVBoxLayout(self)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._column.addWidget(self.card, 0, top)
        self.hide()

    def open_over(self, first: QWidget) -> None:
        """Show the layer and give the keyboard to `first`."""
        if self.isHidden():
            self._opener = QApplication.focusWidget()
            self._window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def height_for(self, wanted: int) -> int:
        """How many of the wanted pixels a list on the card can have."""
        room = self._window.height() - self._top() - EDGE - HEAD_AND_FOOT
        return max(min(wanted, room), SMALLEST_LIST)

    def close_overlay(self) -> None:
        """Hide the layer and give the keyboard back."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        self.hide()
        opener, self._opener = self._opener, None
        if opener is not None:
            _give_back(opener)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when it changes its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc; no other key goes through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a press beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's names
        """Keep Tab inside the card."""
        step = QWidget.nextInFocusChain if next else QWidget.previousInFocusChain
        start = QApplication.focusWidget() or self
        at = step(start)
        while at is not None and at is not start:
            if self.isAncestorOf(at) and _takes_tab(at):
                at.setFocus(Qt.FocusReason.TabFocusReason)
                break
            at = step(at)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Dim what lies below."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, DIM))

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self._column.setContentsMargins(EDGE, self._top(), EDGE, EDGE)
        room = self._window.width() - 2 * EDGE
        self.card.setFixedWidth(min(self._theme.size("palette"), room))

    def _top(self) -> int:
        return min(self._theme.size("paletteTop"), self._window.height() // 10)


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isVisible() and widget.isEnabled()


def _give_back(opener: QWidget) -> None:
    try:
        opener.setFocus(Qt.FocusReason.PopupFocusReason)
    except RuntimeError:  # the opener was deleted while the layer was open
        return
