"""The popup menu: 30 px rows, the shortcut at the right, danger last.

The one rule: what destroys stands last, in red, behind a line.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kotakmasuk.desktop.theme import Theme


WIDTH = 220


class Menu(QMenu):
    """A menu with round corners in the look of the theme."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Name is what a screen reader says when it opens."""
        super().__init__(parent)
        self._theme = theme
        self.setMinimumWidth(WIDTH)
        self.setAccessibleName(name)
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        self.setWindowFlags(self.windowFlags() | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def add(
        self,
        text: str,
        run: Callable[[], object],
        *,
        icon: str = "",
        shortcut: str = "",
        danger: bool = False,
    ) -> QAction:
        """Add a row; the shortcut is only shown, the screen binds it."""
        words = f"{text}\t{shortcut.replace('+', ' ')}" if shortcut else text
        action = QAction(words, self)
        if icon:
            token = "danger" if danger else "text"
            action.setIcon(self._theme.icon(icon, 16, token))
        action.triggered.connect(run)
        self.addAction(action)
        return action
