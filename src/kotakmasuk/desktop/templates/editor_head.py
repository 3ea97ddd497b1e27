"""The head of the editor: which template, which version, and what can be done with it.

The one rule: nothing is saved or dropped but by the buttons here, or by Ctrl+S.
"""

from PySide6.QtCore import QPoint, Signal

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import ElidedLabel
from kotakmasuk.desktop.widgets.menus import Menu


ROOM = 6  # pixels behind the title, so that it is not cut by a hair


class EditorHead(ColumnHeader):
    """Title and version at the left, the buttons at the right."""

    remove_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._known = self._narrow = False
        self._title.hide()
        self.title = ElidedLabel(theme, role="columnTitle")
        self.version = ElidedLabel(theme, role="meta", tone="text3")
        self.row.insertWidget(0, self.title, 3)
        self.row.insertWidget(1, self.version, 2)
        self.row.setStretch(self.row.count() - 1, 0)
        self.back = IconButton(theme, "chevron-left", self.tr("Kembali ke daftar"))
        self.add_first(self.back)
        self.versions = Button(theme, self.tr("Versi"), kind="quiet", icon="history")
        self.versions.clicked.connect(self.versions_wanted)
        self.more = IconButton(theme, "ellipsis", self.tr("Tindakan lain"))
        self.more.clicked.connect(self._open_menu)
        self.discard = Button(theme, self.tr("Batalkan"))
        self.save = Button(theme, self.tr("Simpan"), kind="primary", shortcut="Ctrl+S")
        self.save.setObjectName("templateSave")
        theme.changed.connect(self._fit_title)
        for button in (self.versions, self.more, self.discard, self.save):
            self.add_action(button)

    def show_known(self, title: str, version: str) -> None:
        """Name the template; one that was never saved has no version."""
        self.title.set_text(title)
        self._fit_title()
        self.version.set_text(version)
        self._known = bool(version)
        self.more.setVisible(self._known)
        self.show_narrow(self._narrow)

    def show_narrow(self, narrow: bool) -> None:  # noqa: FBT001  a Qt slot
        """Leave out what the menu offers as well, where there is little room."""
        self._narrow = narrow
        self.version.setVisible(self._known and not narrow)
        self.versions.setVisible(self._known and not narrow)

    def show_dirty(self, dirty: bool) -> None:  # noqa: FBT001  a Qt slot
        """Offer to save or to go back only when there is something to."""
        self.save.setEnabled(dirty)
        self.discard.setEnabled(dirty)

    def menu(self) -> Menu:
        """What is done less often."""
        menu = Menu(self._theme, self.tr("Tindakan lain"), self)
        words = self.tr("Riwayat versi")
        menu.add(words, self.versions_wanted.emit, icon="history")
        menu.addSeparator()
        words = self.tr("Hapus templat…")
        menu.add(words, self.remove_wanted.emit, icon="trash-2", danger=True)
        return menu

    def _fit_title(self) -> None:
        """No wider than its words, so that the version stands beside it."""
        title = self.title.whole_text()
        wide = self.title.fontMetrics().horizontalAdvance(title)
        self.title.setMaximumWidth(wide + ROOM)

    def _open_menu(self) -> None:
        below = QPoint(0, self.more.height())
        self.menu().popup(self.more.mapToGlobal(below))
