"""A person as initials in a circle; there are no photos of citizens.

The one rule: initials are a picture of a name, so the full name is always heard.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.theme import Theme


LETTERS_SHOWN = 2
NOBODY = "\u2013"


def initials_of(name: str) -> str:
    """Up to two letters of a name or handle: "Sari Rahmawati" gives SR."""
    for sign in "@._-":
        name = name.replace(sign, " ")
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:LETTERS_SHOWN]).upper()


def draw_initials(
    painter: QPainter,
    theme: Theme,
    circle: QRectF,
    initials: str,
    *,
    ink: str = "text2",
    fill: str = "hover",
) -> None:
    """Draw the circle with its letters."""
    painter.setBrush(theme.color(fill))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(theme.font("glyph"))
    painter.setPen(theme.color(ink))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials)


class Avatar(QWidget):
    """The circle as a widget."""

    def __init__(
        self, theme: Theme, name: str, *, side: int = 28, mine: bool = False
    ) -> None:
        """Side is the diameter in pixels; `mine` draws it in the accent."""
        super().__init__()
        self._theme = theme
        self._name = name
        self._mine = mine
        self.setFixedSize(side, side)
        self.set_name(name)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "accent" if self._mine else "text2"
        fill = "accentSoft" if self._mine else "hover"
        draw_initials(
            painter,
            self._theme,
            QRectF(self.rect()),
            initials_of(self._name) or NOBODY,
            ink=ink,
            fill=fill,
        )
