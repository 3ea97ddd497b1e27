"""The ways off the desk: into the outbox, to an approver, or copied by hand.

The one rule: the words are saved as the draft before they go, so whatever happens on the
way they are still there.
"""

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.sheet import Sheet
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import approvals, declaring, outside, replies
from kotakmasuk.services.outside import Evidence


class Leaving(QObject):
    """Lets a sheet go; `gone` carries it, `refused` carries it with the error.

    `queued` carries the reply, the conversation, the undo time in seconds and the words
    for the toast (with "{seconds}" in them).
    """

    gone = Signal(object)
    refused = Signal(object, object)
    queued = Signal(int, int, int, str)
    manual_begun = Signal(int, str, str, str)
    taken_back = Signal(int)

    def __init__(self, now: OpenSheet) -> None:
        """Send what is handed over."""
        super().__init__(now)
        self._open = now
        self._work: Workplace = now.work

    def go(self, sheet: Sheet) -> None:
        """Send it the way that its checks allow."""
        if sheet.asks_approval:
            self._ask(sheet)
        else:
            self._queue(sheet)

    def _queue(self, sheet: Sheet) -> None:
        sends = sheet.identity.sends
        seconds = self._work.settings().undo_seconds if sends else 0
        if sheet.composition.not_before is not None:
            seconds = 0
        self._work.lanes.write(
            replies.queue,
            sheet.conversation,
            sheet.composition,
            ticks=sheet.ticks.keys,
            shown=sheet.identity,
            then=lambda changes: self._queued(sheet, changes, seconds),
            failed=lambda error: self._refused(sheet, error),
            initiator=self,
        )

    def _queued(self, sheet: Sheet, changes: Changes, seconds: int) -> None:
        reply = min(changes.replies)
        self.gone.emit(sheet)
        name = platform_of(sheet.identity.platform).name
        if not sheet.identity.sends:
            text, url = declaring.manual_text(self._work.lanes.reader, reply)
            self.manual_begun.emit(reply, text, url, name)
            return
        words = self.tr("Akan dikirim dalam {seconds} detik · {platform}, {name}")
        if sheet.composition.not_before is not None:
            words = self.tr("Dijadwalkan · {platform}, {name}")
        said = words.replace("{platform}", name)
        said = said.replace("{name}", sheet.identity.answers)
        self.queued.emit(reply, sheet.conversation, seconds, said)

    def _ask(self, sheet: Sheet) -> None:
        """Lay every candidate before an approver."""
        several = len(sheet.options) > 1
        lifted = frozenset(key for one in sheet.options for key in one.lifted)
        self._work.lanes.write(
            approvals.request,
            sheet.conversation,
            _candidates(sheet),
            note="" if several else sheet.option.remark.strip(),
            approver=sheet.approver,
            overrides=lifted,
            shown=sheet.identity if not several else None,
            then=lambda changes: self._asked(sheet, changes),
            failed=lambda error: self._refused(sheet, error),
            initiator=self,
        )

    def send_outside(self, sheet: Sheet, given: Evidence) -> None:
        """Send the open candidate, because somebody approved it outside the app."""
        sheet.sending = True
        self._work.lanes.write(
            outside.send,
            sheet.conversation,
            _candidates(sheet),
            place=sheet.place,
            given=given,
            note="" if len(sheet.options) > 1 else sheet.option.remark.strip(),
            then=lambda changes: self._recorded(sheet, changes),
            failed=lambda error: self._refused(sheet, error),
            initiator=self,
        )

    def _recorded(self, sheet: Sheet, changes: Changes) -> None:
        self.gone.emit(sheet)
        words = self.tr("Dicatat sebagai persetujuan di luar aplikasi; masuk antrean")
        self._work.tell(words, changes.undo)

    def _asked(self, sheet: Sheet, changes: Changes) -> None:
        self.gone.emit(sheet)
        self._work.tell(self.tr("Diajukan; menunggu persetujuan"), changes.undo)

    def _refused(self, sheet: Sheet, error: KnownError) -> None:
        self.refused.emit(sheet, error)

    def withdraw_request(self, sheet: Sheet) -> None:
        """Take a request back; its words are the draft again."""
        self._work.lanes.write(
            approvals.withdraw,
            sheet.request,
            then=lambda _: self.taken_back.emit(sheet.conversation),
            failed=self._open.fail,
            initiator=self,
        )


def _candidates(sheet: Sheet) -> list[Candidate]:
    """All that is offered; a remark stands at each where there are several."""
    several = len(sheet.options) > 1
    return [
        Candidate(one.composition, one.ticks.keys, one.remark if several else "")
        for one in sheet.options
    ]
