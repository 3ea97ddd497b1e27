"""The buttons of every screen: primary, secondary, quiet, danger and icon buttons.

The one rule: one primary button per surface, and a shortcut is shown where the action
is: in the tooltip, or on the button itself.
"""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from kotakmasuk.desktop.theme import Theme


Kind = Literal["primary", "secondary", "quiet", "danger", "dangerFill", "link", "toast"]

ICON_GAP = 4
_NO_KEY = Qt.KeyboardModifier.NoModifier
_ICON_TOKENS = {
    "primary": "onAccent",
    "danger": "danger",
    "dangerFill": "onDanger",
    "link": "accent",
    "toast": "onTooltip",
}


def shortcut_words(shortcut: str) -> str:
    """The keys as people read them: "Ctrl+Return" becomes "Ctrl ↵"."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    words = (native or shortcut).replace("Return", "↵").replace("Enter", "↵")
    return words.replace(", ", " ").replace("+", " ")


def tooltip_with(text: str, shortcut: str) -> str:
    """A tooltip that teaches the shortcut."""
    return f"{text} ({shortcut_words(shortcut)})" if shortcut else text


def icon_before_text(theme: Theme, name: str, token: str) -> QIcon:
    """The icon with some room at its right, which Qt does not leave."""
    made = QIcon()
    tokens = ((token, QIcon.Mode.Normal), ("disabledText", QIcon.Mode.Disabled))
    for ink, mode in tokens:
        drawn = theme.pixmap(name, 16, ink)
        ratio = drawn.devicePixelRatio()
        wide = QPixmap(round((16 + ICON_GAP) * ratio), round(16 * ratio))
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        made.addPixmap(wide, mode)
    return made


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click at Enter as at Space; Qt would pass it on to the dialog's own verb."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    plain = event.modifiers() in (_NO_KEY, Qt.KeyboardModifier.KeypadModifier)
    if event.key() not in keys or not plain:
        return False
    button.click()
    return True


class Button(QPushButton):
    """A push button in one of the kinds; primary is for the one main action."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        shortcut: str = "",
    ) -> None:
        """Show the text; the shortcut is only told, the screen binds it."""
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if shortcut:
            self.setToolTip(tooltip_with(text, shortcut))
        self._dress()
        theme.changed.connect(self._dress)

    def set_large(self) -> None:
        """Be 32 px high, as in dialogs and on full pages."""
        self.setProperty("large", True)  # noqa: FBT003  Qt's own signature

    def set_kind(self, kind: Kind) -> None:
        """Become another kind of button."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().polish(self)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show another icon before the text."""
        self._icon = name
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font("bodyMedium"))
        if self._icon:
            token = _ICON_TOKENS.get(self._kind, "text")
            self.setIcon(icon_before_text(self._theme, self._icon, token))
            self.setIconSize(QSize(16 + ICON_GAP, 16))


class IconButton(QToolButton):
    """A 28 x 28 button with an icon; its name is heard and its shortcut shown."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Name is the verb a screen reader says, such as "Tunda"."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        tip = tooltip_with(name, shortcut)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dress()
        theme.changed.connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self._dress()

    def _dress(self) -> None:
        side = self._theme.size("iconButton")
        self.setFixedSize(side, side)
        self.setIcon(self._theme.icon(self._icon, 16, "text"))
        self.setIconSize(QSize(16, 16))
