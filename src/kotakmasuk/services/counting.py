"""What is on its way out, counted for the rail.

The one rule: it loads nothing of the way itself, because a start asks for it.
"""

from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.store import outbox_rows
from kotakmasuk.store.database import Connection


def outbox_counts(reader: Connection) -> dict[ReplyState, int]:
    """Count the outbox by state, with drafts and what waits for an approver."""
    return outbox_rows.counts(reader)
