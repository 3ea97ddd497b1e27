"""What comes in: accounts, streams, authors, conversations, messages, tags."""

from sqlite_utils import Database


ACCOUNTS = (
    """
    CREATE TABLE account (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        connector TEXT NOT NULL,
        platform TEXT NOT NULL,
        host TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'connected'
            CHECK (state IN ('connected', 'sign_in_needed', 'paused', 'removed')),
        settings TEXT NOT NULL DEFAULT '{}',
        manual INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        last_success INTEGER,
        next_check INTEGER,
        problem TEXT NOT NULL DEFAULT '',
        problem_kind TEXT CHECK (problem_kind IN
            ('sign_in', 'quota', 'later', 'unreachable', 'other')),
        remedy TEXT NOT NULL DEFAULT '',
        UNIQUE (connector, platform, host, remote_id)
    ) STRICT
    """,
    """
    CREATE TABLE stream (
        account INTEGER NOT NULL REFERENCES account (id),
        name TEXT NOT NULL,
        position TEXT,
        complete_until INTEGER,
        PRIMARY KEY (account, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE gap (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        stream TEXT NOT NULL,
        position TEXT,
        reason TEXT NOT NULL,
        since INTEGER,
        until INTEGER,
        found_at INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        filled_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX gap_open ON gap (account) WHERE filled_at IS NULL",
    """
    CREATE TABLE author (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        remote_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        since INTEGER NOT NULL,
        UNIQUE (account, remote_id)
    ) STRICT
    """,
    # A search for a part of a name reads them all.
    "CREATE INDEX author_by_name ON author (name, handle)",
    """
    CREATE TABLE post (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        remote_id TEXT NOT NULL,
        text TEXT NOT NULL,
        url TEXT NOT NULL,
        at INTEGER,
        likes INTEGER,
        comments INTEGER,
        UNIQUE (account, remote_id)
    ) STRICT
    """,
)

CONVERSATIONS = (
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        account INTEGER NOT NULL REFERENCES account (id),
        remote_id TEXT NOT NULL,
        platform TEXT NOT NULL,
        form TEXT NOT NULL,
        public INTEGER NOT NULL,
        author INTEGER NOT NULL REFERENCES author (id),
        post INTEGER REFERENCES post (id),
        status TEXT NOT NULL DEFAULT 'new' CHECK (status IN
            ('new', 'in_progress', 'waiting_unit', 'waiting_citizen',
             'snoozed', 'done', 'not_ours', 'spam')),
        kind TEXT,
        assignee TEXT NOT NULL DEFAULT '',
        snippet TEXT NOT NULL,
        unread INTEGER NOT NULL DEFAULT 1,
        personal_data INTEGER NOT NULL DEFAULT 0,
        last_at INTEGER NOT NULL,
        waiting_since INTEGER,
        due_at INTEGER,
        snoozed_until INTEGER,
        UNIQUE (account, remote_id)
    ) STRICT
    """,
    """
    CREATE INDEX conversation_to_answer
    ON conversation (coalesce(due_at, 9223372036854775807), id, account, status)
    WHERE status IN ('new', 'in_progress')
    """,
    "CREATE INDEX conversation_by_status ON conversation (status, last_at, id)",
    """
    CREATE INDEX conversation_by_date
    ON conversation (last_at, id, account, author, kind, personal_data)
    """,
    "CREATE INDEX conversation_by_author ON conversation (author)",
    """
    CREATE INDEX conversation_by_assignee ON conversation (assignee, status, due_at)
    WHERE assignee <> ''
    """,
    """
    CREATE TABLE message (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id),
        author INTEGER REFERENCES author (id),
        remote_id TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        form TEXT NOT NULL,
        public INTEGER NOT NULL,
        text TEXT NOT NULL,
        stem TEXT NOT NULL,
        marks TEXT NOT NULL DEFAULT '',
        sent_at INTEGER NOT NULL,
        sent_offset INTEGER,
        received_at INTEGER NOT NULL,
        edited_at INTEGER,
        deleted_at INTEGER,
        url TEXT NOT NULL DEFAULT '',
        parent TEXT,
        attachments TEXT NOT NULL DEFAULT '',
        opens_turn INTEGER NOT NULL DEFAULT 0,
        due_at INTEGER,
        answered_at INTEGER,
        elsewhere INTEGER
    ) STRICT
    """,
    "CREATE INDEX message_of_conversation ON message (conversation, sent_at, id)",
    # From a search's hit to its conversation without the page of the message itself.
    "CREATE INDEX message_home ON message (id, conversation)",
    "CREATE INDEX message_out ON message (conversation) WHERE direction = 'out'",
    """
    CREATE INDEX message_with_attachments ON message (conversation)
    WHERE attachments <> ''
    """,
    "CREATE INDEX message_turns ON message (sent_at) WHERE opens_turn = 1",
    "CREATE INDEX message_in ON message (sent_at) WHERE direction = 'in'",
    """
    CREATE TABLE message_payload (
        message INTEGER PRIMARY KEY REFERENCES message (id),
        body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE message_version (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES message (id),
        text TEXT NOT NULL,
        until INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX message_version_of ON message_version (message)",
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        conversation INTEGER NOT NULL REFERENCES conversation (id),
        actor TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        removed_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX note_of_conversation ON note (conversation, at)",
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        removed_at INTEGER
    ) STRICT
    """,
    "CREATE UNIQUE INDEX tag_in_use ON tag (name) WHERE removed_at IS NULL",
    """
    CREATE TABLE conversation_tag (
        conversation INTEGER NOT NULL REFERENCES conversation (id),
        tag INTEGER NOT NULL REFERENCES tag (id),
        PRIMARY KEY (conversation, tag)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX conversation_tag_of ON conversation_tag (tag, conversation)",
)


def apply(db: Database) -> None:
    """Create the tables."""
    for statement in (*ACCOUNTS, *CONVERSATIONS):
        db.execute(statement)
