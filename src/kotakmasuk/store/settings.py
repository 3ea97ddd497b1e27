"""Settings, one row each, written as JSON."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer, Role
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def load(reader: Connection) -> Settings:
    """Read all settings; what was never set has its default."""
    stored = dict(reader.execute("SELECT name, value FROM setting").fetchall())
    known = {field.name for field in fields(Settings)}
    values: dict[str, Any] = {
        name: json.loads(value) for name, value in stored.items() if name in known
    }
    if "officers" in values:
        values["officers"] = tuple(
            Officer(**{**one, "role": Role(one.get("role", Role.OFFICER))})
            for one in values["officers"]
        )
    if "known_domains" in values:
        values["known_domains"] = tuple(values["known_domains"])
    return Settings(**values)


def save(database: "Database", changes: dict[str, Any]) -> None:
    """Store the given settings by name."""
    database.conn.executemany(
        "INSERT INTO setting VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [
            (name, json.dumps(value, ensure_ascii=False))
            for name, value in changes.items()
        ],
    )


def internal(reader: Connection, name: str) -> str | None:
    """Read a value that is not a setting of the agency, such as the device's name."""
    row = reader.execute(
        "SELECT value FROM setting WHERE name = ?", (f"_{name}",)
    ).fetchone()
    return json.loads(row[0]) if row else None


def set_internal(database: "Database", name: str, value: str) -> None:
    """Store such a value."""
    save(database, {f"_{name}": value})
