"""Watches the citizen's message while an answer to it is being written.

The one rule: the officer is told, and nothing she wrote is touched.
"""

from dataclasses import replace

from PySide6.QtCore import QObject

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.services import answered


class Watching(QObject):
    """Shows the open sheet anew when its message was changed or deleted at the source."""

    def __init__(self, now: OpenSheet) -> None:
        """Listen from now on."""
        super().__init__(now)
        self._open = now
        now.work.lanes.changed.connect(self._take_changes)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        sheet = self._open.sheet
        if sheet is None or sheet.conversation not in changes.conversations:
            return
        before = sheet.stands, sheet.unsure
        look(self._open.work, sheet)
        if (sheet.stands, sheet.unsure) != before:
            self._open.touch()


def begin(work: Workplace, sheet: Sheet, since: int | None) -> None:
    """Remember how the message stands; what came after a draft's last save is news."""
    found = answered.newest(work.lanes.reader, sheet.conversation)
    sheet.read = sheet.stands = found
    sheet.unsure = answered.is_unsure(work.lanes.reader, sheet.conversation)
    if found is not None and since is not None and (found.edited_at or 0) > since:
        sheet.read = replace(found, edited_at=None)


def look(work: Workplace, sheet: Sheet) -> None:
    """Read how the message, and what was answered before, stand now."""
    sheet.unsure = answered.is_unsure(work.lanes.reader, sheet.conversation)
    if sheet.read is not None:
        sheet.stands = answered.again(work.lanes.reader, sheet.read)
