"""The 2 px ring around what has the keyboard.

The one rule: it shows only after Tab, Shift+Tab or a shortcut moved the focus there;
fields and lists mark their focus themselves.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kotakmasuk.desktop.theme import Theme


MARGIN = 4
WIDTH = 2


class FocusRing(QObject):
    """Moves one ring from widget to widget as the keyboard moves on."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        """Follow the focus of the whole application."""
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        application.focusChanged.connect(self._follow)

    def target(self) -> QWidget | None:
        """The widget that the ring stands around now."""
        return self._target

    def retire(self) -> None:
        """Stop following the focus."""
        self._application.focusChanged.disconnect(self._follow)
        self._leave()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not wants_ring(new):
            return
        self._target = new
        self._ring = _Ring(new, self._theme)
        self._ring.settle()

    def _leave(self) -> None:
        if self._ring is not None:
            self._ring.retire()
        self._ring = None
        self._target = None


def focus_by_keyboard(widget: QWidget) -> None:
    """Give the focus as a key does (F6, a single letter), so the ring shows."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def wants_ring(widget: QWidget) -> bool:
    """True for buttons, and for widgets whose property focusRing is set."""
    if not widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        return False
    return isinstance(widget, QAbstractButton) or bool(widget.property("focusRing"))


class _Ring(QWidget):
    """Lies over the target's parent and lets the pointer through."""

    def __init__(self, target: QWidget, theme: Theme) -> None:
        canvas = _canvas(target)
        super().__init__(canvas)
        self._canvas = canvas
        self._followed = target
        self._theme = theme
        # A card that appears above moves not the target but what it stands in.
        self._watched = [target, *_between(target, canvas)]
        for one in self._watched:
            one.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self.setAccessibleName("")

    def settle(self) -> None:
        """Lie around the target as it stands now."""
        corner = self._followed.mapTo(self._canvas, QPoint(0, 0))
        box = QRect(corner, self._followed.size())
        self.setGeometry(box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.raise_()
        self.setVisible(self._followed.isVisible())

    def retire(self) -> None:
        """Go away; the target may be gone already."""
        try:
            for one in self._watched:
                one.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        except RuntimeError:
            return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it, or what it stands in, moves."""
        if watched in self._watched and event.type() in _MOVES:
            self.settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("marker"), WIDTH))
        radius = self._theme.radius("control") + WIDTH + 1
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius
        )


def _canvas(target: QWidget) -> QWidget:
    """The nearest ancestor with room around the target, at most three steps up."""
    parent = target.parentWidget() or target
    for _ in range(3):
        box = QRect(target.mapTo(parent, QPoint(0, 0)), target.size())
        around = box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        above = parent.parentWidget()
        if parent.rect().contains(around) or parent.isWindow() or above is None:
            return parent
        parent = above
    return parent


def _between(target: QWidget, canvas: QWidget) -> list[QWidget]:
    """What lies between a widget and one of its ancestors."""
    found: list[QWidget] = []
    parent = target.parentWidget()
    while parent is not None and parent is not canvas:
        found.append(parent)
        parent = parent.parentWidget()
    return found


_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}
)
