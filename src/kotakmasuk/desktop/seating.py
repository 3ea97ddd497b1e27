"""Who sits at the desk, as the window asks for it and lets it change.

The one rule: the question is opened once at a time, and closing it at the start closes
the program: nobody works under a name that was not chosen.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.team import Role, Seat


# Only for its name: most starts ask nothing.
if TYPE_CHECKING:
    from kotakmasuk.desktop.team.view import SeatDialog


class Seating(QObject):
    """Opens *Siapa di meja ini?* and tells who sat down."""

    changed = Signal()
    told = Signal(str)
    only_watches = Signal()

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._work = workplace
        self._window = window
        self.dialog: SeatDialog | None = None

    def ask(self, what: object = None) -> None:
        """Ask who sits here: at the "start", to "prove" a role, or to "lay_down" it."""
        if what == "lay_down":
            self._lay_down()
            return
        if self.dialog is not None:
            self.dialog.raise_()
            return
        from kotakmasuk.desktop.team.view import SeatDialog  # noqa: PLC0415  see above

        dialog = SeatDialog(self._work, self._window, at_start=what == "start")
        dialog.seated.connect(self._take)
        dialog.left.connect(lambda: self._window.window().close())
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()
        if what == "prove":
            dialog.ask_passphrase()

    def close(self) -> None:
        """Put the question away, because the window closes."""
        if self.dialog is not None:
            self.dialog.hide()

    def _lay_down(self) -> None:
        from kotakmasuk.desktop.team.presenter import SeatPresenter  # noqa: PLC0415

        presenter = SeatPresenter(self._work)
        presenter.setParent(self)
        presenter.seated.connect(self._take)
        presenter.seated.connect(presenter.deleteLater)
        presenter.lay_down()

    def _take(self, seat: Seat) -> None:
        from kotakmasuk.desktop.team.wording import seated_words  # noqa: PLC0415

        self.changed.emit()
        self.told.emit(seated_words(seat))
        if seat.role is Role.OBSERVER:
            self.only_watches.emit()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
