"""What became of an errand, written in words; the writing half of services/sending.py.

The one rule to know: only the platform's own id makes an answer *Terkirim*, and what
nobody knows is *Perlu diperiksa*.
"""

from kotakmasuk.connectors.kit.errors import (
    ConnectorError,
    NotAllowed,
    QuotaSpent,
    Refused,
    SignInNeeded,
    TargetGone,
    TooLong,
    TryLater,
    Unreachable,
    WindowClosed,
)
from kotakmasuk.domain.accounts import Account, ProblemKind, platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ANSWER
from kotakmasuk.domain.messages import Author, Incoming, Marked
from kotakmasuk.domain.replies import Receipt, ReplyState
from kotakmasuk.services import marking
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.errands import NEEDED, Errand
from kotakmasuk.store import accounts, journal, leaving, messages, outbox, sightings


MINUTE = 60_000
SHORTEST_PAUSE = 10_000  # so that a platform that says "now" is not asked in a circle
# With these the platform has certainly not carried the answer out.
CERTAIN = (NotAllowed, Refused, TargetGone, TooLong, WindowClosed)
UNKNOWN = "Sambungan terputus sebelum platform menjawab."
GONE = "Yang Anda tulis tetap tersimpan; jadikan draf lagi bila ingin memakainya."


def confirm(desk: Desk, errand: Errand, receipt: Receipt) -> Changes:
    """Write the platform's own id, and the answer into its conversation."""
    stamp = desk.stamp()
    queued = errand.queued
    touched = Changes(conversations=queued.threads, replies=frozenset((queued.reply,)))
    with desk.atomic(by_machine=True):
        if not _is_open(desk, queued.reply, stamp.at):
            return touched
        outbox.confirm(desk.database, queued.reply, receipt, at=stamp.at)
        if queued.conversation is not None and queued.purpose == ANSWER:
            touched |= _into_thread(desk, errand, receipt)
        _journal(desk, queued.uid, "reply.sent", {"remote_id": receipt.remote_id})
    return touched


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


def _into_thread(desk: Desk, errand: Errand, receipt: Receipt) -> Changes:
    """Put what was sent where the citizen is answered.

    What went from another account than the citizen wrote to stands there all the same.
    """
    stamp = desk.stamp()
    home = sightings.home(desk.database, errand.queued.conversation or 0)
    if home != errand.account.id:
        sightings.add_sent(
            desk.database,
            stamp,
            errand.account,
            errand.queued,
            receipt=receipt,
            stem=desk.office.fold(errand.queued.text),
        )
        return Changes(conversations=errand.queued.threads)
    saved = messages.save(
        desk.database,
        stamp,
        errand.account,
        messages.Batch([_as_message(desk, errand, receipt)], source="sent"),
    )
    return Changes(conversations=saved.conversations)


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


def fail(desk: Desk, errand: Errand, error: ConnectorError) -> Changes:
    """Write why it did not leave, or that nobody knows whether it did."""
    reply, now = errand.queued.reply, desk.office.now()
    reason = _in_words(errand, error)
    with desk.atomic(by_machine=True):
        if isinstance(error, SignInNeeded):
            _stop_account(desk, errand.account, error)
        until = _tried_again(error, now)
        if until is None:
            certain = isinstance(error, CERTAIN)
            state = ReplyState.FAILED if certain else ReplyState.UNSURE
            finish(desk, reply, state, reason or UNKNOWN)
        else:
            outbox.postpone(desk.database, reply, until=until, reason=reason)
            payload = {"until": until, "reason": reason}
            _journal(desk, errand.queued.uid, "reply.postpone", payload)
        if isinstance(error, QuotaSpent) and until is not None:
            account = errand.account.id
            leaving.pause_account(desk.database, account, until=until, reason=reason)
    return Changes(
        conversations=errand.queued.threads,
        replies=frozenset((reply,)),
        accounts=frozenset((errand.account.id,)),
    )


def _in_words(errand: Errand, error: ConnectorError) -> str:
    if isinstance(error, QuotaSpent):
        name = platform_of(errand.account.platform).name
        return f"Batas kiriman {name} tercapai."
    if isinstance(error, TryLater | Unreachable):
        return error.message
    said = (error.message, GONE if isinstance(error, TargetGone) else error.remedy)
    return " ".join(part for part in said if part)


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


def unsure(desk: Desk, reply: int, reason: str) -> Changes:
    """Write that nobody knows whether it left."""
    with desk.atomic(by_machine=True):
        finish(desk, reply, ReplyState.UNSURE, reason)
    return Changes(replies=frozenset((reply,)))


def finish(desk: Desk, reply: int, state: ReplyState, reason: str) -> None:
    """Write how an attempt ended without an id, within a transaction."""
    queued = outbox.get(desk.database.conn, reply)
    outbox.finish(desk.database, reply, state, at=desk.office.now(), reason=reason)
    if queued is not None:
        _journal(desk, queued.uid, f"reply.{state}", {"reason": reason})


def is_another(desk: Desk, errand: Errand, receipt: Receipt) -> bool:
    """Tell whether what was found is another answer or post with the same words."""
    return errand.queued.purpose in NEEDED and outbox.is_told(
        desk.database.conn,
        account=errand.account.id,
        remote_id=receipt.remote_id,
        besides=errand.queued.reply,
    )


def note_look(desk: Desk, errand: Errand, *, complete: bool, found: bool) -> None:
    """Write that the thread was read, and whether it was read whole."""
    with desk.atomic(by_machine=True):
        outbox.note_look(
            desk.database,
            errand.queued.reply,
            at=desk.office.now(),
            complete=complete,
            found=found,
        )
        payload: dict[str, object] = {"complete": complete, "found": found}
        _journal(desk, errand.queued.uid, "reply.look", payload)


def _journal(desk: Desk, uid: str, kind: str, payload: dict[str, object]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject=uid, payload=payload)
