"""The gate's own steps: store the words, store their check, and let only both pass.

The one rule to know: each step writes what the next one points at, and the file refuses
a step that was left out (migrations m0004 and m0009 hold the locks).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kotakmasuk.domain.checklist import (
    BLOCK,
    FAILED,
    TO_APPROVE,
    UNTICKED,
    ItemResult,
    run,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.replies import Composition, Conversing, Identity, Target
from kotakmasuk.services import addressing, pictures, rules
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.subjects import subject
from kotakmasuk.store import checklist, journal, outbox, settings
from kotakmasuk.store import replies as store
from kotakmasuk.store.replies import New, Written


LONGEST_TEXT = 20_000
SECOND = 1000
NOTHING: frozenset[str] = frozenset()


class NeedsApproval(KnownError):
    """The words may leave, but an approver must say so first."""


@dataclass(frozen=True)
class Judged:
    """A stored check of one revision: what it found and what the file computed."""

    check: int
    results: tuple[ItemResult, ...]
    passed: bool
    needs_approval: bool


def write(
    desk: Desk,
    target: Target,
    composition: Composition,
    *,
    request: int | None = None,
    label: str = "",
) -> list[tuple[Written, Composition]]:
    """Store the words, in as many parts as the platform needs, within a transaction.

    The pictures go with the first part. Raises KnownError for one the place refuses.
    """
    pictures.refuse_unfit(desk.database.conn, desk.office, target, composition)
    way = addressing.reach(desk.database.conn, desk.office, target, composition)
    parts = addressing.parts(desk.office, way, composition)
    series = ""
    if len(parts) > 1:
        _refuse_whole(desk, target, composition)
        series = uuid7(desk.office.now(), desk.entropy(10))
    written = []
    for number, text in enumerate(parts, start=1):
        shown = composition.pictures if number == 1 else ()
        piece = replace(composition, text=text, pictures=shown, split=False)
        new = New(
            target,
            piece,
            way.account.id,
            way.public,
            request=request,
            label=label,
            series=series,
            part=number,
            parts=len(parts),
        )
        written.append((store.write(desk.database, desk.stamp(), new), piece))
    return written


def _refuse_whole(desk: Desk, target: Target, composition: Composition) -> None:
    """Look in the whole text for what a cut would hide from the check of each part.

    Only what stops even an approver: the rest is judged, and may be lifted, by part.
    """
    reader = desk.database.conn
    firm = [rule for rule in rules.in_force(reader) if not rule.overridable]
    judged = subject(reader, desk.office, target, composition)
    results = run(firm, judged, frozenset(rule.key for rule in firm))
    wrong = sum(_holds(one) for one in results)
    if wrong:
        raise _not_passed(wrong)


def revise(desk: Desk, reply: int, composition: Composition) -> Written:
    """Store the next revision of a reply that waits; its approvals end with it."""
    target = store.target_of(desk.database.conn, reply)
    way = addressing.reach(desk.database.conn, desk.office, target, composition)
    new = New(target, composition, way.account.id, way.public)
    return store.revise(desk.database, desk.stamp(), reply, new)


def judge(
    desk: Desk,
    written: Written,
    composition: Composition,
    *,
    ticks: frozenset[str],
    overrides: frozenset[str] = NOTHING,
    shown: Identity | None = None,
) -> Judged:
    """Check the stored words and store the check, whatever it comes to."""
    reader, office = desk.database.conn, desk.office
    target = store.target_of(reader, written.reply)
    judged = subject(reader, office, target, composition, shown=shown)
    results = run(rules.in_force(reader), judged, ticks, overrides)
    stored = checklist.record(desk.database, desk.stamp(), written.revision, results)
    outcomes = {f"{one.rule}.{one.version}": one.outcome for one in results}
    uid = checklist.uid_of(reader, stored.check)
    _journal(desk, "reply.check", uid, {"outcomes": outcomes})
    return Judged(stored.check, results, stored.passed, stored.needs_approval)


def enqueue(
    desk: Desk,
    written: Written,
    judged: Judged,
    *,
    approval: int | None = None,
    not_before: int | None = None,
) -> None:
    """Put checked words into the outbox; the file refuses what lacks one of its keys."""
    reader, now = desk.database.conn, desk.office.now()
    target = store.target_of(reader, written.reply)
    seconds = settings.load(reader).undo_seconds if _sends(desk, target) else 0
    outbox.queue(
        desk.database,
        outbox.Fresh(
            reply=written.reply,
            revision=written.revision,
            check=judged.check,
            key=written.uid,
            at=now,
            not_before=max(now + seconds * SECOND, not_before or 0),
            approval=approval,
        ),
    )


def _sends(desk: Desk, target: Target) -> bool:
    reader, office = desk.database.conn, desk.office
    if isinstance(target, Conversing):
        return addressing.identity(
            reader, office, target.conversation, purpose=target.purpose
        ).sends
    return addressing.identity_of_post(reader, office, target).sends


def refuse_length(composition: Composition) -> None:
    """Raise KnownError for words that are missing or longer than any platform takes."""
    empty = not composition.text.strip() and not composition.pictures
    if empty or len(composition.text) > LONGEST_TEXT:
        raise KnownError(
            "Balasan masih kosong atau terlalu panjang.",
            "Draf tetap ada.",
            "Ubah isinya, lalu kirim lagi.",
        )


def refuse_failed(judged: Judged) -> None:
    """Raise KnownError when the check failed, NeedsApproval when an approver is asked."""
    if not judged.passed:
        raise _not_passed(sum(_holds(one) for one in judged.results))
    if judged.needs_approval:
        why = next(
            (one.evidence for one in judged.results if one.outcome == TO_APPROVE), ""
        )
        raise NeedsApproval(
            f"Balasan ini perlu persetujuan: {why}.",
            "Draf tetap ada dan belum dikirim.",
            "Ajukan kepada penyetuju.",
        )


def _not_passed(wrong: int) -> KnownError:
    return KnownError(
        f"Balasan belum lolos ceklis etika ({wrong} hal).",
        "Draf tetap ada dan belum dikirim.",
        "Periksa bagian Ceklis.",
    )


def _holds(one: ItemResult) -> bool:
    return one.outcome == UNTICKED or (one.outcome == FAILED and one.severity == BLOCK)


def _journal(desk: Desk, kind: str, uid: str, payload: Mapping[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=uid, payload=payload
    )
