"""The parts of the checklist: failed checks, questions to tick, what passed.

The one rule: a failed check shows what it found and where that is asked for; it never
only says no.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.states import Card, Tick
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import (
    IconLabel,
    Plane,
    TextLabel,
)
from kotakmasuk.desktop.widgets.passage import Passage, Span


TOP = Qt.AlignmentFlag.AlignTop


class FindingCard(Plane):
    """A failed check with its evidence, its basis and what can be done at once."""

    fix_wanted = Signal(str)
    place_wanted = Signal(int, int)

    def __init__(self, theme: Theme, card: Card) -> None:
        super().__init__(
            "dangerSoft" if card.blocks else "warnSoft",
            edge="danger" if card.blocks else "card",
        )
        self._card = card
        self.blocks = card.blocks
        self.setObjectName(f"card-{card.key}")
        self.setAccessibleName(f"{card.title}. {card.quote} {card.basis}")
        ink = "danger" if card.blocks else "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 12, 10)
        row.setSpacing(8)
        icon = "circle-x" if card.blocks else "triangle-alert"
        row.addWidget(IconLabel(theme, icon, 16, ink), 0, TOP)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        column.addWidget(
            TextLabel(theme, card.title, role="bodyStrong", tone=ink, wrap=True)
        )
        if card.quote:
            strong = (Span(*card.strong, "strong"),) if card.strong else ()
            column.addWidget(Passage(theme, card.quote, role="body", spans=strong))
        column.addWidget(
            TextLabel(theme, card.basis, role="meta", tone="text2", wrap=True)
        )
        column.addLayout(self._buttons(theme))

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        self.first: Button | None = None
        if self._card.fix:
            self.first = Button(theme, self._card.fix)
            self.first.clicked.connect(self._say_fix)
            row.addWidget(self.first)
        if self._card.place:
            show = Button(theme, self.tr("Lihat di teks"), kind="quiet")
            show.clicked.connect(self._say_place)
            row.addWidget(show)
            self.first = self.first or show
        row.addStretch(1)
        return row

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        target: QWidget = self.first or self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say_fix(self) -> None:
        self.fix_wanted.emit(self._card.key)

    def _say_place(self) -> None:
        if self._card.place:
            self.place_wanted.emit(*self._card.place)


class TickBox(QCheckBox):
    """A box that hands the keyboard on after Space has ticked it."""

    ticked_by_key = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick at Space and go on to the next question."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
            if self.isChecked():
                self.ticked_by_key.emit()
            return
        super().keyPressEvent(event)


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
