"""What is done with an answer in the outbox, through the services.

The one rule: nothing is sent again unless one complete reading of the thread found no
match; the service refuses, and the page does not offer it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Identity, OutboxRow
from kotakmasuk.services import checklist, replies, sending
from kotakmasuk.services.desk import Desk


class Errands(QObject):
    """Runs them; `done` asks for the rows anew, `manual_ready` carries text and link."""

    begun = Signal()
    done = Signal()
    failed = Signal(object)
    manual_ready = Signal(str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self._looking: set[int] = set()

    def is_looking(self, row: OutboxRow) -> bool:
        """Tell whether its thread is being read at this moment."""
        return row.reply in self._looking

    def look(self, row: OutboxRow) -> None:
        """Read the thread again at the platform."""
        if row.reply in self._looking:
            return
        self._looking.add(row.reply)
        self.begun.emit()
        self._work.lanes.network(
            self.identity(row).account,
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
        """Take it back; it becomes the conversation's draft again."""
        self._write(row, replies.withdraw)

    def declare(self, row: OutboxRow, evidence: str) -> None:
        """Write that the officer states it was sent; `evidence` may be its link."""
        self._write(row, partial(replies.declare_sent, evidence=evidence))

    def prepare_manual(self, row: OutboxRow) -> None:
        """Give text and link for sending by hand, by `manual_ready`."""
        text, url = replies.manual_text(self._work.lanes.reader, row.reply)
        self.manual_ready.emit(text, url)

    def identity(self, row: OutboxRow) -> Identity:
        """As whom and how it goes."""
        reader, office = self._work.lanes.reader, self._work.office
        return checklist.identity(reader, office, row.conversation)

    def url(self, row: OutboxRow) -> str:
        """Where the answer stands, else what it answers."""
        if row.url or not row.reply:
            return row.url
        return replies.manual_text(self._work.lanes.reader, row.reply)[1]

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
