"""A field that holds several of a list, or all of them while none is picked.

The one rule: with none picked it says *Semua*, because that is what it means.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover


OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F4)


class ManyField(QComboBox):
    """Looks like a list of one, opens a list with boxes; `changed` by hand alone."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, *, new_words: str = "") -> None:
        """Name is the question; new_words ("Tag baru") allow what is not listed."""
        super().__init__()
        self._theme = theme
        self._name = name
        self._new_words = new_words
        self._choices: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self._popover: ChoicePopover | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.show_chosen(())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let these be picked: id and words."""
        self._choices = dict(choices)
        self.show_chosen(self._chosen)

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Show what is picked, without telling anybody."""
        self._chosen = tuple(chosen)
        words = ", ".join(self._choices.get(one, one) for one in self._chosen)
        with QSignalBlocker(self):
            self.clear()
            self.addItem(words or self.tr("Semua"))
        self.setToolTip(words)

    def chosen(self) -> tuple[str, ...]:
        """The ids that are picked; none means all."""
        return self._chosen

    def showPopup(self) -> None:
        """Let them be picked below the field."""
        if self._popover is None:
            window = self.window()
            self._popover = ChoicePopover(self._theme, self._name, window, several=True)
            self._popover.chosen.connect(self._take)
            self._popover.created.connect(self._add)
        held = {one: self._choices.get(one, one) for one in self._chosen}
        choices = [
            Choice(one, words, checked=one in self._chosen)
            for one, words in {**self._choices, **held}.items()
        ]
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        self._popover.open_choices(choices, below, new_words=self._new_words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open at the keys that open any list."""
        if event.key() in OPENING:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _take(self, chosen: list[str]) -> None:
        order = {one: place for place, one in enumerate(self._choices)}
        kept = sorted(chosen, key=lambda one: (order.get(one, len(order)), one))
        if tuple(kept) != self._chosen:
            self.show_chosen(kept)
            self.changed.emit()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, name: str) -> None:
        self._take([*self._chosen, "-".join(name.casefold().split())])
