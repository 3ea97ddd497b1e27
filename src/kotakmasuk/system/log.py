"""The log file: what the program did, never what a citizen or an officer wrote.

Only our own messages' fixed words are written; an exception is named by its class and
the lines of our code, because its text may carry personal data.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path


LARGEST = 1_000_000
KEPT = 3


class Discreet(logging.Formatter):
    """Writes where an exception arose, not what it says."""

    def formatException(self, ei) -> str:  # type: ignore[no-untyped-def] # noqa: N802
        """Name the class and the frames of our own code only."""
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)
        ours = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
        return f"{kind.__name__ if kind else 'error'} at " + " < ".join(ours[::-1])


def start(folder: Path) -> None:
    """Write the program's log into the data folder, a few megabytes at most."""
    handler = RotatingFileHandler(
        folder / "kotakmasuk.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8"
    )
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("kotakmasuk")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
