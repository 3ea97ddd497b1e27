"""What happens by the clock: checking accounts, sending what is due, waking the snoozed.

The one rule: nothing is begun twice; what still runs for an account or an answer is
waited for.
"""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.services import inbox, sending, syncing


SECOND = 1000
SENDING_EVERY = 500
CHECKING_EVERY = 5 * SECOND
WAKING_EVERY = 30 * SECOND
CLOCK_EVERY = 60 * SECOND


class Rounds(QObject):
    """`minute_passed` asks the screens to tell their times anew."""

    minute_passed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Begin with `start`."""
        super().__init__()
        self._work = workplace
        self._running: dict[Hashable, Task] = {}
        self._timers: list[QTimer] = []

    def start(self) -> None:
        """Settle what the last run left open, then go on by the clock."""
        self._work.lanes.write(sending.recover, initiator=self)
        for every, what in (
            (SENDING_EVERY, self.send_due),
            (CHECKING_EVERY, self.check_due),
            (CHECKING_EVERY, self.look_due),
            (WAKING_EVERY, self.wake),
            (CLOCK_EVERY, self.minute_passed.emit),
        ):
            timer = QTimer(self, interval=every)
            timer.timeout.connect(what)
            timer.start()
            self._timers.append(timer)
        self.wake()
        self.check_due()

    def stop(self) -> None:
        """Begin nothing more."""
        for timer in self._timers:
            timer.stop()

    def check_due(self) -> None:
        """Check the accounts whose time has come."""
        now = self._work.office.now()
        for account, at in syncing.next_checks(self._work.lanes.reader):
            if at > now:
                break
            self._check(account)

    def check_all(self) -> None:
        """Check every account that is read by machine at once (F5)."""
        self._running.clear()
        for account, _ in syncing.next_checks(self._work.lanes.reader):
            self._check(account)

    def send_due(self) -> None:
        """Send the answers whose undo time is over, each on its account's lane."""
        now = self._work.office.now()
        reader, office = self._work.lanes.reader, self._work.office
        for reply, account in sending.due(reader, office, now):
            self._once(("reply", reply), account, sending.send, reply)

    def look_due(self) -> None:
        """Read the threads again where nobody knows what became of an answer."""
        reader, office = self._work.lanes.reader, self._work.office
        for reply, account in sending.to_look(reader, office, office.now()):
            self._once(("look", reply), account, sending.look_again, reply)

    def wake(self) -> None:
        """Bring back the conversations whose snooze is over."""
        self._work.lanes.write(inbox.wake_snoozed)

    def _check(self, account: int) -> None:
        closing = self._work.lanes.is_closing
        self._once(account, account, syncing.sync, account, cancelled=closing)

    def _once(
        self, key: Hashable, account: int, service: Any, *given: Any, **named: Any
    ) -> None:
        before = self._running.get(key)
        if before is not None and not went_well(before):
            return  # It still runs, or it met a bug, which a second time would repeat.
        lanes = self._work.lanes
        self._running[key] = lanes.network(account, service, *given, **named)


def went_well(task: Task) -> bool:
    """Tell whether a task has ended, and not by a bug."""
    return task.future.done() and task.future.exception() is None
