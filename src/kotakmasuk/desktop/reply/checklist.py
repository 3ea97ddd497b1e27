"""The ethics checklist beside the composer: what failed, what to tick, what passed.

The one rule: never a wall; what passed is one line, and widgets are kept while they
still say the same, so that the keyboard never loses its place.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.cards import (
    FindingCard,
    PassedLine,
    TickRow,
    shape_of,
)
from kotakmasuk.desktop.reply.states import Card, ChecklistState, Tick
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.scrolling import scrolled


class Checklist(Plane):
    """The panel; it takes the detail column while an answer is written.

    `keyboard_freed` says that what had the keyboard has gone, and nothing here is open.
    """

    tick_changed = Signal(str, bool)
    fix_wanted = Signal(str)
    lift_wanted = Signal(str)
    place_wanted = Signal(int, int)
    about_wanted = Signal(str)
    keyboard_freed = Signal()

    def __init__(self, theme: Theme, *, kept: str = "") -> None:
        """`kept` says with what its results are stored; an answer where it is empty."""
        super().__init__("sunken")
        self._kept = kept or self.tr("Ceklis disimpan bersama balasan.")
        self._theme = theme
        self._cards: list[FindingCard] = []
        self._shown: tuple[Card, ...] = ()
        self._rows: list[TickRow] = []
        self.setObjectName("checklist")
        self.setAccessibleName(self.tr("Ceklis etika"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._area = scrolled(self._body())
        outer.addWidget(self._area, 1)
        outer.addWidget(self._foot())
        self.show_state(ChecklistState())

    def show_state(self, state: ChecklistState) -> None:
        """Show what the checks say now."""
        self._summary.setText(state.summary)
        self._ready.show_title(state.ready)
        self._show_cards(state.cards)
        self._show_ticks(state.ticks)
        self._emptied.setText(state.emptied)
        self._emptied_row.setVisible(bool(state.emptied))
        self._passed.show_passed(state.passed)

    def focus_first_open(self) -> bool:
        """Put the keyboard on the first failed check, else on the first open tick."""
        blocking = [card for card in self._cards if card.blocks]
        if blocking:
            self._area.ensureWidgetVisible(blocking[0])
            blocking[0].take_focus()
            return True
        for row in self._rows:
            if not row.box.isChecked():
                self._take(row)
                return True
        return False

    def _body(self) -> QWidget:
        theme = self._theme
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(8)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(TextLabel(theme, self.tr("Ceklis etika"), role="columnTitle"))
        self._summary = TextLabel(theme, role="meta", tone="text2", wrap=True)
        head.addWidget(self._summary)
        self._column.addLayout(head)
        self._ready = ReadyCard(theme, self._kept)
        self._column.addWidget(self._ready)
        self._card_column = QVBoxLayout()
        self._card_column.setSpacing(8)
        self._column.addLayout(self._card_column)
        self._column.addSpacing(4)
        self._add_ticks()
        self._column.addStretch(1)
        return body

    def _add_ticks(self) -> None:
        theme = self._theme
        words = self.tr("Periksa sendiri")
        self._title = TextLabel(theme, words, role="sectionLabel", tone="text2")
        self._emptied_row = QWidget()
        emptied = QHBoxLayout(self._emptied_row)
        emptied.setContentsMargins(0, 0, 0, 0)
        emptied.addWidget(IconLabel(theme, "undo-2", 14, "warn"))
        self._emptied = TextLabel(theme, role="meta", tone="warn", wrap=True)
        emptied.addWidget(self._emptied, 1)
        self._tick_column = QVBoxLayout()
        self._tick_column.setSpacing(10)
        self._passed = PassedLine(theme)
        self._column.addWidget(self._title)
        self._column.addWidget(self._emptied_row)
        self._column.addLayout(self._tick_column)
        self._column.addWidget(self._passed)

    def _foot(self) -> Plane:
        foot = Plane("sunken", edge="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 10, 14, 10)
        words = self.tr(
            "Blokir hanya dapat dilewati penyetuju, dengan alasan yang dicatat."
        )
        row.addWidget(
            TextLabel(self._theme, words, role="meta", tone="text2", wrap=True)
        )
        return foot

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        if cards == self._shown:
            return
        self._shown = cards
        if [known.shape for known in self._cards] == [shape_of(one) for one in cards]:
            for known, one in zip(self._cards, cards, strict=True):
                known.show_card(one)
            return
        left = next((one.key for one in self._cards if one.holds_keyboard()), "")
        for old in self._cards:
            self._card_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [FindingCard(self._theme, one) for one in cards]
        for made in self._cards:
            made.fix_wanted.connect(self.fix_wanted)
            made.lift_wanted.connect(self.lift_wanted)
            made.place_wanted.connect(self.place_wanted)
            made.about_wanted.connect(self.about_wanted)
            self._card_column.addWidget(made)
        if left:
            QTimer.singleShot(0, self, lambda: self._go_on_after(left))

    def _go_on_after(self, key: str) -> None:
        """Keep the keyboard here when the card that had it is another or gone."""
        same = next((card for card in self._cards if card.key == key), None)
        if same is not None:
            same.take_focus()
        elif not self.focus_first_open():
            self.keyboard_freed.emit()

    def _show_ticks(self, ticks: tuple[Tick, ...]) -> None:
        if [row.key for row in self._rows] != [tick.key for tick in ticks]:
            self._make_ticks(ticks)
        for row, tick in zip(self._rows, ticks, strict=True):
            row.show_tick(tick)
        self._title.setVisible(bool(ticks))

    def _make_ticks(self, ticks: tuple[Tick, ...]) -> None:
        for row in self._rows:
            self._tick_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [TickRow(self._theme, tick) for tick in ticks]
        for row in self._rows:
            row.toggled.connect(self.tick_changed)
            row.went_on.connect(self._go_on)
            self._tick_column.addWidget(row)

    def _go_on(self, key: str) -> None:
        keys = [row.key for row in self._rows]
        at = keys.index(key)
        for row in (*self._rows[at + 1 :], *self._rows[:at]):
            if not row.box.isChecked():
                self._take(row)
                return

    def _take(self, row: TickRow) -> None:
        self._area.ensureWidgetVisible(row)
        row.box.setFocus(Qt.FocusReason.ShortcutFocusReason)


class ReadyCard(Plane):
    """All is passed and ticked."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__("okSoft", edge="strip")
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        sign = IconLabel(theme, "circle-check", 16, "ok")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        self._title = TextLabel(theme, role="bodyStrong", tone="ok")
        column.addWidget(self._title)
        said = TextLabel(theme, words, role="meta", tone="text2", wrap=True)
        column.addWidget(said)
        row.addLayout(column, 1)

    def show_title(self, title: str) -> None:
        """Say what is ready; without a title the card is not seen."""
        self._title.setText(title)
        self.setAccessibleName(f"{title}. {self._words}")
        self.setVisible(bool(title))
