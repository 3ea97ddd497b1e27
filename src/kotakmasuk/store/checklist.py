"""The ethics checklist's rules and the checks that were made with them.

The result of a check is computed by the database from its items; see m0004.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.checklist import ItemResult
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def adopt_rules(
    database: "Database", rules: Iterable[tuple[str, int, dict[str, object]]]
) -> list[str]:
    """Make these (key, version, content) the rules in force; gives what is new.

    Earlier versions stay for the checks that were made with them.
    """
    given = {(key, version): body for key, version, body in rules}
    stored = set(database.conn.execute("SELECT key, version FROM rule").fetchall())
    fresh = [name for name in given if name not in stored]
    database.conn.executemany(
        "INSERT INTO rule (key, version, body) VALUES (?, ?, ?)",
        [
            (*name, json.dumps(given[name], ensure_ascii=False, sort_keys=True))
            for name in fresh
        ],
    )
    database.conn.executemany(
        "UPDATE rule SET active = ? WHERE key = ? AND version = ? AND active <> ?",
        [(int(name in given), *name, int(name in given)) for name in stored],
    )
    return [key for key, _ in fresh]


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
    row = reader.execute(
        "SELECT max(id) FROM ethics_check WHERE revision = ?", (revision,)
    ).fetchone()
    return row[0]


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
