"""The log file: what the program did, never what a citizen or an officer wrote.

Only our own messages' fixed words and numbers are written; a text that would be filled in
is left out, and an exception is named by its class and the lines of code, because its
text may carry personal data.
"""

import copy
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any


LARGEST = 1_000_000
KEPT = 3
NAME = "kotakmasuk"
FILE_NAME = "kotakmasuk.log"
LEFT_OUT = "…"
_Raised = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class Discreet(logging.Formatter):
    """Writes where an exception arose, not what it says."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record without the texts that were filled in."""
        ours = copy.copy(record)
        ours.args = _discreet(record.args)
        ours.exc_text = None  # another handler may have written the text into it
        ours.stack_info = None
        return super().format(ours)

    def formatException(self, ei: _Raised) -> str:  # noqa: N802
        """Name the class and the lines of code, the innermost first."""
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)
        ours = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
        return f"{kind.__name__ if kind else 'error'} at " + " < ".join(ours[::-1])


def _discreet(args: Any) -> Any:
    if isinstance(args, dict):
        return {name: _number(value) for name, value in args.items()}
    return tuple(_number(value) for value in args or ())


def _number(value: object) -> object:
    return value if isinstance(value, bool | int | float | None) else LEFT_OUT


def start(folder: Path) -> logging.Handler:
    """Write the program's log into the data folder, a few megabytes at most."""
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8"
    )
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger(NAME)
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler
