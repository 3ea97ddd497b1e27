"""Isu and which conversations belong to each.

The one rule to know: the table would take a conversation into several Isu; `put_in`
takes it out of any other first.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.inbox import NEEDS_ANSWER, Status
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

ISSUES = (
    "SELECT issue.id, issue.uid, title, count(conversation.id),"
    " count(conversation.id) FILTER (WHERE status IN"
    " (SELECT value FROM json_each(?))), closed_at"
    " FROM issue LEFT JOIN issue_conversation ON issue_conversation.issue = issue.id"
    " LEFT JOIN conversation ON conversation.id = issue_conversation.conversation"
)
# Who was told that a unit is asked waits for the answer as well.
_WAITING = json.dumps([*NEEDS_ANSWER, Status.WAITING_UNIT])


def all_issues(reader: Connection, *, closed: bool = False) -> list[Issue]:
    """List the open Isu, those with most to answer first; or the closed, newest first."""
    state = "NOT NULL" if closed else "NULL"
    order = "closed_at DESC" if closed else "5 DESC, title"
    rows = reader.execute(
        f"{ISSUES} WHERE closed_at IS {state} GROUP BY issue.id ORDER BY {order}",
        (_WAITING,),
    )
    return [Issue(*row) for row in rows]


def get(reader: Connection, issue: int) -> Issue | None:
    """Give one Isu, open or closed."""
    row = reader.execute(
        f"{ISSUES} WHERE issue.id = ? GROUP BY issue.id", (_WAITING, issue)
    ).fetchone()
    return Issue(*row) if row else None


def by_uid(reader: Connection, uid: str) -> Issue | None:
    """Give one Isu by its global id."""
    row = reader.execute("SELECT id FROM issue WHERE uid = ?", (uid,)).fetchone()
    return get(reader, row[0]) if row else None


def of_conversation(reader: Connection, conversation: int) -> Issue | None:
    """Give the Isu that a conversation belongs to."""
    row = reader.execute(
        "SELECT issue FROM issue_conversation WHERE conversation = ?", (conversation,)
    ).fetchone()
    return get(reader, row[0]) if row else None


def conversations(reader: Connection, issue: int) -> list[int]:
    """List the conversations of an Isu, the longest waiting first."""
    rows = reader.execute(
        "SELECT conversation.id FROM issue_conversation"
        " JOIN conversation ON conversation.id = conversation"
        " WHERE issue = ? ORDER BY last_at, conversation.id",
        (issue,),
    )
    return [row[0] for row in rows]


def waiting(reader: Connection, issue: int) -> list[int]:
    """List those of its conversations that still need an answer, in the same order."""
    rows = reader.execute(
        "SELECT conversation.id FROM issue_conversation"
        " JOIN conversation ON conversation.id = conversation"
        " WHERE issue = ? AND status IN (SELECT value FROM json_each(?))"
        " ORDER BY last_at, conversation.id",
        (issue, _WAITING),
    )
    return [row[0] for row in rows]


def under_way(reader: Connection, ids: Sequence[int]) -> set[int]:
    """Tell which of these conversations have an answer that waits or is on its way."""
    rows = reader.execute(
        "SELECT conversation FROM outbox JOIN reply ON reply.id = outbox.reply"
        " WHERE outbox.state IN ('queued', 'sending', 'unsure') AND discarded_at IS NULL"
        " AND conversation IN (SELECT value FROM json_each(?))"
        " UNION SELECT conversation FROM approval_request WHERE state = 'waiting'"
        " AND conversation IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)), json.dumps(list(ids))),
    )
    return {row[0] for row in rows}


def create(database: "Database", stamp: Stamp, title: str) -> Issue:
    """Make an open Isu without conversations."""
    uid = uuid7(stamp.at, stamp.entropy(10))
    row = database.conn.execute(
        "INSERT INTO issue (uid, title, at, actor) VALUES (?, ?, ?, ?)"
        " RETURNING id, uid, title",
        (uid, title, stamp.at, stamp.actor),
    ).fetchone()
    return Issue(*row)


def rename(database: "Database", issue: int, title: str) -> None:
    """Give an Isu another title."""
    database.conn.execute("UPDATE issue SET title = ? WHERE id = ?", (title, issue))


def set_closed(database: "Database", issue: int, at: int | None) -> None:
    """Close an Isu, or open it again with None."""
    database.conn.execute("UPDATE issue SET closed_at = ? WHERE id = ?", (at, issue))


def discard(database: "Database", issue: int) -> None:
    """Delete an Isu that has no conversations."""
    database.conn.execute("DELETE FROM issue WHERE id = ?", (issue,))


def homes(reader: Connection, ids: Iterable[int]) -> dict[str, str]:
    """Tell where each conversation belongs: its global id to the Isu's, or empty."""
    rows = reader.execute(
        "SELECT conversation.uid, coalesce(issue.uid, '') FROM conversation"
        " LEFT JOIN issue_conversation"
        " ON issue_conversation.conversation = conversation.id"
        " LEFT JOIN issue ON issue.id = issue_conversation.issue"
        " WHERE conversation.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(rows.fetchall())


def put_in(database: "Database", issue: int | None, ids: Iterable[int]) -> None:
    """Let conversations belong to this Isu alone, or to none."""
    wanted = list(ids)
    database.conn.executemany(
        "DELETE FROM issue_conversation WHERE conversation = ?",
        [(one,) for one in wanted],
    )
    if issue is not None:
        database.conn.executemany(
            "INSERT INTO issue_conversation (issue, conversation) VALUES (?, ?)",
            [(issue, one) for one in wanted],
        )


def restore(database: "Database", homes_before: Mapping[str, str]) -> None:
    """Put conversations back where they belonged, all by global ids."""
    for conversation, issue in homes_before.items():
        database.conn.execute(
            "DELETE FROM issue_conversation WHERE conversation ="
            " (SELECT id FROM conversation WHERE uid = ?)",
            (conversation,),
        )
        database.conn.execute(
            "INSERT INTO issue_conversation (issue, conversation)"
            " SELECT issue.id, conversation.id FROM issue, conversation"
            " WHERE issue.uid = ? AND conversation.uid = ?",
            (issue, conversation),
        )
