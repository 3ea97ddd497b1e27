"""What an officer may still change of an answer that waits, and holding all of them."""

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import OutboxRow, ReplyState
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.services.errands import can_look, can_send
from kotakmasuk.store import accounts, journal, leaving, outbox, replies
from kotakmasuk.store.database import Connection


def is_sent_by_machine(reader: Connection, office: Office, row: OutboxRow) -> bool:
    """Tell whether a machine sends it; else the officer does by hand."""
    if not row.account:
        return True
    connector = accounts.get(reader, row.account).connector
    return not row.manual and can_send(office, connector, row.purpose)


def may_be_looked_for(reader: Connection, office: Office, row: OutboxRow) -> bool:
    """Tell whether its thread can be read again from here."""
    if not row.account:
        return False
    return can_look(office, accounts.get(reader, row.account).connector)


def send_now(desk: Desk, reply: int) -> Changes:
    """Let a scheduled answer leave at once, its other parts with it.

    Raises KnownError when it has left already.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None or queued.state is not ReplyState.QUEUED:
        raise KnownError(
            "Balasan ini tidak lagi menunggu.", "Keadaannya terlihat di Kiriman."
        )
    now = desk.office.now()
    parts = replies.series_of(desk.database.conn, reply)
    with desk.atomic():
        for part in parts:
            outbox.leave_at(desk.database, part, now)
        journal.append(
            desk.database,
            desk.stamp(),
            "reply.send_now",
            subject=queued.uid,
            payload={"planned": queued.not_before},
        )
    return Changes(conversations=queued.threads, replies=frozenset(parts))


def hold_all(desk: Desk, *, held: bool) -> Changes:
    """Let nothing leave until somebody goes on; what is on its way ends as it ends."""
    with desk.atomic():
        leaving.hold_all(desk.database, held=held)
        journal.append(
            desk.database,
            desk.stamp(),
            "outbox.hold" if held else "outbox.resume",
            subject="outbox",
            payload={},
        )
    return Changes(replies=frozenset((0,)), settings=True)


def is_held(reader: Connection) -> bool:
    """Tell whether all sending is held back."""
    return leaving.is_held(reader)
