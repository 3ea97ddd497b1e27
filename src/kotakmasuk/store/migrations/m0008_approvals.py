"""Requests for approval and what was decided; an approval is never altered, only voided."""

from sqlite_utils import Database


APPROVALS = (
    """
    CREATE TABLE approval_request (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        conversation INTEGER REFERENCES conversation (id),
        announcement INTEGER REFERENCES announcement (id),
        note TEXT NOT NULL DEFAULT '',
        approver TEXT NOT NULL DEFAULT '',
        not_before INTEGER,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
            ('waiting', 'approved', 'returned', 'withdrawn')),
        decided_by TEXT NOT NULL DEFAULT '',
        decided_at INTEGER,
        decision TEXT NOT NULL DEFAULT '',
        CHECK ((conversation IS NULL) <> (announcement IS NULL)),
        CHECK (state <> 'returned' OR decision <> '')
    ) STRICT
    """,
    "CREATE INDEX approval_request_open ON approval_request (at) WHERE state = 'waiting'",
    """
    CREATE TABLE approval (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        revision INTEGER NOT NULL REFERENCES revision (id),
        ethics_check INTEGER NOT NULL REFERENCES ethics_check (id),
        granted INTEGER NOT NULL DEFAULT 1 CHECK (granted IN (0, 1)),
        actor TEXT NOT NULL CHECK (actor <> ''),
        acting TEXT NOT NULL DEFAULT '',
        way TEXT NOT NULL CHECK (way IN ('app', 'file', 'outside')),
        evidence TEXT NOT NULL DEFAULT '',
        signed TEXT NOT NULL DEFAULT '',
        signature BLOB,
        approved_at INTEGER NOT NULL,
        at INTEGER NOT NULL,
        recorded_by TEXT NOT NULL,
        voided_at INTEGER,
        UNIQUE (id, revision, granted),
        CHECK (way = 'outside' OR signature IS NOT NULL),
        CHECK (way <> 'outside' OR evidence <> '')
    ) STRICT
    """,
    "CREATE INDEX approval_of ON approval (revision)",
    """
    CREATE TABLE approval_override (
        approval INTEGER NOT NULL REFERENCES approval (id),
        rule TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        PRIMARY KEY (approval, rule)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE revision_picture (
        revision INTEGER NOT NULL REFERENCES revision (id),
        position INTEGER NOT NULL,
        digest TEXT NOT NULL REFERENCES media (digest),
        name TEXT NOT NULL,
        alt TEXT NOT NULL,
        PRIMARY KEY (revision, position)
    ) STRICT, WITHOUT ROWID
    """,
)

UNIT_ANSWER = (
    "ALTER TABLE revision ADD COLUMN unit_answer INTEGER REFERENCES unit_answer (id)"
)
KEPT = (
    """
    CREATE TRIGGER approval_refuses_update BEFORE UPDATE ON approval
    WHEN NOT (OLD.granted = 1 AND NEW.granted = 0 AND NEW.voided_at IS NOT NULL
        AND (NEW.id, NEW.uid, NEW.revision, NEW.ethics_check, NEW.actor, NEW.way,
            NEW.signed, NEW.at) IS (OLD.id, OLD.uid, OLD.revision, OLD.ethics_check,
            OLD.actor, OLD.way, OLD.signed, OLD.at))
    BEGIN SELECT RAISE(ABORT, 'approval is immutable'); END
    """,
    *(
        f"""
        CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END
        """
        for table, action in (
            ("approval", "delete"),
            ("approval_override", "update"),
            ("approval_override", "delete"),
            ("revision_picture", "update"),
            ("revision_picture", "delete"),
        )
    ),
    """
    CREATE TRIGGER approval_replaces_nothing BEFORE INSERT ON approval
    WHEN EXISTS (SELECT 1 FROM approval WHERE id = NEW.id OR uid = NEW.uid)
    BEGIN SELECT RAISE(ABORT, 'approval is immutable'); END
    """,
    """
    CREATE TRIGGER approval_override_replaces_nothing BEFORE INSERT ON approval_override
    WHEN EXISTS (SELECT 1 FROM approval_override
        WHERE (approval, rule) = (NEW.approval, NEW.rule))
    BEGIN SELECT RAISE(ABORT, 'approval is immutable'); END
    """,
    """
    CREATE TRIGGER revision_picture_replaces_nothing BEFORE INSERT ON revision_picture
    WHEN EXISTS (SELECT 1 FROM revision_picture
        WHERE (revision, position) = (NEW.revision, NEW.position))
    BEGIN SELECT RAISE(ABORT, 'a checked answer cannot be edited'); END
    """,
)


def apply(db: Database) -> None:
    """Create the tables and their triggers."""
    for statement in (*APPROVALS, UNIT_ANSWER, *KEPT):
        db.execute(statement)
