"""The left column: all items, those in force first, and a field that narrows them.

The one rule: the list only says what was chosen; whether it may be opened is decided
elsewhere, and then shown again.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStackedWidget

from kotakmasuk.desktop.checklist.rows import RuleDelegate, RuleLine, RuleRows
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.list_parts import (
    filling,
    lay_column,
    make_current,
    make_list,
    nothing_found,
    search_row,
)


class ListPart(Plane):
    """`chosen` with an item's code, `touched` when one was pressed, `new_wanted`."""

    chosen = Signal(str)
    touched = Signal()
    new_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        self.head = ColumnHeader(theme, self.tr("Ceklis etika"))
        back = IconButton(theme, "chevron-left", self.tr("Kembali ke Atur"))
        back.clicked.connect(self.left)
        self.head.add_first(back)
        new = IconButton(theme, "plus", self.tr("Butir baru"))
        new.setObjectName("checklistNew")
        new.clicked.connect(self.new_wanted)
        self.head.add_action(new)
        words = self.tr("Cari kode, teks, atau acuan")
        above, self.search = search_row(theme, words)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list())
        nothing = self.tr("Tidak ada butir yang cocok.")
        self.stack.addWidget(nothing_found(theme, nothing))
        lay_column(self, self.head, self.stack, above)

    def show_lines(self, lines: Sequence[RuleLine], key: str) -> None:
        """Show these; the one with this code is the current one."""
        with filling(self.view):
            self.rows.show_lines(lines)
            make_current(self.view, self.rows.row_of(key))
            self.view.scrollTo(self.view.currentIndex())
        count = sum(bool(line.kept) for line in lines)
        self.head.set_count(str(count) if count else "")
        self.stack.setCurrentIndex(0 if lines else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As wide as it was told to be."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def _list(self) -> QListView:
        self.rows = RuleRows()
        self._delegate = RuleDelegate(self._theme)
        name = self.tr("Daftar butir ceklis")
        self.view = make_list(self.rows, self._delegate, key="checklistList", name=name)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(lambda _: self.touched.emit())
        self.view.activated.connect(lambda _: self.touched.emit())
        self._theme.changed.connect(self.view.scheduleDelayedItemsLayout)
        return self.view

    def _choose(self, index: QModelIndex) -> None:
        line = self.rows.line(index.row()) if index.isValid() else None
        if line is not None and line.key:
            self.chosen.emit(line.key)
