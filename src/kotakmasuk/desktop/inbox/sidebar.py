"""The sidebar: whose desk this is, the lists, and how far every account is read.

The one rule: it only tells which list was asked for; the presenter opens it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout

from kotakmasuk.desktop.inbox.channel_strip import MOST, ChannelStrip
from kotakmasuk.desktop.inbox.nav_rows import NavDelegate, NavModel, nav_rows
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import ElidedLabel, KeyCap, Plane
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.domain.inbox import Counts, Listing
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.tags import Tag


LOW = 420  # pixels
FEW = 2
SHORT = {
    "Pemerintah Kabupaten": "Pemkab",
    "Pemerintah Kota": "Pemkot",
    "Pemerintah Provinsi": "Pemprov",
    "Dinas Komunikasi dan Informatika": "Diskominfo",
}


class Sidebar(Plane):
    """Emits which listing, account or management of tags was asked for."""

    listing_chosen = Signal(object)
    palette_requested = Signal()
    tags_management_requested = Signal(object)
    issues_requested = Signal()

    def __init__(self, theme: Theme, agency: str) -> None:
        """Show the agency's name and no lists yet."""
        super().__init__("window")
        self._theme = theme
        self._counts = Counts()
        self.tags: Sequence[Tag] = ()
        self.issues: Sequence[Issue] = ()
        self._listing = Listing()
        self._model = NavModel()
        self._delegate = NavDelegate(theme)
        self.list = QListView()
        self.channels = ChannelStrip(theme)
        self._agency = ElidedLabel(theme, role="bodyStrong")
        self.set_agency(agency)
        self._build()
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._show_menu)
        theme.changed.connect(self._dress)

    def set_agency(self, agency: str) -> None:
        """Show another agency's name, shortened as offices shorten it."""
        self._agency.set_text(short_agency(agency))

    def show_counts(
        self, counts: Counts, tags: Sequence[Tag], issues: Sequence[Issue] = ()
    ) -> None:
        """Show the exact numbers, the open Isu and the tags in use."""
        self._counts, self.tags, self.issues = counts, tags, issues
        self._show()

    def show_listing(self, listing: Listing) -> None:
        """Mark the list that is open; none while a search is."""
        self._listing = listing
        self._show()

    def tag_named(self, number: int) -> str:
        """The name of a tag; empty when there is none of that number."""
        return next((tag.name for tag in self.tags if tag.id == number), "")

    def titles(self) -> list[str]:
        """What stands in the list, from the top."""
        places = range(self._model.rowCount())
        return [self._model.row_at(place).title for place in places]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a low window's room to the lists; Kanal has a page of its own."""
        super().resizeEvent(event)
        self.channels.set_most(FEW if self.height() < LOW else MOST)

    def _show(self) -> None:
        rows = nav_rows(self._counts, self.tags, self._listing, self.issues)
        self._model.show_rows(rows)
        place = self._model.row_of(self._listing)
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self._model.index(place) if place is not None else QModelIndex()
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, choose)
        else:
            self.list.clearSelection()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row.listing is not None:
            self.listing_chosen.emit(row.listing)
        elif row.opens == "tags":
            self._show()
            self.tags_management_requested.emit(None)
        elif row.opens == "issues":
            self._show()
            self.issues_requested.emit()

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        tag = self._model.row_at(index.row()).tag if index.isValid() else None
        if tag is None:
            return
        menu = Menu(self._theme, self.tr("Tag {name}").format(name=tag.name), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, icon, danger in (
            (self.tr("Ganti nama…"), "pencil", False),
            (self.tr("Gabungkan ke tag lain…"), "tag", False),
            (self.tr("Hapus tag…"), "trash-2", True),
        ):
            if danger:
                menu.addSeparator()
            menu.add(words, lambda: self._manage(tag), icon=icon, danger=danger)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _manage(self, tag: Tag) -> None:
        self.tags_management_requested.emit(tag.id)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 8)
        head.addWidget(self._agency, 1)
        column.addLayout(head)
        column.addLayout(self._finder())
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(self.tr("Daftar percakapan menurut tampilan"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column.addWidget(self.list, 1)
        column.addWidget(self.channels)
        self._dress()

    def _finder(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 8)
        self.finder = Button(self._theme, "", icon="search", shortcut="Ctrl+K")
        self.finder.setAccessibleName(self.tr("Cari dan jalankan perintah"))
        inside = QHBoxLayout(self.finder)
        inside.setContentsMargins(30, 0, 6, 0)
        words = ElidedLabel(
            self._theme, self.tr("Cari, perintah"), role="body", tone="text3"
        )
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(words, 1)
        inside.addWidget(
            KeyCap(self._theme, "Ctrl K"), 0, Qt.AlignmentFlag.AlignVCenter
        )
        self.finder.setProperty("finder", True)  # noqa: FBT003  Qt's own signature
        self.finder.clicked.connect(self.palette_requested)
        row.addWidget(self.finder)
        return row

    def _dress(self) -> None:
        ground = self._theme.color("window").name()
        self.list.setStyleSheet(f"QListView {{ background: {ground}; }}")
        self.finder.setStyleSheet("QPushButton { text-align: left; padding: 0 8px; }")
        self.list.doItemsLayout()


def short_agency(name: str) -> str:
    """Pemerintah Kabupaten Sukamaju becomes Pemkab Sukamaju, as in office letters."""
    for whole, short in SHORT.items():
        if name.startswith(f"{whole} "):
            return name.replace(whole, short, 1)
    return name
