"""What is done with an answer in the outbox, through the services.

The one rule: nothing is sent again unless one complete reading of the thread found no
match; the service refuses, and the page does not offer it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.outbox.panel_state import Ways
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import OutboxRow
from kotakmasuk.services import declaring, outbox, replies, sending
from kotakmasuk.services.desk import Desk


class Errands(QObject):
    """Runs them; `done` asks for the rows anew.

    `manual_ready` carries the reply, its text, its link and the platform's name.
    """

    begun = Signal()
    done = Signal()
    failed = Signal(object)
    manual_ready = Signal(int, str, str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self._looking: set[int] = set()

    def look(self, row: OutboxRow) -> None:
        """Read the thread again at the platform."""
        if row.reply in self._looking:
            return
        self._looking.add(row.reply)
        self.begun.emit()
        self._work.lanes.network(
            row.account,
            sending.look,
            row.reply,
            then=lambda _: self._looked(row),
            failed=lambda error: self._look_failed(row, error),
            initiator=self,
        )

    def retry(self, row: OutboxRow) -> None:
        """Let it go once more; the service refuses while its outcome is unknown."""
        self._write(row, replies.retry)

    def withdraw(self, row: OutboxRow) -> None:
        """Take it back; an answer becomes the conversation's draft again."""
        self._write(row, replies.withdraw)

    def send_now(self, row: OutboxRow) -> None:
        """Let a scheduled one leave at once."""
        self._write(row, outbox.send_now)

    def declare(self, row: OutboxRow, evidence: str, file: str = "") -> None:
        """Write that the officer states it was sent; a link or picture may prove it."""
        self.declare_reply(row.reply, evidence, file)

    def declare_reply(self, reply: int, evidence: str, file: str) -> None:
        """The same for an answer whose window asked."""
        screenshot = Path(file) if file else None
        self._work.lanes.write(
            partial(declaring.declare_sent, evidence=evidence, screenshot=screenshot),
            reply,
            failed=self._fail,
            initiator=self,
        )

    def hold_all(self, *, held: bool) -> None:
        """Hold every sending back, or let them go on."""
        self._work.lanes.write(
            partial(outbox.hold_all, held=held), failed=self._fail, initiator=self
        )

    def is_held(self) -> bool:
        """Tell whether all sending is held back."""
        return outbox.is_held(self._work.lanes.reader)

    def prepare_manual(self, row: OutboxRow) -> None:
        """Give text and link for sending by hand, by `manual_ready`."""
        text, url = declaring.manual_text(self._work.lanes.reader, row.reply)
        name = platform_of(row.platform).name
        self.manual_ready.emit(row.reply, text, url, name)

    def sign_in(self, row: OutboxRow) -> None:
        """Show the account whose token no longer works."""
        self._work.go("accounts", row.account)

    def decide(self, row: OutboxRow) -> None:
        """Show the request that waits for an approver."""
        self._work.go("approvals", row.request)

    def show_announcement(self, row: OutboxRow) -> None:
        """Show the announcement whose post it is."""
        self._work.go("announcements", row.announcement)

    def ways(self, row: OutboxRow) -> Ways:
        """What its account can do, and what is known of it now."""
        reader, office = self._work.lanes.reader, self._work.office
        return Ways(
            sends=outbox.is_sent_by_machine(reader, office, row),
            looks=outbox.may_be_looked_for(reader, office, row),
            looking=row.reply in self._looking,
            url=self.url(row),
        )

    def url(self, row: OutboxRow) -> str:
        """Where the answer stands, else what it answers."""
        if row.url or not row.reply or row.request:
            return row.url
        try:
            return declaring.manual_text(self._work.lanes.reader, row.reply)[1]
        except KnownError:
            return ""  # taken back since the rows were read

    def _write(self, row: OutboxRow, service: Callable[[Desk, int], Changes]) -> None:
        self._work.lanes.write(service, row.reply, failed=self._fail, initiator=self)

    def _looked(self, row: OutboxRow) -> None:
        self._looking.discard(row.reply)
        self.done.emit()

    def _look_failed(self, row: OutboxRow, error: KnownError) -> None:
        self._looking.discard(row.reply)
        self._fail(error)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.done.emit()
