"""Whom an answer goes to, and what an announcement says of itself."""

from dataclasses import dataclass, replace
from typing import Any

from kotakmasuk.store.database import Connection


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
    text: str = ""
    marks: str = ""
    last_at: int | None = None
    answered: bool = False


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
    newest = _newest_message(reader, conversation)
    answered = reader.execute(
        "SELECT 1 FROM message WHERE conversation = ? AND direction = 'out' LIMIT 1",
        (conversation,),
    ).fetchone()
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
        message=newest[0],
        remote_id=newest[1],
        handle=row[5],
        name=row[6],
        url=newest[2],
        kind=row[7],
        tags=tuple(tag[0] for tag in tags),
        author_remote_id=row[8],
        text=newest[3],
        marks=newest[4],
        last_at=newest[5],
        answered=answered is not None,
    )


def _newest_message(reader: Connection, conversation: int) -> tuple[Any, ...]:
    found = reader.execute(
        "SELECT id, remote_id, url, text, marks, sent_at FROM message"
        " WHERE conversation = ? AND direction = 'in'"
        " ORDER BY sent_at DESC, id DESC LIMIT 1",
        (conversation,),
    ).fetchone()
    return found or (None, None, "", "", "", None)


def target(reader: Connection, conversation: int, message: int | None) -> Addressee:
    """Find whom a written reply answers, even when the citizen wrote more since."""
    to = addressee(reader, conversation)
    row = reader.execute(
        "SELECT remote_id, url, text FROM message WHERE id = ?", (message,)
    ).fetchone()
    if row is None:
        return to
    return replace(to, message=message, remote_id=row[0], url=row[1], text=row[2])


@dataclass(frozen=True)
class Announced:
    """What the checklist must know of an announcement."""

    preset: str
    title: str
    source: str


def announced(reader: Connection, announcement: int) -> Announced:
    """Find the announcement that a post belongs to."""
    row = reader.execute(
        "SELECT preset, title, source FROM announcement WHERE id = ?", (announcement,)
    ).fetchone()
    return Announced(*row)
