"""What the cards and notices do when their verb is pressed.

The one rule: what only a person can decide is asked of the window, never done.
"""

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.composing import Composing
from kotakmasuk.desktop.reply.fixing import DEEDS, hole_of, removals
from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.switching import Switching


class Mending(QObject):
    """Mends the open sheet.

    `deed_wanted` asks for what needs a dialog or a page: "unit_answer", "describe",
    "withdraw_request", "outside" or "set_approvers".
    """

    text_replaced = Signal(int, int, str)
    place_shown = Signal(int, int)
    deed_wanted = Signal(str)

    def __init__(
        self, now: OpenSheet, composing: Composing, switching: Switching
    ) -> None:
        """Work on whatever is open."""
        super().__init__(now)
        self._open = now
        self._composing = composing
        self._switching = switching

    def fix(self, key: str) -> None:
        """Mend a failed check at once, or open what a person mends it with."""
        sheet = self._open.sheet
        view = sheet.view if sheet else None
        if sheet is None or view is None:
            return
        result = next((one for one in view.results if one.rule == key), None)
        check = next((one.check for one in view.rules if one.key == key), "")
        if result is None:
            return
        if check in DEEDS:
            self.do(DEEDS[check])
        elif hole := hole_of(result, sheet.text):
            self.place_shown.emit(*hole)
        else:
            for one in removals(result, sheet.text):
                self.text_replaced.emit(one.start, one.end, "")
            self._open.touch()

    def lift(self, key: str) -> None:
        """Leave a block to an approver, or take that back."""
        sheet = self._open.sheet
        if sheet is not None:
            sheet.option.lifted ^= {key}
            self._open.touch()

    def do(self, deed: str) -> None:
        """Do what a notice or a card offers."""
        if deed in ("own_account", "own_reach"):
            self._switching.go_back(deed)
        elif deed in ("split", "join"):
            self._composing.split(wanted=deed == "split")
        elif deed == "untie":
            self._composing.rest_on(None)
        elif deed == "unschedule":
            self._composing.schedule(None)
        else:
            self.deed_wanted.emit(deed)
