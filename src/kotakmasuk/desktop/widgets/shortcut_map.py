"""The map of all keys, opened by "?".

The one rule: it lists what the commands themselves say, so it can never be outdated.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton, shortcut_words
from kotakmasuk.desktop.widgets.labels import KeyCap, Plane, TextLabel
from kotakmasuk.desktop.widgets.overlay import Overlay
from kotakmasuk.desktop.widgets.palette_rows import Command


COLUMNS = 2
MAP_HEIGHT = 420


class ShortcutMap(Overlay):
    """Shows the commands that have keys, group by group."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Stay hidden until `open_map` is called."""
        super().__init__(theme, window)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = Plane("raised", edge="head")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 10, 12, 10)
        row.addWidget(TextLabel(theme, self.tr("Pintasan"), role="dialogTitle"), 1)
        self._close = IconButton(theme, "x", self.tr("Tutup"), shortcut="Esc")
        self._close.clicked.connect(self.close_overlay)
        row.addWidget(self._close)
        column.addWidget(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Daftar pintasan"))
        column.addWidget(self._area)
        self._said: list[str] = []

    def open_map(self, commands: Sequence[Command]) -> None:
        """Show the keys of these commands."""
        groups: dict[str, list[Command]] = {}
        for command in commands:
            if command.shortcut:
                groups.setdefault(command.group, []).append(command)
        self._area.setFixedHeight(self.height_for(MAP_HEIGHT))
        self._area.setWidget(self._sheet(groups))
        self.open_over(self._area)

    def lines(self) -> list[str]:
        """What is listed, as "Balas: R"."""
        return self._said

    def _sheet(self, groups: dict[str, list[Command]]) -> QWidget:
        sheet = Plane("raised")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(16)
        self._said = []
        for place, (group, commands) in enumerate(groups.items()):
            box = self._group(group, commands)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(box, place // COLUMNS, place % COLUMNS, top)
        grid.setRowStretch(len(groups), 1)
        return sheet

    def _group(self, title: str, commands: Sequence[Command]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        heading = TextLabel(self._theme, title, role="sectionLabel", tone="text2")
        column.addWidget(heading)
        for command in commands:
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(TextLabel(self._theme, command.title), 1)
            keys = shortcut_words(command.shortcut)
            for key in keys.split():
                row.addWidget(KeyCap(self._theme, key))
            column.addLayout(row)
            self._said.append(f"{command.title}: {keys}")
        return box
