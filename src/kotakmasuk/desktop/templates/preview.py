"""How a template reads when it is used, with example values, and how often it was.

The one rule: it says that these are examples; they are nobody's data.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.templates.trying import Tried
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import BubbleBody
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.templates import Usage
from kotakmasuk.domain.wording import number


WIDE = 296


class TemplatePreview(Plane):
    """The right column; `platform_chosen` asks for the words of another platform."""

    platform_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="left")
        self.setFixedWidth(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = ColumnHeader(theme, self.tr("Pratinjau"), surface="sunken")
        self._glyph = PlatformGlyph(theme, "")
        self.platform = QComboBox()
        self.platform.setProperty("bare", True)  # noqa: FBT003  Qt's own signature
        self.platform.setAccessibleName(self.tr("Pratinjau untuk kanal"))
        self.platform.activated.connect(self._say_chosen)
        head.add_action(self._glyph)
        head.add_action(self.platform)
        column.addWidget(head)
        column.addWidget(self._words(theme))
        column.addWidget(self._used(theme))
        column.addStretch(1)

    def show_platforms(self, platforms: Sequence[str]) -> None:
        """Offer these beside the common words."""
        chosen = self.platform.currentData() or ""
        with QSignalBlocker(self.platform):
            self.platform.clear()
            self.platform.addItem(self.tr("Umum"), "")
            for one in platforms:
                self.platform.addItem(platform_of(one).name, one)
            self._choose(chosen)

    def show_tried(self, tried: Tried) -> None:
        """Show the filled text; the examples in it stand out."""
        self._passage.set_text(tried.text or self.tr("Isi masih kosong."), tried.spans)
        self._body.fit(self._body.width())
        with QSignalBlocker(self.platform):
            self._choose(tried.platform)

    def show_usage(self, usage: Usage) -> None:
        """Say how often it was used in the last 30 days."""
        times = self.tr("{n} kali")
        self._counts[0].setText(times.format(n=number(usage.used)))
        self._counts[1].setText(times.format(n=number(usage.unchanged)))

    def text(self) -> str:
        """What is shown."""
        return self._passage.text()

    def usage(self) -> list[str]:
        """What is said of its use."""
        return [one.text() for one in self._counts]

    def _words(self, theme: Theme) -> Plane:
        part = Plane("sunken", edge="bottom")
        inside = QVBoxLayout(part)
        inside.setContentsMargins(14, 14, 14, 14)
        inside.setSpacing(8)
        self._passage = Passage(theme)
        self._body = BubbleBody(theme, self._passage, outgoing=True)
        inside.addWidget(self._body)
        words = self.tr("Dengan nilai contoh; bukan data warga.")
        inside.addWidget(TextLabel(theme, words, role="meta", tone="text3", wrap=True))
        return part

    def _used(self, theme: Theme) -> QWidget:
        part = Plane("sunken", edge="bottom")
        grid = QGridLayout(part)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        title = self.tr("Pemakaian 30 hari")
        head = TextLabel(theme, title, role="sectionLabel", tone="text2")
        grid.addWidget(head, 0, 0)
        names = (self.tr("Dipakai"), self.tr("Dikirim tanpa ubahan"))
        self._counts = [TextLabel(theme, role="bodyStrong") for _ in names]
        for row, name in enumerate(names, start=1):
            grid.addWidget(TextLabel(theme, name), row, 0)
            grid.addWidget(self._counts[row - 1], row, 1)
        return part

    def _choose(self, platform: str) -> None:
        place = max(0, self.platform.findData(platform))
        self.platform.setCurrentIndex(place)
        known = self.platform.itemData(place) or ""
        self._glyph.setVisible(bool(known))
        self._glyph.set_letters(platform_of(known).glyph if known else "")

    def _say_chosen(self) -> None:
        self.platform_chosen.emit(self.platform.currentData() or "")
