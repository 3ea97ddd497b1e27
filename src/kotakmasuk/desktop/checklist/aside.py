"""Beside the editor: the item tried on an example, and what became of it so far.

The one rule: the example is tried at each keystroke, on the item as it stands in the
fields, saved or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.checklist import telling
from kotakmasuk.desktop.checklist.wording import LOOKS
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.chips import StateChip
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.diff_text import DiffText
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.services.rule_history import Step


PUBLIC, PRIVATE = "public", "private"
SAMPLE_LINES, ROWS, CHANGES_LINES = 4, 5, 9
INNER, EDGES = 18, 10  # pixels around the lines of a text, and around rows


@dataclass(frozen=True)
class Tried:
    """What the item says of the example; spans are places in it."""

    look: str
    words: str
    found: str = ""
    note: str = ""
    spans: tuple[tuple[int, int], ...] = ()


class TryPart(QWidget):
    """`typed` with the example and whether all can read it."""

    typed = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sample = QPlainTextEdit()
        self.sample.setObjectName("ruleSample")
        self.sample.setAccessibleName(self.tr("Contoh balasan"))
        self.sample.setPlaceholderText(self.tr("Tulis contoh balasan"))
        self.sample.setTabChangesFocus(True)
        self.sample.textChanged.connect(self._say)
        self.chip = StateChip(theme, LOOKS["silent"], "")
        self.found = Passage(theme, role="body")
        self.found.hide()
        self.note = TextLabel(theme, role="meta", tone="text2", wrap=True)
        self._lay_out(theme)
        self._dress()
        theme.changed.connect(self._dress)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = ColumnHeader(theme, self.tr("Uji coba"), surface="sunken")
        self.back = IconButton(theme, "chevron-left", self.tr("Kembali ke butir"))
        head.add_first(self.back)
        ways = [(PUBLIC, self.tr("Publik")), (PRIVATE, self.tr("Pribadi"))]
        self.way = TabStrip(theme, ways)
        self.way.chosen.connect(lambda _way: self._say())
        head.add_action(self.way)
        column.addWidget(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 12, 14, 14)
        inside.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.chip)
        row.addStretch(1)
        inside.addWidget(self.sample)
        inside.addLayout(row)
        inside.addWidget(self.found)
        inside.addWidget(self.note)
        column.addLayout(inside)

    def show_tried(self, tried: Tried) -> None:
        """Show the outcome, its words, and where they stand in the example."""
        self.chip.show_state(LOOKS[tried.look], tried.words)
        self.found.set_text(tried.found)
        self.found.setVisible(bool(tried.found))
        self.note.setText(tried.note)
        self.note.setVisible(bool(tried.note))
        self.sample.setExtraSelections([self._marked(*span) for span in tried.spans])

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        marked.cursor = QTextCursor(self.sample.document())
        marked.cursor.setPosition(start)
        marked.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.color("hit")))
        look.setForeground(QColor(self._theme.color("hitText")))
        look.setFontUnderline(True)
        marked.format = look
        return marked

    def _say(self) -> None:
        self.typed.emit(self.sample.toPlainText(), self.way.current() == PUBLIC)

    def _dress(self) -> None:
        self.sample.setFont(self._theme.font("message"))
        high = SAMPLE_LINES * self._theme.line_height("message")
        self.sample.setFixedHeight(high + INNER)


class HistoryPart(QWidget):
    """What was done, the newest first, and what each step changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: list[Step] = []
        self._offered: tuple[Rule, Rule] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = ColumnHeader(theme, self.tr("Riwayat"), surface="sunken")
        column.addWidget(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 12, 14, 14)
        inside.setSpacing(8)
        self.list = QListWidget()
        self.list.setObjectName("ruleHistory")
        self.list.setAccessibleName(self.tr("Riwayat butir"))
        self.list.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setHorizontalScrollBarPolicy(never)
        self.changes = DiffText(theme, self.tr("Perubahan"))
        inside.addWidget(self.list)
        inside.addWidget(self.changes)
        column.addLayout(inside)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._dress()
        theme.changed.connect(self._dress)

    def show_steps(
        self, steps: Sequence[Step], moment: Moment, offered: tuple[Rule, Rule] | None
    ) -> None:
        """Show these; `offered` are the version in force and the one that waits."""
        self._steps, self._offered = list(steps), offered
        rows = [telling.step_words(step, moment) for step in self._steps]
        if offered is not None:
            rows.insert(0, self.tr("Versi bawaan baru, dibanding yang berlaku"))
        with QSignalBlocker(self.list):
            self.list.clear()
            for words in rows:
                item = QListWidgetItem(words, self.list)
                item.setToolTip(words)
            self.list.setCurrentRow(0)
        self.setVisible(bool(steps))
        self._dress()
        self._show()

    def _show(self) -> None:
        place = self.list.currentRow()
        if place < 0:
            return
        if self._offered is not None:
            place -= 1
        if place < 0 and self._offered is not None:
            found = telling.changes(*self._offered)
            nothing = self.tr("Tidak ada yang berbeda.")
        else:
            step = self._steps[place]
            found = telling.step_changes(step)
            nothing = telling.nothing_changed(step)
        self.changes.show_changes(found, nothing=nothing)

    def _dress(self) -> None:
        theme = self._theme
        self.list.setFont(theme.font("listText"))
        rows = min(max(self.list.count(), 1), ROWS)
        self.list.setFixedHeight(rows * theme.size("menuItem") + EDGES)
        self.changes.setFixedHeight(CHANGES_LINES * theme.line_height("message"))


class Aside(Plane):
    """Both, below one another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken")
        self.trial = TryPart(theme)
        self.history = HistoryPart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trial)
        column.addWidget(self.history)
        column.addStretch(1)
