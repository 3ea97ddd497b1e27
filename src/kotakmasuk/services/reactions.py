"""Likes, shares and hides: through the same gate and outbox as every answer.

The one rule to know: only what the account's connector can do is offered, and a hide
keeps its reason and the words that were hidden.
"""

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import HIDE, LIKE, SHARE
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Composition, Identity
from kotakmasuk.services import addressing, checklist, replies
from kotakmasuk.services.checklist import CheckView
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.services.errands import can_send
from kotakmasuk.store import accounts, journal
from kotakmasuk.store import reactions as store
from kotakmasuk.store.database import Connection
from kotakmasuk.store.reactions import Reacted, uid_of


REACTIONS = (LIKE, SHARE, HIDE)
NOTHING = Composition("")


def offered(reader: Connection, office: Office, message: int) -> tuple[str, ...]:
    """Tell what can be done with a citizen's message besides answering it.

    What is private is never shared; what is under way or done is not offered again.
    """
    found = _target(reader, message)
    account = accounts.get(reader, found.account)
    if not found.remote_id or accounts.is_manual(reader, account.id):
        return ()
    private = not found.public or found.form == Form.DIRECT_MESSAGE
    barred = found.done | ({SHARE, HIDE} if private else set())
    return tuple(
        one
        for one in REACTIONS
        if one not in barred and can_send(office, account.connector, one)
    )


def is_possible(reader: Connection, office: Office, account: int) -> bool:
    """Tell whether an account can do any of it by itself."""
    if accounts.is_manual(reader, account):
        return False
    connector = accounts.get(reader, account).connector
    return any(can_send(office, connector, one) for one in REACTIONS)


def target(reader: Connection, message: int) -> Reacted:
    """Give the message that is liked, shared or hidden; KeyError for an unknown one."""
    return _target(reader, message)


def identity(
    reader: Connection, office: Office, message: int, purpose: str
) -> Identity:
    """Say as whom it is done."""
    found = _target(reader, message)
    return addressing.identity(reader, office, found.conversation, purpose=purpose)


def check(
    reader: Connection,
    office: Office,
    message: int,
    purpose: str,
    *,
    ticks: frozenset[str],
) -> CheckView:
    """Check what is about to be done with a message; nothing is stored."""
    return checklist.check(
        reader,
        office,
        _target(reader, message).conversation,
        NOTHING,
        ticks=ticks,
        purpose=purpose,
        message=message,
    )


def react(
    desk: Desk,
    message: int,
    purpose: str,
    *,
    ticks: frozenset[str],
    reason: str = "",
) -> Changes:
    """Check a like, share or hide and put it into the outbox.

    Raises KnownError when the check does not pass, the connector cannot do it, or a
    hide has no reason; NeedsApproval when an approver is asked for.
    """
    reader = desk.database.conn
    found = _target(reader, message)
    _refuse(desk, message, purpose, reason)
    with desk.atomic():
        changes = replies.queue(
            desk,
            found.conversation,
            NOTHING,
            ticks=ticks,
            purpose=purpose,
            message=message,
        )
        uid = next(uid_of(reader, reply) for reply in changes.replies)
        journal.append(
            desk.database,
            desk.stamp(),
            f"reply.{purpose}",
            subject=uid,
            payload={
                "message": found.uid,
                "reason": reason.strip(),
                "author": found.author,
                "text": found.text,
                "remote_id": found.remote_id,
            },
        )
    return changes


def _refuse(desk: Desk, message: int, purpose: str, reason: str) -> None:
    if purpose not in offered(desk.database.conn, desk.office, message):
        raise KnownError(
            "Tindakan ini tidak tersedia untuk pesan itu.",
            "Tidak ada yang diubah.",
            "Lakukan langsung di kanalnya bila memang perlu.",
        )
    if purpose == HIDE and not reason.strip():
        raise KnownError(
            "Alasan menyembunyikan belum diisi.",
            "Pesan warga tetap terlihat di kanalnya.",
            "Tulis alasannya; ia tersimpan bersama isi pesan.",
        )


def _target(reader: Connection, message: int) -> Reacted:
    return store.target(reader, message)
