"""Requests for approval, their wordings, and what was decided.

An approval is never altered; a later revision voids it, by trigger (m0009).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.approvals import CheckLine, RequestRow, RequestState, Way
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class NewRequest:
    """What is asked: about which conversation or announcement, of whom, from when on."""

    conversation: int | None
    announcement: int | None
    note: str
    approver: str
    not_before: int | None


@dataclass(frozen=True)
class Granting:
    """An approval to be written; times are UTC ms.

    `signed` and `signature` are empty where it came from outside, `evidence` elsewhere.
    """

    revision: int
    check: int
    actor: str
    acting: str
    way: Way
    approved_at: int
    signed: str = ""
    signature: bytes | None = None
    evidence: str = ""
    reasons: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Standing:
    """One wording as it lies in the file: the reply and its revisions' ids."""

    reply: int
    uid: str
    label: str
    actor: str
    discarded_at: int | None
    part: int
    parts: int
    first: int
    newest: int
    newest_uid: str


def open_request(database: "Database", stamp: Stamp, asked: NewRequest) -> RequestRow:
    """Store a request that waits for its approver."""
    number = database.conn.execute(
        "INSERT INTO approval_request (uid, conversation, announcement, note, approver,"
        " not_before, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uuid7(stamp.at, stamp.entropy(10)),
            asked.conversation,
            asked.announcement,
            asked.note,
            asked.approver,
            asked.not_before,
            stamp.at,
            stamp.actor,
        ),
    ).fetchone()[0]
    found = get(database.conn, number)
    assert found is not None  # noqa: S101 -- it was written a line above
    return found


ROWS = """
    SELECT approval_request.id, approval_request.uid, approval_request.conversation,
        approval_request.announcement,
        coalesce(conversation.platform, (SELECT platform FROM reply
            JOIN revision ON revision.reply = reply.id
            JOIN account ON account.id = revision.account
            WHERE reply.request = approval_request.id LIMIT 1), ''),
        coalesce(iif(author.name <> '', author.name, author.handle),
            announcement.title, ''),
        coalesce(conversation.snippet, announcement.title, ''),
        (SELECT count(*) FROM reply WHERE reply.request = approval_request.id
            AND part = 1),
        approval_request.actor, approval_request.at, approval_request.state,
        conversation.due_at, note, approval_request.approver,
        approval_request.not_before, decided_by, decided_at, decision
    FROM approval_request
    LEFT JOIN conversation ON conversation.id = approval_request.conversation
    LEFT JOIN author ON author.id = conversation.author
    LEFT JOIN announcement ON announcement.id = approval_request.announcement
"""


def waiting(reader: Connection) -> list[RequestRow]:
    """List what waits for an approver: what is due first, then what was asked first."""
    rows = reader.execute(
        f"{ROWS} WHERE approval_request.state = 'waiting'"
        " ORDER BY conversation.due_at IS NULL, conversation.due_at,"
        " approval_request.at, approval_request.id"
    )
    return [_row(row) for row in rows]


def of_conversation(reader: Connection, conversation: int) -> list[RequestRow]:
    """List all requests about a conversation, the newest first."""
    rows = reader.execute(
        f"{ROWS} WHERE approval_request.conversation = ?"
        " ORDER BY approval_request.id DESC",
        (conversation,),
    )
    return [_row(row) for row in rows]


def get(reader: Connection, request: int) -> RequestRow | None:
    """Give one request."""
    row = reader.execute(f"{ROWS} WHERE approval_request.id = ?", (request,)).fetchone()
    return _row(row) if row else None


def id_of(reader: Connection, uid: str) -> int | None:
    """Translate a request's global id into this file's own."""
    row = reader.execute(
        "SELECT id FROM approval_request WHERE uid = ?", (uid,)
    ).fetchone()
    return row[0] if row else None


def _row(row: Sequence[Any]) -> RequestRow:
    return RequestRow(*(*row[:10], RequestState(row[10]), *row[11:]))


def decide(
    database: "Database",
    request: int,
    state: RequestState,
    *,
    by: str,
    at: int,
    decision: str = "",
) -> bool:
    """End a request; False when somebody ended it before."""
    ended = database.conn.execute(
        "UPDATE approval_request SET state = ?, decided_by = ?, decided_at = ?,"
        " decision = ? WHERE id = ? AND state = 'waiting'",
        (state, by, at, decision, request),
    )
    return bool(ended.rowcount)


def reopen(database: "Database", request: int, *, at: int) -> None:
    """Let a request wait again: its approvals are void, its wordings are all there."""
    database.conn.execute(
        "UPDATE approval SET granted = 0, voided_at = ? WHERE granted = 1"
        " AND revision IN (SELECT revision.id FROM revision JOIN reply"
        " ON reply.id = revision.reply WHERE reply.request = ?)",
        (at, request),
    )
    database.conn.execute(
        "UPDATE approval_request SET state = 'waiting', decided_by = '',"
        " decided_at = NULL, decision = '' WHERE id = ?",
        (request,),
    )
    database.conn.execute(
        "UPDATE reply SET discarded_at = NULL WHERE request = ?", (request,)
    )


def wordings(reader: Connection, request: int) -> list[Standing]:
    """List the wordings of a request in their order, each part of a thread apart."""
    rows = reader.execute(
        "SELECT reply.id, reply.uid, label, reply.actor, discarded_at, part, parts,"
        " min(number), max(number) FROM reply"
        " JOIN revision ON revision.reply = reply.id"
        " WHERE request = ? GROUP BY reply.id ORDER BY reply.id",
        (request,),
    ).fetchall()
    return [_standing(reader, row) for row in rows]


def _standing(reader: Connection, row: Sequence[Any]) -> Standing:
    *told, lowest, highest = row
    first, newest = (
        reader.execute(
            "SELECT id, uid FROM revision WHERE reply = ? AND number = ?",
            (told[0], number),
        ).fetchone()
        for number in (lowest, highest)
    )
    return Standing(*(*told, first[0], *newest))


def grant(database: "Database", stamp: Stamp, granting: Granting) -> tuple[int, str]:
    """Store an approval with its reasons; gives its local and its global id."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    number: int = database.conn.execute(
        "INSERT INTO approval (uid, revision, ethics_check, actor, acting, way,"
        " evidence, signed, signature, approved_at, at, recorded_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uid,
            granting.revision,
            granting.check,
            granting.actor,
            granting.acting,
            granting.way,
            granting.evidence,
            granting.signed,
            granting.signature,
            granting.approved_at,
            stamp.at,
            stamp.actor,
        ),
    ).fetchone()[0]
    database.conn.executemany(
        "INSERT INTO approval_override VALUES (?, ?, ?)",
        [(number, rule, why) for rule, why in (granting.reasons or {}).items()],
    )
    return number, uid


def lines(reader: Connection, check: int) -> tuple[CheckLine, ...]:
    """List what each rule said in a check, with that version's own words."""
    rows = reader.execute(
        "SELECT check_item.rule, check_item.version, body, mode, severity, outcome,"
        " evidence FROM check_item JOIN rule ON rule.key = check_item.rule"
        " AND rule.version = check_item.version WHERE ethics_check = ?"
        " ORDER BY check_item.rule",
        (check,),
    )
    return tuple(_line(row) for row in rows)


def _line(row: Sequence[Any]) -> CheckLine:
    rule, version, body, mode, severity, outcome, evidence = row
    told = json.loads(body)
    return CheckLine(
        rule=rule,
        version=version,
        text=told.get("text", rule),
        basis=told.get("basis", ""),
        mode=mode,
        severity=severity,
        outcome=outcome,
        evidence=evidence,
        overridable=bool(told.get("overridable", True)),
    )


def check_of(reader: Connection, revision: int) -> tuple[int, str, str, int] | None:
    """Give a revision's newest check: its ids, who made it and when (UTC ms)."""
    row: tuple[int, str, str, int] | None = reader.execute(
        "SELECT id, uid, actor, at FROM ethics_check WHERE revision = ?"
        " ORDER BY id DESC LIMIT 1",
        (revision,),
    ).fetchone()
    return row


def revised(reader: Connection, revision: int) -> tuple[str, int]:
    """Tell who wrote a revision and when."""
    row: tuple[str, int] = reader.execute(
        "SELECT actor, at FROM revision WHERE id = ?", (revision,)
    ).fetchone()
    return row


def voided(reader: Connection, reply: int) -> list[str]:
    """Name the approvers whose approval of a reply ended with a later edit."""
    rows = reader.execute(
        "SELECT approval.actor FROM approval JOIN revision"
        " ON revision.id = approval.revision WHERE revision.reply = ? AND granted = 0",
        (reply,),
    )
    return [row[0] for row in rows]


def was_granted(reader: Connection, signed: str) -> bool:
    """Tell whether this very statement was taken once, even if it is void by now."""
    row = reader.execute(
        "SELECT 1 FROM approval WHERE signed = ?", (signed,)
    ).fetchone()
    return row is not None
