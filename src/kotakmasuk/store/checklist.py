"""The ethics checklist's rules and the checks that were made with them.

The result of a check is computed by the database from its items; see m0004.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.checklist import ItemResult
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Version:
    """One version of a rule as it is stored; `body` is its content as JSON."""

    key: str
    version: int
    body: str
    active: bool


def versions(reader: Connection, key: str | None = None) -> list[Version]:
    """List every version of every rule, or of one, the oldest first."""
    rows = reader.execute(
        "SELECT key, version, body, active FROM rule WHERE ?1 IS NULL OR key = ?1"
        " ORDER BY key, version",
        (key,),
    )
    return [
        Version(name, version, body, bool(active))
        for name, version, body, active in rows
    ]


def put_in_force(
    database: "Database", key: str, content: dict[str, object], *, active: bool = True
) -> int:
    """Store the next version of a rule; while it is active no other one is.

    Earlier versions stay for the checks that were made with them.
    """
    row = database.conn.execute(
        "SELECT coalesce(max(version), 0) + 1 FROM rule WHERE key = ?", (key,)
    ).fetchone()
    if active:
        retire(database, key)
    database.conn.execute(
        "INSERT INTO rule (key, version, body, active) VALUES (?, ?, ?, ?)",
        (
            key,
            row[0],
            json.dumps(content, ensure_ascii=False, sort_keys=True),
            int(active),
        ),
    )
    return int(row[0])


def retire(database: "Database", key: str) -> None:
    """Take a rule out of force in every version."""
    database.conn.execute(
        "UPDATE rule SET active = 0 WHERE key = ? AND active = 1", (key,)
    )


def in_force(reader: Connection) -> list[tuple[str, int, str]]:
    """List the rules in force: key, version, content as JSON."""
    rows = reader.execute(
        "SELECT key, version, body FROM rule WHERE active = 1 ORDER BY key"
    )
    return rows.fetchall()


def ticked(reader: Connection, check: int) -> frozenset[str]:
    """Give the keys that the officer ticked in a check."""
    rows = reader.execute(
        "SELECT rule FROM check_item WHERE ethics_check = ? AND outcome = 'ticked'",
        (check,),
    )
    return frozenset(row[0] for row in rows)


def newest_of(reader: Connection, revision: int) -> int | None:
    """Give a revision's newest check."""
    found: int | None = reader.execute(
        "SELECT max(id) FROM ethics_check WHERE revision = ?", (revision,)
    ).fetchone()[0]
    return found


@dataclass(frozen=True)
class Recorded:
    """A stored check and what the file computed of it."""

    check: int
    passed: bool
    needs_approval: bool


def record(
    database: "Database", stamp: Stamp, revision: int, results: Sequence[ItemResult]
) -> Recorded:
    """Store a check of one revision; the file computes what it comes to."""
    row = database.conn.execute("SELECT max(id) FROM ethics_check").fetchone()
    check = (row[0] or 0) + 1
    database.conn.executemany(
        "INSERT INTO check_item VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                check,
                one.rule,
                one.version,
                one.mode,
                one.severity,
                one.outcome,
                one.evidence,
            )
            for one in results
        ],
    )
    database.conn.execute(
        "INSERT INTO ethics_check (id, uid, revision, actor, at)"
        " VALUES (?, ?, ?, ?, ?)",
        (check, uuid7(stamp.at, stamp.entropy(10)), revision, stamp.actor, stamp.at),
    )
    passed, asked = database.conn.execute(
        "SELECT passed, needs_approval FROM ethics_check WHERE id = ?", (check,)
    ).fetchone()
    return Recorded(check, bool(passed), bool(asked))


UNJOURNALED = """
    SELECT 'check ' || uid FROM ethics_check
    WHERE uid NOT IN (SELECT subject FROM journal WHERE kind = 'reply.check')
    UNION ALL
    SELECT 'outbox ' || uid || ' ' || told FROM (
        SELECT reply, 'queued' AS told, 'reply.queue' AS wanted FROM outbox
        UNION ALL SELECT reply, state, 'reply.sent' FROM outbox WHERE state = 'sent'
        UNION ALL SELECT reply, state, 'reply.declare' FROM outbox
        WHERE state = 'sent_manually'
    ) JOIN reply ON reply.id = reply
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE subject = uid AND kind = wanted)
"""


def unjournaled(reader: Connection) -> list[str]:
    """Name the checks and sends that no journal row tells of."""
    return [row[0] for row in reader.execute(UNJOURNALED)]


def uid_of(reader: Connection, check: int) -> str:
    """Give a check's global id."""
    row = reader.execute("SELECT uid FROM ethics_check WHERE id = ?", (check,))
    return str(row.fetchone()[0])
