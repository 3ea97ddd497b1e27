"""The journal's rows: appended in the transaction of the change they tell of."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kotakmasuk.domain.journal import GENESIS, Entry, Stamp, canonical, digest
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

SALT_BYTES = 16
COLUMNS = "device, sequence, at, actor, kind, subject, digest, previous"


def append(
    database: "Database",
    stamp: Stamp,
    kind: str,
    *,
    subject: str,
    payload: Mapping[str, object],
    about: Iterable[str] = (),
) -> str:
    """Add one row to this device's chain and give its token, "device:sequence".

    `about` names further subjects, in whose history the row stands as well.
    """
    sequence, previous = _end_of_chain(database.conn, stamp.device)
    salt = stamp.entropy(SALT_BYTES)
    body = canonical(payload)
    entry = Entry(
        device=stamp.device,
        sequence=sequence + 1,
        at=stamp.at,
        actor=stamp.actor,
        kind=kind,
        subject=subject,
        digest=digest(body, salt),
        previous=previous,
    )
    database.conn.execute(
        f"INSERT INTO journal ({COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_values(entry), entry.hash),
    )
    database.conn.execute(
        "INSERT INTO journal_payload VALUES (?, ?, ?, ?)",
        (entry.device, entry.sequence, salt, body),
    )
    database.conn.executemany(
        "INSERT INTO journal_about VALUES (?, ?, ?)",
        [(one, entry.device, entry.sequence) for one in {*about} - {subject}],
    )
    return f"{entry.device}:{entry.sequence}"


def _end_of_chain(reader: Connection, device: str) -> tuple[int, str]:
    last = reader.execute(
        "SELECT sequence, hash FROM journal WHERE device = ?"
        " ORDER BY sequence DESC LIMIT 1",
        (device,),
    ).fetchone()
    return (last[0], last[1]) if last else (0, GENESIS)


def _values(entry: Entry) -> tuple[str | int, ...]:
    return (
        entry.device,
        entry.sequence,
        entry.at,
        entry.actor,
        entry.kind,
        entry.subject,
        entry.digest,
        entry.previous,
    )


def payload(reader: Connection, token: str) -> tuple[str, str] | None:
    """Give the kind and the body of one row, None when its body was erased."""
    device, _, sequence = token.rpartition(":")
    row = reader.execute(
        "SELECT kind, body FROM journal JOIN journal_payload USING (device, sequence)"
        " WHERE device = ? AND sequence = ?",
        (device, sequence),
    ).fetchone()
    return (row[0], row[1]) if row else None


def is_undone(reader: Connection, token: str) -> bool:
    """Tell whether an action was taken back already."""
    row = reader.execute(
        "SELECT 1 FROM journal WHERE subject = ? AND kind = 'undo'", (token,)
    ).fetchone()
    return row is not None


def chain(
    reader: Connection,
) -> Iterator[tuple[Entry, str, bytes | None, str | None]]:
    """Walk all rows in order: the entry, its stored hash, and its salted payload."""
    rows = reader.execute(
        "SELECT device, sequence, at, actor, kind, subject, digest, previous, hash,"
        " salt, body FROM journal LEFT JOIN journal_payload USING (device, sequence)"
        " ORDER BY device, sequence"
    )
    for row in rows:
        yield Entry(*row[:8]), row[8], row[9], row[10]


def of_subjects(
    reader: Connection, subjects: tuple[str, ...], *, limit: int = 50
) -> list[tuple[int, str, str, str]]:
    """List what was done to these, newest first: at, actor, kind, body."""
    return reader.execute(
        "WITH wanted AS (SELECT value AS subject FROM json_each(?))"
        " SELECT at, actor, kind, coalesce(body, '{}') FROM journal"
        " LEFT JOIN journal_payload USING (device, sequence)"
        " WHERE subject IN wanted OR (device, sequence) IN"
        " (SELECT device, sequence FROM journal_about WHERE subject IN wanted)"
        " ORDER BY at DESC, device, sequence DESC LIMIT ?",
        (json.dumps(subjects), limit),
    ).fetchall()


def of_kinds(reader: Connection, kinds: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """List what was done of these kinds, oldest first: kind, subject, body.

    The body is empty where it was erased.
    """
    return reader.execute(
        "SELECT kind, subject, coalesce(body, '') FROM journal"
        " LEFT JOIN journal_payload USING (device, sequence)"
        " WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY at, device, sequence",
        (json.dumps(kinds),),
    ).fetchall()


def subjects_of(reader: Connection, conversation: int) -> tuple[str, ...]:
    """Name what a conversation's history is about: itself and what hangs on it."""
    rows = reader.execute(
        "SELECT uid FROM conversation WHERE id = ?1"
        " UNION ALL SELECT uid FROM reply WHERE conversation = ?1"
        " UNION ALL SELECT uid FROM approval_request WHERE conversation = ?1"
        " UNION ALL SELECT uid FROM unit_answer WHERE conversation = ?1",
        (conversation,),
    )
    return tuple(row[0] for row in rows)
