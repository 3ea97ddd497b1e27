"""The head of the editor: which item, which version, and what can be done with it.

The one rule: nothing is saved or dropped but by the buttons here, or by Ctrl+S.
"""

from PySide6.QtCore import QPoint, Signal

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import ElidedLabel
from kotakmasuk.desktop.widgets.menus import Menu


ROOM = 6  # pixels behind the title, so that it is not cut by a hair
MOST = 160  # pixels of the title that are never given away


class EditorHead(ColumnHeader):
    """Code and version at the left, the buttons at the right."""

    retire_wanted = Signal()
    shipped_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title.hide()
        self._narrow = False
        self._can_retire = self._can_ship = False
        self.title = ElidedLabel(theme, role="columnTitle")
        self.version = ElidedLabel(theme, role="meta", tone="text3")
        self.row.insertWidget(0, self.title, 3)
        self.row.insertWidget(1, self.version, 4)
        self.row.setStretch(self.row.count() - 1, 0)
        self.back = IconButton(theme, "chevron-left", self.tr("Kembali ke daftar"))
        self.add_first(self.back)
        self.trial = Button(theme, self.tr("Uji coba"), kind="quiet")
        self.shipped = Button(theme, self.tr("Pakai versi bawaan"), kind="quiet")
        self.shipped.clicked.connect(self.shipped_wanted)
        self.retire = Button(theme, self.tr("Hentikan"), kind="danger")
        self.retire.clicked.connect(self.retire_wanted)
        self.more = IconButton(theme, "ellipsis", self.tr("Tindakan lain"))
        self.more.clicked.connect(self._open_menu)
        self.discard = Button(theme, self.tr("Batalkan"))
        self.save = Button(theme, self.tr("Simpan"), kind="primary", shortcut="Ctrl+S")
        self.save.setObjectName("checklistSave")
        rare = (self.trial, self.shipped, self.retire, self.more)
        for button in (*rare, self.discard, self.save):
            self.add_action(button)
        theme.changed.connect(self._fit)

    def show_rule(
        self, title: str, version: str, *, can_retire: bool, can_ship: bool
    ) -> None:
        """Name the item; one that was never saved has no version."""
        self.title.set_text(title)
        self.version.set_text(version)
        self._fit()
        self._can_retire, self._can_ship = can_retire, can_ship
        self._settle()

    def show_dirty(self, *, dirty: bool) -> None:
        """Offer to save or to go back only when there is something to."""
        self.save.setEnabled(dirty)
        self.discard.setEnabled(dirty)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put what is done less often into a menu where there is little room."""
        self._narrow = narrow
        self._settle()

    def menu(self) -> Menu:
        """What is done less often."""
        menu = Menu(self._theme, self.tr("Tindakan lain"), self)
        if self._can_ship:
            menu.add(self.shipped.text(), self.shipped_wanted.emit, icon="undo-2")
        if self._can_retire:
            menu.addSeparator()
            menu.add(
                self.retire.text(), self.retire_wanted.emit, icon="ban", danger=True
            )
        return menu

    def _fit(self) -> None:
        """Give the title its own width and no more."""
        words = self.title.whole_text()
        wide = self.title.fontMetrics().horizontalAdvance(words) + ROOM
        self.title.setMinimumWidth(min(wide, MOST))
        self.title.setMaximumWidth(wide)

    def _settle(self) -> None:
        self.shipped.setVisible(self._can_ship and not self._narrow)
        self.retire.setVisible(self._can_retire and not self._narrow)
        offered = self._can_ship or self._can_retire
        self.more.setVisible(self._narrow and offered)

    def _open_menu(self) -> None:
        below = QPoint(0, self.more.height())
        self.menu().popup(self.more.mapToGlobal(below))
