"""Replies and their revisions; what was written stays as it was written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Composition, Conversing, Picture, Post, Target
from kotakmasuk.store.addressees import addressee
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
    """List the pictures of a revision in their order, also where the bytes are gone."""
    rows = reader.execute(
        "SELECT revision_picture.digest, name, coalesce(media_type, ''),"
        " coalesce(size, 0), alt FROM revision_picture"
        " LEFT JOIN media ON media.digest = revision_picture.digest"
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
