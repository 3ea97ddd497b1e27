"""Lines about an answer: a switch that was made, time that runs out, what it rests on.

The one rule: each line says what is so, and its verb stands at its end.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.states import Notice
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


ICON = 14
LEAST = 30
# Surface, ink of the words, ink of the sign.
LOOKS = {
    "plain": ("surface", "text2", "text2"),
    "info": ("sunken", "text2", "accent"),
    "soon": ("warnSoft", "warn", "warn"),
    "warn": ("warnSoft", "warn", "warn"),
    "late": ("dangerSoft", "danger", "danger"),
    "danger": ("dangerSoft", "danger", "danger"),
}


class Notices(QWidget):
    """A column of lines; `done` carries the deed whose verb was pressed."""

    done = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._shown: tuple[Notice, ...] = ()
        self._lines: list[NoticeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show these, and no others."""
        if notices == self._shown:
            return
        self._shown = notices
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [NoticeLine(self._theme, one) for one in notices]
        for line in self._lines:
            line.done.connect(self.done)
            self._column.addWidget(line)
        self.setVisible(bool(notices))

    def words(self) -> list[str]:
        """What the lines say."""
        return [one.words for one in self._shown]

    def height_at(self, width: int) -> int:
        """How much room all lines take at this width."""
        return sum(line.heightForWidth(width) for line in self._lines)


class NoticeLine(Plane):
    """One of them."""

    done = Signal(str)

    def __init__(self, theme: Theme, notice: Notice) -> None:
        surface, ink, sign = LOOKS[notice.look]
        super().__init__(surface, edge="bottom")
        self._deed = notice.deed
        self.setAccessibleName(notice.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 8, 2)
        row.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconLabel(theme, notice.icon, ICON, sign), 0, middle)
        words = TextLabel(theme, notice.words, role="meta", tone=ink, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
        row.addWidget(words, 1, middle)
        if notice.verb:
            button = Button(theme, notice.verb, kind="link")
            button.clicked.connect(self._say_done)
            row.addWidget(button, 0, middle)
        if notice.closes:
            cross = IconButton(theme, "x", notice.closes)
            cross.clicked.connect(self._say_done)
            row.addWidget(cross, 0, middle)
        self.setMinimumHeight(LEAST)

    def heightForWidth(self, width: int) -> int:
        """As high as its words need, and never lower than a line."""
        layout = self.layout()
        wanted = layout.heightForWidth(width) if layout else 0
        return max(LEAST, wanted)

    def _say_done(self) -> None:
        self.done.emit(self._deed)
