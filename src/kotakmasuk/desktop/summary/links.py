"""Makes the key figures links: a click or Enter opens the list behind the number."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class FigureLinks(QObject):
    """Watches boxes of figures; `followed` tells where a chosen one leads."""

    followed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def attach(self, box: QWidget, what: str) -> None:
        """Let this box lead there."""
        box.setProperty("leadsTo", what)
        box.setProperty("focusRing", True)  # noqa: FBT003  Qt's own signature
        box.setCursor(Qt.CursorShape.PointingHandCursor)
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.installEventFilter(self)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Follow at a click, Enter or space."""
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        )
        pressed = isinstance(event, QKeyEvent) and (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        )
        if clicked or pressed:
            self.followed.emit(box.property("leadsTo"))
            return True
        return super().eventFilter(box, event)
