"""The page: the list at the left, the fields, and how it will read at the right.

The one rule: the fields tell the presenter at each keystroke and judge nothing
themselves.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.templates.editor import TemplateEditor
from kotakmasuk.desktop.templates.presenter import TemplatesPresenter
from kotakmasuk.desktop.templates.preview import TemplatePreview
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.fields import SearchField
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.template_rows import (
    TemplateDelegate,
    TemplateLine,
    TemplateRows,
)
from kotakmasuk.desktop.workplace import Workplace


LIST = 302
NARROW_LIST = 220
ROOM_FOR_PREVIEW = 1000
ROOM_FOR_LIST = 860
ROOM_FOR_TWO = 720
LEAST = 320


class TemplatesPage(QWidget):
    """List, editor and preview."""

    def __init__(self, theme: Theme, presenter: TemplatesPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._list_shown = True
        self.setObjectName("templatesPage")
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(self.tr("Templat"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._list_part()
        self.editor = TemplateEditor(theme)
        self.preview = TemplatePreview(theme)
        row.addWidget(self._side)
        row.addWidget(self.editor, 1)
        row.addWidget(self.preview)
        self.setFocusProxy(self._search)
        self._connect()

    def show_template(self, uid: str) -> None:
        """Open one template, unless words in another one would be lost."""
        if self._may_leave():
            self._presenter.open(uid)
            self._turn(to_list=False)

    def commands(self) -> list[Command]:
        """What can be done here, for the palette."""
        group = self.tr("Templat")
        new = Command(
            id="templates.new",
            title=self.tr("Templat baru"),
            run=self._begin_new,
            group=group,
            icon="plus",
        )
        save = Command(
            id="templates.save",
            title=self.tr("Simpan templat"),
            run=self._presenter.save,
            keys="Ctrl+S",
            group=group,
            icon="check",
        )
        return [new, save] if self._presenter.dirty else [new]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for: the preview, then list or editor."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        wide = self.width()
        self.preview.setVisible(wide >= ROOM_FOR_PREVIEW)
        one_pane = wide < ROOM_FOR_TWO
        self._side.setVisible(not one_pane or self._list_shown)
        self.editor.setVisible(not one_pane or not self._list_shown)
        self.editor.back.setVisible(one_pane)
        if one_pane:
            self._side.setFixedWidth(wide)
        else:
            self._side.setFixedWidth(LIST if wide >= ROOM_FOR_LIST else NARROW_LIST)

    def _turn(self, *, to_list: bool) -> None:
        """Where only one of them has room, show the list or the editor."""
        self._list_shown = to_list
        self._settle()

    def _connect(self) -> None:
        presenter, editor = self._presenter, self.editor
        presenter.listed.connect(self._show_lines)
        presenter.opened.connect(editor.show_template)
        presenter.folders_known.connect(editor.show_folders)
        presenter.judged.connect(editor.show_faults)
        presenter.changed.connect(editor.show_dirty)
        presenter.failed.connect(editor.show_problem)
        presenter.previewed.connect(self.preview.show_text)
        editor.written.connect(self._write)
        editor.save_wanted.connect(presenter.save)
        editor.discard_wanted.connect(presenter.discard)
        editor.remove_wanted.connect(self._remove)
        editor.back.clicked.connect(lambda: self._turn(to_list=True))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        save = QShortcut(QKeySequence("Ctrl+S"), self, context=within)
        save.activated.connect(presenter.save)

    def _list_part(self) -> Plane:
        part = Plane("surface", edge="right")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self._head = ColumnHeader(self._theme, self.tr("Templat"))
        new = IconButton(self._theme, "plus", self.tr("Templat baru"))
        new.setObjectName("templateNew")
        new.clicked.connect(self._begin_new)
        self._head.add_action(new)
        column.addWidget(self._head)
        self._search = SearchField(self._theme, self.tr("Cari judul atau isi"))
        self._search.textChanged.connect(self._presenter.search)
        around = QVBoxLayout()
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self._search)
        column.addLayout(around)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list())
        nothing = self.tr("Tidak ada templat yang cocok.")
        none = TextLabel(self._theme, nothing, tone="text2", wrap=True)
        none.setContentsMargins(14, 10, 14, 10)
        none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(none)
        self._stack.addWidget(self._empty())
        column.addWidget(self._stack, 1)
        return part

    def _list(self) -> QListView:
        self._rows = TemplateRows()
        self._delegate = TemplateDelegate(self._theme)
        self._view = QListView()
        self._view.setModel(self._rows)
        self._view.setItemDelegate(self._delegate)
        self._view.setMouseTracking(True)
        self._view.setObjectName("templateList")
        self._view.setAccessibleName(self.tr("Daftar templat"))
        self._view.selectionModel().currentChanged.connect(self._choose)
        self._view.clicked.connect(lambda _: self._turn(to_list=False))
        return self._view

    def _empty(self) -> EmptyState:
        new = Button(self._theme, self.tr("Templat baru"), kind="primary", icon="plus")
        new.clicked.connect(self._begin_new)
        return EmptyState(
            self._theme,
            icon="file-text",
            title=self.tr("Belum ada templat"),
            sentence=self.tr("Tulis jawaban yang sering Anda pakai, sekali saja."),
            actions=(new,),
        )

    def _show_lines(self, lines: Sequence[TemplateLine], uid: str) -> None:
        choice = self._view.selectionModel()
        choice.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._rows.show_lines(lines)
        place = self._rows.row_of(uid)
        if place >= 0:
            self._view.setCurrentIndex(self._rows.index(place))
        choice.blockSignals(False)  # noqa: FBT003  Qt's own signature
        count = sum(bool(line.uid) for line in lines)
        self._head.set_count(str(count) if count else "")
        searching = bool(self._search.text())
        self._stack.setCurrentIndex(0 if lines else 1 if searching else 2)
        self._view.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        line = self._rows.line(index.row()) if index.isValid() else None
        if line is None or not line.uid or line.uid == self._presenter.edited.uid:
            return
        if self._may_leave():
            self._presenter.open(line.uid)
            self._turn(to_list=False)
        else:
            self._presenter.search(self._search.text())

    def _begin_new(self) -> None:
        if self._may_leave():
            self._presenter.begin_new()
            self._turn(to_list=False)
            self.editor.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self._presenter.write(**self.editor.values())

    def _remove(self) -> None:
        title = self._presenter.edited.title
        sure = ask(
            self._theme,
            self,
            title=self.tr("Hapus templat “{title}”?").format(title=title),
            sentence=self.tr(
                "Balasan yang sudah ditulis dengan templat ini tidak berubah."
            ),
            verb=self.tr("Hapus templat"),
            danger=True,
        )
        if sure:
            self._presenter.remove()

    def _may_leave(self) -> bool:
        """Ask before words that were typed are dropped."""
        if not self._presenter.dirty:
            return True
        return ask(
            self._theme,
            self,
            title=self.tr("Buang perubahan pada templat ini?"),
            sentence=self.tr("Perubahan belum disimpan."),
            verb=self.tr("Buang perubahan"),
            danger=True,
        )


def build(workplace: Workplace) -> TemplatesPage:
    """Make the page and read the templates."""
    presenter = TemplatesPresenter(workplace)
    page = TemplatesPage(workplace.theme, presenter)
    presenter.setParent(page)
    presenter.reload()
    return page
