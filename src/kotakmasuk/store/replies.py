"""Replies and their revisions; what was written stays as it was written."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Composition, Conversing, Picture, Post, Target
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
class New:
    """What is to be stored: where it goes, as whom, how openly, and its place in a row.

    `series` joins the `parts` of a numbered thread; `request` and `label` belong to one
    of several candidates that wait for an approver.
    """

    target: Target
    composition: Composition
    account: int
    public: bool
    request: int | None = None
    label: str = ""
    series: str = ""
    part: int = 1
    parts: int = 1


@dataclass(frozen=True)
class Revised:
    """A revision as it is stored."""

    revision: int
    account: int
    public: bool
    composition: Composition


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


def write(database: "Database", stamp: Stamp, new: New) -> Written:
    """Store a reply with its first revision, pictures included."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    target = new.target
    conversing = target if isinstance(target, Conversing) else None
    reply = database.conn.execute(
        "INSERT INTO reply (uid, conversation, message, created_at, actor, purpose,"
        " announcement, request, label, series, part, parts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uid,
            conversing.conversation if conversing else None,
            _answered(database.conn, conversing) if conversing else None,
            stamp.at,
            stamp.actor,
            conversing.purpose if conversing else "announcement",
            None if isinstance(target, Conversing) else target.announcement,
            new.request,
            new.label,
            new.series,
            new.part,
            new.parts,
        ),
    ).fetchone()[0]
    return Written(reply, uid, _revision(database, stamp, reply, new))


def _answered(reader: Connection, target: Conversing) -> int | None:
    return target.message or addressee(reader, target.conversation).message


def revise(database: "Database", stamp: Stamp, reply: int, new: New) -> Written:
    """Store the next revision of a reply; approvals of earlier ones end with it."""
    uid = database.conn.execute(
        "SELECT uid FROM reply WHERE id = ?", (reply,)
    ).fetchone()[0]
    return Written(reply, uid, _revision(database, stamp, reply, new))


def _revision(database: "Database", stamp: Stamp, reply: int, new: New) -> int:
    composition = new.composition
    revision: int = database.conn.execute(
        "INSERT INTO revision (uid, reply, number, text, template, account, public,"
        " actor, at, unit_answer) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1"
        " FROM revision WHERE reply = ?), ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uuid7(stamp.at, stamp.entropy(10)),
            reply,
            reply,
            composition.text,
            ",".join(composition.templates),
            new.account,
            int(new.public),
            stamp.actor,
            stamp.at,
            composition.unit_answer,
        ),
    ).fetchone()[0]
    database.conn.executemany(
        "INSERT INTO revision_picture (revision, position, digest, name, alt)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (revision, position, one.digest, one.name, one.alt)
            for position, one in enumerate(composition.pictures)
        ],
    )
    return revision


def newest(reader: Connection, reply: int) -> Revised | None:
    """Give a reply's newest revision with all that was put together in it."""
    row = reader.execute(
        "SELECT id FROM revision WHERE reply = ? ORDER BY number DESC LIMIT 1", (reply,)
    ).fetchone()
    return revised(reader, row[0]) if row else None


def revised(reader: Connection, revision: int) -> Revised:
    """Give one revision with all that was put together in it."""
    row = reader.execute(
        "SELECT revision.id, text, template, revision.account, revision.public,"
        " unit_answer, conversation.account, conversation.public, conversation"
        " FROM revision JOIN reply ON reply.id = revision.reply"
        " LEFT JOIN conversation ON conversation.id = conversation"
        " WHERE revision.id = ?",
        (revision,),
    ).fetchone()
    revision, text, templates, account, public, unit_answer, own, open_, thread = row
    switched = thread is not None
    return Revised(
        revision=revision,
        account=account,
        public=bool(public),
        composition=Composition(
            text=text,
            templates=tuple(one for one in templates.split(",") if one),
            account=account if switched and account != own else None,
            public=bool(public) if switched and public != open_ else None,
            pictures=pictures_of(reader, revision),
            unit_answer=unit_answer,
        ),
    )


def pictures_of(reader: Connection, revision: int) -> tuple[Picture, ...]:
    """List the pictures of a revision in their order."""
    rows = reader.execute(
        "SELECT media.digest, name, media_type, size, alt FROM revision_picture"
        " JOIN media ON media.digest = revision_picture.digest"
        " WHERE revision = ? ORDER BY position",
        (revision,),
    )
    return tuple(Picture(*row) for row in rows)


def target_of(reader: Connection, reply: int) -> Target:
    """Tell what a stored reply goes to."""
    conversation, purpose, message, announcement, account = reader.execute(
        "SELECT conversation, purpose, message, announcement, (SELECT account"
        " FROM revision WHERE reply = reply.id ORDER BY number DESC LIMIT 1)"
        " FROM reply WHERE id = ?",
        (reply,),
    ).fetchone()
    if conversation is None:
        return Post(announcement, account)
    return Conversing(conversation, purpose, message)


def series_of(reader: Connection, reply: int) -> list[int]:
    """List the parts of the numbered thread that a reply belongs to, itself if none."""
    rows = reader.execute(
        "SELECT other.id FROM reply JOIN reply AS other ON other.series = reply.series"
        " WHERE reply.id = ? AND reply.series <> '' ORDER BY other.part",
        (reply,),
    ).fetchall()
    return [row[0] for row in rows] or [reply]


def id_of(reader: Connection, uid: str) -> int | None:
    """Translate a reply's global id into this file's own."""
    row = reader.execute("SELECT id FROM reply WHERE uid = ?", (uid,)).fetchone()
    return row[0] if row else None


def discard(database: "Database", reply: int, at: int) -> None:
    """Mark a reply that was taken back; its revisions and checks stay."""
    database.conn.execute("UPDATE reply SET discarded_at = ? WHERE id = ?", (at, reply))
