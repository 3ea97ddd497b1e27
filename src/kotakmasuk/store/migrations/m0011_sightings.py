"""Answers sent by hand that no platform has shown yet, to be found without a scan."""

from sqlite_utils import Database


UNSEEN = """
    CREATE INDEX outbox_unseen ON outbox (finished_at)
    WHERE state = 'sent_manually' AND seen_remote_id IS NULL
"""
# Another answer that was told by the same id is never taken for one that was lost.
BY_REMOTE_ID = """
    CREATE INDEX outbox_by_remote_id ON outbox (remote_id)
    WHERE remote_id IS NOT NULL
"""


def apply(db: Database) -> None:
    """Create the indexes."""
    for statement in (UNSEEN, BY_REMOTE_ID):
        db.execute(statement)
