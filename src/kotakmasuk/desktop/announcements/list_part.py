"""The left column: what was announced, and the ways to begin something new."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.announcements.rows import (
    AnnouncementDelegate,
    AnnouncementRows,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.list_parts import (
    filling,
    lay_column,
    make_current,
    make_list,
)
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.announcements import FORMS, OFFERED, Preset
from kotakmasuk.services.announcements import Listed


ICONS = {
    Preset.ANNOUNCEMENT: "radio-tower",
    Preset.CLARIFICATION: "scale",
    Preset.EMERGENCY: "triangle-alert",
}


class ListPart(Plane):
    """Emits which announcement to open, and which kind to begin."""

    chosen = Signal(int)
    begin_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        self._head = ColumnHeader(theme, self.tr("Pengumuman"))
        back = IconButton(theme, "chevron-left", self.tr("Kembali ke Kiriman"))
        back.clicked.connect(self.back_wanted)
        self._head.add_first(back)
        self.new = IconButton(theme, "plus", self.tr("Buat pengumuman"))
        self.new.setObjectName("announcementNew")
        self.new.clicked.connect(self.offer_kinds)
        self._head.add_action(self.new)
        self._model = AnnouncementRows()
        self._delegate = AnnouncementDelegate(theme)
        name = self.tr("Daftar pengumuman")
        self.list = make_list(
            self._model, self._delegate, key="announcementList", name=name
        )
        self.list.selectionModel().currentChanged.connect(self._choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        lay_column(self, self._head, self._stack)
        self.setFocusProxy(self.list)

    def show_rows(self, rows: Sequence[Listed], chosen: int, moment: Moment) -> None:
        """Show these; the chosen one is marked without telling anybody."""
        with filling(self.list):
            self._model.show_rows(rows, moment)
            make_current(self.list, self._model.place_of(chosen))
        self._head.set_count(str(len(rows)) if rows else "")
        self._stack.setCurrentIndex(0 if rows else 1)

    def offer_kinds(self) -> None:
        """Show the kinds that can be begun."""
        menu = Menu(self._theme, self.tr("Buat pengumuman"), self)
        for preset in OFFERED:
            words = f"{FORMS[preset].words}…"
            menu.add(words, partial(self._begin, preset), icon=ICONS[preset])
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def _begin(self, preset: Preset, *_: object) -> None:
        self.begin_wanted.emit(preset)

    def _empty(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(8)
        title = self.tr("Belum ada pengumuman")
        column.addWidget(TextLabel(self._theme, title, role="bodyStrong"))
        words = self.tr("Unggahan baru melalui ceklis dan persetujuan yang sama.")
        column.addWidget(TextLabel(self._theme, words, tone="text2", wrap=True))
        for preset in OFFERED:
            words = f"{FORMS[preset].words}…"
            button = Button(self._theme, words, icon=ICONS[preset])
            button.setAccessibleDescription(FORMS[preset].purpose)
            button.clicked.connect(partial(self._begin, preset))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            purpose = FORMS[preset].purpose
            told = TextLabel(self._theme, purpose, role="meta", tone="text2", wrap=True)
            column.addWidget(told)
        column.addStretch(1)
        return whole

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.chosen.emit(row.announcement.id)
