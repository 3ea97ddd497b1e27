"""Sends one answer and dies (-9) at the named moment; run as a program of its own.

The platform is a file beside the database: what was posted stands there, line by line,
whoever dies.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kotakmasuk.domain.replies import Receipt
from kotakmasuk.services import sending
from tests.helpers.desks import counting, make_place
from tests.helpers.platforms import Platform


POSTED = "posted.jsonl"
MOMENTS = (
    "before the claim",
    "after the claim",
    "before the call",
    "during the call",
    "after the call",
    "before the receipt is written",
    "after the receipt is written",
)


def posted(folder: Path) -> list[dict[str, Any]]:
    """Read what the platform has received."""
    file = folder / POSTED
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [json.loads(line) for line in lines]


class FilePlatform(Platform):
    """Receives into a file, and looks there."""

    def __init__(self, folder: Path, die: Callable[[str], None]) -> None:
        super().__init__()
        self.folder, self.die = folder, die

    def send(self, access: Any, outgoing: Any) -> Receipt:
        del access
        self.die("before the call")
        with (self.folder / POSTED).open("a", encoding="utf-8") as file:
            file.write(json.dumps([outgoing.in_reply_to, outgoing.text]) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.die("during the call")
        return self._receipt(len(posted(self.folder)))

    def find_sent(self, access: Any, outgoing: Any) -> Receipt | None:
        del access
        wanted = [outgoing.in_reply_to, outgoing.text]
        lines = posted(self.folder)
        return self._receipt(lines.index(wanted) + 1) if wanted in lines else None


def run(folder: Path, moment: str) -> None:
    def die(now: str) -> None:
        if now == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    place = make_place(folder, entropy=counting(10_000))
    found: Any = place.office.connectors["scripted"]
    object.__setattr__(found, "platform", FilePlatform(folder, die))

    def write(service: Callable[..., Any], *given: Any, **named: Any) -> Any:
        name = service.__name__
        if name == "confirm":
            die("after the call")
            with_desk = place.desk.database.conn
            with_desk.execute("BEGIN")
            result = service(place.desk, *given, **named)
            die("before the receipt is written")
            with_desk.execute("COMMIT")
            die("after the receipt is written")
            return result
        die("before the claim")
        result = service(place.desk, *given, **named)
        die("after the claim")
        return result

    sending.send(write, 1)


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2])
