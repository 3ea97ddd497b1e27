"""Carrying answers out: claimed before the call, believed only with the platform's id.

Nothing is sent twice: an outcome that nobody knows becomes *Perlu diperiksa*, and only
reading the thread again can settle it.
"""

from dataclasses import dataclass

from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    NotAllowed,
    Refused,
    SignInNeeded,
    TargetGone,
    TooLong,
    TryLater,
    Unreachable,
    WindowClosed,
)
from kotakmasuk.domain.accounts import Account, ProblemKind
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Author, Form, Incoming, Marked
from kotakmasuk.domain.replies import Outgoing, Receipt, ReplyState
from kotakmasuk.services import marking
from kotakmasuk.services.desk import Desk, Write
from kotakmasuk.store import accounts, journal, messages, outbox, replies
from kotakmasuk.store.database import Connection


MINUTE = 60_000
SHORTEST_PAUSE = 10_000  # so that a platform that says "now" is not asked in a circle
# With these the platform has certainly not carried the answer out.
CERTAIN = (NotAllowed, Refused, TargetGone, TooLong, WindowClosed)
CAN_BE_FOUND = "find_sent"
UNKNOWN = "Sambungan terputus sebelum platform menjawab."
KILLED = "Aplikasi tertutup saat balasan sedang dikirim."


@dataclass(frozen=True)
class Errand:
    """An answer with everything that its connector needs."""

    queued: outbox.Queued
    account: Account
    access: Access
    connector: Connector
    can_be_found: bool
    outgoing: Outgoing


def due(reader: Connection, now: int) -> list[tuple[int, int]]:
    """List (reply, account) whose undo time is over and which no one holds back."""
    return outbox.due(reader, now)


def recover(desk: Desk) -> Changes:
    """Turn what was being sent when the program died into *Perlu diperiksa*.

    Only the holder of the data folder's lock may call this.
    """
    orphans = outbox.sending(desk.database.conn)
    with desk.atomic(by_machine=True):
        for reply in orphans:
            _finish(desk, reply, ReplyState.UNSURE, KILLED)
    return Changes(replies=frozenset(orphans))


def send(write: Write, reply: int) -> Changes:
    """Send one due answer, once; what happened is written in words."""
    errand = write(_claim, reply)
    if errand is None:
        return Changes()
    try:
        receipt = errand.connector.send(errand.access, errand.outgoing)
    except ConnectorError as error:
        return write(_fail, errand, error)
    except Exception:
        write(_unsure, reply, UNKNOWN)
        raise
    return write(_confirm, errand, receipt)


def look(write: Write, reply: int) -> Changes:
    """Read the thread again for an answer of unknown outcome; may make it *Terkirim*.

    Raises ConnectorError when the platform cannot be read; the answer stays as it is.
    """
    errand = write(_errand, reply)
    if errand is None or errand.queued.state is not ReplyState.UNSURE:
        return Changes()
    if not errand.can_be_found:
        raise KnownError(
            "Kanal ini tidak dapat diperiksa dari sini.",
            "Balasan tetap Perlu diperiksa dan tidak dikirim ulang.",
            "Buka utasnya; bila balasannya ada, pilih “Sudah saya kirim”.",
        )
    try:
        receipt = errand.connector.find_sent(errand.access, errand.outgoing)
    except ConnectorError:
        write(_note_look, errand, complete=False, found=False)
        raise
    write(_note_look, errand, complete=True, found=receipt is not None)
    if receipt is None:
        return Changes(replies=frozenset((reply,)))
    return write(_confirm, errand, receipt)


def _errand(desk: Desk, reply: int) -> Errand | None:
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        return None  # taken back while it waited for its lane
    account = accounts.get(desk.database.conn, queued.account)
    to = replies.target(desk.database.conn, queued.conversation, queued.message)
    found = desk.office.connectors[account.connector]
    return Errand(
        queued=queued,
        account=account,
        access=desk.office.access(account),
        connector=found.connector(),
        can_be_found=CAN_BE_FOUND in found.manifest.capabilities,
        outgoing=Outgoing(
            key=queued.key,
            text=queued.text,
            conversation=to.conversation_key,
            in_reply_to=to.remote_id,
            form=Form(to.form),
            public=queued.public,
            mention=to.handle,
            not_before=queued.queued_at,
        ),
    )


def _claim(desk: Desk, reply: int) -> Errand | None:
    errand = _errand(desk, reply)
    if errand is None:
        return None
    with desk.atomic(by_machine=True):
        if not outbox.claim(desk.database, reply, desk.office.now()):
            return None
        _journal(desk, errand.queued.uid, "reply.claim", {"key": errand.queued.key})
    return errand


def _confirm(desk: Desk, errand: Errand, receipt: Receipt) -> Changes:
    stamp = desk.stamp()
    reply = errand.queued.reply
    with desk.atomic(by_machine=True):
        if not _is_open(desk, reply, stamp.at):
            return Changes(replies=frozenset((reply,)))
        outbox.confirm(desk.database, reply, receipt, at=stamp.at)
        saved = messages.save(
            desk.database,
            stamp,
            errand.account,
            messages.Batch([_as_message(desk, errand, receipt)], source="sent"),
        )
        _journal(
            desk, errand.queued.uid, "reply.sent", {"remote_id": receipt.remote_id}
        )
    return Changes(
        conversations=saved.conversations | {errand.queued.conversation},
        replies=frozenset((reply,)),
    )


def _is_open(desk: Desk, reply: int, at: int) -> bool:
    """Tell whether an answer's end is still to be written.

    One that was queued again while its thread was read must not leave a second time.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is not None and queued.state is ReplyState.QUEUED:
        outbox.begin(desk.database, reply, at)
        return True
    under_way = (ReplyState.SENDING, ReplyState.UNSURE)
    return queued is not None and queued.state in under_way


def _as_message(desk: Desk, errand: Errand, receipt: Receipt) -> Marked:
    return marking.mark_all(
        desk,
        [
            Incoming(
                remote_id=receipt.remote_id,
                conversation=errand.outgoing.conversation,
                form=errand.outgoing.form,
                public=errand.outgoing.public,
                author=Author(errand.account.remote_id, errand.account.handle),
                text=errand.queued.text,
                sent_at=receipt.sent_at or desk.office.now(),
                own=True,
                parent=errand.outgoing.in_reply_to,
                url=receipt.url,
            )
        ],
    )[0]


def _fail(desk: Desk, errand: Errand, error: ConnectorError) -> Changes:
    reply, now = errand.queued.reply, desk.office.now()
    reason = " ".join(part for part in (error.message, error.remedy) if part)
    with desk.atomic(by_machine=True):
        if isinstance(error, SignInNeeded):
            _stop_account(desk, errand.account, error)
        until = _tried_again(error, now)
        if until is not None:
            outbox.postpone(desk.database, reply, until=until, reason=reason)
        elif isinstance(error, CERTAIN):
            _finish(desk, reply, ReplyState.FAILED, reason)
        else:
            _finish(desk, reply, ReplyState.UNSURE, reason or UNKNOWN)
    return Changes(
        replies=frozenset((reply,)), accounts=frozenset((errand.account.id,))
    )


def _tried_again(error: ConnectorError, now: int) -> int | None:
    """When an answer that certainly did not leave goes out by itself, UTC ms."""
    if isinstance(error, TryLater):
        return max(error.when or now + 5 * MINUTE, now + SHORTEST_PAUSE)
    if isinstance(error, Unreachable):
        return now + MINUTE
    return now if isinstance(error, SignInNeeded) else None


def _stop_account(desk: Desk, account: Account, error: SignInNeeded) -> None:
    """Hold back this account's queue alone until somebody signs in again."""
    accounts.note_problem(
        desk.database,
        account.id,
        ProblemKind.SIGN_IN,
        problem=error.message,
        remedy=error.remedy,
        next_check=None,
    )


def _unsure(desk: Desk, reply: int, reason: str) -> Changes:
    with desk.atomic(by_machine=True):
        _finish(desk, reply, ReplyState.UNSURE, reason)
    return Changes(replies=frozenset((reply,)))


def _finish(desk: Desk, reply: int, state: ReplyState, reason: str) -> None:
    queued = outbox.get(desk.database.conn, reply)
    outbox.finish(desk.database, reply, state, at=desk.office.now(), reason=reason)
    if queued is not None:
        _journal(desk, queued.uid, f"reply.{state}", {"reason": reason})


def _note_look(desk: Desk, errand: Errand, *, complete: bool, found: bool) -> None:
    with desk.atomic(by_machine=True):
        outbox.note_look(
            desk.database,
            errand.queued.reply,
            at=desk.office.now(),
            complete=complete,
            found=found,
        )
        _journal(
            desk,
            errand.queued.uid,
            "reply.look",
            {"complete": complete, "found": found},
        )


def _journal(desk: Desk, uid: str, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject=uid, payload=payload)
