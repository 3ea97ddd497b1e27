"""The outbox: each answer once, each step written before the world is touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.replies import OutboxRow, Receipt, ReplyState
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Queued:
    """An answer in the outbox with what is needed to send or to look for it."""

    reply: int
    uid: str
    conversation: int
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


QUEUED = (
    "SELECT reply.id, reply.uid, reply.conversation, account, text, public, state, key,"
    " queued_at, not_before, began_at, message, tries, template"
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


def due(reader: Connection, now: int) -> list[tuple[int, int]]:
    """List (reply, account) whose time has come and whom a machine may send.

    Within a conversation only the oldest that is not yet through, so that order is kept.
    """
    return reader.execute(
        "SELECT outbox.reply, revision.account FROM outbox"
        " JOIN reply ON reply.id = outbox.reply"
        " JOIN revision ON revision.id = outbox.revision"
        " JOIN account ON account.id = revision.account"
        " WHERE outbox.state = 'queued' AND not_before <= ? AND account.manual = 0"
        " AND account.state = 'connected' AND NOT EXISTS ("
        "  SELECT 1 FROM outbox AS other JOIN reply AS earlier"
        "  ON earlier.id = other.reply"
        "  WHERE earlier.conversation = reply.conversation AND earlier.id < reply.id"
        "  AND other.state IN ('queued', 'sending', 'unsure'))"
        " ORDER BY not_before, outbox.reply",
        (now,),
    ).fetchall()


def sending(reader: Connection) -> list[int]:
    """List the answers whose sending began and never ended."""
    rows = reader.execute("SELECT reply FROM outbox WHERE state = 'sending'")
    return [row[0] for row in rows]


def claim(database: "Database", reply: int, at: int) -> bool:
    """Take an answer for sending; False when it is not due or no longer queued."""
    if reply not in (one for one, _ in due(database.conn, at)):
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


ROWS = """
    SELECT outbox.reply, reply.conversation, outbox.state, account.platform,
        iif(author.name <> '', author.name, author.handle), revision.text,
        revision.actor, coalesce(finished_at, began_at, queued_at), not_before,
        reason, outbox.url, ethics_check.at, began_at
    FROM outbox JOIN reply ON reply.id = outbox.reply
    JOIN revision ON revision.id = outbox.revision
    JOIN ethics_check ON ethics_check.id = outbox.ethics_check
    JOIN account ON account.id = revision.account
    JOIN conversation ON conversation.id = reply.conversation
    JOIN author ON author.id = conversation.author
    WHERE outbox.state NOT IN ('sent', 'sent_manually') OR finished_at >= ?
"""
DRAFTS = """
    SELECT 0, draft.conversation, 'draft', conversation.platform,
        iif(author.name <> '', author.name, author.handle), draft.text, draft.actor,
        draft.at
    FROM draft JOIN conversation ON conversation.id = draft.conversation
    JOIN author ON author.id = conversation.author WHERE draft.text <> ''
"""


def rows(reader: Connection, *, sent_since: int) -> list[OutboxRow]:
    """List everything under way, drafts, and what was sent since (UTC ms)."""
    listed = [
        _row(reader, row) for row in reader.execute(ROWS, (sent_since,)).fetchall()
    ]
    drafts = [
        OutboxRow(row[0], row[1], ReplyState(row[2]), *row[3:])
        for row in reader.execute(DRAFTS)
    ]
    return listed + drafts


def _row(reader: Connection, row: tuple[Any, ...]) -> OutboxRow:
    looked = looks(reader, row[0], row[12] or 0) if row[2] == "unsure" else []
    return OutboxRow(
        reply=row[0],
        conversation=row[1],
        state=ReplyState(row[2]),
        platform=row[3],
        recipient=row[4],
        text=row[5],
        by=row[6],
        at=row[7],
        due_at=row[8],
        reason=row[9],
        url=row[10],
        looked=tuple(at for at, _, _ in looked),
        last_look_complete=bool(looked and looked[-1][1] and not looked[-1][2]),
        checked_at=row[11],
    )


def counts(reader: Connection) -> dict[ReplyState, int]:
    """Count the outbox by state, drafts included."""
    found = dict(
        reader.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall()
    )
    found["draft"] = reader.execute(
        "SELECT count(*) FROM draft WHERE text <> ''"
    ).fetchone()[0]
    return {ReplyState(state): number for state, number in found.items()}
