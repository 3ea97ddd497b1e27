"""Kontak resmi: what the agency itself has made public, and so is nobody's secret."""

from sqlite_utils import Database


CONTACT = """
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        unit TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('phone', 'email', 'address', 'link', 'person', 'emergency')),
        value TEXT NOT NULL CHECK (trim(value) <> ''),
        removed_at INTEGER
    ) STRICT
"""


def apply(db: Database) -> None:
    """Create the table."""
    db.execute(CONTACT)
