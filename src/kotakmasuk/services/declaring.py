"""The manual way: the officer sends by her own hand and states that she did.

The one rule to know: her word makes an answer *Dikirim manual*, never *Terkirim*. What
the platform shows later is kept as evidence beside it.
"""

from pathlib import Path

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ANSWER
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import addressees, journal, media, outbox, sightings, turns
from kotakmasuk.store.database import Connection


OPEN = (ReplyState.QUEUED, ReplyState.UNSURE, ReplyState.FAILED)
LARGEST = 10 * 1024 * 1024
KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def manual_text(reader: Connection, reply: int) -> tuple[str, str]:
    """Give the text to copy and the address to open for the manual way.

    A post to everybody answers nothing, so there is nothing to open.
    """
    queued = outbox.get(reader, reply)
    if queued is None:
        raise _gone()
    if queued.conversation is None:
        return queued.text, ""
    to = addressees.target(reader, queued.conversation, queued.message)
    return queued.text, to.url


def declare_sent(
    desk: Desk, reply: int, *, evidence: str = "", screenshot: Path | None = None
) -> Changes:
    """Write that the officer sent the answer herself; the clocks of the wait stop.

    `evidence` may be its link. Where the platform has shown the same words meanwhile,
    no second message is written. Raises KnownError for a screenshot that is none.
    """
    queued = outbox.get(desk.database.conn, reply)
    if queued is None:
        raise _gone()
    if queued.state not in OPEN:
        raise KnownError(
            "Balasan ini sedang dikirim atau sudah terkirim.",
            "Keadaannya tidak diubah.",
            "Lihat di Kiriman.",
        )
    picture = _read(screenshot) if screenshot else None
    stamp = desk.stamp()
    with desk.atomic():
        proof = evidence
        if screenshot and picture:
            proof = f"{evidence}\n{_keep(desk, screenshot.name, picture)}".strip()
        outbox.declare(
            desk.database, reply, by=stamp.actor, evidence=proof, at=stamp.at
        )
        _into_thread(desk, queued, evidence)
        journal.append(
            desk.database,
            stamp,
            "reply.declare",
            subject=queued.uid,
            payload={"evidence": proof},
        )
    return Changes(conversations=queued.threads, replies=frozenset((reply,)))


def _into_thread(desk: Desk, queued: outbox.Queued, evidence: str) -> None:
    """Put her words into the conversation, unless the platform's own stand there."""
    if queued.conversation is None or queued.purpose != ANSWER:
        return
    stamp = desk.stamp()
    seen = sightings.seen_already(desk.database, queued, at=stamp.at)
    if seen is not None:
        sightings.note_seen(
            desk.database, stamp, queued.reply, remote_id=seen[0], url=seen[1]
        )
        return
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


def _keep(desk: Desk, name: str, content: bytes) -> str:
    kept = media.keep(desk.database, content, name=name, media_type=_kind_of(content))
    return f"media:{kept.digest} {kept.name}"


def _read(screenshot: Path) -> bytes:
    try:
        with screenshot.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        content = b""
    if not _kind_of(content) or len(content) > LARGEST:
        raise KnownError(
            f"“{screenshot.name}” bukan gambar PNG atau JPEG di bawah 10 MB.",
            "Balasan tetap menunggu dan belum dinyatakan terkirim.",
            "Pilih tangkapan layar lain, atau nyatakan tanpa gambar.",
        )
    return content


def _kind_of(content: bytes) -> str:
    return next(
        (each for begins, each in KINDS.items() if content.startswith(begins)), ""
    )


def _gone() -> KnownError:
    return KnownError("Balasan ini sudah tidak ada di Kiriman.")
