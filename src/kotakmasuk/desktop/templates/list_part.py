"""The left column: all templates by category, or those that fit what was typed.

The one rule: the list only says what was chosen; whether it may be opened is decided
elsewhere, and then shown again.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QListView, QStackedWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
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
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.template_rows import (
    TemplateDelegate,
    TemplateLine,
    TemplateRows,
)


class ListPart(Plane):
    """`chosen` with a template's id, `touched` when one was pressed, `new_wanted`."""

    chosen = Signal(str)
    touched = Signal()
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        self.head = ColumnHeader(theme, self.tr("Templat"))
        new = IconButton(theme, "plus", self.tr("Templat baru"))
        new.setObjectName("templateNew")
        new.clicked.connect(self.new_wanted)
        self.files = IconButton(theme, "ellipsis", self.tr("Impor dan ekspor templat"))
        self.head.add_action(new)
        self.head.add_action(self.files)
        above, self.search = search_row(theme, self.tr("Cari judul atau isi"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._list())
        nothing = self.tr("Tidak ada templat yang cocok.")
        self.stack.addWidget(nothing_found(theme, nothing))
        self.stack.addWidget(self._empty())
        lay_column(self, self.head, self.stack, above)

    def show_lines(self, lines: Sequence[TemplateLine], uid: str) -> None:
        """Show these; the one with this id is the current one."""
        with filling(self.view):
            self.rows.show_lines(lines)
            make_current(self.view, self.rows.row_of(uid))
        count = sum(bool(line.uid) for line in lines)
        self.head.set_count(str(count) if count else "")
        searching = bool(self.search.text())
        self.stack.setCurrentIndex(0 if lines else 1 if searching else 2)

    def _list(self) -> QListView:
        self.rows = TemplateRows()
        self._delegate = TemplateDelegate(self._theme)
        name = self.tr("Daftar templat")
        self.view = make_list(self.rows, self._delegate, key="templateList", name=name)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(lambda _: self.touched.emit())
        return self.view

    def _empty(self) -> EmptyState:
        new = Button(self._theme, self.tr("Templat baru"), kind="primary", icon="plus")
        new.clicked.connect(self.new_wanted)
        return EmptyState(
            self._theme,
            icon="file-text",
            title=self.tr("Belum ada templat"),
            sentence=self.tr("Tulis jawaban yang sering Anda pakai, sekali saja."),
            actions=(new,),
        )

    def _choose(self, index: QModelIndex) -> None:
        line = self.rows.line(index.row()) if index.isValid() else None
        if line is not None and line.uid:
            self.chosen.emit(line.uid)
