"""Dies (-9) before each statement that writes, every time in a copy of the folder.

Rule: run as a program of its own, which holds no file open when it divides; the last
copy is of the one that was let live.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import (
    approvals,
    publishing,
    replies,
    team,
    template_exchange,
)
from kotakmasuk.services.approval_imports import import_decision
from tests.helpers.asking import SHORTER
from tests.helpers.desks import (
    ANSWER,
    Place,
    counting,
    every_tick,
    make_place,
)
from tests.helpers.seats import APPROVER, PASSPHRASE, derived


FLOOD, PLAIN = 1, 2  # conversations: one asks for an approver
MOST = 400
READS = ("SELECT", "PRAGMA", "WITH")
ANSWER_FILE, TABLE_FILE = "jawaban.json", "templat.csv"


class Dying:
    """Stands before a connection and ends the program before its nth writing."""

    def __init__(self, connection: Any, fatal: int) -> None:
        self.connection, self.fatal, self.count = connection, fatal, 0

    def execute(self, sql: str, *given: Any) -> Any:
        self._next(sql)
        return self.connection.execute(sql, *given)

    def executemany(self, sql: str, *given: Any) -> Any:
        self._next(sql)
        return self.connection.executemany(sql, *given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def _next(self, sql: str) -> None:
        if not sql.lstrip().upper().startswith(READS):
            self.count += 1
            if self.count == self.fatal:
                os.kill(os.getpid(), signal.SIGKILL)


def saving(place: Place, _folder: Path) -> None:
    """The draft is saved while one writes on."""
    more = Composition(f"{ANSWER} Kabar menyusul.")
    replies.save_draft(place.desk, PLAIN, more, ticks=every_tick(place.office))


def queueing(place: Place, _folder: Path) -> None:
    """Ctrl+Enter."""
    words = Composition(SHORTER)
    replies.queue(place.desk, PLAIN, words, ticks=every_tick(place.office))


def approving(place: Place, _folder: Path) -> None:
    """The approver lets the first wording go."""
    row = approvals.waiting(place.reader)[0]
    view = approvals.open_request(place.reader, place.office, row.id)
    approvals.approve(place.sat(seated(place)), row.id, view.options[0].reply)


def editing(place: Place, _folder: Path) -> None:
    """The approver changes the words."""
    row = approvals.waiting(place.reader)[0]
    view = approvals.open_request(place.reader, place.office, row.id)
    words = replace(view.options[0].composition, text=SHORTER)
    desk = place.sat(seated(place))
    approvals.edit(desk, row.id, view.options[0].reply, words)


def importing(place: Place, folder: Path) -> None:
    """An answer that was decided on another PC comes in."""
    import_decision(place.desk, folder / ANSWER_FILE)


def taking_templates(place: Place, folder: Path) -> None:
    """A table of templates comes in."""
    template_exchange.take_in(place.desk, folder / TABLE_FILE)


def announcing(place: Place, _folder: Path) -> None:
    """A warning to two accounts is laid before an approver."""
    number = place.one("SELECT max(id) FROM announcement")
    publishing.submit(place.desk, number)


DEEDS: dict[str, Callable[[Place, Path], None]] = {
    one.__name__: one
    for one in (
        *(saving, queueing, approving, editing),
        *(importing, taking_templates, announcing),
    )
}


def seated(place: Place) -> Seat:
    """The approver with her key, as the passphrase gives it."""
    salt = APPROVER.encode().ljust(16)[:16]
    signer = derived(PASSPHRASE, salt)
    return team.seat_of(place.reader, place.office, APPROVER, signer)


def live(folder: Path, deed: str, fatal: int) -> None:
    """Do it in this folder, and die if there is that much to write."""
    place = make_place(folder, entropy=counting(50_000))
    place.desk.database.conn = Dying(place.desk.database.conn, fatal)
    DEEDS[deed](place, folder)
    place.close()


def divide(source: Path, out: Path, deed: str) -> None:
    """Divide until one lives; the first time warms up what is made once a program."""
    warm = out / "000"
    shutil.copytree(source, warm)
    live(warm, deed, fatal=0)
    shutil.rmtree(warm)
    for fatal in range(1, MOST):
        folder = out / f"{fatal:03d}"
        shutil.copytree(source, folder)
        child = os.fork()
        if child == 0:
            live(folder, deed, fatal)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, deed
            return
    message = f"{deed} never ended"
    raise AssertionError(message)


if __name__ == "__main__":
    for name in DEEDS:
        divide(Path(sys.argv[1]), Path(sys.argv[2]) / name, name)
