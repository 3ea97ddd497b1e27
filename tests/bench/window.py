"""A window in a process of its own, which tells when it painted: ours, or a bare one.

Run by path, so that nothing is loaded that an officer's start would not load; prints one
line of JSON with instants of the machine's monotonic clock and the memory it took.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


SETTLED = 1500  # ms after which nothing of a start is still to come


class Witness(QObject):
    """Sees every paint of the application and remembers the first of each sort."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, float] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.seen.setdefault("paint", time.monotonic())
            if _shows_rows(watched):
                # The rows still have to be drawn when their event is seen.
                QTimer.singleShot(0, self._note_list)
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(SETTLED, self._tell)
        return False

    def leave(self) -> None:
        self._tell()

    def _note_list(self) -> None:
        self.seen["list"] = time.monotonic()

    def _tell(self) -> None:
        memory = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
        found = dict(line.split(":", 1) for line in memory.splitlines()[1:])
        self.seen["rss"] = int(found["Rss"].split()[0]) * 1024
        print(json.dumps(self.seen), flush=True)  # noqa: T201
        # What closing takes is no part of a start.
        os._exit(0)


def _shows_rows(watched: QObject) -> bool:
    table = watched.parent()
    return isinstance(table, QTableView) and table.model().rowCount() > 0


def bare() -> None:
    """Show an empty window."""
    application = QApplication([])
    witness = Witness()
    application.installEventFilter(witness)
    window = QMainWindow()
    window.resize(1366, 720)
    window.show()
    QTimer.singleShot(SETTLED, witness.leave)
    application.exec()


def ours() -> None:
    """Start as the desktop's menu does; the folder stands in the environment."""
    application = QApplication(["kotakmasuk"])
    witness = Witness()
    application.installEventFilter(witness)
    from kotakmasuk.__main__ import desktop  # noqa: PLC0415

    desktop()


if __name__ == "__main__":
    ours() if sys.argv[1] == "ours" else bare()
