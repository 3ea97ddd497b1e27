"""What the units answered, kept beside the conversations that asked."""

from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

ANSWERS = (
    "SELECT id, unit, text, answered_at, at, actor, conversation,"
    " coalesce(media, ''), name FROM unit_answer WHERE removed_at IS NULL"
)


def get(reader: Connection, answer: int | None) -> UnitAnswer | None:
    """Give one answer; None for none, and for one that was taken away."""
    row = reader.execute(f"{ANSWERS} AND id = ?", (answer,)).fetchone()
    return UnitAnswer(*row) if row else None


def of_conversation(reader: Connection, conversation: int | None) -> list[UnitAnswer]:
    """List the answers of a conversation, newest first; None lists those of none."""
    rows = reader.execute(
        f"{ANSWERS} AND conversation IS ? ORDER BY answered_at DESC, id DESC",
        (conversation,),
    )
    return [UnitAnswer(*row) for row in rows]


def add(database: "Database", stamp: Stamp, answer: UnitAnswer) -> tuple[int, str]:
    """Store an answer; gives its id and its global id."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    row = database.conn.execute(
        "INSERT INTO unit_answer (uid, conversation, unit, text, media, name,"
        " answered_at, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uid,
            answer.conversation,
            answer.unit,
            answer.text,
            answer.digest or None,
            answer.name,
            answer.answered_at,
            stamp.at,
            stamp.actor,
        ),
    ).fetchone()
    return row[0], uid


def remove(database: "Database", answer: int, at: int) -> None:
    """Take an answer away; replies that rest on it keep naming it."""
    database.conn.execute(
        "UPDATE unit_answer SET removed_at = ? WHERE id = ?", (at, answer)
    )
