"""Single letters that act on the conversation: J, K, R, E, and G before a view.

The one rule: they work only while the list or the conversation has the keyboard, and
not at all when the officer has switched them off.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


SECOND_KEY_WITHIN = 1500  # ms
FREE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class SingleLetters(QObject):
    """Listens on the widgets given to `watch` and runs what a letter means."""

    def __init__(
        self,
        parent: QWidget,
        letters: Mapping[str, Callable[[], object]],
        *,
        enabled: Callable[[], bool],
    ) -> None:
        """Letters such as "J"; two such as "G I" are pressed one after the other."""
        super().__init__(parent)
        self._letters = letters
        self._enabled = enabled
        self._first = ""
        self._forget = QTimer(self, interval=SECOND_KEY_WITHIN, singleShot=True)
        self._forget.timeout.connect(self._start_again)

    def watch(self, *widgets: QWidget) -> None:
        """Listen on these widgets too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a letter that means something, leave all else to the widget."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        pressed = event.text().strip().upper()
        shifted = f"Shift+{pressed}"
        if event.modifiers() == FREE[1] and shifted in self._letters:
            pressed = shifted
        wanted = f"{self._first} {pressed}".strip()
        free = event.modifiers() in FREE and pressed.isprintable()
        if not pressed or not free or not self._enabled():
            return False
        self._start_again()
        if wanted in self._letters:
            self._letters[wanted]()
            return True
        if any(letters.startswith(f"{pressed} ") for letters in self._letters):
            self._first = pressed
            self._forget.start()
        return bool(self._first)

    def _start_again(self) -> None:
        self._first = ""
        self._forget.stop()


class Regions:
    """Goes from region to region by F6, back to what had the keyboard in each."""

    def __init__(self, *regions: tuple[QWidget, QWidget]) -> None:
        """Each region is its column and the widget that takes the keyboard first."""
        self._regions = regions
        self._last: dict[QWidget, QWidget] = {}

    def step(self, focused: QWidget | None, direction: int) -> None:
        """Go to the next region (1) or the one before (-1) that is seen."""
        seen = [
            (column, first) for column, first in self._regions if column.isVisible()
        ]
        here = -1
        for place, (column, _) in enumerate(seen):
            if focused is not None and (
                column is focused or column.isAncestorOf(focused)
            ):
                here = place
                self._last[column] = focused
        if seen:
            column, first = seen[(here + direction) % len(seen)]
            target = self._last.get(column, first)
            target = target if target.isVisible() else first
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
