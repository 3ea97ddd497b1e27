"""Asking for approval: wordings are stored and checked, then they wait.

The one rule: what has not passed its check is not even asked for; an approver decides
about words that could leave. Used through services/approvals.py.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kotakmasuk.domain.approvals import (
    LETTERS,
    Candidate,
    RequestRow,
    RequestState,
    labelled,
)
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ANNOUNCEMENT, ANSWER
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Conversing, Identity, Post, Target
from kotakmasuk.services import gate, rules, team
from kotakmasuk.services.deciding import (
    changes_of,
    close,
    discard_others,
    give_back,
    journal_of,
    still_waiting,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.granting import problems
from kotakmasuk.store import approvals as store
from kotakmasuk.store import drafts


NOTHING: frozenset[str] = frozenset()
DRAFT_KEPT = "Draf tetap ada."


@dataclass(frozen=True)
class Asking:
    """How an officer asks: a note, whom, which blocks to lift, and what she saw."""

    note: str = ""
    approver: str = ""
    overrides: frozenset[str] = NOTHING
    shown: Identity | None = None


def request(  # noqa: PLR0913 -- what the officer has put together and answered
    desk: Desk,
    conversation: int,
    candidates: Sequence[Candidate],
    *,
    note: str = "",
    approver: str = "",
    overrides: frozenset[str] = NOTHING,
    shown: Identity | None = None,
    purpose: str = ANSWER,
    message: int | None = None,
) -> Changes:
    """Offer one or several wordings to an approver; the draft becomes the request.

    Raises KnownError where a wording has not passed its check or another request about
    the conversation still waits; the draft is kept then.
    """
    for one in store.of_conversation(desk.database.conn, conversation):
        if purpose == ANSWER and one.state is RequestState.WAITING:
            raise KnownError(
                "Percakapan ini sudah menunggu persetujuan.",
                DRAFT_KEPT,
                "Tarik permintaan yang lama dahulu bila isinya berubah.",
            )
    target = Conversing(conversation, purpose, message)
    asking = Asking(note, approver, overrides, shown)
    return _request(desk, target, candidates, asking)


def request_post(
    desk: Desk,
    post: Post,
    candidates: Sequence[Candidate],
    *,
    note: str = "",
    approver: str = "",
    overrides: frozenset[str] = NOTHING,
) -> Changes:
    """Offer wordings of a new post to an approver; raises as `request` does."""
    return _request(desk, post, candidates, Asking(note, approver, overrides))


def _request(
    desk: Desk, target: Target, candidates: Sequence[Candidate], asking: Asking
) -> Changes:
    _refuse_asking(desk, candidates, asking)
    first = candidates[0].composition
    conversation = target.conversation if isinstance(target, Conversing) else None
    with desk.atomic():
        row = store.open_request(
            desk.database,
            desk.stamp(),
            store.NewRequest(
                conversation=conversation,
                announcement=target.announcement if isinstance(target, Post) else None,
                note=asking.note.strip(),
                approver=asking.approver,
                not_before=first.not_before,
            ),
        )
        uids = [
            uid
            for place, one in enumerate(candidates)
            for uid in _offer(desk, target, row, (place, one), asking)
        ]
        if isinstance(target, Conversing) and target.purpose == ANSWER:
            drafts.discard(desk.database, target.conversation)
        told = {
            "request": row.uid,
            "choices": len(candidates),
            "replies": uids,
            "approver": asking.approver,
            "note": asking.note.strip(),
        }
        token = journal_of(desk, "approval.request", row.uid, told, row)
    return changes_of(desk, row, (), token)


def _refuse_asking(desk: Desk, candidates: Sequence[Candidate], asking: Asking) -> None:
    if not 0 < len(candidates) <= len(LETTERS):
        raise KnownError(f"Ajukan 1 sampai {len(LETTERS)} pilihan.", DRAFT_KEPT)
    if asking.approver and asking.approver == desk.seat().officer:
        raise KnownError(
            "Anda tidak dapat menjadi penyetuju balasan Anda sendiri.",
            DRAFT_KEPT,
            "Pilih penyetuju lain.",
        )
    if asking.approver and not team.member(desk.database.conn, asking.approver):
        raise KnownError(
            f"{asking.approver} tidak ada di daftar petugas.",
            DRAFT_KEPT,
            "Pilih penyetuju dari daftar.",
        )


def _offer(
    desk: Desk,
    target: Target,
    row: RequestRow,
    offered: tuple[int, Candidate],
    asking: Asking,
) -> list[str]:
    """Store one wording with its check; gives the uids of its parts."""
    place, candidate = offered
    composition = candidate.composition
    composition = replace(composition, text=composition.text.strip())
    purpose = target.purpose if isinstance(target, Conversing) else ANNOUNCEMENT
    if purpose in (ANSWER, ANNOUNCEMENT):
        gate.refuse_length(composition)
    label = labelled(place, candidate.label)
    parts = gate.write(desk, target, composition, request=row.id, label=label)
    for written, piece in parts:
        judged = gate.judge(
            desk,
            written,
            piece,
            ticks=candidate.ticks,
            overrides=asking.overrides,
            shown=asking.shown,
        )
        if not judged.passed:
            wrong = problems(rules.in_force(desk.database.conn), judged.results)
            raise KnownError(
                f"Pilihan {label[:1]} belum lolos ceklis etika: {wrong}.",
                f"{DRAFT_KEPT} Belum ada yang diajukan.",
                "Periksa bagian Ceklis.",
            )
    return [written.uid for written, _ in parts]


def withdraw(desk: Desk, request: int) -> Changes:
    """Take a request back; its words become the draft again."""
    with desk.atomic():
        row = still_waiting(desk, request)
        give_back(desk, row, None)
        discard_others(desk, row, but=set())
        by = desk.seat().officer
        close(desk, row, RequestState.WITHDRAWN, by=by, told={})
    return changes_of(desk, row, ())


def undo_request(desk: Desk, body: str) -> Changes:
    """Withdraw the request that one `approval.request` row tells of."""
    found = store.id_of(desk.database.conn, json.loads(body)["request"])
    return withdraw(desk, found) if found else Changes()
