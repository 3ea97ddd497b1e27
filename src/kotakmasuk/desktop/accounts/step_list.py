"""The steps of a wizard at its left: done, current, still to come.

The one rule: a step's state is its sign and its words, never the colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


WIDTH = 212
SIGN = 20


class StepList(Plane):
    """Title, numbered steps, and a quiet note at the bottom."""

    def __init__(
        self, theme: Theme, title: str, steps: Sequence[str], *, note: str = ""
    ) -> None:
        super().__init__("sunken", edge="right")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 22)
        column.setSpacing(14)
        column.addWidget(TextLabel(theme, title, role="columnTitle"))
        self._signs: list[StepSign] = []
        self._labels: list[TextLabel] = []
        self._words = list(steps)
        for place, words in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(9)
            sign, label = StepSign(theme, place), TextLabel(theme, words)
            row.addWidget(sign)
            row.addWidget(label, 1)
            column.addLayout(row)
            self._signs.append(sign)
            self._labels.append(label)
        column.addStretch(1)
        column.addWidget(TextLabel(theme, note, role="meta", tone="text2", wrap=True))

    def show_step(self, current: int) -> None:
        """Mark the steps before it as done."""
        for place, sign in enumerate(self._signs):
            state = "done" if place < current else "todo"
            sign.show_state("current" if place == current else state)
            tone = "text" if place == current else "text2"
            self._labels[place].set_tone(tone)
        words = self.tr("Langkah {n} dari {all}: {step}")
        self.setAccessibleName(
            words.format(n=current + 1, all=len(self._words), step=self._words[current])
        )


class StepSign(QWidget):
    """A number in a circle, or a check."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._state = "todo"
        self.setFixedSize(SIGN, SIGN)
        theme.changed.connect(self.update)

    def show_state(self, state: str) -> None:
        """State is done, current or todo."""
        self._state = state
        words = {
            "done": self.tr("selesai"),
            "current": self.tr("langkah ini"),
            "todo": self.tr("belum"),
        }
        self.setAccessibleName(f"{self._number}, {words[state]}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        theme = self._theme
        fills = {"done": "okSoft", "current": "accentFill"}
        fill = fills.get(self._state)
        edge = Qt.PenStyle.NoPen if fill else QPen(theme.color("lineStrong"), 1.25)
        painter.setPen(edge)
        painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self._state == "done":
            icon = theme.pixmap("check", 12, "ok")
            painter.drawPixmap(4, 4, icon)
            return
        painter.setFont(theme.font("sectionLabel"))
        ink = "onAccent" if self._state == "current" else "text2"
        painter.setPen(theme.color(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
