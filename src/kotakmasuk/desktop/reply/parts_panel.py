"""The numbered thread that a long text becomes, each part with its own count.

The one rule: it shows exactly what would be posted, numbering included.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.states import Part
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.widgets.scrolling import scrolled


HIGH = 132


class PartsPanel(QWidget):
    """A list of parts; it scrolls, so that the text above keeps its room."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._shown: tuple[Part, ...] = ()
        self._cards: list[QWidget] = []
        self._low = False
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 6, 14, 6)
        self._column.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        area.setAccessibleName(self.tr("Bagian-bagian balasan"))
        outer.addWidget(area)
        self.setFixedHeight(HIGH)
        self.hide()

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these; none hides the list."""
        if parts == self._shown:
            return
        self._shown = parts
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(part) for part in parts]
        for card in self._cards:
            self._column.addWidget(card)
        self.setVisible(bool(parts) and not self._low)

    def set_low(self, *, low: bool) -> None:
        """Give way in a low window: there the notice alone says how many there are."""
        self._low = low
        self.setVisible(bool(self._shown) and not low)

    def _card(self, part: Part) -> Plane:
        card = Plane("sunken", edge="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        head = QHBoxLayout()
        words = self.tr("Bagian {number}").format(number=part.number)
        head.addWidget(TextLabel(self._theme, words, role="sectionLabel"), 1)
        head.addWidget(TextLabel(self._theme, part.count, role="meta", tone="text2"))
        column.addLayout(head)
        column.addWidget(Passage(self._theme, part.text, role="body"))
        card.setAccessibleName(f"{words}, {part.count}. {part.text}")
        return card
