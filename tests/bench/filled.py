"""A database of N messages for the benchmarks, and the raw insert beside it."""

import time
from itertools import islice
from pathlib import Path

from kotakmasuk.bootstrap.home import Home, home_of
from kotakmasuk.domain.accounts import Account
from kotakmasuk.services import accounts, settings
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import messages as store
from tests.bench import corpus


KEY = bytes(range(32))
PAGE = 100


def home(folder: Path) -> Home:
    """Open the benchmark's folder with a key of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return home_of(folder, KEY, tokens=False)


def account(desk: Desk) -> Account:
    """Connect the one account that everything comes to."""
    settings.save(desk, agency="Kabupaten Uji", officer="Sari Rahmawati")
    changes = accounts.store_account(
        desk,
        Account(
            0,
            "a0000000-0000-7000-8000-000000000001",
            "files",
            "files",
            "",
            "uji",
            "",
            "Uji",
        ),
        manual=True,
    )
    return account_store.get(desk.database.conn, next(iter(changes.accounts)))


def fill(desk: Desk, number: int, *, page: int = PAGE) -> None:
    """Save messages in pages, as a sync does."""
    known = account(desk)
    lines = corpus.messages(number)
    while batch := list(islice(lines, page)):
        store.save(desk.database, desk.stamp(), known, store.Batch(batch))


TABLES = ("account", "author", "conversation", "message")


class Copying:
    """Writes a source's rows into another file by executemany, page after page.

    The same encrypted schema with its triggers, counters and search; a transaction a
    page, as intake has it.
    """

    def __init__(self, source: Desk, target: Desk) -> None:
        self._source = source
        self._target = target
        self._copied: dict[str, set[int]] = {table: set() for table in TABLES}

    def page(self, first: int) -> float:
        """Write the page after message `first`; gives the seconds it took."""
        rows = _page(self._source, first, self._copied)
        began = time.perf_counter()
        with self._target.database.atomic():
            for table, values in rows.items():
                if values:
                    marks = ", ".join("?" * len(values[0]))
                    self._target.database.conn.executemany(
                        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
                        values,
                    )
        return time.perf_counter() - began


def _page(
    source: Desk, first: int, copied: dict[str, set[int]]
) -> dict[str, list[tuple[object, ...]]]:
    """Read a page of messages with the conversations and authors they need first."""
    found: dict[str, list[tuple[object, ...]]] = {}
    span = "SELECT {} FROM message WHERE id > ? AND id <= ?"
    needed = {
        "account": "SELECT 1",
        "author": f"{span.format('author')} UNION SELECT author FROM conversation"  # noqa: S608
        f" WHERE id IN ({span.format('conversation')})",
        "conversation": span.format("conversation"),
        "message": span.format("id"),
    }
    for table, ids in needed.items():
        given = (first, first + PAGE) * (ids.count("?") // 2)
        rows = source.database.conn.execute(
            f"SELECT * FROM {table} WHERE id IN ({ids})",  # noqa: S608
            given,
        ).fetchall()
        found[table] = [row for row in rows if row[0] not in copied[table]]
        copied[table] |= {row[0] for row in found[table]}
    return found
