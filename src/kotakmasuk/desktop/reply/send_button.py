"""The button that lets an answer go, with its keys written on it.

The one rule: the keys are drawn fainter and stand at the right, so the verb is read
first.
"""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, shortcut_words


KEYS = "Ctrl+Return"
GAP = 8
FAINT = 0.75


class SendButton(Button):
    """A primary button whose right end says "Ctrl ↵"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", kind="primary", icon="send", shortcut=KEYS)
        self._keys = shortcut_words(KEYS)
        self.setObjectName("replySend")
        self._leave_room()
        theme.changed.connect(self._leave_room)

    def setText(self, text: str) -> None:
        """Show the verb and tell both in the tooltip."""
        super().setText(text)
        self.setToolTip(f"{text} ({self._keys})")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then its keys."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(
            self._theme.color("onAccent" if self.isEnabled() else "disabledText")
        )
        painter.setOpacity(FAINT)
        room = QRect(self.width() - self._room() - 2, 0, self._room(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._keys)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the keys anew when the button is switched on or off."""
        super().changeEvent(event)
        self.update()

    def _room(self) -> int:
        metrics = QFontMetrics(self._theme.font("caption"))
        return metrics.horizontalAdvance(self._keys) + GAP

    def _leave_room(self) -> None:
        self.setStyleSheet(f"QPushButton{{padding-right:{self._room() + GAP}px}}")
