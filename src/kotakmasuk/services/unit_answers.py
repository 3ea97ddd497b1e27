"""Jawaban OPD: what a unit answered is kept, and answers to citizens rest on it."""

from dataclasses import replace

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal, media
from kotakmasuk.store import unit_answers as store
from kotakmasuk.store.database import Connection


LONGEST = 20_000
LARGEST = 10 * 1024 * 1024  # bytes of a scan


def of_conversation(reader: Connection, conversation: int | None) -> list[UnitAnswer]:
    """List a conversation's answers, newest first; None for announcements."""
    return store.of_conversation(reader, conversation)


def add(
    desk: Desk, answer: UnitAnswer, *, content: bytes = b"", media_type: str = ""
) -> tuple[int, Changes]:
    """Keep what a unit answered, with a scan where there is one; gives its id.

    Raises KnownError when it says nothing, comes from the future or is too large.
    """
    _refuse(answer, content, desk.office.now())
    with desk.atomic():
        if content:
            kept = media.keep(
                desk.database, content, name=answer.name, media_type=media_type
            )
            answer = replace(answer, digest=kept.digest)
        number, uid = store.add(desk.database, desk.stamp(), answer)
        journal.append(
            desk.database,
            desk.stamp(),
            "unit_answer.add",
            subject=uid,
            payload={"unit": answer.unit, "text": answer.text, "scan": answer.digest},
        )
    return number, Changes(conversations=_touched(answer))


def remove(desk: Desk, answer: int) -> Changes:
    """Take an answer away that was written down by mistake."""
    known = store.get(desk.database.conn, answer)
    if known is None:
        return Changes()
    with desk.atomic():
        store.remove(desk.database, answer, desk.office.now())
        journal.append(
            desk.database,
            desk.stamp(),
            "unit_answer.remove",
            subject=f"unit_answer {answer}",
            payload={"unit": known.unit},
        )
    return Changes(conversations=_touched(known))


def _touched(answer: UnitAnswer) -> frozenset[int]:
    return frozenset(() if answer.conversation is None else (answer.conversation,))


def _refuse(answer: UnitAnswer, content: bytes, now: int) -> None:
    problem = ""
    if not answer.unit.strip():
        problem = "Nama unit (OPD) belum diisi."
    elif not answer.text.strip() and not content:
        problem = (
            "Jawaban OPD masih kosong: tempelkan isinya atau lampirkan pindaiannya."
        )
    elif len(answer.text) > LONGEST or len(content) > LARGEST:
        problem = "Jawaban OPD terlalu panjang, atau pindaiannya lebih dari 10 MB."
    elif answer.answered_at > now:
        problem = "Waktu jawaban OPD masih di masa depan."
    if problem:
        raise KnownError(problem, "Jawaban belum disimpan.", "Perbaiki, lalu simpan.")
