"""Drafts, replies and their revisions; what was written stays as it was written."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Written:
    """A reply just written: its own id and its revision's, local and global."""

    reply: int
    uid: str
    revision: int


@dataclass(frozen=True)
class Addressee:
    """What an answer must know of whom it answers."""

    account: int
    conversation_uid: str
    conversation_key: str
    form: str
    public: bool
    message: int | None
    remote_id: str | None
    handle: str
    name: str
    url: str
    kind: str
    tags: tuple[str, ...]
    author_remote_id: str = ""


def addressee(reader: Connection, conversation: int) -> Addressee:
    """Find the newest message of the citizen, which an answer goes to."""
    row = reader.execute(
        "SELECT conversation.account, conversation.uid, conversation.remote_id,"
        " conversation.form, conversation.public, author.handle, author.name,"
        " coalesce(kind, ''), author.remote_id"
        " FROM conversation JOIN author ON author.id = conversation.author"
        " WHERE conversation.id = ?",
        (conversation,),
    ).fetchone()
    target = reader.execute(
        "SELECT id, remote_id, url FROM message WHERE conversation = ?"
        " AND direction = 'in' ORDER BY sent_at DESC, id DESC LIMIT 1",
        (conversation,),
    ).fetchone() or (None, None, "")
    tags = reader.execute(
        "SELECT name FROM tag JOIN conversation_tag ON tag = tag.id"
        " WHERE conversation = ? AND removed_at IS NULL ORDER BY name",
        (conversation,),
    )
    return Addressee(
        account=row[0],
        conversation_uid=row[1],
        conversation_key=row[2],
        form=row[3],
        public=bool(row[4]),
        message=target[0],
        remote_id=target[1],
        handle=row[5],
        name=row[6],
        url=target[2],
        kind=row[7],
        tags=tuple(tag[0] for tag in tags),
        author_remote_id=row[8],
    )


def target(reader: Connection, conversation: int, message: int | None) -> Addressee:
    """Find whom a written reply answers, even when the citizen wrote more since."""
    to = addressee(reader, conversation)
    row = reader.execute(
        "SELECT remote_id, url FROM message WHERE id = ?", (message,)
    ).fetchone()
    return replace(to, message=message, remote_id=row[0], url=row[1]) if row else to


def draft(reader: Connection, conversation: int) -> tuple[str, str, int] | None:
    """Give the saved draft of a conversation: text, template, when."""
    row = reader.execute(
        "SELECT text, template, at FROM draft WHERE conversation = ?", (conversation,)
    ).fetchone()
    return tuple(row) if row else None


def save_draft(
    database: "Database", stamp: Stamp, conversation: int, text: str, template: str
) -> None:
    """Keep the words being written; one draft a conversation."""
    database.conn.execute(
        "INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE"
        " SET text = excluded.text, template = excluded.template,"
        " actor = excluded.actor, at = excluded.at",
        (conversation, text, template, stamp.actor, stamp.at),
    )


def discard_draft(database: "Database", conversation: int) -> None:
    """Forget the draft of a conversation."""
    database.conn.execute("DELETE FROM draft WHERE conversation = ?", (conversation,))


def write(
    database: "Database",
    stamp: Stamp,
    conversation: int,
    *,
    text: str,
    template: str,
    public: bool,
) -> Written:
    """Store a reply to a conversation with its first revision."""
    to = addressee(database.conn, conversation)
    uid = uuid7(stamp.at, stamp.entropy(10))
    reply = database.conn.execute(
        "INSERT INTO reply (uid, conversation, message, created_at, actor)"
        " VALUES (?, ?, ?, ?, ?) RETURNING id",
        (uid, conversation, to.message, stamp.at, stamp.actor),
    ).fetchone()[0]
    revision = database.conn.execute(
        "INSERT INTO revision (uid, reply, number, text, template, account, public,"
        " actor, at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uuid7(stamp.at, stamp.entropy(10)),
            reply,
            text,
            template,
            to.account,
            int(public),
            stamp.actor,
            stamp.at,
        ),
    ).fetchone()[0]
    return Written(reply, uid, revision)


def id_of(reader: Connection, uid: str) -> int | None:
    """Translate a reply's global id into this file's own."""
    row = reader.execute("SELECT id FROM reply WHERE uid = ?", (uid,)).fetchone()
    return row[0] if row else None


def discard(database: "Database", reply: int, at: int) -> None:
    """Mark a reply that was taken back; its revisions and checks stay."""
    database.conn.execute("UPDATE reply SET discarded_at = ? WHERE id = ?", (at, reply))
