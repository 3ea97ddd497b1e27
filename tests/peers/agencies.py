"""An agency with its own inbox, connected to a real server over the test's line."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kotakmasuk.bootstrap.home import Home, create_home
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import accounts, inbox, replies, rules, settings, syncing
from kotakmasuk.services.desk import Desk
from tests.peers import mastodon_mock, proxy


PASSPHRASE = "empat kata sandi uji"  # noqa: S105  a test\'s own
ANSWER = "Halo Kak, laporan lampu padam sudah kami teruskan ke Dishub. ^SR"


@dataclass(frozen=True)
class Agency:
    """Its folder, its server's user, and the line between."""

    home: Home
    user: mastodon_mock.User
    line: proxy.Line

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Sit down and get up again."""
        with self.home.desk() as desk:
            yield desk

    def sync(self) -> None:
        """Read the account once."""
        with self.desk() as desk:
            for account, _ in syncing.next_checks(desk.database.conn):
                syncing.sync(_write(desk), account)

    def queue(self, text: str = ANSWER) -> int:
        """Answer the newest conversation through the checklist; gives the reply."""
        with self.desk() as desk:
            reader, office = desk.database.conn, desk.office
            found = inbox.first_page(reader, office, Listing(), officer="")[0]
            settings.save(desk, undo_seconds=0)
            ticks = frozenset(one.key for one in rules.in_force(reader))
            changes = replies.queue(desk, found, Composition(text), ticks=ticks)
        return next(iter(changes.replies))

    def state(self, reply: int) -> str:
        """Tell where an answer stands."""
        reader = self.home.open_reader()
        try:
            rows = replies.outbox_rows(reader, now=self.home.office.now())
            return next(str(one.state) for one in rows if one.reply == reply)
        finally:
            reader.close()

    def start_sending(self) -> "subprocess.Popen[bytes]":
        """Run the installed program, which sends what is due, in its own process."""
        return self._start("sync")

    def open_window(self) -> "subprocess.Popen[bytes]":
        """Open the window in a process of its own."""
        return self._start()

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "kotakmasuk", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "KOTAKMASUK_HOME": str(self.home.folder),
                "KOTAKMASUK_PASSPHRASE": PASSPHRASE,
                "QT_QPA_PLATFORM": "offscreen",
            },
        )


def _write(desk: Desk):
    return lambda service, *given, **named: service(desk, *given, **named)


def agency(folder: Path, server: mastodon_mock.Server, line: proxy.Line) -> Agency:
    """Make an inbox and connect it with a pasted token."""
    folder.mkdir()
    home, _ = create_home(folder, PASSPHRASE)
    user = server.register(f"humas{time.monotonic_ns()}")
    made = Agency(home, user, line)
    with made.desk() as desk:
        accounts.add(
            _write(desk),
            connector="mastodon",
            name="Pemkab Uji",
            settings={"base_url": line.base_url},
            secrets={"token": user.token},
        )
    return made


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill -9 and wait until nothing of it is left."""
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
