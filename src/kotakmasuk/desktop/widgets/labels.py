"""Text on a surface: a label that knows its type role and its colour.

The one rule: labels show plain text, so nothing a citizen wrote is ever read as markup.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kotakmasuk.desktop.theme import Theme


class TextLabel(QLabel):
    """A plain text in a type role ("body") and a colour token ("text2")."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "body",
        tone: str = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the text; with `wrap` it takes as many lines as it needs."""
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_tone(tone)
        self._dress()
        theme.changed.connect(self._dress)

    def set_tone(self, tone: str) -> None:
        """Change the colour token of the text."""
        self.setProperty("tone", tone)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().polish(self)
            self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))


class ElidedLabel(TextLabel):
    """A one-line text that ends in … where the room ends; the tooltip has it whole."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "body",
        tone: str = "text",
    ) -> None:
        """Keep the whole text and show what fits."""
        super().__init__(theme, role=role, tone=tone)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def whole_text(self) -> str:
        """The text as given, before it was cut to the room."""
        return self._whole

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002  the size is read anew
        """Cut the text to the new width."""
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Plane(QFrame):
    """A flat surface with a colour token and, where asked, one 1 px edge."""

    def __init__(
        self, surface: str, *, edge: str = "", parent: QWidget | None = None
    ) -> None:
        """Surface is a token name; edge is top, bottom, left, right, all or empty."""
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.setProperty("edge", edge)


class Separator(QFrame):
    """A 1 px line between two planes."""

    def __init__(self, *, upright: bool = False) -> None:
        """Lie flat, or stand between columns."""
        super().__init__()
        self.setProperty("surface", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class IconLabel(QLabel):
    """A decorative icon that a screen reader passes over."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        size: int = 16,
        token: str = "text2",  # noqa: S107
    ) -> None:
        """Show a Lucide icon in a colour token."""
        super().__init__()
        self._theme = theme
        self._drawing = (name, size, token)
        self.setFixedSize(size, size)
        self._dress()
        theme.changed.connect(self._dress)

    def show_icon(self, name: str, size: int, token: str) -> None:
        """Show another icon."""
        self._drawing = (name, size, token)
        self.setFixedSize(size, size)
        self._dress()

    def _dress(self) -> None:
        name, size, token = self._drawing
        self.setPixmap(self._theme.pixmap(name, size, token))


class KeyCap(TextLabel):
    """A key as it stands on the keyboard, beside the action it starts."""

    def __init__(self, theme: Theme, key: str) -> None:
        """Key is the word on it, such as "R" or "Ctrl K"."""
        super().__init__(theme, key, role="caption", tone="text2")
        self.setProperty("keycap", True)  # noqa: FBT003  Qt's own signature
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
