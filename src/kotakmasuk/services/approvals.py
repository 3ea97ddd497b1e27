"""Four eyes: asking for approval, and deciding about what others wrote.

The one rule: only a proved approver decides, never about her own words, and what she
approves is signed, checked anew and queued in one transaction.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kotakmasuk.domain.approvals import RequestRow, RequestState, Way
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import OVERRIDDEN
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, ReplyState
from kotakmasuk.domain.team import PROVED, Seat, role_on, stands_in
from kotakmasuk.domain.weeks import local
from kotakmasuk.services import gate, team
from kotakmasuk.services.approval_views import (
    RequestView,
    of_conversation,
    open_request,
    waiting,
)
from kotakmasuk.services.asking import request, request_post, withdraw
from kotakmasuk.services.deciding import (
    KEPT,
    changes_of,
    close,
    discard_others,
    give_back,
    journal_of,
    refuse_own,
    still_waiting,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.granting import (
    Permission,
    Signed,
    Wording,
    carried,
    judge_anew,
    let_go,
    statement,
    wordings,
)
from kotakmasuk.store import approvals as store
from kotakmasuk.store import outbox, settings
from kotakmasuk.store import replies as reply_store


__all__ = [
    "RequestView",
    "of_conversation",
    "open_request",
    "request",
    "request_post",
    "waiting",
    "withdraw",
]

NO_REASONS: Mapping[str, str] = {}


def edit(desk: Desk, request: int, reply: int, composition: Composition) -> Changes:
    """Put the approver's words in place of a wording; earlier approvals end with it.

    The automatic checks run again; the officer's ticks stay where the rules are the
    same. Raises KnownError for who may not decide, and for a part of a thread.
    """
    team.require_approver(desk)
    with desk.atomic():
        row = still_waiting(desk, request)
        one = _editable(desk, row, reply)
        kept = store.lines(desk.database.conn, _check(desk, one))
        lifted = frozenset(a.rule for a in kept if a.outcome == OVERRIDDEN)
        ticks = carried(desk.database.conn, one.written.revision)
        changed = _revise(desk, row, one, composition)
        gate.judge(
            desk,
            changed.written,
            changed.revised.composition,
            ticks=ticks,
            overrides=lifted,
        )
    return changes_of(desk, row, (reply,))


def _check(desk: Desk, one: Wording) -> int:
    found = store.check_of(desk.database.conn, one.written.revision)
    return found[0] if found else 0


def _editable(desk: Desk, row: RequestRow, reply: int) -> Wording:
    parts = wordings(desk.database.conn, row, reply)
    if len(parts) > 1:
        raise KnownError(
            "Utas bernomor tidak dapat diubah di sini.",
            KEPT,
            "Kembalikan dengan catatan supaya petugas mengubahnya.",
        )
    return parts[0]


def _revise(
    desk: Desk, row: RequestRow, one: Wording, composition: Composition
) -> Wording:
    composition = replace(composition, text=composition.text.strip(), split=False)
    gate.refuse_length(composition)
    gate.revise(desk, one.written.reply, composition)
    told = {"request": row.uid, "letter": one.letter, "text": composition.text}
    journal_of(desk, "approval.edit", one.written.uid, told, row)
    return wordings(desk.database.conn, row, one.written.reply)[0]


def approve(
    desk: Desk,
    request: int,
    reply: int,
    *,
    composition: Composition | None = None,
    reasons: Mapping[str, str] = NO_REASONS,
) -> Changes:
    """Approve one wording, perhaps edited, and queue it; the others are put away.

    `reasons` lift a block each, by rule. The schedule and the undo time count as always.
    Raises KnownError for who may not decide, for what somebody else decided meanwhile,
    and where the words do not pass.
    """
    seat = team.require_approver(desk)
    with desk.atomic():
        row = still_waiting(desk, request)
        refuse_own(row, seat.officer)
        parts = wordings(desk.database.conn, row, reply)
        ticks = [carried(desk.database.conn, one.written.revision) for one in parts]
        if composition is not None and _differs(parts[0], composition):
            parts = [_revise(desk, row, _editable(desk, row, reply), composition)]
        permission = Permission(
            seat.officer, seat.acting, Way.APP, desk.office.now(), _written(reasons)
        )
        grants = [
            _grant(desk, row, one, (set_, permission), seat)
            for one, set_ in zip(parts, ticks, strict=True)
        ]
        token = approved(desk, row, parts, permission, grants)
    return changes_of(desk, row, (one.written.reply for one in parts), token)


def _written(reasons: Mapping[str, str]) -> dict[str, str]:
    return {rule: why.strip() for rule, why in reasons.items() if why.strip()}


def _differs(one: Wording, composition: Composition) -> bool:
    mine = replace(composition, text=composition.text.strip(), not_before=None)
    return mine != one.revised.composition


def _grant(
    desk: Desk,
    row: RequestRow,
    one: Wording,
    given: tuple[frozenset[str], Permission],
    seat: Seat,
) -> str:
    ticks, permission = given
    judged = judge_anew(desk, one, permission.reasons, ticks=ticks)
    said = statement(desk.database.conn, one, judged.check, permission)
    signature = team.sign(seat, said.text().encode())
    return let_go(desk, row, one, judged.check, Signed(said, signature), permission)


def approved(
    desk: Desk,
    row: RequestRow,
    parts: Sequence[Wording],
    permission: Permission,
    grants: Sequence[str],
) -> str:
    """End a request as approved, within a transaction; gives the token of its undo."""
    discard_others(desk, row, but={one.written.reply for one in parts})
    told = {
        "letter": parts[0].letter,
        "way": permission.way,
        "approver": permission.approver,
        "acting": permission.acting,
        "replies": [one.written.uid for one in parts],
        "approvals": list(grants),
    }
    return close(desk, row, RequestState.APPROVED, by=permission.approver, told=told)


def send_back(
    desk: Desk, request: int, note: str, *, reply: int | None = None
) -> Changes:
    """Give the words back to the officer's draft, with a note on what to change.

    `reply` is the wording that becomes the draft, else the first. Raises KnownError
    without a note.
    """
    seat = team.require_approver(desk)
    if not note.strip():
        raise KnownError(
            "Tulis catatan untuk petugas sebelum mengembalikan.",
            "Permintaan tetap menunggu.",
        )
    with desk.atomic():
        row = still_waiting(desk, request)
        return_words(desk, row, seat.officer, note.strip(), reply)
    return changes_of(desk, row, ())


def return_words(
    desk: Desk, row: RequestRow, by: str, note: str, reply: int | None = None
) -> None:
    """End a request as returned, within a transaction; the officer ticks anew."""
    give_back(desk, row, reply, ticked=False)
    discard_others(desk, row, but=set())
    close(desk, row, RequestState.RETURNED, by=by, decision=note, told={"approver": by})


def record_outside(
    desk: Desk, request: int, reply: int, *, approver: str, at: int, evidence: str
) -> Changes:
    """Write down that somebody approved outside the app, where the agency allows it.

    It is reported apart. Raises KnownError without evidence, for who is no approver on
    that day, and for a lifted block, whose reason only the approver herself can write.
    """
    _refuse_outside(desk, approver, at, evidence)
    with desk.atomic():
        row = still_waiting(desk, request)
        refuse_own(row, approver)
        parts = wordings(desk.database.conn, row, reply)
        acting = _acting(desk, approver, at)
        permission = Permission(approver, acting, Way.OUTSIDE, at, {}, evidence.strip())
        grants = []
        for one in parts:
            ticks = carried(desk.database.conn, one.written.revision)
            judged = judge_anew(desk, one, {}, ticks=ticks)
            said = statement(desk.database.conn, one, judged.check, permission)
            signed = Signed(said, None)
            grants.append(let_go(desk, row, one, judged.check, signed, permission))
        token = approved(desk, row, parts, permission, grants)
    return changes_of(desk, row, (one.written.reply for one in parts), token)


def _refuse_outside(desk: Desk, approver: str, at: int, evidence: str) -> None:
    known = settings.load(desk.database.conn)
    person = team.member(desk.database.conn, approver)
    day = local(at, known.zone).date().isoformat()
    problem = ""
    if not known.approval_outside_app:
        problem = "Instansi ini tidak mengizinkan persetujuan di luar aplikasi."
    elif not evidence.strip():
        problem = "Tulis buktinya: surat, pesan, atau risalah, dan di mana disimpan."
    elif person is None or role_on(person, day) not in PROVED:
        problem = f"{approver or 'Nama itu'} bukan penyetuju pada hari itu."
    elif at > desk.office.now():
        problem = "Waktu persetujuannya masih di masa depan."
    if problem:
        raise KnownError(problem, "Permintaan tetap menunggu.")


def _acting(desk: Desk, approver: str, at: int) -> str:
    person = team.member(desk.database.conn, approver)
    day = local(at, settings.load(desk.database.conn).zone).date().isoformat()
    return stands_in(person, day) if person else ""


def undo_decide(desk: Desk, body: str) -> Changes:
    """Take an approval back before anything left: it is void, and the request waits.

    Raises KnownError when a part has left already, or the decision was another.
    """
    told = json.loads(body)
    reader = desk.database.conn
    number = store.id_of(reader, told["request"])
    row = store.get(reader, number) if number else None
    replies = [reply_store.id_of(reader, uid) for uid in told.get("replies", ())]
    queued = [outbox.get(reader, reply) for reply in replies if reply]
    held = [one for one in queued if one and one.state is ReplyState.QUEUED]
    if row is None or not held or len(held) != len(replies):
        raise KnownError(
            "Keputusan ini tidak dapat diurungkan lagi.", "Balasannya sudah berangkat."
        )
    for one in held:
        outbox.withdraw(desk.database, one.reply)
    store.reopen(desk.database, row.id, at=desk.office.now())
    return changes_of(desk, row, ())
