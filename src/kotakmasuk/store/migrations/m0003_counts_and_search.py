"""Counts kept by triggers, and full-text search over raw words and stems.

Counting on demand takes seconds with a million messages; these tables take none.
"""

from sqlite_utils import Database


COUNTS = (
    """
    CREATE TABLE status_count (
        account INTEGER NOT NULL,
        status TEXT NOT NULL,
        conversations INTEGER NOT NULL,
        PRIMARY KEY (account, status)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tag_count (
        tag INTEGER NOT NULL,
        status TEXT NOT NULL,
        conversations INTEGER NOT NULL,
        PRIMARY KEY (tag, status)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER count_new_conversation AFTER INSERT ON conversation BEGIN
        INSERT INTO status_count VALUES (NEW.account, NEW.status, 1)
        ON CONFLICT (account, status) DO UPDATE SET conversations = conversations + 1;
    END
    """,
    """
    CREATE TRIGGER count_gone_conversation AFTER DELETE ON conversation BEGIN
        UPDATE status_count SET conversations = conversations - 1
        WHERE account = OLD.account AND status = OLD.status;
    END
    """,
    """
    CREATE TRIGGER count_changed_status AFTER UPDATE OF status ON conversation
    WHEN OLD.status <> NEW.status BEGIN
        UPDATE status_count SET conversations = conversations - 1
        WHERE account = OLD.account AND status = OLD.status;
        INSERT INTO status_count VALUES (NEW.account, NEW.status, 1)
        ON CONFLICT (account, status) DO UPDATE SET conversations = conversations + 1;
        INSERT INTO tag_count
        SELECT tag, NEW.status, 1 FROM conversation_tag WHERE conversation = NEW.id
        ON CONFLICT (tag, status) DO UPDATE SET conversations = conversations + 1;
        UPDATE tag_count SET conversations = conversations - 1
        WHERE status = OLD.status AND tag IN
            (SELECT tag FROM conversation_tag WHERE conversation = NEW.id);
    END
    """,
    """
    CREATE TRIGGER count_set_tag AFTER INSERT ON conversation_tag BEGIN
        INSERT INTO tag_count
        SELECT NEW.tag, status, 1 FROM conversation WHERE id = NEW.conversation
        ON CONFLICT (tag, status) DO UPDATE SET conversations = conversations + 1;
    END
    """,
    """
    CREATE TRIGGER count_unset_tag AFTER DELETE ON conversation_tag BEGIN
        UPDATE tag_count SET conversations = conversations - 1
        WHERE tag = OLD.tag AND status =
            (SELECT status FROM conversation WHERE id = OLD.conversation);
    END
    """,
)

SEARCH = (
    "CREATE VIEW message_words AS SELECT id, text AS raw, stem FROM message",
    """
    CREATE VIRTUAL TABLE message_search USING fts5 (
        raw, stem,
        content = 'message_words', content_rowid = 'id',
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )
    """,
    """
    CREATE TRIGGER search_new_message AFTER INSERT ON message BEGIN
        INSERT INTO message_search (rowid, raw, stem)
        VALUES (NEW.id, NEW.text, NEW.stem);
    END
    """,
    """
    CREATE TRIGGER search_changed_message AFTER UPDATE OF text, stem ON message BEGIN
        INSERT INTO message_search (message_search, rowid, raw, stem)
        VALUES ('delete', OLD.id, OLD.text, OLD.stem);
        INSERT INTO message_search (rowid, raw, stem)
        VALUES (NEW.id, NEW.text, NEW.stem);
    END
    """,
    """
    CREATE TRIGGER search_gone_message AFTER DELETE ON message BEGIN
        INSERT INTO message_search (message_search, rowid, raw, stem)
        VALUES ('delete', OLD.id, OLD.text, OLD.stem);
    END
    """,
)


WHAT_IS_THERE = (
    """
    INSERT INTO status_count
    SELECT account, status, count(*) FROM conversation GROUP BY account, status
    """,
    """
    INSERT INTO tag_count
    SELECT tag, status, count(*) FROM conversation_tag
    JOIN conversation ON conversation.id = conversation_tag.conversation
    GROUP BY tag, status
    """,
    "INSERT INTO message_search (message_search) VALUES ('rebuild')",
)


def apply(db: Database) -> None:
    """Create tables, triggers and the index, and count and index what is there."""
    for statement in (*COUNTS, *SEARCH, *WHAT_IS_THERE):
        db.execute(statement)
