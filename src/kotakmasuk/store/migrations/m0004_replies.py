"""The way out and its gate: no unchecked revision can ever reach the outbox.

A check's result is computed by trigger from its stored items, never given; the outbox
row points at (check, revision, passed = 1). Revisions, checks and items are immutable.
The triggers hold also where somebody has switched off foreign keys or constraints.
"""

from sqlite_utils import Database


TEXTS = (
    """
    CREATE TABLE template (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL,
        title TEXT NOT NULL,
        folder TEXT NOT NULL,
        body TEXT NOT NULL,
        basis TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1,
        removed_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE rule (
        key TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (key, version)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        conversation INTEGER PRIMARY KEY REFERENCES conversation (id),
        text TEXT NOT NULL,
        template TEXT NOT NULL,
        actor TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reply (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id),
        message INTEGER REFERENCES message (id),
        created_at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        discarded_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX reply_of_conversation ON reply (conversation)",
    """
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        reply INTEGER NOT NULL REFERENCES reply (id),
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        template TEXT NOT NULL,
        account INTEGER NOT NULL REFERENCES account (id),
        public INTEGER NOT NULL,
        actor TEXT NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (reply, number)
    ) STRICT
    """,
)

GATE = (
    """
    CREATE TABLE ethics_check (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        revision INTEGER NOT NULL REFERENCES revision (id),
        actor TEXT NOT NULL,
        at INTEGER NOT NULL,
        passed INTEGER CHECK (passed IN (0, 1)),
        UNIQUE (id, revision, passed)
    ) STRICT
    """,
    "CREATE INDEX ethics_check_of ON ethics_check (revision)",
    """
    CREATE TABLE check_item (
        ethics_check INTEGER NOT NULL
            REFERENCES ethics_check (id) DEFERRABLE INITIALLY DEFERRED,
        rule TEXT NOT NULL,
        version INTEGER NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('automatic', 'manual')),
        severity TEXT NOT NULL CHECK (severity IN ('block', 'warn')),
        outcome TEXT NOT NULL CHECK (outcome IN
            ('passed', 'failed', 'ticked', 'unticked', 'not_applicable')),
        evidence TEXT NOT NULL,
        PRIMARY KEY (ethics_check, rule),
        FOREIGN KEY (rule, version) REFERENCES rule (key, version),
        CHECK (outcome = 'not_applicable'
            OR (mode = 'manual') = (outcome IN ('ticked', 'unticked')))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER check_result_is_not_given BEFORE INSERT ON ethics_check
    WHEN NEW.passed IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a check result is computed, never given'); END
    """,
    """
    CREATE TRIGGER check_result AFTER INSERT ON ethics_check BEGIN
        UPDATE ethics_check SET passed =
            NOT EXISTS (
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
    CREATE TRIGGER check_is_immutable BEFORE UPDATE ON ethics_check
    WHEN OLD.passed IS NOT NULL OR NEW.id <> OLD.id OR NEW.revision <> OLD.revision
    BEGIN SELECT RAISE(ABORT, 'a check is immutable'); END
    """,
    """
    CREATE TRIGGER check_item_comes_first BEFORE INSERT ON check_item
    WHEN EXISTS (SELECT 1 FROM ethics_check WHERE id = NEW.ethics_check)
    BEGIN SELECT RAISE(ABORT, 'a check is immutable'); END
    """,
    """
    CREATE TRIGGER check_item_is_as_strict_as_its_rule BEFORE INSERT ON check_item
    WHEN NOT EXISTS (SELECT 1 FROM rule
        WHERE key = NEW.rule AND version = NEW.version
        AND body ->> '$.severity' = NEW.severity AND body ->> '$.mode' = NEW.mode)
    BEGIN SELECT RAISE(ABORT, 'a check item is as strict as its rule'); END
    """,
    """
    CREATE TRIGGER rule_is_immutable BEFORE UPDATE OF key, version, body ON rule
    BEGIN SELECT RAISE(ABORT, 'a rule version is immutable'); END
    """,
)

IMMUTABLE = tuple(
    f"""
    CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END
    """
    for table, action in (
        ("revision", "update"),
        ("revision", "delete"),
        ("ethics_check", "delete"),
        ("check_item", "update"),
        ("check_item", "delete"),
        ("rule", "delete"),
        ("reply", "delete"),
    )
)

# INSERT OR REPLACE deletes the older row without asking the triggers above.
NEVER_REPLACED = tuple(
    f"""
    CREATE TRIGGER {table}_replaces_nothing BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
    BEGIN SELECT RAISE(ABORT, '{table} is immutable'); END
    """
    for table, same in (
        ("reply", "id = NEW.id OR uid = NEW.uid"),
        (
            "revision",
            "id = NEW.id OR uid = NEW.uid OR (reply, number) = (NEW.reply, NEW.number)",
        ),
        ("ethics_check", "id = NEW.id OR uid = NEW.uid"),
        ("rule", "key = NEW.key AND version = NEW.version"),
        ("outbox", "reply = NEW.reply OR key = NEW.key"),
    )
)

OUTBOX = (
    """
    CREATE TABLE outbox (
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
        FOREIGN KEY (ethics_check, revision, passed)
            REFERENCES ethics_check (id, revision, passed),
        CHECK ((state = 'sent') = (remote_id IS NOT NULL)),
        CHECK (state <> 'sent_manually' OR declared_by <> '')
    ) STRICT
    """,
    "CREATE INDEX outbox_by_state ON outbox (state, not_before)",
    """
    CREATE TRIGGER outbox_starts_queued BEFORE INSERT ON outbox
    WHEN NEW.state <> 'queued' OR NEW.passed <> 1
        OR NEW.revision IS NOT (SELECT id FROM revision WHERE reply = NEW.reply
            ORDER BY number DESC LIMIT 1)
        OR NEW.ethics_check IS NOT (SELECT id FROM ethics_check
            WHERE revision = NEW.revision ORDER BY id DESC LIMIT 1)
        OR NOT EXISTS (SELECT 1 FROM ethics_check
            WHERE id = NEW.ethics_check AND passed = 1)
    BEGIN SELECT RAISE(ABORT, 'only the newest checked revision can be queued'); END
    """,
    """
    CREATE TRIGGER outbox_asks_the_rules_of_today BEFORE INSERT ON outbox
    WHEN EXISTS (
        SELECT 1 FROM rule WHERE active = 1 AND NOT EXISTS (
            SELECT 1 FROM check_item WHERE ethics_check = NEW.ethics_check
            AND check_item.rule = rule.key AND check_item.version = rule.version))
    BEGIN SELECT RAISE(ABORT, 'the check is older than the rules'); END
    """,
    """
    CREATE TRIGGER outbox_keeps_its_check
    BEFORE UPDATE OF reply, revision, ethics_check, passed, key ON outbox
    BEGIN SELECT RAISE(ABORT, 'a queued answer keeps its check'); END
    """,
    """
    CREATE TRIGGER outbox_moves_forward BEFORE UPDATE OF state ON outbox
    WHEN NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'queued>sending', 'queued>sent_manually',
        'sending>sent', 'sending>failed', 'sending>unsure', 'sending>queued',
        'unsure>sent', 'unsure>queued', 'unsure>sent_manually',
        'failed>queued', 'failed>sent_manually')
    BEGIN SELECT RAISE(ABORT, 'an answer cannot go that way'); END
    """,
    """
    CREATE TRIGGER outbox_looks_before_it_repeats BEFORE UPDATE OF state ON outbox
    WHEN OLD.state = 'unsure' AND NEW.state = 'queued' AND NOT coalesce((
        SELECT complete = 1 AND found = 0 FROM look
        WHERE look.reply = OLD.reply AND at >= OLD.began_at
        ORDER BY id DESC LIMIT 1), 0)
    BEGIN SELECT RAISE(ABORT, 'the thread must be read before sending again'); END
    """,
    """
    CREATE TRIGGER outbox_keeps_the_platforms_word
    BEFORE UPDATE OF remote_id, declared_by ON outbox
    WHEN OLD.state IN ('sent', 'sent_manually')
    BEGIN SELECT RAISE(ABORT, 'what was sent stays as it was told'); END
    """,
    """
    CREATE TRIGGER reply_keeps_its_addressee
    BEFORE UPDATE OF id, uid, conversation, message, actor, created_at ON reply
    BEGIN SELECT RAISE(ABORT, 'reply is immutable'); END
    """,
    """
    CREATE TRIGGER outbox_withdraws_what_never_left BEFORE DELETE ON outbox
    WHEN OLD.state NOT IN ('queued', 'failed')
    BEGIN SELECT RAISE(ABORT, 'what may have left cannot be withdrawn'); END
    """,
    """
    CREATE TRIGGER revision_waits_for_the_outbox BEFORE INSERT ON revision
    WHEN EXISTS (SELECT 1 FROM outbox WHERE reply = NEW.reply)
    BEGIN SELECT RAISE(ABORT, 'a queued answer cannot be edited'); END
    """,
    """
    CREATE TABLE look (
        id INTEGER PRIMARY KEY,
        reply INTEGER NOT NULL REFERENCES reply (id),
        at INTEGER NOT NULL,
        complete INTEGER NOT NULL,
        found INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX look_of ON look (reply, at)",
)


def apply(db: Database) -> None:
    """Create tables and triggers."""
    for statement in (*TEXTS, *GATE, *IMMUTABLE, *OUTBOX, *NEVER_REPLACED):
        db.execute(statement)
