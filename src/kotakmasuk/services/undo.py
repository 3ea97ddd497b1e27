"""Undoing an action by the token that its `Changes` carried.

What can be undone is named here; everything else in the journal only goes forward.
"""

from collections.abc import Callable

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import (
    announcements,
    answering_many,
    approvals,
    asking,
    contacts,
    inbox,
    issues,
    publishing,
    replies,
    templates,
    untagging,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import conversations, journal


UNDONE: dict[str, Callable[[Desk, str], Changes]] = {
    "conversation.set": inbox.undo_set,
    "note.add": inbox.undo_note,
    "tag.set": untagging.undo_set,
    "tag.create": untagging.undo_create,
    "tag.rename": untagging.undo_rename,
    "tag.merge": untagging.undo_merge,
    "tag.remove": untagging.undo_remove,
    "issue.set": issues.undo_move,
    "issue.rename": issues.undo_rename,
    "issue.close": issues.undo_close,
    "issue.answer": answering_many.undo_answer,
    "announcement.remove": announcements.undo_remove,
    "announcement.end": announcements.undo_end,
    "announcement.submit": publishing.undo_submit,
    "template.remove": templates.undo_remove,
    "contact.remove": contacts.undo_remove,
    "reply.queue": replies.undo_queue,
    "approval.request": asking.undo_request,
    "approval.decide": approvals.undo_decide,
}


def undo(desk: Desk, token: str) -> Changes:
    """Take one action back; raises KnownError when that is no longer possible."""
    reader = desk.database.conn
    found = journal.payload(reader, token)
    if found is None or found[0] not in UNDONE or journal.is_undone(reader, token):
        raise KnownError(
            "Tindakan ini tidak dapat diurungkan lagi.",
            "Semua data tetap seperti sekarang.",
        )
    kind, body = found
    with desk.atomic():
        changes = UNDONE[kind](desk, body)
        journal.append(
            desk.database,
            desk.stamp(),
            "undo",
            subject=token,
            payload={"kind": kind},
            about=conversations.uids_of(desk.database, changes.conversations).values(),
        )
    return changes
