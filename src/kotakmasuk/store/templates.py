"""The agency's reply templates; the starters are copied in once and then its own.

Each save is a version of its own that nothing can change afterwards.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.templates import Template, Version
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = (
    "id, uid, key, title, folder, body, basis, version, situation, shortcut, owner,"
    " expires_on"
)
# What a version keeps; the rest of a template is who it is, not what it says.
CONTENT = (
    *("title", "folder", "body", "basis", "situation", "shortcut", "tags", "owner"),
    *("expires_on", "variants", "pictures"),
)


def listed(reader: Connection) -> list[Template]:
    """List the templates that are in use, by folder and title, with all their parts."""
    return _loaded(reader, "removed_at IS NULL ORDER BY folder, title")


def get(reader: Connection, uid: str) -> Template | None:
    """Give one template, removed or not."""
    found = _loaded(reader, "uid = ?", uid)
    return found[0] if found else None


def _loaded(reader: Connection, condition: str, *values: object) -> list[Template]:
    rows = reader.execute(
        f"SELECT {COLUMNS} FROM template WHERE {condition}", values
    ).fetchall()
    variants, tags, pictures = _parts(reader, [row[0] for row in rows])
    return [
        Template(
            uid=row[1],
            key=row[2],
            title=row[3],
            folder=row[4],
            body=row[5],
            basis=row[6],
            version=row[7],
            situation=row[8],
            shortcut=row[9],
            owner=row[10],
            expires_on=row[11],
            variants=dict(variants.get(row[0], ())),
            tags=tuple(name for (name,) in tags.get(row[0], ())),
            pictures=tuple(Picture(*one) for one in pictures.get(row[0], ())),
        )
        for row in rows
    ]


Parts = dict[int, list[tuple[Any, ...]]]


def _parts(reader: Connection, numbers: list[int]) -> tuple[Parts, Parts, Parts]:
    """Variants, tags and pictures by the number of their template."""
    wanted = "template IN (SELECT value FROM json_each(?)) ORDER BY template, "
    selects = (
        f"SELECT template, platform, body FROM template_variant WHERE {wanted} platform",
        f"SELECT template, name FROM template_tag WHERE {wanted} position",
        (
            "SELECT template, digest, name, media_type, size, alt"
            f" FROM template_picture JOIN media USING (digest) WHERE {wanted} position"
        ),
    )
    found: list[Parts] = []
    for select in selects:
        parts: Parts = {}
        for row in reader.execute(select, (json.dumps(numbers),)):
            parts.setdefault(row[0], []).append(row[1:])
        found.append(parts)
    return found[0], found[1], found[2]


def were_adopted(reader: Connection) -> bool:
    """Tell whether this inbox ever had a template, removed ones included."""
    return reader.execute("SELECT 1 FROM template LIMIT 1").fetchone() is not None


def save(database: "Database", stamp: Stamp, template: Template) -> int:
    """Store a new template or the next version of a known one; gives its version."""
    row = database.conn.execute(
        "INSERT INTO template (uid, key, title, folder, body, basis, version,"
        " situation, shortcut, owner, expires_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET"
        " key = excluded.key, title = excluded.title, folder = excluded.folder,"
        " body = excluded.body, basis = excluded.basis, version = version + 1,"
        " situation = excluded.situation, shortcut = excluded.shortcut,"
        " owner = excluded.owner, expires_on = excluded.expires_on, removed_at = NULL"
        " RETURNING id, version",
        (
            template.uid,
            template.key,
            template.title,
            template.folder,
            template.body,
            template.basis,
            template.version,
            template.situation,
            template.shortcut,
            template.owner,
            template.expires_on,
        ),
    ).fetchone()
    _save_parts(database, row[0], template)
    database.conn.execute(
        "INSERT INTO template_version VALUES (?, ?, ?, ?, ?)",
        (row[0], row[1], stamp.at, stamp.actor, json.dumps(content(template))),
    )
    return int(row[1])


def _save_parts(database: "Database", number: int, template: Template) -> None:
    parts: dict[str, Iterable[tuple[Any, ...]]] = {
        "template_variant": template.variants.items(),
        "template_tag": enumerate(template.tags),
        "template_picture": (
            (place, one.digest, one.name, one.alt)
            for place, one in enumerate(template.pictures)
        ),
    }
    for table, rows in parts.items():
        database.conn.execute(f"DELETE FROM {table} WHERE template = ?", (number,))
        for row in rows:
            marks = ", ".join("?" * (len(row) + 1))
            database.conn.execute(
                f"INSERT INTO {table} VALUES ({marks})", (number, *row)
            )


def content(template: Template) -> dict[str, Any]:
    """What a template says, as a version and the journal keep it."""
    whole = asdict(template)
    return {name: whole[name] for name in CONTENT}


def set_removed(database: "Database", uid: str, at: int | None) -> None:
    """Take a template out of use, or bring it back with None."""
    database.conn.execute("UPDATE template SET removed_at = ? WHERE uid = ?", (at, uid))


def set_shortcut(database: "Database", uid: str, shortcut: str) -> None:
    """Give a template another shortcut without a new version."""
    database.conn.execute(
        "UPDATE template SET shortcut = ? WHERE uid = ?", (shortcut, uid)
    )


def versions(reader: Connection, uid: str) -> list[Version]:
    """List all versions of a template, the newest first."""
    rows = reader.execute(
        "SELECT template_version.version, at, actor, content, key FROM template_version"
        " JOIN template ON template.id = template WHERE uid = ?"
        " ORDER BY template_version.version DESC",
        (uid,),
    )
    return [
        Version(row[0], row[1], row[2], _template(uid, row[4], row[0], row[3]))
        for row in rows
    ]


def _template(uid: str, key: str, version: int, content: str) -> Template:
    kept = json.loads(content)
    kept["tags"] = tuple(kept.get("tags", ()))
    kept["pictures"] = tuple(Picture(**one) for one in kept.get("pictures", ()))
    return Template(uid=uid, key=key, version=version, **kept)


# A long text that went out as a thread is one use, told by its first part.
WENT_OUT = (
    "FROM revision JOIN reply ON reply.id = revision.reply AND reply.part = 1"
    " WHERE at >= ?1 AND template <> '' AND EXISTS (SELECT 1 FROM outbox"
    " WHERE outbox.reply = revision.reply AND outbox.revision = revision.id)"
)


def times_used(reader: Connection, since: int) -> list[tuple[str, int]]:
    """Count what went into the outbox since then, by the templates it names."""
    return reader.execute(
        f"SELECT template, count(*) {WENT_OUT} GROUP BY template", (since,)
    ).fetchall()


def texts_used(reader: Connection, since: int, uid: str = "") -> list[tuple[str, str]]:
    """List the same with their words; of one template where its id is given."""
    return reader.execute(
        f"SELECT template, text {WENT_OUT} AND (?2 = '' OR instr(template, ?2) > 0)",
        (since, uid),
    ).fetchall()


def due_at(reader: Connection, conversation: int) -> int | None:
    """Until when a conversation should be answered, UTC ms."""
    row = reader.execute(
        "SELECT due_at FROM conversation WHERE id = ?", (conversation,)
    ).fetchone()
    return row[0] if row else None


def answering_unit(reader: Connection, conversation: int) -> str:
    """The unit that answered this conversation last, or nothing."""
    row = reader.execute(
        "SELECT unit FROM unit_answer WHERE conversation = ? AND removed_at IS NULL"
        " ORDER BY answered_at DESC, id DESC LIMIT 1",
        (conversation,),
    ).fetchone()
    return row[0] if row else ""
