"""A real encrypted file with a told week in it, for summaries that read a file.

Rule: citizens bear the names in SECRETS, which no report may ever contain.
"""

import itertools
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.home import home_of
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Author, Form, Incoming, Marked
from kotakmasuk.services.desk import Office
from kotakmasuk.store import accounts, messages
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from kotakmasuk.store.messages import Batch
from tests.helpers.summaries import DAY, FOREVER


KEY = bytes(range(32))
NAME, HANDLE, NUMBER = "Dewi Anjani", "dewi.anjani.smj", "081234567847"
WORDS = f"Jalan depan rumah berlubang, hubungi {NAME} di {NUMBER}"
SECRETS = (NAME, "Anjani", HANDLE, NUMBER, "depan rumah")


def real_office(folder: Path, *, now: int = FOREVER) -> Office:
    """The office as bootstrap makes it, with a clock that stands still."""
    return home_of(folder, KEY, now=lambda: now, tokens=False).office


class WeekFile:
    """An open file and the calls that put messages into it."""

    def __init__(self, folder: Path, database: Any = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / FILE_NAME
        self.database = database or open_writer(self.path, KEY)
        self._counter = itertools.count(1)
        self._accounts: dict[str, Account] = {}

    def stamp(self, at: int = FOREVER) -> Stamp:
        return Stamp(at, "meja-1", "Sari", self._entropy)

    def _entropy(self, size: int) -> bytes:
        return next(self._counter).to_bytes(size, "big")

    def account(self, platform: str = "instagram", *, manual: bool = False) -> Account:
        """An account of that platform, made at its first use."""
        if platform not in self._accounts:
            account = Account(
                id=0,
                uid=f"account-{platform}",
                connector="files" if platform == "files" else "mastodon",
                platform=platform,
                host="",
                remote_id=f"kami-{platform}",
                handle=f"@pemkab.{platform}",
                name=f"Pemkab {platform}",
            )
            made = accounts.create(self.database, account, at=0, manual=manual)
            self._accounts[platform] = made
        return self._accounts[platform]

    def say(
        self, thread: str, at: int, *, platform: str = "instagram", **more: Any
    ) -> int:
        """Store one message; gives its conversation. `kind`, `due_at`, `own`, `tags`."""
        account = self.account(platform)
        kind, due_at = more.pop("kind", "complaint"), more.pop("due_at", at + DAY)
        message = Incoming(
            remote_id=f"m{next(self._counter)}",
            conversation=thread,
            form=Form.COMMENT,
            public=True,
            author=Author(f"citizen-{thread}", HANDLE, NAME),
            text=WORDS,
            sent_at=at,
            **more,
        )
        marked = Marked(message, kind=kind, snippet=WORDS, due_at=due_at)
        saved = messages.save(
            self.database, self.stamp(), account, Batch([marked], source="test")
        )
        return next(iter(saved.conversations))

    def run(self, statement: str, *values: Any) -> None:
        """Change the file as a service would."""
        self.database.conn.execute(statement, values)

    def reader(self) -> Any:
        """Open a reading connection; the caller closes it."""
        return open_reader(self.path, KEY)

    def close(self) -> None:
        self.database.conn.close()
