"""The real window at work, in a process of its own: stepping by key, and intake.

Prints one line of JSON; run as `python -m tests.bench.working step|intake FOLDER`.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import app
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.messages import Cursor, Incoming, Page
from kotakmasuk.services import settings, syncing
from kotakmasuk.services.desk import Write
from kotakmasuk.store import accounts
from kotakmasuk.system import lock
from tests.bench import corpus, filled
from tests.bench.figures import percentile


STEPS = 150
WARM = 20
TICK = 10  # ms
IDLE = 3000  # ms
ARRIVING = 50_000
LANES = 10
LOOKED_EVERY = 100  # ms
PAUSE = 0.002  # what a platform takes to answer, at the least


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.seen = False
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def opened(folder: Path) -> Any:
    """Show the window of a folder and wait for its list."""
    application = app.application()
    home = filled.home(folder)
    reader = home.open_prepared()
    known = settings.load(reader)
    reader.close()
    started = app.start(
        office=home.office,
        open_desk=home.open_desk,
        open_reader=home.open_reader,
        settings=known,
    )
    started.window.show()
    wait(application, lambda: started.window.inbox.model.rowCount() > 0)
    wait(application, started.lanes.is_idle)
    return started


def wait(application: QApplication, until: Callable[[], bool]) -> None:
    while not until():
        application.processEvents()
        time.sleep(0.001)


def step(folder: Path) -> dict[str, float]:
    """Go down the list by J and back by K; the time until the conversation is seen."""
    started = opened(folder)
    inbox = started.window.inbox
    inbox.focus_list()
    painted = Painted(inbox.conversation.items.widget())
    spent = []
    for number in range(WARM + STEPS):
        key = Qt.Key.Key_J if number % 5 else Qt.Key.Key_K
        painted.seen = False
        began = time.perf_counter()
        QTest.keyClick(inbox.list.list, key)
        while not painted.seen and time.perf_counter() - began < 1:
            QApplication.processEvents()
        spent.append((time.perf_counter() - began) * 1000)
        QTest.qWait(15)
    started.close()
    spent = spent[WARM:]
    return {"p50": statistics.median(spent), "p95": percentile(spent, 95)}


class Ticker(QTimer):
    """Ticks, and notes how late it was."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.setInterval(TICK)
        self.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._last:
            self.late.append(max((now - self._last) * 1000 - TICK, 0))
        self._last = now

    def taken(self) -> dict[str, float]:
        late, self.late, self._last = self.late, [], 0.0
        return {"p99": percentile(late, 99), "max": max(late)}


def intake(folder: Path) -> dict[str, float]:
    """Let messages come in on ten lanes; how late the window's ticks are."""
    started = opened(folder)
    known = accounts.get(started.lanes.reader, 1)
    ticker = Ticker()
    ticker.start()
    QTest.qWait(IDLE)
    idle = ticker.taken()
    pages = _pages()
    began = time.perf_counter()
    tasks = [
        started.lanes.network(100 + lane, _arrive, known, pages[lane::LANES])
        for lane in range(LANES)
    ]
    wait_quietly(lambda: all(task.future.done() for task in tasks))
    busy = ticker.taken()
    spent = time.perf_counter() - began
    for task in tasks:
        task.future.result()
    ticker.stop()
    started.close()
    return {
        **busy,
        "idle_p99": idle["p99"],
        "idle_max": idle["max"],
        "rate": ARRIVING / spent,
    }


def wait_quietly(until: Callable[[], bool]) -> None:
    """Run the window's own event loop, which gives the threads their turns.

    QTest.qWait would keep the interpreter to itself and starve the lanes.
    """
    loop, timer = QEventLoop(), QTimer(interval=LOOKED_EVERY)
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start()
    loop.exec()


def _pages() -> list[tuple[Incoming, ...]]:
    lines = corpus.messages(ARRIVING, first=10_000_000)
    pages = []
    while page := tuple(one.message for one in islice(lines, filled.PAGE)):
        pages.append(page)
    return pages


def _arrive(write: Write, account: Account, pages: list[tuple[Incoming, ...]]) -> None:
    for number, messages in enumerate(pages):
        time.sleep(PAUSE)
        page = Page(Cursor("inbox", str(number)), messages)
        write(syncing.save_page, account, page)


if __name__ == "__main__":
    named, given = sys.argv[1], Path(sys.argv[2])
    with lock.hold(given):
        found = (step if named == "step" else intake)(given)
    print(json.dumps(found))  # noqa: T201
