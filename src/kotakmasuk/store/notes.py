"""Internal notes: never part of what a citizen may see."""

from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp


if TYPE_CHECKING:
    from sqlite_utils import Database


def add(database: "Database", stamp: Stamp, conversation: int, text: str) -> str:
    """Store a note and give its global id."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    database.conn.execute(
        "INSERT INTO note (uid, conversation, actor, text, at) VALUES (?, ?, ?, ?, ?)",
        (uid, conversation, stamp.actor, text, stamp.at),
    )
    return uid


def set_removed(database: "Database", uid: str, at: int | None) -> int | None:
    """Take a note away or bring it back; gives its conversation."""
    row = database.conn.execute(
        "UPDATE note SET removed_at = ? WHERE uid = ? RETURNING conversation", (at, uid)
    ).fetchone()
    return row[0] if row else None
