"""The second key: what an approver must allow cannot be queued without her approval.

A check's `needs_approval` is computed by trigger as its result is; the outbox row then
points at (approval, revision, granted = 1). A later revision voids every approval of
its reply. Besides answers, announcements and likes, shares and hides pass here.
"""

from sqlite_utils import Database


ADDED = (
    """
    ALTER TABLE ethics_check ADD COLUMN needs_approval INTEGER
    CHECK (needs_approval IN (0, 1))
    """,
    "UPDATE ethics_check SET needs_approval = 0",
)

REBUILT = {
    "reply": (
        """
        CREATE TABLE rebuilt (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE,
            conversation INTEGER REFERENCES conversation (id),
            message INTEGER REFERENCES message (id),
            created_at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            discarded_at INTEGER,
            purpose TEXT NOT NULL DEFAULT 'answer' CHECK (purpose IN
                ('answer', 'announcement', 'like', 'share', 'hide')),
            announcement INTEGER REFERENCES announcement (id),
            request INTEGER REFERENCES approval_request (id),
            label TEXT NOT NULL DEFAULT '',
            series TEXT NOT NULL DEFAULT '',
            part INTEGER NOT NULL DEFAULT 1,
            parts INTEGER NOT NULL DEFAULT 1,
            CHECK ((conversation IS NULL) = (purpose = 'announcement')),
            CHECK ((announcement IS NULL) = (purpose <> 'announcement')),
            CHECK (part BETWEEN 1 AND parts)
        ) STRICT
        """,
        "id, uid, conversation, message, created_at, actor, discarded_at",
    ),
    "check_item": (
        """
        CREATE TABLE rebuilt (
            ethics_check INTEGER NOT NULL
                REFERENCES ethics_check (id) DEFERRABLE INITIALLY DEFERRED,
            rule TEXT NOT NULL,
            version INTEGER NOT NULL,
            mode TEXT NOT NULL CHECK (mode IN ('automatic', 'manual')),
            severity TEXT NOT NULL CHECK (severity IN ('block', 'warn')),
            outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'ticked',
                'unticked', 'not_applicable', 'to_approve', 'overridden')),
            evidence TEXT NOT NULL,
            PRIMARY KEY (ethics_check, rule),
            FOREIGN KEY (rule, version) REFERENCES rule (key, version),
            CHECK (outcome = 'not_applicable'
                OR (mode = 'manual') = (outcome IN ('ticked', 'unticked')))
        ) STRICT, WITHOUT ROWID
        """,
        "ethics_check, rule, version, mode, severity, outcome, evidence",
    ),
    "outbox": (
        """
        CREATE TABLE rebuilt (
            reply INTEGER PRIMARY KEY REFERENCES reply (id),
            revision INTEGER NOT NULL,
            ethics_check INTEGER NOT NULL,
            passed INTEGER NOT NULL CHECK (passed = 1),
            key TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent',
                'sent_manually', 'unsure', 'failed')),
            queued_at INTEGER NOT NULL,
            not_before INTEGER NOT NULL,
            began_at INTEGER,
            finished_at INTEGER,
            tries INTEGER NOT NULL DEFAULT 0,
            reason TEXT NOT NULL DEFAULT '',
            remote_id TEXT,
            url TEXT NOT NULL DEFAULT '',
            declared_by TEXT NOT NULL DEFAULT '',
            evidence TEXT NOT NULL DEFAULT '',
            approval INTEGER,
            granted INTEGER CHECK (granted = 1),
            step TEXT NOT NULL DEFAULT '',
            seen_remote_id TEXT,
            seen_at INTEGER,
            FOREIGN KEY (ethics_check, revision, passed)
                REFERENCES ethics_check (id, revision, passed),
            FOREIGN KEY (approval, revision, granted)
                REFERENCES approval (id, revision, granted),
            CHECK ((approval IS NULL) = (granted IS NULL)),
            CHECK ((state = 'sent') = (remote_id IS NOT NULL)),
            CHECK (state <> 'sent_manually' OR declared_by <> '')
        ) STRICT
        """,
        (
            "reply, revision, ethics_check, passed, key, state, queued_at, not_before,"
            " began_at, finished_at, tries, reason, remote_id, url, declared_by,"
            " evidence"
        ),
    ),
}
INDEXES = (
    "CREATE INDEX reply_of_conversation ON reply (conversation)",
    "CREATE INDEX reply_of_announcement ON reply (announcement)",
    "CREATE INDEX reply_of_request ON reply (request)",
    "CREATE INDEX reply_of_series ON reply (series) WHERE series <> ''",
    "CREATE INDEX outbox_by_state ON outbox (state, not_before)",
)


def apply(db: Database) -> None:
    """Add tables, widen three, and put every trigger of the gate back."""
    from_before = _triggers(db)
    for name in from_before:
        db.execute(f"DROP TRIGGER {name}")
    for statement in ADDED:
        db.execute(statement)
    for table, (created, columns) in REBUILT.items():
        db.execute(created)
        db.execute(f"INSERT INTO rebuilt ({columns}) SELECT {columns} FROM {table}")
        db.execute(f"DROP TABLE {table}")
        db.execute(f"ALTER TABLE rebuilt RENAME TO {table}")
    for statement in (*INDEXES, *(from_before | _second_key()).values()):
        db.execute(statement)


def _triggers(db: Database) -> dict[str, str]:
    """Those of the tables that change; dropping a table would take them along."""
    rows = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN"
        " ('reply', 'revision', 'ethics_check', 'check_item', 'outbox', 'rule')"
    )
    return dict(rows.fetchall())


def _second_key() -> dict[str, str]:
    """The triggers that are new, or mean more than before, by name."""
    return {sql.split()[2]: sql for sql in (*RESULT, *ASKED)}


RESULT = (
    """
    CREATE TRIGGER check_result_is_not_given BEFORE INSERT ON ethics_check
    WHEN NEW.passed IS NOT NULL OR NEW.needs_approval IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a check result is computed, never given'); END
    """,
    """
    CREATE TRIGGER check_result AFTER INSERT ON ethics_check BEGIN
        UPDATE ethics_check SET
            needs_approval = EXISTS (SELECT 1 FROM check_item
                WHERE ethics_check = NEW.id
                AND outcome IN ('to_approve', 'overridden')),
            passed = NOT EXISTS (
                SELECT 1 FROM check_item WHERE ethics_check = NEW.id AND (
                    outcome = 'unticked'
                    OR (outcome = 'failed' AND severity = 'block')))
            AND EXISTS (SELECT 1 FROM rule WHERE active = 1)
            AND NOT EXISTS (
                SELECT 1 FROM rule WHERE active = 1 AND NOT EXISTS (
                    SELECT 1 FROM check_item
                    WHERE ethics_check = NEW.id AND check_item.rule = rule.key
                    AND check_item.version = rule.version))
        WHERE id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER check_item_overrides_what_it_may BEFORE INSERT ON check_item
    WHEN NEW.outcome = 'overridden' AND NOT EXISTS (SELECT 1 FROM rule
        WHERE key = NEW.rule AND version = NEW.version
        AND body ->> '$.overridable' = 1)
    BEGIN SELECT RAISE(ABORT, 'this rule stops even an approver'); END
    """,
)
ASKED = (
    """
    CREATE TRIGGER approval_is_by_another BEFORE INSERT ON approval
    WHEN NEW.granted <> 1 OR NEW.voided_at IS NOT NULL
        OR NEW.actor = (SELECT reply.actor FROM reply JOIN revision
            ON revision.reply = reply.id WHERE revision.id = NEW.revision)
    BEGIN SELECT RAISE(ABORT, 'nobody approves what she wrote'); END
    """,
    """
    CREATE TRIGGER approval_is_of_a_passed_check BEFORE INSERT ON approval
    WHEN NOT EXISTS (SELECT 1 FROM ethics_check WHERE id = NEW.ethics_check
        AND revision = NEW.revision AND passed = 1)
    BEGIN SELECT RAISE(ABORT, 'only a passed check can be approved'); END
    """,
    """
    CREATE TRIGGER approval_ends_with_the_words AFTER INSERT ON revision BEGIN
        UPDATE approval SET granted = 0, voided_at = NEW.at
        WHERE granted = 1 AND revision IN (
            SELECT id FROM revision WHERE reply = NEW.reply AND id <> NEW.id);
    END
    """,
    """
    CREATE TRIGGER outbox_asks_for_its_approval BEFORE INSERT ON outbox
    WHEN (SELECT needs_approval FROM ethics_check WHERE id = NEW.ethics_check) IS NOT 0
        AND NOT EXISTS (SELECT 1 FROM approval WHERE id = NEW.approval
            AND revision = NEW.revision AND ethics_check = NEW.ethics_check
            AND granted = 1)
    BEGIN SELECT RAISE(ABORT, 'this answer waits for an approver'); END
    """,
    """
    CREATE TRIGGER outbox_asks_why_a_block_was_lifted BEFORE INSERT ON outbox
    WHEN EXISTS (SELECT 1 FROM check_item WHERE ethics_check = NEW.ethics_check
        AND outcome = 'overridden' AND NOT EXISTS (
            SELECT 1 FROM approval_override WHERE approval = NEW.approval
            AND approval_override.rule = check_item.rule))
    BEGIN SELECT RAISE(ABORT, 'a lifted block needs its reason'); END
    """,
    """
    CREATE TRIGGER outbox_keeps_its_check
    BEFORE UPDATE OF reply, revision, ethics_check, passed, key, approval, granted
    ON outbox
    BEGIN SELECT RAISE(ABORT, 'a queued answer keeps its check'); END
    """,
    """
    CREATE TRIGGER revision_picture_comes_before_its_check
    BEFORE INSERT ON revision_picture
    WHEN EXISTS (SELECT 1 FROM ethics_check WHERE revision = NEW.revision)
    BEGIN SELECT RAISE(ABORT, 'a checked answer cannot be edited'); END
    """,
    """
    CREATE TRIGGER reply_keeps_its_addressee
    BEFORE UPDATE OF id, uid, conversation, message, actor, created_at, purpose,
        announcement, series, part, parts ON reply
    BEGIN SELECT RAISE(ABORT, 'reply is immutable'); END
    """,
)
