"""What answers and announcements rest on: pictures, unit answers, issues, posts to all."""

from sqlite_utils import Database


SOURCES = (
    """
    CREATE TABLE media (
        digest TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE unit_answer (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        conversation INTEGER REFERENCES conversation (id),
        unit TEXT NOT NULL,
        text TEXT NOT NULL,
        media TEXT REFERENCES media (digest),
        name TEXT NOT NULL DEFAULT '',
        answered_at INTEGER NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        removed_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX unit_answer_of ON unit_answer (conversation, answered_at)",
    """
    CREATE TABLE issue (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        closed_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE issue_conversation (
        issue INTEGER NOT NULL REFERENCES issue (id),
        conversation INTEGER NOT NULL REFERENCES conversation (id),
        PRIMARY KEY (issue, conversation)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX issue_of_conversation ON issue_conversation (conversation)",
    """
    CREATE TABLE announcement (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        preset TEXT NOT NULL CHECK (preset IN
            ('announcement', 'clarification', 'emergency', 'correction', 'ended')),
        title TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        happens_at INTEGER,
        contact TEXT NOT NULL DEFAULT '',
        expires_at INTEGER,
        approver TEXT NOT NULL DEFAULT '',
        issue INTEGER REFERENCES issue (id),
        follows INTEGER REFERENCES announcement (id),
        draft TEXT NOT NULL DEFAULT '',
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        ended_at INTEGER,
        removed_at INTEGER
    ) STRICT
    """,
    "ALTER TABLE draft ADD COLUMN options TEXT NOT NULL DEFAULT '{}'",
    """
    CREATE TRIGGER media_refuses_update BEFORE UPDATE ON media
    BEGIN SELECT RAISE(ABORT, 'media is immutable'); END
    """,
)


def apply(db: Database) -> None:
    """Create the tables."""
    for statement in SOURCES:
        db.execute(statement)
