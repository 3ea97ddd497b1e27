"""The report's pages as pictures beside the figures, and what was checked of them.

The one rule: what keeps a report from going out is said here, in words.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kotakmasuk.desktop.summary.presenter import Shown
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader, SectionHeader
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.domain.summary_words import note_sentence
from kotakmasuk.domain.wording import number


WIDTH = 264
MARGIN = 14


class PreviewColumn(Plane):
    """One page at a time, turned by two buttons."""

    def __init__(self, theme: Theme) -> None:
        """Start without a page; `show_pages` brings them."""
        super().__init__("sunken", edge="left")
        self._theme = theme
        self._pages: list[QPixmap] = []
        self._place = 0
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pratinjau laporan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self._page, 1)
        self._checked = QVBoxLayout()
        self._checked.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        self._checked.setSpacing(6)
        foot = Plane("sunken", edge="top")
        foot.setLayout(self._checked)
        column.addWidget(foot)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show other pages, from the first."""
        self._pages = []
        for content in pages:
            page = QPixmap()
            page.loadFromData(content)
            self._pages.append(page)
        self.turn_to(0)

    def turn_to(self, place: int) -> None:
        """Show another page, counted from 0."""
        self._place = max(0, min(place, len(self._pages) - 1))
        self._back.setEnabled(self._place > 0)
        self._forth.setEnabled(self._place < len(self._pages) - 1)
        words = self.tr("{page} / {pages}") if self._pages else ""
        place_words = words.format(page=self._place + 1, pages=len(self._pages))
        self._count.setText(place_words)
        self._page.setAccessibleName(self.tr("Halaman {0}").format(place_words))
        self._draw()

    def show_checks(self, shown: Shown) -> None:
        """Say what agrees and what a reader of the report must know."""
        _clear(self._checked)
        self._checked.addWidget(
            SectionHeader(self._theme, self.tr("Pemeriksaan angka"))
        )
        for good, words in self._findings(shown):
            self._checked.addWidget(_Finding(self._theme, words, good=good))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room."""
        super().resizeEvent(event)
        self._draw()

    def _make_head(self) -> ColumnHeader:
        head = ColumnHeader(self._theme, self.tr("Pratinjau"), surface="sunken")
        self._count = TextLabel(self._theme, role="meta", tone="text2")
        self._back = IconButton(
            self._theme, "chevron-left", self.tr("Halaman sebelumnya")
        )
        self._forth = IconButton(
            self._theme, "chevron-right", self.tr("Halaman berikutnya")
        )
        self._back.clicked.connect(lambda: self.turn_to(self._place - 1))
        self._forth.clicked.connect(lambda: self.turn_to(self._place + 1))
        for widget in (self._back, self._count, self._forth):
            head.add_action(widget)
        return head

    def _draw(self) -> None:
        if not self._pages:
            self._page.clear()
            return
        ratio = self.devicePixelRatio()
        wide = int((self.width() - 2 * MARGIN) * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        page = self._pages[self._place].scaledToWidth(wide, smooth)
        page.setDevicePixelRatio(ratio)
        self._page.setPixmap(page)

    def _findings(self, shown: Shown) -> list[tuple[bool, str]]:
        summary, proof = shown.summary, shown.proof
        found = [(True, self.tr("Jumlah cocok dengan kotak masuk"))]
        if not proof.agrees:
            words = self.tr("Angka belum cocok: {here} di sini, {there} di kotak masuk")
            here, there = number(summary.total.now), number(proof.recounted)
            found = [(False, words.format(here=here, there=there))]
        if proof.personal:
            words = self.tr("Nama tag memuat data pribadi: {tags}")
            found.append((False, words.format(tags=", ".join(proof.personal))))
        else:
            found.append((True, self.tr("Tanpa nama dan nomor warga")))
        zone = summary.week.zone
        return found + [(False, note_sentence(one, zone)) for one in summary.notes]


class _Finding(QWidget):
    """An icon and a sentence."""

    def __init__(self, theme: Theme, words: str, *, good: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon = ("circle-check", "ok") if good else ("triangle-alert", "warn")
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(theme, icon[0], 14, icon[1]), 0, top)
        row.addWidget(TextLabel(theme, words, role="meta", wrap=True), 1, top)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
