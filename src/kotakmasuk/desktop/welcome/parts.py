"""Shared parts of the first run: the mark, a page in the middle, a strip while waiting.

The one rule: one page asks one thing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.focus_ring import FocusRing
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.nila_style import dress


MARK = 52
PAGE = 520
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Tile(QWidget):
    """An icon on a rounded ground."""

    def __init__(
        self, theme: Theme, icon: str, *, side: int, strong: bool = False
    ) -> None:
        """Strong is the mark of the program; else the ground is soft."""
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._strong = strong
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ground and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        fill = "accentFill" if self._strong else "accentSoft"
        painter.setBrush(self._theme.color(fill))
        side = self.width()
        radius = side / 4.5
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = round(side * 0.54) if self._strong else 18
        ink = "onAccent" if self._strong else "accent"
        picture = self._theme.pixmap(self._icon, size, ink)
        corner = round((side - size) / 2)
        painter.drawPixmap(corner, corner, picture)


class Page(QWidget):
    """A heading in the middle, a card below it, buttons at the card's foot."""

    def __init__(
        self, theme: Theme, title: str, sentence: str, *, marked: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(6)
        outer.addStretch(2)
        if marked:
            mark = Tile(theme, "inbox", side=MARK, strong=True)
            outer.addWidget(mark, 0, _CENTRE)
            outer.addSpacing(12)
        outer.addWidget(TextLabel(theme, title, role="figure"), 0, _CENTRE)
        self.sentence = TextLabel(
            theme, sentence, role="message", tone="text2", wrap=True
        )
        self.sentence.setAlignment(_CENTRE)
        outer.addWidget(self.sentence)
        outer.addSpacing(14)
        self.card = Plane("surface", edge="card")
        self.card.setMaximumWidth(PAGE)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(24, 22, 24, 20)
        self.column.setSpacing(14)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.card, 100)
        line.addStretch(1)
        outer.addLayout(line)
        self.below = QHBoxLayout()
        self.below.setSpacing(16)
        outer.addSpacing(14)
        outer.addLayout(self.below)
        outer.addStretch(3)

    def add_buttons(self, *buttons: Button) -> None:
        """Put buttons at the foot of the card, the verb last."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            button.set_large()
            row.addWidget(button)
        self.column.addSpacing(4)
        self.column.addLayout(row)


def no_database() -> NoReturn:
    """Stand where lanes expect a database; nothing here asks for one."""
    message = "the first run has no database yet"
    raise RuntimeError(message)


@contextmanager
def dressed(theme: Theme) -> Iterator[None]:
    """Give the application the look for one window, and leave it to the next dress.

    Two focus rings or two wardrobes at once would draw over each other.
    """
    application = cast("QApplication", QApplication.instance())
    before = application.findChildren(FocusRing)
    wardrobe = dress(application, theme)
    try:
        yield
    finally:
        for ring in application.findChildren(FocusRing):
            if ring not in before:
                ring.deleteLater()
        wardrobe.deleteLater()
