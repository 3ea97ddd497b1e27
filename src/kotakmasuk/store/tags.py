"""Tags and which conversations carry them."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.inbox import OPEN
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.tags import Tag
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def all_tags(reader: Connection) -> list[Tag]:
    """List the tags with their number of open conversations, most first."""
    rows = reader.execute(
        "SELECT tag.id, uid, name, coalesce(sum(conversations), 0) AS open FROM tag"
        " LEFT JOIN tag_count ON tag_count.tag = tag.id"
        "  AND status IN (SELECT value FROM json_each(?))"
        " WHERE removed_at IS NULL GROUP BY tag.id ORDER BY open DESC, name",
        (json.dumps(list(OPEN)),),
    )
    return [Tag(*row) for row in rows]


def get(reader: Connection, tag: int) -> Tag | None:
    """Give one tag, None when it does not exist or was removed."""
    row = reader.execute(
        "SELECT id, uid, name FROM tag WHERE id = ? AND removed_at IS NULL", (tag,)
    ).fetchone()
    return Tag(*row) if row else None


def by_name(reader: Connection, name: str) -> Tag | None:
    """Find a tag in use by its stored name."""
    row = reader.execute(
        "SELECT id, uid, name FROM tag WHERE name = ? AND removed_at IS NULL", (name,)
    ).fetchone()
    return Tag(*row) if row else None


def by_uid(reader: Connection, uid: str) -> tuple[Tag, bool]:
    """Give a tag by its global id, and whether it is in use; raises KeyError."""
    row = reader.execute(
        "SELECT id, uid, name, removed_at IS NULL FROM tag WHERE uid = ?", (uid,)
    ).fetchone()
    if row is None:
        raise KeyError(uid)
    return Tag(*row[:3]), bool(row[3])


def create(database: "Database", stamp: Stamp, name: str) -> Tag:
    """Make a tag; no other in use may have its name."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    row = database.conn.execute(
        "INSERT INTO tag (uid, name) VALUES (?, ?) RETURNING id, uid, name", (uid, name)
    ).fetchone()
    return Tag(*row)


def rename(database: "Database", tag: int, name: str) -> None:
    """Give a tag another name."""
    database.conn.execute("UPDATE tag SET name = ? WHERE id = ?", (name, tag))


def set_removed(database: "Database", tag: int, at: int | None) -> None:
    """Take a tag out of use, or bring it back with None."""
    database.conn.execute("UPDATE tag SET removed_at = ? WHERE id = ?", (at, tag))


def carried_by(reader: Connection, tag: int) -> list[int]:
    """List the conversations that carry a tag."""
    rows = reader.execute(
        "SELECT conversation FROM conversation_tag WHERE tag = ?", (tag,)
    )
    return [row[0] for row in rows]


def carrying(reader: Connection, ids: Sequence[int], tag: int) -> set[int]:
    """Tell which of these conversations carry a tag."""
    rows = reader.execute(
        "SELECT conversation FROM conversation_tag WHERE tag = ?"
        " AND conversation IN (SELECT value FROM json_each(?))",
        (tag, json.dumps(list(ids))),
    )
    return {row[0] for row in rows}


def put_on(database: "Database", tag: int, ids: Iterable[int]) -> None:
    """Set a tag on conversations."""
    database.conn.executemany(
        "INSERT OR IGNORE INTO conversation_tag (conversation, tag) VALUES (?, ?)",
        [(conversation, tag) for conversation in ids],
    )


def take_off(database: "Database", tag: int, ids: Iterable[int]) -> None:
    """Take a tag off conversations."""
    database.conn.executemany(
        "DELETE FROM conversation_tag WHERE conversation = ? AND tag = ?",
        [(conversation, tag) for conversation in ids],
    )


def carry_in(
    database: "Database", stamp: Stamp, named: Sequence[tuple[int, str]]
) -> None:
    """Set the tags that an import brought, making those that are new."""
    names = {name for _, name in named}
    ids = {}
    for name in sorted(names):
        found = by_name(database.conn, name)
        ids[name] = (found or create(database, stamp, name)).id
    database.conn.executemany(
        "INSERT OR IGNORE INTO conversation_tag (conversation, tag) VALUES (?, ?)",
        [(conversation, ids[name]) for conversation, name in named],
    )
