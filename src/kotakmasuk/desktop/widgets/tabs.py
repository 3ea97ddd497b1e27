"""A strip of tabs: "Rincian, Ceklis, Riwayat", or states with their counts.

The one rule: one tab is always chosen; Left and Right move between them.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kotakmasuk.desktop.theme import Theme


class TabStrip(QWidget):
    """Emits `chosen` with the id of the tab that was opened."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, tabs: Sequence[tuple[str, str]], *, kind: str = "tab"
    ) -> None:
        """Tabs are (id, title); kind "filter" draws the chosen one in the accent."""
        super().__init__()
        self._theme = theme
        self._titles = dict(tabs)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for tab, title in tabs:
            button = QPushButton(title)
            button.setCheckable(True)
            button.setProperty("kind", kind)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._say_chosen)
            self._buttons[tab] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        if tabs:
            self._buttons[tabs[0][0]].setChecked(True)
        self._dress()
        theme.changed.connect(self._dress)

    def open_tab(self, tab: str) -> None:
        """Choose a tab, without emitting `chosen`."""
        self._buttons[tab].setChecked(True)

    def current(self) -> str:
        """The id of the chosen tab."""
        for tab, button in self._buttons.items():
            if button.isChecked():
                return tab
        return ""

    def set_count(self, tab: str, count: int) -> None:
        """Show a number after the title; 0 takes it away."""
        title = self._titles[tab]
        words = f"{count:,}".replace(",", ".")
        self._buttons[tab].setText(f"{title}  {words}" if count else title)

    def _say_chosen(self) -> None:
        self.chosen.emit(self.current())

    def _dress(self) -> None:
        for button in self._buttons.values():
            button.setFont(self._theme.font("bodyMedium"))
