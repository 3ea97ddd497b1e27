"""The record that everything else leans on: journal, settings, and who is served.

The payload lies in a table of its own, so that it can be erased while the chain of
digests stays whole. A row about many things names each of them in journal_about.
"""

from sqlite_utils import Database


STATEMENTS = (
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        device TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (device, sequence)
    ) STRICT
    """,
    "CREATE INDEX journal_subject ON journal (subject, at)",
    "CREATE INDEX journal_kind ON journal (kind, at)",
    """
    CREATE TABLE journal_payload (
        device TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        salt BLOB NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (device, sequence),
        FOREIGN KEY (device, sequence) REFERENCES journal (device, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE journal_about (
        subject TEXT NOT NULL,
        device TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (subject, device, sequence),
        FOREIGN KEY (device, sequence) REFERENCES journal (device, sequence)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END
    """,
    """
    CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END
    """,
    # INSERT OR REPLACE deletes without asking the trigger above.
    """
    CREATE TRIGGER journal_replaces_nothing BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal
        WHERE device = NEW.device AND sequence = NEW.sequence)
    BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END
    """,
)


def apply(db: Database) -> None:
    """Create the tables."""
    for statement in STATEMENTS:
        db.execute(statement)
