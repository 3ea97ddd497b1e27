"""Saves what is being written, so that a kill loses at most two seconds.

The one rule: the clock begins with the first change that is not saved yet, so whoever
types without a pause is saved too.
"""

from PySide6.QtCore import QObject, QTimer

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import replies


SAVE_WITHIN = 2000  # ms


class Keeping(QObject):
    """Keeps the open sheet as its conversation's draft."""

    def __init__(self, now: OpenSheet) -> None:
        """Wait for the first change."""
        super().__init__(now)
        self._open = now
        self.clock = QTimer(self, interval=SAVE_WITHIN, singleShot=True)
        self.clock.timeout.connect(self.save)

    def soon(self) -> None:
        """Save within two seconds."""
        if not self.clock.isActive():
            self.clock.start()

    def save(self) -> None:
        """Save all that is put together, where anything is new."""
        self.clock.stop()
        sheet = self._open.sheet
        if sheet is None or sheet.sending or sheet.draft() == sheet.saved:
            return
        sheet.saved = sheet.draft()
        self._open.work.lanes.write(
            replies.keep_draft,
            sheet.saved,
            failed=lambda error: self._not_saved(sheet, error),
            initiator=self,
        )

    def _not_saved(self, sheet: Sheet, error: KnownError) -> None:
        """Nothing was kept, so the next time saves it even if no letter changes."""
        sheet.saved = None
        self._open.fail(error)
