"""Templates grow: variants, tags, pictures, shortcuts, dates, and every version kept.

What stood in a template before becomes its first kept version, with the time and the
officer that the journal tells of.
"""

from sqlite_utils import Database


TABLES = (
    "ALTER TABLE template ADD COLUMN situation TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE template ADD COLUMN shortcut TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE template ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE template ADD COLUMN expires_on TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE template_variant (
        template INTEGER NOT NULL REFERENCES template (id),
        platform TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (template, platform)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE template_tag (
        template INTEGER NOT NULL REFERENCES template (id),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (template, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE template_picture (
        template INTEGER NOT NULL REFERENCES template (id),
        position INTEGER NOT NULL,
        digest TEXT NOT NULL REFERENCES media (digest),
        name TEXT NOT NULL,
        alt TEXT NOT NULL,
        PRIMARY KEY (template, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE template_version (
        template INTEGER NOT NULL REFERENCES template (id),
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        PRIMARY KEY (template, version)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX revision_from_template ON revision (at) WHERE template <> ''",
)

WHAT_STOOD = """
    INSERT INTO template_version
    SELECT template.id, template.version, coalesce(journal.at, 0),
        coalesce(journal.actor, ''),
        json_object('title', title, 'folder', folder, 'body', body, 'basis', basis)
    FROM template LEFT JOIN journal ON journal.rowid = (
        SELECT rowid FROM journal
        WHERE kind = 'template.save' AND subject = template.uid
            OR kind = 'template.starters'
        ORDER BY kind = 'template.save' DESC, at DESC, sequence DESC LIMIT 1)
"""

IMMUTABLE = (
    """
    CREATE TRIGGER template_version_refuses_update BEFORE UPDATE ON template_version
    BEGIN SELECT RAISE(ABORT, 'template_version is immutable'); END
    """,
    """
    CREATE TRIGGER template_version_refuses_delete BEFORE DELETE ON template_version
    BEGIN SELECT RAISE(ABORT, 'template_version is immutable'); END
    """,
    # INSERT OR REPLACE deletes the older row without asking the trigger above.
    """
    CREATE TRIGGER template_version_replaces_nothing BEFORE INSERT ON template_version
    WHEN EXISTS (SELECT 1 FROM template_version
        WHERE template = NEW.template AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'template_version is immutable'); END
    """,
)


def apply(db: Database) -> None:
    """Add columns, tables and triggers, and keep what stands now as a version."""
    for statement in (*TABLES, WHAT_STOOD, *IMMUTABLE):
        db.execute(statement)
