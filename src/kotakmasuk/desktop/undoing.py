"""Toasts, and Ctrl+Z for whatever was done last.

The one rule: every action that can be undone stays on the pile until it is, also after
its toast has gone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.widgets.toast import UndoToast
from kotakmasuk.desktop.workplace import Workplace


SHOWN_FOR = 4  # seconds of a message
UNDO_FOR = 8  # seconds of a message with *Urungkan*
MOST = 50

Take = Callable[[], object]


class Undoing(QObject):
    """Shows what was done and takes it back on request."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        """Toasts appear at the lower left of the window."""
        super().__init__(window)
        self._work = workplace
        self._pile: list[str] = []
        self.toasts = UndoToast(workplace.theme, window)

    def tell(self, words: str, token: str | None = None) -> None:
        """Show a message; with a token it can be undone."""
        if token is None:
            self.toasts.show_message(words, SHOWN_FOR)
            return
        self._pile.append(token)
        del self._pile[:-MOST]
        self.toasts.show_message(words, UNDO_FOR, lambda: self._take_back(token))

    def tell_queued(self, words: str, seconds: int, take_back: Take | None) -> None:
        """Show that an answer will be sent, with the time left to take it back."""
        self.toasts.show_message(words, seconds or SHOWN_FOR, take_back)

    def undo_last(self) -> None:
        """Take back the newest action (Ctrl+Z)."""
        if self.toasts.undo_latest():
            return
        if self._pile:
            self._take_back(self._pile[-1])

    def _take_back(self, token: str) -> None:
        if token in self._pile:
            self._pile.remove(token)
        from kotakmasuk.services.undo import undo  # noqa: PLC0415  at first use

        said = self.tr("Diurungkan")
        self._work.lanes.write(
            undo, token, then=lambda _: self.tell(said), initiator=self
        )
