"""The agency's public contacts."""

from typing import TYPE_CHECKING

from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def offered(reader: Connection) -> list[Contact]:
    """List the contacts in use, by unit and label."""
    rows = reader.execute(
        "SELECT uid, unit, label, kind, value FROM contact WHERE removed_at IS NULL"
        " ORDER BY kind = 'emergency', unit COLLATE NOCASE, label COLLATE NOCASE"
    )
    return [
        Contact(uid, unit, label, ContactKind(kind), value)
        for uid, unit, label, kind, value in rows
    ]


def values(reader: Connection) -> frozenset[str]:
    """Give the numbers, addresses and names alone."""
    rows = reader.execute("SELECT value FROM contact WHERE removed_at IS NULL")
    return frozenset(row[0] for row in rows)


def names(reader: Connection) -> tuple[str, ...]:
    """Give the officials' names alone."""
    rows = reader.execute(
        "SELECT value FROM contact WHERE removed_at IS NULL AND kind = 'person'"
        " ORDER BY value"
    )
    return tuple(row[0] for row in rows)


def were_adopted(reader: Connection) -> bool:
    """Tell whether this inbox ever had a contact, removed ones included."""
    return reader.execute("SELECT 1 FROM contact LIMIT 1").fetchone() is not None


def save(database: "Database", contact: Contact) -> None:
    """Store a new contact or what became of a known one."""
    database.conn.execute(
        "INSERT INTO contact (uid, unit, label, kind, value) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET unit = excluded.unit, label = excluded.label,"
        " kind = excluded.kind, value = excluded.value, removed_at = NULL",
        (contact.uid, contact.unit, contact.label, contact.kind, contact.value),
    )


def set_removed(database: "Database", uid: str, at: int | None) -> None:
    """Take a contact out of use, or bring it back with None."""
    database.conn.execute("UPDATE contact SET removed_at = ? WHERE uid = ?", (at, uid))
