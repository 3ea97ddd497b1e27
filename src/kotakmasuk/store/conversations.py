"""What an officer may change of conversations, and finding them by their names."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from sqlite_utils import Database

FIELDS = frozenset(("status", "assignee", "snoozed_until", "kind", "unread"))


def set_fields(
    database: "Database", ids: Sequence[int], values: Mapping[str, object]
) -> dict[str, dict[str, object]]:
    """Change what an officer may change; gives what stood there, by global id.

    Only conversations that really change are in the answer.
    """
    names = [name for name in values if name in FIELDS]
    rows = database.conn.execute(
        f"SELECT id, uid, {', '.join(names)} FROM conversation"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()
    after = tuple(values[name] for name in names)
    changed = [row for row in rows if tuple(row[2:]) != after]
    database.conn.executemany(
        f"UPDATE conversation SET {', '.join(name + ' = ?' for name in names)}"
        " WHERE id = ?",
        [(*after, row[0]) for row in changed],
    )
    return {row[1]: dict(zip(names, row[2:], strict=True)) for row in changed}


def restore(
    database: "Database",
    before: Mapping[str, Mapping[str, object]],
    after: Mapping[str, object],
) -> list[int]:
    """Put back what one change left, by global id; gives what was put back.

    A conversation that was changed again since stays as it is.
    """
    restored = []
    for uid, values in before.items():
        names = [name for name in values if name in FIELDS]
        row = database.conn.execute(
            f"UPDATE conversation SET {', '.join(name + ' = ?' for name in names)}"
            f" WHERE uid = ? AND {' AND '.join(name + ' IS ?' for name in names)}"
            " RETURNING id",
            (*(values[name] for name in names), uid, *(after[name] for name in names)),
        ).fetchone()
        if row:
            restored.append(row[0])
    return restored


def ids_of(database: "Database", uids: Iterable[str]) -> dict[str, int]:
    """Translate global ids into this file's own."""
    rows = database.conn.execute(
        "SELECT uid, id FROM conversation"
        " WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(uids)),),
    )
    return dict(rows.fetchall())


def uids_of(database: "Database", ids: Iterable[int]) -> dict[int, str]:
    """Translate this file's ids into global ones."""
    rows = database.conn.execute(
        "SELECT id, uid FROM conversation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(rows.fetchall())


def snoozed_until(database: "Database", now: int) -> list[int]:
    """List the conversations whose snooze is over."""
    rows = database.conn.execute(
        "SELECT id FROM conversation WHERE status = 'snoozed' AND snoozed_until <= ?",
        (now,),
    )
    return [row[0] for row in rows]


def by_remote_ids(database: "Database", account: int) -> dict[str, int]:
    """Give an account's conversations by what the platform calls them."""
    rows = database.conn.execute(
        "SELECT remote_id, id FROM conversation WHERE account = ?", (account,)
    )
    return dict(rows.fetchall())
