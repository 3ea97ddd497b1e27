"""Carrying answers out: claimed before the call, believed only with the platform's id.

Nothing is sent twice: an outcome that nobody knows becomes *Perlu diperiksa*, and only
reading the thread again can settle it.
"""

from dataclasses import dataclass

from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    Duplicate,
    OutcomeUnknown,
    SignInNeeded,
    TryLater,
    Unreachable,
)
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.messages import Author, Form, Incoming, Marked
from kotakmasuk.domain.replies import Outgoing, Receipt, ReplyState
from kotakmasuk.services import marking
from kotakmasuk.services.desk import Desk, Write
from kotakmasuk.store import accounts, journal, messages, outbox, replies
from kotakmasuk.store.database import Connection


MINUTE = 60_000
UNKNOWN = "Sambungan terputus sebelum platform menjawab."
KILLED = "Aplikasi tertutup saat balasan sedang dikirim."


@dataclass(frozen=True)
class Errand:
    """An answer with everything that its connector needs."""

    queued: outbox.Queued
    account: Account
    access: Access
    connector: Connector
    outgoing: Outgoing


def due(reader: Connection, now: int) -> list[tuple[int, int]]:
    """List (reply, account) whose undo time is over and which no one holds back."""
    return outbox.due(reader, now)


def recover(desk: Desk) -> Changes:
    """Turn what was being sent when the program died into *Perlu diperiksa*.

    Only the holder of the data folder's lock may call this.
    """
    orphans = outbox.sending(desk.database.conn)
    with desk.atomic():
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
    if errand.queued.state is not ReplyState.UNSURE:
        return Changes()
    try:
        receipt = errand.connector.find_sent(errand.access, errand.outgoing)
    except ConnectorError:
        write(_note_look, errand, complete=False, found=False)
        raise
    write(_note_look, errand, complete=True, found=receipt is not None)
    if receipt is None:
        return Changes(replies=frozenset((reply,)))
    return write(_confirm, errand, receipt)


def _errand(desk: Desk, reply: int) -> Errand:
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        message = f"no such answer: {reply}"
        raise KeyError(message)
    account = accounts.get(desk.database.conn, queued.account)
    to = replies.target(desk.database.conn, queued.conversation, queued.message)
    return Errand(
        queued=queued,
        account=account,
        access=desk.office.access(account),
        connector=desk.office.connectors[account.connector].connector(),
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
    with desk.atomic():
        if not outbox.claim(desk.database, reply, desk.office.now()):
            return None
        _journal(desk, errand.queued.uid, "reply.claim", {"key": errand.queued.key})
    return errand


def _confirm(desk: Desk, errand: Errand, receipt: Receipt) -> Changes:
    stamp = desk.stamp()
    reply = errand.queued.reply
    with desk.atomic():
        outbox.confirm(desk.database, reply, receipt, at=stamp.at)
        saved = messages.save(
            desk.database,
            stamp,
            errand.account,
            messages.Batch([_as_message(desk, errand, receipt)], source="sent"),
        )
        _journal(desk, errand.queued.uid, "reply.sent", {"remote_id": receipt.remote_id})
    return Changes(
        conversations=saved.conversations | {errand.queued.conversation},
        replies=frozenset((reply,)),
    )


def _as_message(desk: Desk, errand: Errand, receipt: Receipt) -> Marked:
    return marking.mark_all(
        desk,
        [Incoming(
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
        )],
    )[0]


def _fail(desk: Desk, errand: Errand, error: ConnectorError) -> Changes:
    reply, now = errand.queued.reply, desk.office.now()
    reason = " ".join(part for part in (error.message, error.remedy) if part)
    with desk.atomic():
        if isinstance(error, TryLater):
            outbox.postpone(
                desk.database, reply, until=error.when or now + 5 * MINUTE, reason=reason
            )
        elif isinstance(error, Unreachable):
            outbox.postpone(desk.database, reply, until=now + MINUTE, reason=reason)
        elif isinstance(error, SignInNeeded):
            _stop_account(desk, errand.account, error)
            outbox.postpone(desk.database, reply, until=now, reason=reason)
        elif isinstance(error, OutcomeUnknown | Duplicate):
            _finish(desk, reply, ReplyState.UNSURE, reason or UNKNOWN)
        else:
            _finish(desk, reply, ReplyState.FAILED, reason)
    return Changes(
        replies=frozenset((reply,)), accounts=frozenset((errand.account.id,))
    )


def _stop_account(desk: Desk, account: Account, error: SignInNeeded) -> None:
    """Hold back this account's queue alone until somebody signs in again."""
    accounts.note_problem(
        desk.database,
        account.id,
        problem=error.message,
        remedy=error.remedy,
        next_check=None,
        sign_in=True,
    )


def _unsure(desk: Desk, reply: int, reason: str) -> Changes:
    with desk.atomic():
        _finish(desk, reply, ReplyState.UNSURE, reason)
    return Changes(replies=frozenset((reply,)))


def _finish(desk: Desk, reply: int, state: ReplyState, reason: str) -> None:
    queued = outbox.get(desk.database.conn, reply)
    outbox.finish(
        desk.database, reply, state, at=desk.office.now(), reason=reason
    )
    if queued is not None:
        _journal(desk, queued.uid, f"reply.{state}", {"reason": reason})


def _note_look(
    desk: Desk, errand: Errand, *, complete: bool, found: bool
) -> None:
    with desk.atomic():
        outbox.note_look(
            desk.database,
            errand.queued.reply,
            at=desk.office.now(),
            complete=complete,
            found=found,
        )
        _journal(
            desk, errand.queued.uid, "reply.look", {"complete": complete, "found": found}
        )


def _journal(desk: Desk, uid: str, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject=uid, payload=payload)
