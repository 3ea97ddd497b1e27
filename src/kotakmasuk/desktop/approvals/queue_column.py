"""The queue at the left: every request that waits, the most pressing first.

The one rule: a list that is empty says so, and what was exported can still be imported.
"""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QStackedWidget

from kotakmasuk.desktop.approvals.delegate import RequestDelegate
from kotakmasuk.desktop.approvals.model import RequestModel
from kotakmasuk.desktop.approvals.presenter import Listed
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.list_parts import (
    filling,
    lay_column,
    make_current,
    make_list,
)
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.states import EmptyState


class QueueColumn(Plane):
    """Emits `chosen` with a request's id; `asked` with a deed of its menu."""

    chosen = Signal(int)
    opened = Signal()
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        self._head = ColumnHeader(theme, self.tr("Menunggu persetujuan"))
        self.more = IconButton(theme, "ellipsis", self.tr("Berkas persetujuan"))
        self.more.clicked.connect(self._open_menu)
        self._head.add_action(self.more)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(
            EmptyState(
                theme,
                icon="badge-check",
                title=self.tr("Tidak ada yang perlu disetujui"),
                sentence=self.tr(
                    "Balasan yang memerlukan persetujuan muncul di sini begitu petugas "
                    "mengajukannya."
                ),
            )
        )
        lay_column(self, self._head, self._stack)

    def show_rows(self, listed: Listed) -> None:
        """Show other rows; the open request stays chosen."""
        with filling(self.list):
            self.model.show_rows(listed.rows, listed.moment, listed.soon)
            make_current(self.list, self.model.place_of(listed.chosen))
        self._head.set_count(str(len(listed.rows)) if listed.rows else "")
        self._stack.setCurrentIndex(0 if listed.rows else 1)

    def _make_list(self) -> QListView:
        self.model = RequestModel()
        delegate = RequestDelegate(self._theme, self.model, self)
        name = self.tr("Permintaan persetujuan")
        self.list = make_list(self.model, delegate, key="approvalQueue", name=name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        # Rows are as high as their lines, which follow the size of the text.
        self._theme.changed.connect(self.list.scheduleDelayedItemsLayout)
        return self.list

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.row(index.row()).id)

    def _open(self, index: QModelIndex) -> None:
        self._choose(index)
        self.opened.emit()

    def _open_menu(self) -> None:
        menu = Menu(self._theme, self.tr("Berkas persetujuan"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = (
            ("import", self.tr("Impor jawaban…"), "upload"),
            ("answer", self.tr("Buka berkas permintaan…"), "file-text"),
        )
        for deed, words, icon in rows:
            menu.add(words, partial(self.asked.emit, deed), icon=icon)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
