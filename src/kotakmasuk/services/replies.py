"""Answering: drafts, the ethics checklist, the queue, and taking back.

There is no way from a text to a connector but `queue`, and the file itself refuses a
revision whose check has not passed.
"""

import json
from collections.abc import Mapping

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ItemResult, run
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import (
    Draft,
    Identity,
    OutboxRow,
    ReplyState,
)
from kotakmasuk.services.checklist import identity, subject
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import checklist, journal, outbox, turns
from kotakmasuk.store import replies as store
from kotakmasuk.store import settings as settings_store
from kotakmasuk.store.database import Connection


DAY = 86_400_000
LONGEST_TEXT = 20_000


def draft(reader: Connection, conversation: int) -> Draft | None:
    """Give the saved draft of a conversation."""
    found = store.draft(reader, conversation)
    if found is None:
        return None
    return Draft(
        conversation=conversation, text=found[0], template=found[1], at=found[2]
    )


def save_draft(desk: Desk, conversation: int, text: str, template: str = "") -> Changes:
    """Keep the words being written, through a kill as well; empty words are forgotten."""
    with desk.atomic():
        if text.strip():
            store.save_draft(desk.database, desk.stamp(), conversation, text, template)
        else:
            store.discard_draft(desk.database, conversation)
    return Changes(replies=frozenset((0,)))


def discard_draft(desk: Desk, conversation: int) -> Changes:
    """Forget the draft of a conversation."""
    return save_draft(desk, conversation, "")


def queue(
    desk: Desk,
    conversation: int,
    text: str,
    *,
    ticks: frozenset[str],
    template: str = "",
    shown: Identity | None = None,
) -> Changes:
    """Check an answer and put it into the outbox, to leave when the undo time is over.

    What an officer sends by hand waits for nothing. `shown` is the identity the officer saw. Raises KnownError when the check does not
    pass; the draft is kept then.
    """
    reader, office = desk.database.conn, desk.office
    words = text.strip()
    _refuse_length(words)
    judged = subject(reader, office, conversation, words, shown=shown)
    results = run(office.rules(), judged, ticks)
    with desk.atomic():
        written = store.write(
            desk.database,
            desk.stamp(),
            conversation,
            text=words,
            template=template,
            public=judged.conversation_public,
        )
        check = _record_check(desk, written, results)
        _into_outbox(desk, conversation, written, check)
        store.discard_draft(desk.database, conversation)
        payload = {"reply": written.uid, "text": words, "template": template}
        token = _journal(desk, "reply.queue", written.uid, payload)
    return Changes(
        conversations=frozenset((conversation,)),
        replies=frozenset((written.reply,)),
        undo=token,
    )


def _record_check(
    desk: Desk, written: store.Written, results: tuple[ItemResult, ...]
) -> int:
    check, passed = checklist.record(
        desk.database, desk.stamp(), written.revision, results
    )
    if not passed:
        raise _not_passed(results)
    _journal_check(desk, check, results)
    return check


def _into_outbox(
    desk: Desk, conversation: int, written: store.Written, check: int
) -> None:
    reader, now = desk.database.conn, desk.office.now()
    by_machine = identity(reader, desk.office, conversation).sends
    seconds = settings_store.load(reader).undo_seconds if by_machine else 0
    outbox.queue(
        desk.database,
        reply=written.reply,
        revision=written.revision,
        check=check,
        key=written.uid,
        at=now,
        not_before=now + seconds * 1000,
    )


def _refuse_length(words: str) -> None:
    if not words or len(words) > LONGEST_TEXT:
        raise KnownError(
            "Balasan masih kosong atau terlalu panjang.",
            "Draf tetap ada.",
            "Ubah isinya, lalu kirim lagi.",
        )


def _not_passed(results: tuple[ItemResult, ...]) -> KnownError:
    wrong = [one for one in results if one.outcome in ("failed", "unticked")]
    blocking = [
        one for one in wrong if one.outcome == "unticked" or one.severity == "block"
    ]
    return KnownError(
        f"Balasan belum lolos ceklis etika ({len(blocking)} hal).",
        "Draf tetap ada dan belum dikirim.",
        "Periksa bagian Ceklis.",
    )


def _journal_check(desk: Desk, check_id: int, results: tuple[ItemResult, ...]) -> None:
    outcomes = {f"{one.rule}.{one.version}": one.outcome for one in results}
    uid = checklist.uid_of(desk.database.conn, check_id)
    _journal(desk, "reply.check", uid, {"outcomes": outcomes})


def withdraw(desk: Desk, reply: int) -> Changes:
    """Take an answer back before it leaves; its words become the draft again."""
    queued = outbox.get(desk.database.conn, reply)
    if queued is None or queued.state not in (ReplyState.QUEUED, ReplyState.FAILED):
        raise KnownError(
            "Balasan ini sudah berangkat dan tidak dapat dibatalkan lagi.",
            "Keadaannya terlihat di Kiriman.",
        )
    with desk.atomic():
        outbox.withdraw(desk.database, reply)
        store.discard(desk.database, reply, desk.office.now())
        if store.draft(desk.database.conn, queued.conversation) is None:
            store.save_draft(
                desk.database,
                desk.stamp(),
                queued.conversation,
                queued.text,
                queued.template,
            )
        _journal(desk, "reply.withdraw", queued.uid, {})
    return Changes(
        conversations=frozenset((queued.conversation,)), replies=frozenset((reply,))
    )


def undo_queue(desk: Desk, body: str) -> Changes:
    """Take back the answer that one `reply.queue` row tells of."""
    found = store.id_of(desk.database.conn, json.loads(body)["reply"])
    return withdraw(desk, found) if found else Changes()


def outbox_rows(reader: Connection, *, now: int) -> list[OutboxRow]:
    """List drafts, what is under way, and what was sent in the last day."""
    return outbox.rows(reader, sent_since=now - DAY)


def outbox_counts(reader: Connection) -> dict[ReplyState, int]:
    """Count the outbox by state."""
    return outbox.counts(reader)


def manual_text(reader: Connection, reply: int) -> tuple[str, str]:
    """Give the text to copy and the address to open for the manual way."""
    queued = outbox.get(reader, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    to = store.target(reader, queued.conversation, queued.message)
    return queued.text, to.url


def declare_sent(desk: Desk, reply: int, *, evidence: str = "") -> Changes:
    """Write that the officer sent the answer herself; the clocks of the wait stop.

    The state is *Dikirim manual*, never *Terkirim*.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    stamp = desk.stamp()
    with desk.atomic():
        outbox.declare(
            desk.database, reply, by=stamp.actor, evidence=evidence, at=stamp.at
        )
        turns.add_own(
            desk.database,
            stamp,
            queued.conversation,
            said=turns.Said(
                uid=queued.uid,
                text=queued.text,
                stem=desk.office.fold(queued.text),
                url=evidence if evidence.startswith("http") else "",
            ),
        )
        _journal(desk, "reply.declare", queued.uid, {"evidence": evidence})
    return Changes(
        conversations=frozenset((queued.conversation,)), replies=frozenset((reply,))
    )


def retry(desk: Desk, reply: int) -> Changes:
    """Queue a failed answer again, or an unsure one that is certainly not there.

    Raises KnownError while nobody has read the whole thread without finding it.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        raise KnownError("Balasan ini sudah tidak ada di Kiriman.")
    if queued.state is ReplyState.UNSURE and not _surely_absent(desk, queued):
        raise KnownError(
            "Belum pasti balasan ini tidak sampai.",
            "Balasan tidak dikirim ulang supaya warga tidak menerima dua kali.",
            "Periksa utas sekarang, lalu coba lagi.",
        )
    with desk.atomic():
        outbox.postpone(desk.database, reply, until=desk.office.now(), reason="")
        _journal(desk, "reply.retry", queued.uid, {})
    return Changes(
        conversations=frozenset((queued.conversation,)), replies=frozenset((reply,))
    )


def _surely_absent(desk: Desk, queued: outbox.Queued) -> bool:
    looks = outbox.looks(desk.database.conn, queued.reply, queued.began_at or 0)
    return bool(looks) and looks[-1][1] and not looks[-1][2]


def _journal(desk: Desk, kind: str, uid: str, payload: Mapping[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=uid, payload=payload
    )
