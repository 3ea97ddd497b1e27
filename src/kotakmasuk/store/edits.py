"""What became of stored messages at their source: edited, deleted.

Older words are kept as versions, and what the source deleted is marked, never erased.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Marked, Version
from kotakmasuk.store import placing, turns
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Known:
    """A message as it stands in the file."""

    id: int
    conversation: int
    text: str
    edited_at: int | None
    deleted_at: int | None


def meet_again(
    database: "Database", stamp: Stamp, pairs: Iterable[tuple[Known, Marked]]
) -> set[int]:
    """Compare what came again with what is stored; gives the changed conversations."""
    touched = set()
    for known, one in pairs:
        if one.message.deleted:
            if known.deleted_at is None:
                delete(database, stamp, known.id, known.conversation)
                touched.add(known.conversation)
        elif _is_edited(database, known, one):
            _keep_version(database, stamp, known, one)
            placing.refresh_snippet(database, known.conversation, known.id, one)
            touched.add(known.conversation)
    return touched


def _is_edited(database: "Database", known: Known, one: Marked) -> bool:
    message = one.message
    if message.text == known.text:
        return False
    if message.edited_at is not None:
        return known.edited_at is None or message.edited_at > known.edited_at
    # Platforms add to our own words, a mention for instance; that is no edit. And a
    # source that tells no time may hand over an older version again.
    return not message.own and not _was_there(database, known, message.text)


def _was_there(database: "Database", known: Known, text: str) -> bool:
    row = database.conn.execute(
        "SELECT 1 FROM message_version WHERE message = ? AND text = ?", (known.id, text)
    ).fetchone()
    return row is not None


def _keep_version(
    database: "Database", stamp: Stamp, known: Known, one: Marked
) -> None:
    at = one.message.edited_at or stamp.at
    database.conn.execute(
        "INSERT INTO message_version (message, text, until) VALUES (?, ?, ?)",
        (known.id, known.text, at),
    )
    database.conn.execute(
        "UPDATE message SET text = ?, stem = ?, marks = ?, edited_at = ? WHERE id = ?",
        (one.message.text, one.stem, one.marks, at, known.id),
    )


def delete(database: "Database", stamp: Stamp, message: int, conversation: int) -> None:
    """Mark a message that its source no longer has; nobody waits for it any more."""
    database.conn.execute(
        "UPDATE message SET deleted_at = ? WHERE id = ?", (stamp.at, message)
    )
    turns.restand(database, conversation)


def newest(reader: Connection, conversation: int) -> Version | None:
    """Give the newest message that the citizen wrote, deleted or not."""
    row = reader.execute(
        "SELECT id FROM message WHERE conversation = ? AND direction = 'in'"
        " ORDER BY sent_at DESC, id DESC LIMIT 1",
        (conversation,),
    ).fetchone()
    return version(reader, row[0]) if row else None


def version(reader: Connection, message: int) -> Version | None:
    """Tell when a message was changed and deleted last."""
    row = reader.execute(
        "SELECT id, edited_at, deleted_at FROM message WHERE id = ?", (message,)
    ).fetchone()
    return Version(*row) if row else None
