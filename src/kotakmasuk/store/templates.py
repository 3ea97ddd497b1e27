"""The agency's reply templates; the starters are copied in once and then its own."""

from typing import TYPE_CHECKING

from kotakmasuk.domain.templates import Template
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def offered(reader: Connection) -> list[Template]:
    """List the templates that are in use, by folder and title."""
    rows = reader.execute(
        "SELECT uid, key, title, folder, body, basis, version FROM template"
        " WHERE removed_at IS NULL ORDER BY folder, title"
    )
    return [Template(*row) for row in rows]


def were_adopted(reader: Connection) -> bool:
    """Tell whether this inbox ever had a template, removed ones included."""
    return reader.execute("SELECT 1 FROM template LIMIT 1").fetchone() is not None


def get(reader: Connection, uid: str) -> Template | None:
    """Give one template, removed or not."""
    row = reader.execute(
        "SELECT uid, key, title, folder, body, basis, version FROM template"
        " WHERE uid = ?",
        (uid,),
    ).fetchone()
    return Template(*row) if row else None


def save(database: "Database", template: Template) -> None:
    """Store a new template or the next version of a known one."""
    database.conn.execute(
        "INSERT INTO template (uid, key, title, folder, body, basis, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET"
        " title = excluded.title, folder = excluded.folder, body = excluded.body,"
        " basis = excluded.basis, version = version + 1, removed_at = NULL",
        (
            template.uid,
            template.key,
            template.title,
            template.folder,
            template.body,
            template.basis,
            template.version,
        ),
    )


def set_removed(database: "Database", uid: str, at: int | None) -> None:
    """Take a template out of use, or bring it back with None."""
    database.conn.execute("UPDATE template SET removed_at = ? WHERE uid = ?", (at, uid))
