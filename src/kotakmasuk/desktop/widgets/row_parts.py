"""What the rows of all lists are drawn with: ground, heading, words, foot line.

The one rule: the chosen row has a bar and a ground of its own in every list alike.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle

from kotakmasuk.desktop.theme import Theme


EDGE = 14
BAR = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Ink:
    """How words are written: the role of the type, and the token of the colour."""

    role: str
    tone: str


def draw_ground(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    state: QStyle.StateFlag,
    *,
    bar: bool = True,
) -> None:
    """Fill a row that is chosen or under the pointer; a chosen one gets the bar."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, theme.color("selected" if chosen else "hover"))
    if chosen and bar:
        side = QRectF(box.x(), box.y(), BAR, box.height())
        painter.fillRect(side, theme.color("marker"))


def draw_foot(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the line under a row."""
    line = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
    painter.fillRect(line, theme.color("line"))


def draw_heading(
    painter: QPainter, theme: Theme, box: QRectF, *, title: str, count: int
) -> None:
    """Draw the heading of a group with how many follow."""
    painter.fillRect(box, theme.color("sunken"))
    inner = box.adjusted(EDGE, 0, -EDGE, 0)
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font("sectionLabel"))
    painter.drawText(inner, _MIDDLE, title)
    painter.setFont(theme.font("caption"))
    painter.drawText(inner, _RIGHT, str(count))


def draw_words(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    words: str,
    ink: Ink,
    *,
    right: bool = False,
) -> None:
    """Draw words in one line; what does not fit ends in …."""
    font = theme.font(ink.role)
    painter.setFont(font)
    painter.setPen(theme.color(ink.tone))
    elide = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(font).elidedText(words, elide, box.width())
    painter.drawText(box, _RIGHT if right else _MIDDLE, shown)


def words_width(font: QFont, words: str) -> float:
    """How wide words are in one line, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(words)
