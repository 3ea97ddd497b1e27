"""One thread that works off its queue, and the task that lies in it.

The one rule: a lane opens and closes its own connection on its own thread.
"""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kotakmasuk.domain.errors import KnownError


OFFICER, INTAKE, CLOSING = range(3)

Then = Callable[[Any], object]
Failed = Callable[[KnownError], object]


class Task:
    """Something a lane was asked to do; once cancelled, nothing is called back."""

    def __init__(
        self,
        work: Callable[[Any], Any],
        *,
        then: Then | None = None,
        failed: Failed | None = None,
        initiator: object = None,
    ) -> None:
        self.work = work
        self.then = then
        self.failed = failed
        self.initiator = initiator
        self.future: Future[Any] = Future()
        self.stop: Callable[[], None] | None = None
        self._cancelled = threading.Event()
        self._guard = threading.Lock()

    @property
    def cancelled(self) -> bool:
        """Tell whether nobody waits for it any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Drop it when it still waits; interrupt it when it reads at this moment."""
        self._cancelled.set()
        with self._guard:
            if self.stop is not None:
                self.stop()

    def run(self, given: Any, stop: Callable[[], None] | None) -> None:
        """Do the work on the lane's thread; the future then holds what came of it."""
        with self._guard:
            self.stop = stop
        try:
            self.future.set_result(None if self.cancelled else self.work(given))
        except Exception as error:  # noqa: BLE001  told to whoever asked
            self.future.set_exception(error)
        finally:
            with self._guard:
                self.stop = None


class Lane:
    """One thread that works its queue off with a connection of its own."""

    def __init__(
        self,
        name: str,
        *,
        start: Callable[[], Any],
        end: Callable[[Any], None],
        finished: Callable[[Task], None],
        interruptible: bool = False,
    ) -> None:
        """Begin the thread; `start` and `end` run on it around the first and last."""
        self._start = start
        self._end = end
        self._finished = finished
        self._interruptible = interruptible
        self._waiting: queue.PriorityQueue[tuple[int, int, Task | None]]
        self._waiting = queue.PriorityQueue()
        self._order = itertools.count()
        self._current: Task | None = None
        self._thread = threading.Thread(target=self._work, name=f"{name} lane")
        self._thread.start()

    def put(self, task: Task, priority: int = OFFICER) -> None:
        """Let the task wait for its turn; a lower priority goes first."""
        self._waiting.put((priority, next(self._order), task))

    def close(self, *, drop: bool) -> None:
        """Let no more begin when `drop` is set, then wait until the thread has ended."""
        self.leave(drop=drop)
        self.join()

    def leave(self, *, drop: bool) -> None:
        """Ask the thread to end, after what waits or (`drop`) without it."""
        if drop:
            with self._waiting.mutex:
                for _, _, task in self._waiting.queue:
                    if task is not None:
                        task.cancel()
            if (current := self._current) is not None:
                current.cancel()
        self._waiting.put((CLOSING, next(self._order), None))

    def join(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _work(self) -> None:
        given: Any = None
        while True:
            _, _, task = self._waiting.get()
            if task is None:
                break
            self._current = task
            try:
                given = given if given is not None else self._start()
            except Exception as error:  # noqa: BLE001  told to whoever asked
                task.future.set_exception(error)
            else:
                task.run(given, given.interrupt if self._interruptible else None)
            self._current = None
            self._finished(task)
        if given is not None:
            self._end(given)
