"""How a template reads when it is used, with example values.

The one rule: it says that these are examples; they are nobody's data.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import BubbleBody
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage, Span


WIDE = 296


class TemplatePreview(Plane):
    """The right column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="left")
        self.setFixedWidth(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = ColumnHeader(theme, self.tr("Pratinjau"), surface="sunken")
        column.addWidget(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 14, 14, 14)
        inside.setSpacing(8)
        self._passage = Passage(theme)
        inside.addWidget(BubbleBody(theme, self._passage, outgoing=True))
        words = self.tr("Dengan nilai contoh; bukan data warga.")
        self._foot = TextLabel(theme, words, role="meta", tone="text3", wrap=True)
        inside.addWidget(self._foot)
        inside.addStretch(1)
        column.addLayout(inside, 1)

    def show_text(self, text: str, spans: Sequence[Span]) -> None:
        """Show the filled text; the examples in it stand out."""
        self._passage.set_text(text or self.tr("Isi masih kosong."), spans)

    def text(self) -> str:
        """What is shown."""
        return self._passage.text()
