"""The command palette (Ctrl+K): every command, view, tag and template by its name.

The one rule: it decides nothing; it tells which command was chosen and closes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import IconLabel, KeyCap, Plane, TextLabel
from kotakmasuk.desktop.widgets.list_field import ListField
from kotakmasuk.desktop.widgets.matching import best
from kotakmasuk.desktop.widgets.overlay import Overlay
from kotakmasuk.desktop.widgets.palette_rows import (
    Command,
    PaletteDelegate,
    PaletteRow,
    PaletteRows,
)


MOST_ROWS = 60
SHOWN_HEIGHT = 356
PREFIXES = {">": "command", "#": "tag", "@": "person"}


class CommandPalette(Overlay):
    """Emits `chosen` with a command's id, `search_asked` with what Tab would seek."""

    chosen = Signal(str)
    search_asked = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Stay hidden until `open_palette` is called."""
        super().__init__(theme, window)
        self._commands: tuple[Command, ...] = ()
        self._model = PaletteRows()
        self._delegate = PaletteDelegate(theme)
        self.field = PaletteField(self.tr("Cari perintah, tampilan, atau templat"))
        self.field.setFont(theme.font("paletteField"))
        self.list = QListView()
        self._about = TextLabel(theme, role="meta", tone="text2")
        self._nothing = TextLabel(theme, tone="text2")
        self._nothing.setText(self.tr("Tidak ada perintah dengan nama itu."))
        self._build(theme)
        self.field.textChanged.connect(self.refresh)
        self.field.moved.connect(self.go)
        self.field.accepted.connect(self.choose_current)
        self.field.search_asked.connect(self._ask_search)
        self.list.clicked.connect(self.choose_current)

    def open_palette(self, commands: Sequence[Command], *, about: str = "") -> None:
        """Show the palette; about says what the commands work on."""
        self._commands = tuple(commands)
        self._about.setText(about)
        self.field.clear()
        self.list.setFixedHeight(self.height_for(SHOWN_HEIGHT))
        self.refresh()
        self.open_over(self.field)

    def refresh(self) -> None:
        """Show what fits the typed text, best group first."""
        typed = self.field.text()
        kind = PREFIXES.get(typed[:1], "")
        query = typed[1:] if kind else typed
        fitting = [c for c in self._commands if kind in ("", c.kind)]
        found = best(query, [(command.title, command) for command in fitting])
        rows: dict[str, list[PaletteRow]] = {}
        for command, fit in found[:MOST_ROWS]:
            row = PaletteRow(command=command, places=fit.places)
            rows.setdefault(command.group, []).append(row)
        shown: list[PaletteRow] = []
        for group, members in rows.items():
            shown += [PaletteRow(heading=group), *members]
        self._model.show_rows(shown)
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._select(1)

    def titles(self) -> list[str]:
        """The titles of the commands that are shown, in order."""
        return [row.command.title for row in self._model.rows() if row.command]

    def go(self, step: int) -> None:
        """Go a row up (-1) or down (1), over headings and around the end."""
        count = self._model.rowCount()
        place = self.list.currentIndex().row()
        for _ in range(count):
            place = (place + step) % count
            if self._model.rows()[place].command is not None:
                self._select(place)
                return

    def choose_current(self) -> None:
        """Close and tell which command was chosen."""
        place = self.list.currentIndex().row()
        rows = self._model.rows()
        command = rows[place].command if 0 <= place < len(rows) else None
        if command is not None:
            self.close_overlay()
            self.chosen.emit(command.id)

    def _select(self, place: int) -> None:
        rows = self._model.rows()
        if place >= len(rows):
            return
        index = self._model.index(place, 0)
        self.list.setCurrentIndex(index)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(said)

    def _ask_search(self) -> None:
        typed = self.field.text()
        self.close_overlay()
        self.search_asked.emit(typed)

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = Plane("raised", edge="head")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 9, 18, 9)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, "search", 18, "text"))
        row.addWidget(self.field, 1)
        row.addWidget(self._about)
        column.addWidget(head)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self.list.setAccessibleName(self.tr("Perintah"))
        column.addWidget(self.list)
        self._nothing.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self._nothing)
        column.addWidget(self._foot(theme))

    def _foot(self, theme: Theme) -> Plane:
        foot = Plane("sunken", edge="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 18, 8)
        row.setSpacing(6)
        hints = (
            ("↑ ↓", self.tr("pilih")),
            ("↵", self.tr("jalankan")),
            ("Tab", self.tr("cari isi pesan")),
            ("", ""),
            (">", self.tr("perintah")),
            ("#", self.tr("tag")),
            ("@", self.tr("warga")),
        )
        for key, words in hints:
            if not key:
                row.addStretch(1)
                continue
            for cap in key.split():
                row.addWidget(KeyCap(theme, cap))
            row.addWidget(TextLabel(theme, words, role="meta", tone="text2"))
            row.addSpacing(8)
        return foot


class PaletteField(ListField):
    """Filters the commands; Tab seeks in the messages instead."""

    search_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("bare", True)  # noqa: FBT003  Qt's own signature
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's names
        """Tab seeks in the messages; Shift+Tab stays."""
        if next:
            self.search_asked.emit()
        return True
