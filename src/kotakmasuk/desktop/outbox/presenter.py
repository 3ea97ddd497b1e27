"""Decides what the outbox shows and carries out what an officer does with an answer.

The one rule: nothing is sent again unless one complete reading of the thread found no
match, and the officer confirmed it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.outbox.model import waits_for_time
from kotakmasuk.desktop.outbox.panel_state import PanelState, panel_state
from kotakmasuk.desktop.outbox.wording import ALL, Moment, in_order
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Identity, OutboxRow
from kotakmasuk.services import replies, sending
from kotakmasuk.services.desk import Desk


TICK = 1000


@dataclass(frozen=True)
class Shown:
    """The rows of the open tab and the moment for which their times are told."""

    rows: tuple[OutboxRow, ...]
    moment: Moment
    chosen: OutboxRow | None


class OutboxPresenter(QObject):
    """Keeps the rows, the open tab and the chosen answer."""

    listed = Signal(object)
    counted = Signal(dict)
    described = Signal(object)
    time_passed = Signal(object)
    failed = Signal(object)
    manual_ready = Signal(str, str, object)
    withdrawn = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self._rows: tuple[OutboxRow, ...] = ()
        self._tab = ALL
        self._chosen: OutboxRow | None = None
        self._looking: set[int] = set()
        self._task: Task | None = None
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._tell_time)
        workplace.lanes.changed.connect(self._take_changes)

    @property
    def chosen(self) -> OutboxRow | None:
        """The answer that the panel tells of."""
        return self._chosen

    @property
    def url(self) -> str:
        """The address of the chosen answer, or of what it answers."""
        return self._url(self._chosen) if self._chosen is not None else ""

    def reload(self) -> None:
        """Read all rows again; the choice stays on the same answer."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._work.lanes.read(
            replies.outbox_rows, now=self._work.office.now(), then=self._show
        )

    def open_tab(self, tab: str) -> None:
        """Show one state, or all of them."""
        self._tab = tab
        self._list()

    def choose(self, row: OutboxRow | None) -> None:
        """Tell of this answer in the panel."""
        self._chosen = row
        self._describe()

    def look(self) -> None:
        """Read the thread again at the platform."""
        row = self._chosen
        if row is None or row.reply in self._looking:
            return
        self._looking.add(row.reply)
        self._describe()
        self._work.lanes.network(
            self._identity(row).account,
            sending.look,
            row.reply,
            then=lambda _: self._looked(row.reply),
            failed=lambda error: self._look_failed(row.reply, error),
            initiator=self,
        )

    def retry(self) -> None:
        """Let it go once more; the service refuses while its outcome is unknown."""
        self._write(replies.retry)

    def withdraw(self) -> None:
        """Take it back; it becomes the conversation's draft again."""
        row = self._chosen
        if row is not None:
            self._write(replies.withdraw)
            self.withdrawn.emit(row.conversation)

    def declare(self, evidence: str) -> None:
        """Write that the officer states it was sent; `evidence` may be its link."""
        self._write(partial(replies.declare_sent, evidence=evidence))

    def prepare_manual(self) -> None:
        """Give text and link for sending by hand, by `manual_ready`."""
        row = self._chosen
        if row is not None:
            text, url = replies.manual_text(self._work.lanes.reader, row.reply)
            self.manual_ready.emit(text, url, row)

    def moment(self) -> Moment:
        """Now, in the agency's zone."""
        return Moment(self._work.office.now(), self._work.settings().zone)

    def _write(self, service: Callable[[Desk, int], Changes]) -> None:
        row = self._chosen
        if row is not None:
            self._work.lanes.write(
                service, row.reply, failed=self._fail, initiator=self
            )

    def _show(self, rows: list[OutboxRow]) -> None:
        self._task = None
        self._rows = tuple(in_order(rows))
        self._count()
        self._list()
        self._set_clock()

    def _count(self) -> None:
        counts: dict[str, int] = {ALL: len(self._rows)}
        for row in self._rows:
            counts[row.state.value] = counts.get(row.state.value, 0) + 1
        self.counted.emit(counts)

    def _list(self) -> None:
        rows = tuple(row for row in self._rows if self._tab in (ALL, row.state.value))
        self._chosen = self._again(rows)
        self.listed.emit(Shown(rows, self.moment(), self._chosen))
        self._describe()

    def _again(self, rows: tuple[OutboxRow, ...]) -> OutboxRow | None:
        """The chosen answer among new rows, else the first."""
        was = self._chosen
        for row in rows:
            if was is None:
                break
            if (row.reply, row.conversation) == (was.reply, was.conversation):
                return row
        return rows[0] if rows else None

    def _describe(self) -> None:
        state: PanelState | None = None
        if self._chosen is not None:
            state = panel_state(
                self._chosen,
                self.moment(),
                sends=self._identity(self._chosen).sends,
                looking=self._chosen.reply in self._looking,
                url=self._url(self._chosen),
            )
        self.described.emit(state)

    def _url(self, row: OutboxRow) -> str:
        """Where the answer stands, else what it answers."""
        if row.url or not row.reply:
            return row.url
        return replies.manual_text(self._work.lanes.reader, row.reply)[1]

    def _identity(self, row: OutboxRow) -> Identity:
        reader, office = self._work.lanes.reader, self._work.office
        return replies.identity(reader, office, row.conversation)

    def _looked(self, reply: int) -> None:
        self._looking.discard(reply)
        self.reload()

    def _look_failed(self, reply: int, error: KnownError) -> None:
        self._looked(reply)
        self._fail(error)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.reload()

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.replies or changes.conversations:
            self.reload()

    def _tell_time(self) -> None:
        self.time_passed.emit(self.moment())
        self._describe()
        self._set_clock()

    def _set_clock(self) -> None:
        if waits_for_time(self._rows, self.moment()):
            self._clock.start()
        else:
            self._clock.stop()
