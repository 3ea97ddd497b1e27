"""Answering: drafts, the ethics checklist, the queue, and taking back.

There is no way from a text to a connector but `queue` and an approval, and the file
itself refuses a revision whose check has not passed or that an approver has not seen.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ANSWER
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import (
    Composition,
    Conversing,
    Draft,
    Identity,
    OutboxRow,
    Post,
    ReplyState,
    Target,
)
from kotakmasuk.services import addressing, gate
from kotakmasuk.services.counting import outbox_counts
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.gate import NeedsApproval
from kotakmasuk.store import checklist, drafts, journal, outbox
from kotakmasuk.store import outbox_rows as listing
from kotakmasuk.store import replies as store
from kotakmasuk.store.database import Connection


__all__ = ["NeedsApproval", "outbox_counts"]

DAY = 86_400_000
NOTHING: frozenset[str] = frozenset()


def draft(reader: Connection, conversation: int) -> Draft | None:
    """Give the saved draft of a conversation."""
    return drafts.load(reader, conversation)


def save_draft(
    desk: Desk,
    conversation: int,
    composition: Composition,
    *,
    ticks: frozenset[str] = NOTHING,
) -> Changes:
    """Keep what is being written, through a kill as well; nothing is forgotten at last.

    A composition without words and pictures takes the draft away.
    """
    return keep_draft(desk, Draft(conversation, composition, ticks))


def keep_draft(desk: Desk, written: Draft) -> Changes:
    """Keep a draft with all its candidates, as `save_draft` does."""
    with desk.atomic():
        if written.is_empty:
            drafts.discard(desk.database, written.conversation)
        else:
            drafts.save_whole(desk.database, desk.stamp(), written)
    return Changes(replies=frozenset((0,)))


def discard_draft(desk: Desk, conversation: int) -> Changes:
    """Forget the draft of a conversation."""
    return save_draft(desk, conversation, Composition(""))


def queue(  # noqa: PLR0913 -- what the officer has put together and answered
    desk: Desk,
    conversation: int,
    composition: Composition,
    *,
    ticks: frozenset[str],
    shown: Identity | None = None,
    purpose: str = ANSWER,
    message: int | None = None,
) -> Changes:
    """Check an answer and put it into the outbox, to leave when the undo time is over.

    What an officer sends by hand waits for nothing. `shown` is the identity she saw.
    Raises KnownError when the check does not pass, NeedsApproval when an approver is
    asked for; the draft is kept then.
    """
    target = Conversing(conversation, purpose, message)
    _refuse_changed(desk, target, composition, shown)
    changes = _queue(desk, target, composition, ticks, shown)
    return changes | Changes(conversations=frozenset((conversation,)))


def queue_post(
    desk: Desk, post: Post, composition: Composition, *, ticks: frozenset[str]
) -> Changes:
    """Check a new post and put it into the outbox; raises as `queue` does."""
    return _queue(desk, post, composition, ticks, None)


def _queue(
    desk: Desk,
    target: Target,
    composition: Composition,
    ticks: frozenset[str],
    shown: Identity | None,
) -> Changes:
    composition = replace(composition, text=composition.text.strip())
    conversing = target if isinstance(target, Conversing) else None
    if conversing is None or conversing.purpose == ANSWER:
        gate.refuse_length(composition)
    with desk.atomic():
        written = gate.write(desk, target, composition)
        for one, piece in written:
            judged = gate.judge(desk, one, piece, ticks=ticks, shown=shown)
            gate.refuse_failed(judged)
            gate.enqueue(desk, one, judged, not_before=composition.not_before)
        if conversing is not None and conversing.purpose == ANSWER:
            drafts.discard(desk.database, conversing.conversation)
        token = _journal_queued(desk, [one for one, _ in written], composition)
    replies = frozenset(one.reply for one, _ in written)
    return Changes(replies=replies, undo=token)


def _journal_queued(
    desk: Desk, written: list[store.Written], composition: Composition
) -> str:
    token = ""
    for one in reversed(written):
        payload = {
            "reply": one.uid,
            "text": composition.text,
            "template": ",".join(composition.templates),
        }
        token = _journal(desk, "reply.queue", one.uid, payload)
    return token


def _refuse_changed(
    desk: Desk, target: Conversing, composition: Composition, shown: Identity | None
) -> None:
    """Nothing goes more openly than the officer saw it."""
    if shown is None:
        return
    true = addressing.identity(
        desk.database.conn, desk.office, target.conversation, composition
    )
    if true.public and not shown.public:
        raise KnownError(
            "Percakapan ini sekarang publik, padahal Anda menulis untuk satu orang.",
            "Draf tetap ada dan belum dikirim.",
            "Baca lagi balasan Anda, lalu kirim.",
        )


_NUMBERING = re.compile(r"\s*\(\d+/\d+\)$")


def withdraw(desk: Desk, reply: int) -> Changes:
    """Take an answer back before it leaves; words, ticks and all become the draft again.

    Of a numbered thread every part that has not left is taken back.
    """
    reader = desk.database.conn
    held = [outbox.get(reader, part) for part in store.series_of(reader, reply)]
    waiting = [one for one in held if one is not None and one.state in TAKEN_BACK]
    if not any(one.reply == reply for one in waiting):
        raise KnownError(
            "Balasan ini sudah berangkat dan tidak dapat dibatalkan lagi.",
            "Keadaannya terlihat di Kiriman.",
        )
    with desk.atomic():
        kept = _as_draft(desk, waiting)
        for one in waiting:
            outbox.withdraw(desk.database, one.reply)
            store.discard(desk.database, one.reply, desk.office.now())
            _journal(desk, "reply.withdraw", one.uid, {})
        _give_back(desk, reply, kept)
    threads = frozenset(one.conversation for one in waiting if one.conversation)
    return Changes(
        conversations=threads, replies=frozenset(one.reply for one in waiting)
    )


TAKEN_BACK = (ReplyState.QUEUED, ReplyState.FAILED)


def _as_draft(
    desk: Desk, waiting: list[outbox.Queued]
) -> tuple[Composition, frozenset[str]]:
    """Put the parts together again, with the ticks that were set for them."""
    reader = desk.database.conn
    pieces = [store.newest(reader, one.reply) for one in waiting]
    found = [one for one in pieces if one is not None]
    first = found[0]
    whole = first.composition
    if len(found) > 1:
        texts = (_NUMBERING.sub("", one.composition.text) for one in found)
        pictures = tuple(shown for one in found for shown in one.composition.pictures)
        whole = replace(whole, text=" ".join(texts), pictures=pictures, split=True)
    check = checklist.newest_of(reader, first.revision)
    ticks = checklist.ticked(reader, check) if check else NOTHING
    return whole, ticks


def _give_back(
    desk: Desk, reply: int, kept: tuple[Composition, frozenset[str]]
) -> None:
    target = store.target_of(desk.database.conn, reply)
    if not isinstance(target, Conversing) or target.purpose != ANSWER:
        return
    if drafts.load(desk.database.conn, target.conversation) is None:
        composition, ticks = kept
        drafts.save(
            desk.database,
            desk.stamp(),
            target.conversation,
            composition,
            ticks=ticks,
        )


def undo_queue(desk: Desk, body: str) -> Changes:
    """Take back the answer that one `reply.queue` row tells of."""
    found = store.id_of(desk.database.conn, json.loads(body)["reply"])
    return withdraw(desk, found) if found else Changes()


def outbox_rows(reader: Connection, *, now: int) -> list[OutboxRow]:
    """List drafts, what is under way, and what was sent in the last day."""
    return listing.rows(reader, sent_since=now - DAY)


def retry(desk: Desk, reply: int) -> Changes:
    """Queue a failed answer again, or an unsure one that is certainly not there.

    Raises KnownError while nobody has read the whole thread without finding it.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    if queued.state not in (ReplyState.UNSURE, ReplyState.FAILED):
        raise KnownError(
            "Balasan ini tidak perlu dikirim lagi.", "Keadaannya terlihat di Kiriman."
        )
    if queued.state is ReplyState.UNSURE and not _surely_absent(desk, queued):
        raise KnownError(
            "Belum pasti balasan ini tidak sampai.",
            "Balasan tidak dikirim ulang supaya warga tidak menerima dua kali.",
            "Periksa utas sekarang, lalu coba lagi.",
        )
    with desk.atomic():
        outbox.postpone(desk.database, reply, until=desk.office.now(), reason="")
        _journal(desk, "reply.retry", queued.uid, {})
    return Changes(conversations=queued.threads, replies=frozenset((reply,)))


def _surely_absent(desk: Desk, queued: outbox.Queued) -> bool:
    looks = outbox.looks(desk.database.conn, queued.reply, queued.began_at or 0)
    return bool(looks) and looks[-1][1] and not looks[-1][2]


def _journal(desk: Desk, kind: str, uid: str, payload: Mapping[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=uid, payload=payload
    )
