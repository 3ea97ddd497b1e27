"""The left column: all items, those in force first, and a field that narrows them.

The one rule: the list only says what was chosen; whether it may be opened is decided
elsewhere, and then shown again.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout

from kotakmasuk.desktop.checklist.rows import RuleDelegate, RuleLine, RuleRows
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.fields import SearchField
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


class ListPart(Plane):
    """`chosen` with an item's code, `touched` when one was pressed, `new_wanted`."""

    chosen = Signal(str)
    touched = Signal()
    new_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self.head = ColumnHeader(theme, self.tr("Ceklis etika"))
        back = IconButton(theme, "chevron-left", self.tr("Kembali ke Atur"))
        back.clicked.connect(self.left)
        self.head.add_first(back)
        new = IconButton(theme, "plus", self.tr("Butir baru"))
        new.setObjectName("checklistNew")
        new.clicked.connect(self.new_wanted)
        self.head.add_action(new)
        column.addWidget(self.head)
        self.search = SearchField(theme, self.tr("Cari kode, teks, atau acuan"))
        around = QVBoxLayout()
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self.search)
        column.addLayout(around)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list())
        nothing = self.tr("Tidak ada butir yang cocok.")
        none = TextLabel(theme, nothing, tone="text2", wrap=True)
        none.setContentsMargins(14, 10, 14, 10)
        none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack.addWidget(none)
        column.addWidget(self.stack, 1)

    def show_lines(self, lines: Sequence[RuleLine], key: str) -> None:
        """Show these; the one with this code is the current one."""
        choice = self.view.selectionModel()
        choice.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.rows.show_lines(lines)
        place = self.rows.row_of(key)
        if place >= 0:
            self.view.setCurrentIndex(self.rows.index(place))
            self.view.scrollTo(self.rows.index(place))
        choice.blockSignals(False)  # noqa: FBT003  Qt's own signature
        count = sum(bool(line.kept) for line in lines)
        self.head.set_count(str(count) if count else "")
        self.stack.setCurrentIndex(0 if lines else 1)
        self.view.viewport().update()

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
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setObjectName("checklistList")
        self.view.setAccessibleName(self.tr("Daftar butir ceklis"))
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(lambda _: self.touched.emit())
        self.view.activated.connect(lambda _: self.touched.emit())
        self._theme.changed.connect(self.view.scheduleDelayedItemsLayout)
        return self.view

    def _choose(self, index: QModelIndex) -> None:
        line = self.rows.line(index.row()) if index.isValid() else None
        if line is not None and line.key:
            self.chosen.emit(line.key)
