"""Pictures and scans, each stored once by its digest and never altered."""

import hashlib
from typing import TYPE_CHECKING

from kotakmasuk.domain.replies import Picture
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def keep(
    database: "Database", content: bytes, *, name: str, media_type: str, alt: str = ""
) -> Picture:
    """Store the bytes, unless the very same lie there already; gives what names them."""
    digest = hashlib.sha256(content).hexdigest()
    database.conn.execute(
        "INSERT INTO media VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (digest, media_type, len(content), content),
    )
    return Picture(digest, name, media_type, len(content), alt)


def load(reader: Connection, digest: str) -> bytes | None:
    """Give the bytes, None where they are not stored."""
    row = reader.execute(
        "SELECT content FROM media WHERE digest = ?", (digest,)
    ).fetchone()
    return row[0] if row else None
