"""The public keys of the team, in force and replaced.

The one rule: a key is never changed or erased; only its failures and its end are noted.
"""

from typing import TYPE_CHECKING

from kotakmasuk.domain.team import OfficerKey
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = "officer, salt, public_key, created_at, failures, not_before, replaced_at"
IN_FORCE = "replaced_at IS NULL"


def keys(reader: Connection, officer: str) -> list[OfficerKey]:
    """List a person's keys, the newest first."""
    rows = reader.execute(
        f"SELECT {COLUMNS} FROM officer_key WHERE officer = ? ORDER BY id DESC",
        (officer,),
    )
    return [OfficerKey(*row) for row in rows]


def key_in_force(reader: Connection, officer: str) -> OfficerKey | None:
    """Give the key that counts now; None for who has no passphrase."""
    row = reader.execute(
        f"SELECT {COLUMNS} FROM officer_key WHERE officer = ? AND {IN_FORCE}",
        (officer,),
    ).fetchone()
    return OfficerKey(*row) if row else None


def holders(reader: Connection) -> frozenset[str]:
    """Name everybody who has a passphrase now."""
    rows = reader.execute(f"SELECT officer FROM officer_key WHERE {IN_FORCE}")
    return frozenset(row[0] for row in rows)


def replace_key(
    database: "Database", officer: str, *, salt: bytes, public_key: bytes, at: int
) -> None:
    """Give a person a new key; the one before stays readable with its end (UTC ms)."""
    retire_key(database, officer, at=at)
    database.conn.execute(
        "INSERT INTO officer_key (officer, salt, public_key, created_at)"
        " VALUES (?, ?, ?, ?)",
        (officer, salt, public_key, at),
    )


def retire_key(database: "Database", officer: str, *, at: int) -> bool:
    """End a person's key; False where there was none."""
    ended = database.conn.execute(
        f"UPDATE officer_key SET replaced_at = ? WHERE officer = ? AND {IN_FORCE}",
        (at, officer),
    )
    return bool(ended.rowcount)


def note_failures(
    database: "Database", officer: str, failures: int, *, not_before: int
) -> None:
    """Remember how many passphrases were wrong, and until when none is tried."""
    database.conn.execute(
        "UPDATE officer_key SET failures = ?, not_before = ?"
        f" WHERE officer = ? AND {IN_FORCE}",
        (failures, not_before, officer),
    )


def unjournaled(reader: Connection) -> list[str]:
    """Name each public key (hex) that was put in without a row of the journal."""
    rows = reader.execute(
        "SELECT lower(hex(public_key)) FROM officer_key WHERE NOT EXISTS ("
        " SELECT 1 FROM journal JOIN journal_payload USING (device, sequence)"
        " WHERE kind = 'team.key' AND body ->> '$.public_key'"
        " = lower(hex(officer_key.public_key))) ORDER BY id"
    )
    return [row[0] for row in rows]
