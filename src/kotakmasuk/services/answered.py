"""The citizen's message while somebody writes an answer to it.

The one rule to know: what was read at the beginning is compared with what stands there
now; when the platform says it was changed tells little, as it is seen later.
"""

from kotakmasuk.domain.messages import Version
from kotakmasuk.store import edits, outbox
from kotakmasuk.store.database import Connection


def newest(reader: Connection, conversation: int) -> Version | None:
    """Give the message that an answer would be to, as it stands now."""
    return edits.newest(reader, conversation)


def again(reader: Connection, read: Version) -> Version:
    """Give the same message as it stands now; what is no longer stored is as it was."""
    return edits.version(reader, read.message) or read


def is_unsure(reader: Connection, conversation: int) -> bool:
    """Tell whether an earlier answer may, or may not, have reached the citizen."""
    return outbox.is_unsure_in(reader, conversation)
