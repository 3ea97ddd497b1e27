"""The public keys of those who prove their role; no secret is in the file.

A key is never changed or erased, only replaced, so that what was signed with an older
one can be verified for ever. A person has one key in force.
"""

from sqlite_utils import Database


STATEMENTS = (
    """
    CREATE TABLE officer_key (
        id INTEGER PRIMARY KEY,
        officer TEXT NOT NULL CHECK (officer <> ''),
        salt BLOB NOT NULL CHECK (length(salt) >= 16),
        public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
        created_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
        not_before INTEGER NOT NULL DEFAULT 0,
        replaced_at INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX officer_key_in_force ON officer_key (officer)
    WHERE replaced_at IS NULL
    """,
    """
    CREATE TRIGGER officer_key_is_immutable
    BEFORE UPDATE OF id, officer, salt, public_key, created_at ON officer_key
    BEGIN SELECT RAISE(ABORT, 'a key is immutable'); END
    """,
    """
    CREATE TRIGGER officer_key_stays_replaced
    BEFORE UPDATE ON officer_key WHEN OLD.replaced_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a replaced key stays replaced'); END
    """,
    """
    CREATE TRIGGER officer_key_refuses_delete BEFORE DELETE ON officer_key
    BEGIN SELECT RAISE(ABORT, 'a key is kept'); END
    """,
    # INSERT OR REPLACE deletes the older row without asking the triggers above.
    """
    CREATE TRIGGER officer_key_replaces_nothing BEFORE INSERT ON officer_key
    WHEN EXISTS (SELECT 1 FROM officer_key WHERE id = NEW.id
        OR public_key = NEW.public_key
        OR (officer = NEW.officer AND replaced_at IS NULL))
    BEGIN SELECT RAISE(ABORT, 'a key is kept'); END
    """,
)


def apply(db: Database) -> None:
    """Create the table with its triggers."""
    for statement in STATEMENTS:
        db.execute(statement)
