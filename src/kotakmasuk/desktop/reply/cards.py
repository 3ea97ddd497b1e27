"""The parts of the checklist: failed checks, questions to tick, what passed.

The one rule: a failed check shows what it found and where that is asked for; it never
only says no.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.states import Card, Tick
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton, Kind
from kotakmasuk.desktop.widgets.labels import (
    IconLabel,
    Plane,
    TextLabel,
)
from kotakmasuk.desktop.widgets.passage import Passage, Span


ROOM_BESIDE = 16  # letters of a fix that leave room for another button
TOP = Qt.AlignmentFlag.AlignTop


# By kind: surface, edge, ink and icon.
LOOKS = {
    "block": ("dangerSoft", "danger", "danger", "circle-x"),
    "warn": ("warnSoft", "card", "warn", "triangle-alert"),
    "approve": ("accentSoft", "card", "accent", "badge-check"),
    "lifted": ("accentSoft", "card", "accent", "scale"),
}


class FindingCard(Plane):
    """A failed check with its evidence, its basis and what can be done at once."""

    fix_wanted = Signal(str)
    lift_wanted = Signal(str)
    place_wanted = Signal(int, int)
    about_wanted = Signal(str)

    def __init__(self, theme: Theme, card: Card) -> None:
        surface, edge, ink, icon = LOOKS[card.kind]
        super().__init__(surface, edge=edge)
        self._card = card
        self._theme = theme
        self.blocks = card.blocks
        self.first: Button | None = None
        self.setObjectName(f"card-{card.key}")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, icon, 16, ink), 0, TOP)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        self._title = TextLabel(theme, role="bodyStrong", tone=ink, wrap=True)
        self._quote = Passage(theme, role="body")
        column.addWidget(self._title)
        column.addWidget(self._quote)
        if card.kind == "lifted":
            words = self.tr("Dimintakan pengecualian; penyetuju menulis alasannya.")
            column.addWidget(TextLabel(theme, words, role="meta", wrap=True))
        column.addLayout(self._basis())
        self._add_buttons(column)
        self.show_card(card)

    def show_card(self, card: Card) -> None:
        """Show what the same check found now."""
        self._card = card
        self._title.setText(card.title)
        if card.quote:
            strong = (Span(*card.strong, "strong"),) if card.strong else ()
            self._quote.set_text(card.quote, strong)
        self._quote.setVisible(bool(card.quote))
        self.setAccessibleName(f"{card.title}. {card.quote} {card.basis}")

    @property
    def key(self) -> str:
        """The rule that it tells of."""
        return self._card.key

    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is on one of its buttons."""
        return any(one.hasFocus() for one in self.findChildren(QWidget))

    @property
    def shape(self) -> tuple[object, ...]:
        """What would need another card to be shown."""
        return shape_of(self._card)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        target: QWidget = self.first or self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _basis(self) -> QHBoxLayout:
        """Where it is asked for, and the way to all that the agency wrote about it."""
        row = QHBoxLayout()
        row.setSpacing(4)
        words = TextLabel(
            self._theme, self._card.basis, role="meta", tone="text2", wrap=True
        )
        row.addWidget(words, 1)
        about = IconButton(self._theme, "info", self.tr("Tentang butir ini"))
        about.setObjectName("aboutItem")
        about.clicked.connect(self._say_about)
        row.addWidget(about, 0, TOP)
        return row

    def _add_buttons(self, column: QVBoxLayout) -> None:
        card = self._card
        row = self._row_of_buttons(column)
        if card.fix:
            self._add(row, card.fix, self._say_fix, kind="secondary")
        if card.place:
            if len(card.fix) > ROOM_BESIDE:
                row = self._row_of_buttons(column)
            beside: Kind = "quiet" if card.fix else "link"
            words = self.tr("Lihat di teks")
            self._add(row, words, self._say_place, kind=beside)
        if card.exempts:
            words = self.tr("Minta penyetuju mengecualikan…")
            if card.kind == "lifted":
                words = self.tr("Batalkan pengecualian")
            row = self._row_of_buttons(column)
            self._add(row, words, self._say_lift, kind="link")

    def _row_of_buttons(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        column.addLayout(row)
        row.addStretch(1)
        return row

    def _add(
        self,
        row: QHBoxLayout,
        words: str,
        run: Callable[[], None],
        *,
        kind: Kind,
    ) -> None:
        button = Button(self._theme, words, kind=kind)
        button.clicked.connect(run)
        row.insertWidget(row.count() - 1, button)
        self.first = self.first or button

    def _say_about(self) -> None:
        self.about_wanted.emit(self._card.key)

    def _say_fix(self) -> None:
        self.fix_wanted.emit(self._card.key)

    def _say_lift(self) -> None:
        self.lift_wanted.emit(self._card.key)

    def _say_place(self) -> None:
        if self._card.place:
            self.place_wanted.emit(*self._card.place)


def shape_of(card: Card) -> tuple[object, ...]:
    """Everything of a card that its words do not tell."""
    return (card.key, card.kind, card.fix, card.place is None, card.exempts, card.basis)


class TickBox(QCheckBox):
    """A box that hands the keyboard on after Space has ticked it.

    A Space more does not untick what Space has just ticked: who ticks the last question
    in rhythm would take it away again. Elsewhere first, or by mouse, it unticks.
    """

    ticked_by_key = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._just_ticked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick at Space and go on to the next question."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not (self._just_ticked and self.isChecked()):
            self.click()
            if self.isChecked():
                self._just_ticked = True
                self.ticked_by_key.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever comes back may untick."""
        self._just_ticked = False
        super().focusOutEvent(event)


class TickRow(QWidget):
    """A question with its box; a press on the words ticks too."""

    toggled = Signal(str, bool)
    went_on = Signal(str)

    def __init__(self, theme: Theme, tick: Tick) -> None:
        super().__init__()
        self.key = tick.key
        self.box = TickBox()
        self.box.setObjectName(f"tick-{tick.key}")
        self.box.setAccessibleName(tick.words)
        self.box.setAccessibleDescription(tick.basis)
        self.box.setToolTip(tick.basis)
        words = _Words(theme, tick.words, wrap=True)
        words.setBuddy(self.box)
        words.pressed.connect(self.box.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self.box, 0, TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words)
        column.addWidget(
            TextLabel(theme, tick.basis, role="meta", tone="text3", wrap=True)
        )
        row.addLayout(column, 1)
        self.show_tick(tick)
        self.box.toggled.connect(self._say_toggled)
        self.box.ticked_by_key.connect(self._say_went_on)

    def show_tick(self, tick: Tick) -> None:
        """Show whether it is ticked, without telling anybody."""
        self.box.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.box.setChecked(tick.ticked)
        self.box.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def _say_toggled(self, ticked: bool) -> None:  # noqa: FBT001  a Qt slot
        self.toggled.emit(self.key, ticked)

    def _say_went_on(self) -> None:
        self.went_on.emit(self.key)


class _Words(TextLabel):
    """A label that can be pressed."""

    pressed = Signal()

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002
        """Say that the words were pressed."""
        self.pressed.emit()


class PassedLine(QWidget):
    """One green line; pressed, it names what passed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._button = Button(theme, "", kind="quiet")
        self._button.setCheckable(True)
        self._list = TextLabel(theme, role="meta", tone="text2", wrap=True)
        self._list.setContentsMargins(25, 0, 0, 0)
        self._list.hide()
        self._arrow = IconLabel(theme, "chevron-right", 14, "text2")
        row = QHBoxLayout()
        row.addWidget(self._button, 1)
        row.addWidget(self._arrow)
        column.addLayout(row)
        column.addWidget(self._list)
        self._button.toggled.connect(self._unfold)
        self._dress()
        theme.changed.connect(self._dress)

    def show_passed(self, names: tuple[str, ...]) -> None:
        """Say how many passed, and keep their names for who asks."""
        words = self.tr("{count} pemeriksaan otomatis lolos")
        self._button.setText(words.format(count=len(names)))
        self._list.setText("\n".join(names))
        self.setVisible(bool(names))

    def _unfold(self, open_now: bool) -> None:  # noqa: FBT001  a Qt slot
        self._list.setVisible(open_now)
        arrow = "chevron-down" if open_now else "chevron-right"
        self._arrow.show_icon(arrow, 14, "text2")

    def _dress(self) -> None:
        ink = self._theme.color("ok").name()
        rule = f"QPushButton{{text-align:left;padding-left:0;color:{ink}}}"
        self._button.setStyleSheet(rule)
        self._button.setIcon(self._theme.icon("circle-check", 16, "ok"))
