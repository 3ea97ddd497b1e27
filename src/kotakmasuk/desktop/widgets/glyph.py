"""The platform's own badge: two letters in a rounded box, one colour for all.

The one rule: no logo and no brand colour; the full name is in the tooltip and is heard.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.accounts import PLATFORMS


NAMES = {one.glyph: one.name for one in PLATFORMS.values()}


def draw_glyph(painter: QPainter, theme: Theme, box: QRectF, letters: str) -> None:
    """Draw the badge into a box of 22 x 17."""
    inner = box.adjusted(0.625, 0.625, -0.625, -0.625)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("lineStrong"), 1.25))
    radius = theme.radius("glyph")
    painter.drawRoundedRect(inner, radius, radius)
    painter.setFont(theme.font("glyph"))
    painter.setPen(theme.color("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)


class PlatformGlyph(QWidget):
    """The badge as a widget, for headers and strips."""

    def __init__(self, theme: Theme, letters: str) -> None:
        """Letters as a platform's `glyph` gives them; none at first is allowed."""
        super().__init__()
        self._theme = theme
        self._letters = ""
        self.set_letters(letters)
        self._dress()
        theme.changed.connect(self._dress)

    def set_letters(self, letters: str) -> None:
        """Show another platform."""
        self._letters = letters
        name = NAMES.get(letters, letters)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_glyph(painter, self._theme, QRectF(self.rect()), self._letters)

    def _dress(self) -> None:
        width, height = self._theme.size("glyph"), self._theme.size("glyphHeight")
        self.setFixedSize(QSize(width, height))
        self.update()
