"""How to begin: a platform, a file, by hand, or with the example.

The one rule: each card says honestly how long it takes and what it needs.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.welcome.parts import MARK, Tile
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


FOUR, TWO = 1000, 560
CARD = 282
TILE = 40
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Way:
    """One way to begin, as a card tells it."""

    choice: str
    icon: str
    title: str
    text: str
    time: str
    verb: str


class Choices(QWidget):
    """Emits `finished` with connect, import, capture or demo."""

    finished = Signal(str)

    def __init__(self, theme: Theme, *, with_demo: bool = True) -> None:
        """Leave the example out where an inbox is open already."""
        super().__init__()
        self.cards: dict[str, ChoiceCard] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(6)
        outer.addStretch(2)
        outer.addWidget(Tile(theme, "inbox", side=MARK, strong=True), 0, _CENTRE)
        outer.addSpacing(12)
        title = self.tr("Bagaimana Anda ingin mulai?")
        outer.addWidget(TextLabel(theme, title, role="figure"), 0, _CENTRE)
        sentence = self.tr("Semuanya dapat ditambah kapan saja di halaman Kanal.")
        words = TextLabel(theme, sentence, role="message", tone="text2")
        outer.addWidget(words, 0, _CENTRE)
        outer.addSpacing(16)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addLayout(self._grid, 100)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)
        for way in (*self._from_outside(), *self._at_once()):
            if with_demo or way.choice != "demo":
                card = ChoiceCard(theme, way, first=not self.cards)
                card.chosen.connect(self.finished)
                self.cards[way.choice] = card
        self._columns = 0
        self._place(len(self.cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand four, two or one beside one another."""
        super().resizeEvent(event)
        width = event.size().width()
        wide = len(self.cards)
        self._place(wide if width >= FOUR else 2 if width >= TWO else 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one card, so that a narrow window gets one column."""
        return QSize(CARD, super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, *divmod(place, columns))

    def _from_outside(self) -> tuple[Way, ...]:
        return (
            Way(
                "connect",
                "radio-tower",
                self.tr("Sambungkan Mastodon"),
                self.tr(
                    "Akun milik instansi, dengan token dari servernya. Platform lain "
                    "seperti Meta dan X perlu izin yang bisa memakan berminggu-minggu."
                ),
                self.tr("Beberapa menit"),
                self.tr("Sambungkan kanal"),
            ),
            Way(
                "import",
                "upload",
                self.tr("Impor berkas"),
                self.tr(
                    "Berkas CSV, XLSX, atau JSON Lines dari unduhan platform, LAPOR!, "
                    "atau rekap lama."
                ),
                self.tr("Tergantung ukuran berkas"),
                self.tr("Pilih berkas"),
            ),
        )

    def _at_once(self) -> tuple[Way, ...]:
        return (
            Way(
                "capture",
                "pencil",
                self.tr("Tanpa izin: tangkap manual"),
                self.tr(
                    "Tempel tautan dan teks dari kanal mana pun. Tenggat, ceklis, dan "
                    "ringkasannya sama."
                ),
                self.tr("Langsung, tanpa izin platform"),
                self.tr("Tangkap pesan"),
            ),
            Way(
                "demo",
                "layers",
                self.tr("Lihat data contoh"),
                self.tr(
                    "Pemkab Sukamaju, instansi rekaan. Berlatih membalas tanpa mengirim "
                    "apa pun ke internet."
                ),
                self.tr("Langsung, tanpa akun"),
                self.tr("Mulai mencoba"),
            ),
        )


class ChoiceCard(Plane):
    """One way with its button."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, way: Way, *, first: bool) -> None:
        """The first one carries the main button."""
        super().__init__("surface", edge="card")
        self._choice = way.choice
        self.setMaximumWidth(CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 18)
        column.setSpacing(6)
        column.addWidget(Tile(theme, way.icon, side=TILE))
        column.addSpacing(6)
        column.addWidget(TextLabel(theme, way.title, role="columnTitle", wrap=True))
        column.addWidget(TextLabel(theme, way.text, tone="text2", wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, "clock", 14, "text2"))
        row.addWidget(TextLabel(theme, way.time, role="meta", tone="text2"), 1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addSpacing(6)
        self.button = Button(theme, way.verb)
        if first:
            self.button.set_kind("primary")
        self.button.set_large()
        self.button.setAccessibleDescription(f"{way.title}. {way.text}")
        self.button.clicked.connect(self._choose)
        column.addWidget(self.button)

    def _choose(self) -> None:
        self.chosen.emit(self._choice)
