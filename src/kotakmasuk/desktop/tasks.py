"""The only threads: one that writes, one for slow reading, one an account for the network.

The one rule: what a lane found comes back to the GUI thread by a queued signal, and
nothing here is ever killed; closing cancels and waits.
"""

import threading
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from kotakmasuk.desktop.lane import INTAKE, Failed, Lane, Task, Then
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError


# Only for its name: what a desk holds takes longer to load than the first paint.
if TYPE_CHECKING:
    from kotakmasuk.services.desk import Desk

__all__ = ["Lanes", "Task"]

GATHERED_FOR = 200  # ms in which what intake changed becomes one signal
STEADY_FOR = 1000  # ms while it goes on coming in, so that nothing stutters


class Lanes(QObject):
    """Runs services on their threads and calls back on the GUI thread.

    `changed` carries what was touched and who asked; `failed` an error nobody took;
    `crashed` a bug.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    crashed = Signal(object)
    _finished = Signal(object)

    def __init__(
        self, *, open_desk: Callable[[], "Desk"], open_reader: Callable[[], Any]
    ) -> None:
        """Start no thread yet; each begins with its first task."""
        super().__init__()
        self._open_desk = open_desk
        self._open_reader = open_reader
        self._lanes: dict[Hashable, Lane] = {}
        self._making = threading.Lock()
        self._closing = threading.Event()
        self._reader: Any = None
        self._open: set[Task] = set()
        self._gathered: dict[object, Changes] = {}
        self._pause = QTimer(self, singleShot=True)
        self._told = QElapsedTimer()
        self._pause.timeout.connect(self._tell_gathered)
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._deliver, queued)

    @property
    def reader(self) -> Any:
        """The GUI thread's own reading connection, for what surely takes under 5 ms."""
        if self._reader is None:
            self._reader = self._open_reader()
        return self._reader

    def is_closing(self) -> bool:
        """Tell a service on the network that it should come to an end."""
        return self._closing.is_set()

    def is_idle(self) -> bool:
        """Tell whether everything that was asked for has been told."""
        return not self._open and not self._pause.isActive()

    def write(
        self,
        service: Callable[..., Any],
        /,
        *given: Any,
        then: Then | None = None,
        failed: Failed | None = None,
        initiator: object = None,
        **named: Any,
    ) -> Task:
        """Run `service(desk, *given)` on the writing lane, before any waiting intake."""
        task = Task(
            lambda desk: service(desk, *given, **named),
            then=then,
            failed=failed,
            initiator=initiator,
        )
        return self._begin(task, self._writer())

    def read(
        self,
        service: Callable[..., Any],
        /,
        *given: Any,
        then: Then | None = None,
        failed: Failed | None = None,
        **named: Any,
    ) -> Task:
        """Run `service(reader, *given)` on the reading lane; cancelling interrupts it."""
        task = Task(
            lambda reader: service(reader, *given, **named), then=then, failed=failed
        )
        return self._begin(task, self._reading())

    def network(
        self,
        account: int,
        service: Callable[..., Any],
        /,
        *given: Any,
        then: Then | None = None,
        failed: Failed | None = None,
        initiator: object = None,
        **named: Any,
    ) -> Task:
        """Run `service(write, *given)` on that account's own lane; 0 is for no account."""

        def write(called: Callable[..., Any], /, *more: Any, **words: Any) -> Any:
            inner = Task(lambda desk: called(desk, *more, **words), initiator=initiator)
            inner.failed = _raised_to_caller
            self._writer().put(inner, INTAKE)
            return inner.future.result()

        task = Task(
            lambda _: service(write, *given, **named),
            then=then,
            failed=failed,
            initiator=initiator,
        )
        lane = self._lane(account, f"network {account}", start=object, end=_nothing)
        return self._begin(task, lane)

    def close(self) -> None:
        """Cancel what waits, let officers' writes finish, and wait for every thread."""
        self._closing.set()
        self._pause.stop()
        lanes = dict(self._lanes)
        writer = lanes.pop("writer", None)
        for lane in lanes.values():
            lane.leave(drop=True)
        for lane in lanes.values():
            lane.join()
        # Last, because a network lane may wait for what it asked the writer to save.
        writer = self._lanes.get("writer", writer)
        if writer is not None:
            writer.close(drop=False)
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _begin(self, task: Task, lane: Lane) -> Task:
        self._open.add(task)
        lane.put(task)
        return task

    def _writer(self) -> Lane:
        return self._lane("writer", "writer", start=self._open_desk, end=_leave_desk)

    def _reading(self) -> Lane:
        return self._lane(
            "reader", "reader", start=self._open_reader, end=_close, interruptible=True
        )

    def _lane(self, key: Hashable, name: str, **how: Any) -> Lane:
        with self._making:
            if key not in self._lanes:
                self._lanes[key] = Lane(name, finished=self._finished.emit, **how)
            return self._lanes[key]

    def _deliver(self, task: Task) -> None:
        if self.is_closing():
            return
        self._open.discard(task)
        error = task.future.exception()
        if error is not None:
            self._tell_error(task, error)
            return
        found = task.future.result()
        if isinstance(found, Changes):
            self._gather(found, task)
        if task.then is not None and not task.cancelled:
            task.then(found)

    def _tell_error(self, task: Task, error: BaseException) -> None:
        if task.cancelled or task.failed is _raised_to_caller:
            return
        if not isinstance(error, KnownError):
            self.crashed.emit(error)
        elif task.failed is not None:
            task.failed(error)
        else:
            self.failed.emit(error)

    def _gather(self, found: Changes, task: Task) -> None:
        if not found:
            return
        if task.initiator is not None:
            self.changed.emit(found, task.initiator)
            return
        self._gathered[None] = self._gathered.get(None, Changes()) | found
        if not self._pause.isActive():
            steady = self._told.isValid() and self._told.elapsed() < STEADY_FOR
            self._pause.start(STEADY_FOR if steady else GATHERED_FOR)

    def _tell_gathered(self) -> None:
        self._told.start()
        gathered, self._gathered = self._gathered, {}
        for initiator, found in gathered.items():
            self.changed.emit(found, initiator)


def _raised_to_caller(error: KnownError) -> None:
    """Mark a write whose error is raised on the lane that asked for it."""
    raise error


def _leave_desk(desk: "Desk") -> None:
    desk.database.close()


def _close(connection: Any) -> None:
    connection.close()


def _nothing(given: object) -> None:
    """End a network lane, which holds nothing open."""
