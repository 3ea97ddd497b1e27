"""A file that stands at one migration, to be filled by plain SQL and taken further.

Rule: a migration's test knows nothing of today's code but the way to migrate.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kotakmasuk.store import database as store


KEY = bytes(range(32))


class Steps:
    """One encrypted file on its way through the migrations."""

    def __init__(self, folder: Path) -> None:
        from sqlite_utils import Database  # noqa: PLC0415 -- after the store

        connection = dbapi2.connect(str(folder / "inbox.db"), isolation_level=None)
        store._unlock(connection, KEY)
        self.database = Database(connection)

    def to(self, name: str) -> None:
        """Apply all up to and with this one."""
        names = store.migration_names()
        following = names[names.index(name) + 1 :]
        store.migrate(self.database, stop_before=following[0] if following else None)

    def run(self, sql: str, *values: Any) -> Any:
        return self.database.conn.execute(sql, values)

    def one(self, sql: str, *values: Any) -> Any:
        return self.run(sql, *values).fetchone()[0]

    def insert(self, table: str, **values: Any) -> int:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 -- our names
        return int(self.run(sql, *values.values()).lastrowid)

    def tables(self) -> set[str]:
        rows = self.run("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {row[0] for row in rows}


ROWS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "account": lambda number=1: {
        "uid": f"a{number}",
        "connector": "mastodon",
        "platform": "mastodon",
        "host": "contoh.test",
        "remote_id": str(number),
        "handle": "kota",
        "name": "Kota",
        "created_at": 1,
    },
    "author": lambda account=1: {
        "account": account,
        "remote_id": "w1",
        "handle": "@warga",
        "name": "Warga",
        "url": "",
        "since": 1,
    },
    "conversation": lambda number=1, status="new": {
        "uid": f"u{number}",
        "account": 1,
        "remote_id": f"t{number}",
        "platform": "mastodon",
        "form": "mention",
        "public": 1,
        "author": 1,
        "status": status,
        "snippet": "Lampu mati",
        "last_at": number,
    },
    "message": lambda number=1, conversation=1, text="Lampu jalan mati": {
        "uid": f"p{number}",
        "conversation": conversation,
        "author": 1,
        "remote_id": f"m{number}",
        "direction": "in",
        "form": "mention",
        "public": 1,
        "text": text,
        "stem": "lampu jalan mati",
        "sent_at": number,
        "received_at": number,
    },
}


def put(steps: Steps, table: str, **given: Any) -> int:
    """Insert the usual row of a table."""
    return steps.insert(table, **ROWS[table](**given))
