"""The outbox: each answer once, each step written before the world is touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.replies import Receipt, ReplyState
from kotakmasuk.store import leaving
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Queued:
    """An answer in the outbox with what is needed to send or to look for it.

    `conversation` is None for a post of an announcement; `part` of `parts` is its place
    in a numbered thread; `step` is what an attempt asked to be remembered.
    """

    reply: int
    uid: str
    conversation: int | None
    account: int
    text: str
    public: bool
    state: ReplyState
    key: str
    queued_at: int
    not_before: int
    began_at: int | None
    message: int | None
    tries: int
    template: str
    revision: int
    purpose: str
    series: str
    part: int
    parts: int
    step: str

    @property
    def threads(self) -> frozenset[int]:
        """The conversation it belongs to, if any."""
        return frozenset(() if self.conversation is None else (self.conversation,))


QUEUED = (
    "SELECT reply.id, reply.uid, reply.conversation, account, text, public, state, key,"
    " queued_at, not_before, began_at, message, tries, template, revision.id, purpose,"
    " series, part, parts, step"
    " FROM outbox JOIN reply ON reply.id = outbox.reply"
    " JOIN revision ON revision.id = outbox.revision"
)


def _queued(row: Sequence[Any]) -> Queued:
    reply, uid, conversation, account, text, public, state, *rest = row
    return Queued(
        reply, uid, conversation, account, text, bool(public), ReplyState(state), *rest
    )


@dataclass(frozen=True)
class Fresh:
    """What is put into the outbox: the words by their revision, and both keys to them."""

    reply: int
    revision: int
    check: int
    key: str
    at: int
    not_before: int
    approval: int | None = None


def queue(database: "Database", fresh: Fresh) -> None:
    """Put a checked reply into the outbox; the file refuses what lacks a key."""
    database.conn.execute(
        "INSERT INTO outbox (reply, revision, ethics_check, passed, key, state,"
        " queued_at, not_before, approval, granted)"
        " VALUES (?, ?, ?, 1, ?, 'queued', ?, ?, ?, ?)",
        (
            fresh.reply,
            fresh.revision,
            fresh.check,
            fresh.key,
            fresh.at,
            fresh.not_before,
            fresh.approval,
            None if fresh.approval is None else 1,
        ),
    )


def get(reader: Connection, reply: int) -> Queued | None:
    """Give one answer that is in the outbox."""
    row = reader.execute(f"{QUEUED} WHERE reply.id = ?", (reply,)).fetchone()
    return _queued(row) if row else None


def sending(reader: Connection) -> list[int]:
    """List the answers whose sending began and never ended."""
    rows = reader.execute("SELECT reply FROM outbox WHERE state = 'sending'")
    return [row[0] for row in rows]


def claim(database: "Database", reply: int, at: int) -> bool:
    """Take an answer for sending; False when it is not due or no longer queued."""
    if reply not in (one.reply for one in leaving.due(database.conn, at)):
        return False
    begin(database, reply, at)
    return True


def begin(database: "Database", reply: int, at: int) -> None:
    """Write that an answer is on its way, before the world is touched."""
    database.conn.execute(
        "UPDATE outbox SET state = 'sending', began_at = ?, tries = tries + 1,"
        " reason = '' WHERE reply = ? AND state = 'queued'",
        (at, reply),
    )


def finish(
    database: "Database", reply: int, state: ReplyState, *, at: int, reason: str = ""
) -> None:
    """Write how an attempt ended when the platform gave no id."""
    database.conn.execute(
        "UPDATE outbox SET state = ?, finished_at = ?, reason = ? WHERE reply = ?",
        (state, at, reason, reply),
    )


def postpone(database: "Database", reply: int, *, until: int, reason: str) -> None:
    """Put an answer back that the platform asked to send later."""
    database.conn.execute(
        "UPDATE outbox SET state = 'queued', not_before = ?, reason = ?"
        " WHERE reply = ?",
        (until, reason, reply),
    )


def confirm(database: "Database", reply: int, receipt: Receipt, *, at: int) -> None:
    """Write the platform's own id; only this makes an answer *Terkirim*."""
    database.conn.execute(
        "UPDATE outbox SET state = 'sent', remote_id = ?, url = ?, finished_at = ?,"
        " reason = '' WHERE reply = ?",
        (receipt.remote_id, receipt.url, receipt.sent_at or at, reply),
    )


def declare(
    database: "Database", reply: int, *, by: str, evidence: str, at: int
) -> None:
    """Write that an officer states she sent it herself."""
    database.conn.execute(
        "UPDATE outbox SET state = 'sent_manually', declared_by = ?, evidence = ?,"
        " finished_at = ?, reason = '' WHERE reply = ?",
        (by, evidence, at, reply),
    )


def withdraw(database: "Database", reply: int) -> None:
    """Take an answer that never left out of the outbox."""
    database.conn.execute("DELETE FROM outbox WHERE reply = ?", (reply,))


def note_look(
    database: "Database", reply: int, *, at: int, complete: bool, found: bool
) -> None:
    """Remember that the thread was read again to find the answer there."""
    database.conn.execute(
        "INSERT INTO look (reply, at, complete, found) VALUES (?, ?, ?, ?)",
        (reply, at, int(complete), int(found)),
    )


def looks(reader: Connection, reply: int, since: int) -> list[tuple[int, bool, bool]]:
    """List the readings of the thread since an attempt: at, complete, found."""
    rows = reader.execute(
        "SELECT at, complete, found FROM look WHERE reply = ? AND at >= ? ORDER BY id",
        (reply, since),
    )
    return [(row[0], bool(row[1]), bool(row[2])) for row in rows]


def unsure(reader: Connection) -> list[tuple[int, int, str, int]]:
    """List (reply, account, connector, began) of unknown outcomes that can be looked for.

    An account that nobody is signed in to cannot be read.
    """
    return reader.execute(
        "SELECT outbox.reply, account.id, account.connector, coalesce(began_at, 0)"
        " FROM outbox JOIN revision ON revision.id = outbox.revision"
        " JOIN account ON account.id = revision.account"
        " WHERE outbox.state = 'unsure' AND account.state = 'connected'"
    ).fetchall()


def is_unsure_in(reader: Connection, conversation: int) -> bool:
    """Tell whether the outcome of an answer in a conversation is unknown."""
    row = reader.execute(
        "SELECT 1 FROM outbox JOIN reply ON reply.id = outbox.reply"
        " WHERE reply.conversation = ? AND outbox.state = 'unsure'"
        " AND discarded_at IS NULL LIMIT 1",
        (conversation,),
    ).fetchone()
    return row is not None


def before(reader: Connection, queued: Queued) -> str | None:
    """Give the platform's id of the part that stands before one; None for the first."""
    if queued.part == 1:
        return None
    row = reader.execute(
        "SELECT coalesce(remote_id, seen_remote_id) FROM reply"
        " JOIN outbox ON outbox.reply = reply.id"
        " WHERE series = ? AND part = ?",
        (queued.series, queued.part - 1),
    ).fetchone()
    return row[0] if row else None


def is_told(reader: Connection, *, account: int, remote_id: str, besides: int) -> bool:
    """Tell whether another answer of this account is known to stand under that id."""
    row = reader.execute(
        "SELECT 1 FROM outbox JOIN revision ON revision.id = outbox.revision"
        " WHERE outbox.remote_id = ? AND account = ? AND outbox.reply <> ?",
        (remote_id, account, besides),
    ).fetchone()
    return row is not None


def keep_step(database: "Database", reply: int, step: str) -> None:
    """Remember what a sending of several calls needs for the next of them."""
    database.conn.execute("UPDATE outbox SET step = ? WHERE reply = ?", (step, reply))


def leave_at(database: "Database", reply: int, at: int) -> None:
    """Let an answer that waits leave at another time."""
    database.conn.execute(
        "UPDATE outbox SET not_before = ? WHERE reply = ? AND state = 'queued'",
        (at, reply),
    )
