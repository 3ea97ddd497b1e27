"""The page: the list at the left, the fields, and how it will read at the right.

The one rule: the fields tell the presenter at each keystroke and judge nothing
themselves.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.templates.archive import Archive
from kotakmasuk.desktop.templates.editor import TemplateEditor
from kotakmasuk.desktop.templates.exchange import (
    Exchange,
    IntakeDialog,
    exchange_menu,
)
from kotakmasuk.desktop.templates.history import HistoryDialog
from kotakmasuk.desktop.templates.list_part import ListPart
from kotakmasuk.desktop.templates.presenter import TemplatesPresenter
from kotakmasuk.desktop.templates.preview import TemplatePreview
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.page_parts import (
    ListRoom,
    bind_inside,
    fit_list,
    side_by_side,
)
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.templates import Template
from kotakmasuk.services.template_exchange import Intake


LIST = ListRoom(wide=302, narrow=220, from_wide=860, from_two=720)
ROOM_FOR_PREVIEW = 1000
LEAST = 320


@dataclass(frozen=True)
class Behind:
    """Who decides for the page: editing, files, and what lies in the archive."""

    presenter: TemplatesPresenter
    exchange: Exchange
    archive: Archive


class TemplatesPage(QWidget):
    """List, editor and preview."""

    def __init__(self, theme: Theme, behind: Behind) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = behind.presenter
        self._exchange = behind.exchange
        self._archive = behind.archive
        self._list_shown = True
        self.setObjectName("templatesPage")
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(self.tr("Templat"))
        row = side_by_side(self)
        self.side = ListPart(theme)
        self.editor = TemplateEditor(theme, self._archive.picture)
        self.preview = TemplatePreview(theme)
        row.addWidget(self.side)
        row.addWidget(self.editor, 1)
        row.addWidget(self.preview)
        self.setFocusProxy(self.side.search)
        self._connect()
        self._connect_fields()

    def show_template(self, uid: str) -> None:
        """Open one template, unless words in another one would be lost."""
        if self._may_leave():
            self._presenter.open(uid)
            self._turn(to_list=False)

    def show_history(self) -> None:
        """Show the versions; one of them may be brought back."""
        uid = self._presenter.edited.uid
        versions = self._archive.versions(uid)
        if not versions:
            return
        dialog = HistoryDialog(self._theme, self, versions, self._archive.moment())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if accepted and self._may_leave():
            self._presenter.discard()
            self._archive.restore(uid, dialog.chosen().version)
        dialog.deleteLater()

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
        versions = Command(
            id="templates.versions",
            title=self.tr("Riwayat versi templat"),
            run=self.show_history,
            group=group,
            icon="history",
        )
        save = Command(
            id="templates.save",
            title=self.tr("Simpan templat"),
            run=self._presenter.save,
            keys="Ctrl+S",
            group=group,
            icon="check",
        )
        offered = [new, versions] if self._presenter.edited.uid else [new]
        return [*offered, save] if self._presenter.dirty else offered

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for: the preview, then list or editor."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        wide = self.width()
        self.preview.setVisible(wide >= ROOM_FOR_PREVIEW)
        one_pane = fit_list(self.side, LIST, wide, wanted=self._list_shown)
        self.editor.setVisible(not one_pane or not self._list_shown)
        self.editor.head.back.setVisible(one_pane)

    def _turn(self, *, to_list: bool) -> None:
        """Where only one of them has room, show the list or the editor."""
        self._list_shown = to_list
        self._settle()

    def _connect(self) -> None:
        presenter, side = self._presenter, self.side
        presenter.listed.connect(side.show_lines)
        presenter.platforms_known.connect(self.preview.show_platforms)
        presenter.tried.connect(self.preview.show_tried)
        presenter.used.connect(self.preview.show_usage)
        self.preview.platform_chosen.connect(presenter.look_as)
        side.search.textChanged.connect(presenter.search)
        side.chosen.connect(self._choose)
        side.touched.connect(lambda: self._turn(to_list=False))
        side.new_wanted.connect(self._begin_new)
        side.files.clicked.connect(self._open_files)
        self._exchange.looked.connect(self._show_intake)
        bind_inside(self, "Ctrl+S").activated.connect(presenter.save)

    def _connect_fields(self) -> None:
        presenter, editor = self._presenter, self.editor
        presenter.opened.connect(self._show_template)
        presenter.folders_known.connect(editor.show_folders)
        presenter.platforms_known.connect(editor.body.tabs.offer)
        presenter.judged.connect(editor.show_faults)
        presenter.changed.connect(editor.head.show_dirty)
        presenter.tried.connect(editor.counts.show_tried)
        for one in (presenter, self._exchange, self._archive):
            one.failed.connect(editor.show_problem)
        self._archive.picture_kept.connect(editor.pictures.take)
        editor.written.connect(self._write)
        editor.body.turned.connect(presenter.turn)
        editor.pictures.wanted.connect(self._ask_for_picture)
        editor.head.save.clicked.connect(presenter.save)
        editor.head.discard.clicked.connect(presenter.discard)
        editor.head.remove_wanted.connect(self._remove)
        editor.head.versions_wanted.connect(self.show_history)
        editor.head.back.clicked.connect(lambda: self._turn(to_list=True))

    def _show_template(self, template: Template) -> None:
        self.editor.show_template(template, self._archive.words(template.uid))

    def _choose(self, uid: str) -> None:
        if uid == self._presenter.edited.uid:
            return
        if self._may_leave():
            self._presenter.open(uid)
            self._turn(to_list=False)
        else:
            self._presenter.search(self.side.search.text())

    def _begin_new(self) -> None:
        if self._may_leave():
            self._presenter.begin_new()
            self._turn(to_list=False)
            self.editor.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self._presenter.write(self.editor.values(self._presenter.edited))

    def _open_files(self) -> None:
        menu = exchange_menu(self._theme, self, self._exchange)
        files = self.side.files
        menu.popup(files.mapToGlobal(QPoint(0, files.height())))

    def _show_intake(self, path: Path, found: Intake) -> None:
        """Show what an import would do; it is done when the officer says so."""
        dialog = IntakeDialog(self._theme, self, path, found)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._exchange.take(path, found)
        dialog.deleteLater()

    def _ask_for_picture(self) -> None:
        words = f"{self.tr('Gambar')} (*.png *.jpg *.jpeg *.gif *.webp)"
        title = self.tr("Tambah gambar")
        found, _ = QFileDialog.getOpenFileName(self, title, "", words)
        if found:
            self._archive.keep_picture(Path(found))

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
    behind = Behind(presenter, Exchange(workplace), Archive(workplace))
    page = TemplatesPage(workplace.theme, behind)
    for one in (presenter, behind.exchange, behind.archive):
        one.setParent(page)
    presenter.reload()
    return page
