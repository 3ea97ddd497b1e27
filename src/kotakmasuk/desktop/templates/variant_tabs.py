"""The tabs above the text: the common words, and those of single platforms.

The one rule: a platform without a tab of its own gets the common words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.domain.accounts import PLATFORMS, platform_of


COMMON = ""


class VariantTabs(QWidget):
    """`opened` with a platform, `added` with a new one, `dropped` for the open one."""

    opened = Signal(str)
    added = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._platforms: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._current = COMMON
        self._group = QButtonGroup(self)
        row = self._whole = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        row.addLayout(self._row)
        self.more = Button(theme, self.tr("Varian"), kind="quiet", icon="plus")
        self.more.clicked.connect(self._offer)
        row.addWidget(self.more)
        row.addStretch(1)
        self.drop = Button(theme, self.tr("Hapus varian"), kind="link")
        self.drop.clicked.connect(lambda: self.dropped.emit(self._current))
        row.addWidget(self.drop)
        self.show_tabs((), COMMON)
        theme.changed.connect(self._dress)

    def put_first(self, label: QWidget) -> None:
        """Put the name of what the tabs are about before them."""
        self._whole.insertWidget(0, label)
        self._whole.insertSpacing(1, 4)

    def offer(self, platforms: Sequence[str]) -> None:
        """Name these platforms first when a variant is added."""
        self._offered = tuple(platforms)

    def show_tabs(self, platforms: Sequence[str], current: str) -> None:
        """Show a tab for the common words and each of these platforms."""
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                self._group.removeButton(old)  # type: ignore[arg-type]
                old.hide()
                old.deleteLater()
        self._platforms = tuple(platforms)
        self._current = current
        for platform in (COMMON, *platforms):
            self._row.addWidget(self._tab(platform))
        self.drop.setVisible(current != COMMON)

    def titles(self) -> list[str]:
        """The words of the tabs."""
        return [one.text() for one in self._group.buttons()]

    def choices(self) -> list[str]:
        """The platforms for which a variant may still be written."""
        known = dict.fromkeys((*self._offered, *PLATFORMS))
        gone = {*self._platforms, "manual", "files", "rss"}
        return [one for one in known if one not in gone]

    def _tab(self, platform: str) -> QPushButton:
        words = platform_of(platform).name if platform else self.tr("Umum")
        tab = QPushButton(words)
        tab.setCheckable(True)
        tab.setProperty("kind", "filter")
        tab.setFont(self._theme.font("bodyMedium"))
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.setChecked(platform == self._current)
        tab.clicked.connect(lambda: self._open(platform))
        self._group.addButton(tab)
        return tab

    def _open(self, platform: str) -> None:
        self._current = platform
        self.drop.setVisible(platform != COMMON)
        self.opened.emit(platform)

    def _dress(self) -> None:
        self.show_tabs(self._platforms, self._current)

    def _offer(self) -> None:
        menu = Menu(self._theme, self.tr("Varian untuk"), self)
        for platform in self.choices():
            menu.add(
                platform_of(platform).name,
                lambda key=platform: self.added.emit(key),  # type: ignore[misc]
            )
        below = QPoint(0, self.more.height())
        menu.popup(self.more.mapToGlobal(below))
