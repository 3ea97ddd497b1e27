"""Requests as they are opened and ended; used by everything that decides about one.

The one rule: whoever comes second is told who was first, and changes nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kotakmasuk.domain.approvals import RequestRow, RequestState, parted
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ANSWER, OVERRIDDEN
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, Conversing, Draft
from kotakmasuk.domain.weeks import local
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import approvals as store
from kotakmasuk.store import checklist, conversations, drafts, journal, settings
from kotakmasuk.store import replies as reply_store
from kotakmasuk.store.database import Connection


KEPT = "Tidak ada yang dikirim."
NUMBERING = re.compile(r"\s*\(\d+/\d+\)$")


def still_waiting(desk: Desk, request: int) -> RequestRow:
    """Give a request that nobody has decided; raises KnownError with who did and when."""
    row = store.get(desk.database.conn, request)
    if row is None:
        raise KnownError("Permintaan persetujuan ini tidak ada.", KEPT)
    if row.state is not RequestState.WAITING:
        raise decided_already(desk.database.conn, row)
    return row


def decided_already(reader: Connection, row: RequestRow) -> KnownError:
    """The sentence for who comes second."""
    verb = {
        RequestState.APPROVED: "disetujui",
        RequestState.RETURNED: "dikembalikan",
    }.get(row.state, "ditarik")
    moment = local(row.decided_at or 0, settings.load(reader).zone)
    return KnownError(
        f"Permintaan ini sudah {verb} {row.decided_by} pukul {moment:%H.%M}.",
        "Keputusan itu tidak diubah.",
        "Muat ulang daftarnya.",
    )


def refuse_own(request: RequestRow, approver: str) -> None:
    """Raise KnownError where somebody would approve what she asked for herself."""
    if request.by == approver:
        raise KnownError(
            "Penyetuju tidak dapat menyetujui balasan yang ia ajukan sendiri.",
            KEPT,
            "Minta penyetuju lain memutuskannya.",
        )


def close(
    desk: Desk,
    request: RequestRow,
    state: RequestState,
    *,
    by: str,
    decision: str = "",
    told: Mapping[str, object],
) -> str:
    """End a request and journal it; gives the journal's token.

    `told` is what the history says; raises KnownError when somebody was faster.
    """
    now = desk.office.now()
    if not store.decide(
        desk.database, request.id, state, by=by, at=now, decision=decision
    ):
        raise KnownError("Permintaan ini baru saja diputuskan orang lain.", KEPT)
    payload = {"request": request.uid, "state": state, "note": decision, **told}
    return journal_of(desk, "approval.decide", request.uid, payload, request)


def discard_others(desk: Desk, request: RequestRow, *, but: set[int]) -> None:
    """Put the wordings away that were not chosen; what was written stays readable."""
    for one in store.wordings(desk.database.conn, request.id):
        if one.reply not in but and one.discarded_at is None:
            reply_store.discard(desk.database, one.reply, desk.office.now())


def give_back(
    desk: Desk, request: RequestRow, reply: int | None, *, ticked: bool = True
) -> None:
    """Make the officer's own words the draft again, unless a newer one is there.

    Every candidate comes back with its remark and what an approver was asked to lift,
    and its ticks where they still stand (`ticked`); `reply`, else the first, is the one
    that is open then.
    """
    reader = desk.database.conn
    every = _candidates(store.wordings(reader, request.id))
    if not every:
        return
    target = reply_store.target_of(reader, every[0][0].reply)
    if not isinstance(target, Conversing) or target.purpose != ANSWER:
        return
    if drafts.load(reader, target.conversation) is None:
        kept = [_as_draft(reader, request, parts) for parts in every]
        if not ticked:
            kept = [replace(one, ticks=frozenset()) for one in kept]
        if len(kept) == 1:
            kept = [replace(kept[0], remark=request.note)]
        found = (at for at, parts in enumerate(every) if _holds(parts, reply))
        place = next(found, 0)
        others = (*kept[:place], *kept[place + 1 :])
        stamp = replace(desk.stamp(), actor=request.by)
        whole = replace(
            kept[place], others=others, place=place, approver=request.approver
        )
        drafts.save_whole(desk.database, stamp, whole)


def _candidates(listed: Iterable[store.Standing]) -> list[list[store.Standing]]:
    """The wordings by their letter; a numbered thread is one of several parts."""
    found: dict[str, list[store.Standing]] = {}
    for one in listed:
        found.setdefault(parted(one.label)[0], []).append(one)
    return list(found.values())


def _holds(parts: Iterable[store.Standing], reply: int | None) -> bool:
    return any(one.reply == reply for one in parts)


def _as_draft(
    reader: Connection, request: RequestRow, parts: Sequence[store.Standing]
) -> Draft:
    """One candidate as its officer submitted it."""
    whole = replace(put_together(reader, parts), not_before=request.not_before)
    first = parts[0].first
    judged = checklist.newest_of(reader, first)
    checked = store.check_of(reader, first)
    lines = store.lines(reader, checked[0]) if checked else ()
    return Draft(
        request.conversation or 0,
        whole,
        checklist.ticked(reader, judged) if judged else frozenset(),
        lifted=frozenset(one.rule for one in lines if one.outcome == OVERRIDDEN),
        remark=parted(parts[0].label)[1],
    )


def put_together(reader: Connection, parts: Sequence[store.Standing]) -> Composition:
    """Give what the officer submitted, a numbered thread as one text again."""
    found = [reply_store.revised(reader, one.first) for one in parts]
    whole = found[0].composition
    if len(found) == 1:
        return whole
    texts = (NUMBERING.sub("", one.composition.text) for one in found)
    return replace(whole, text=" ".join(texts), split=True)


def changes_of(
    desk: Desk, request: RequestRow, replies: Iterable[int], undo: str | None = None
) -> Changes:
    """What a deed about a request touches."""
    threads = () if request.conversation is None else (request.conversation,)
    return Changes(
        conversations=frozenset(threads),
        replies=frozenset(replies)
        or frozenset(
            one.reply for one in store.wordings(desk.database.conn, request.id)
        ),
        announcements=request.announcement is not None,
        undo=undo,
    )


def journal_of(
    desk: Desk,
    kind: str,
    subject: str,
    payload: Mapping[str, object],
    request: RequestRow | None = None,
) -> str:
    """Append a row; with a request it stands in its conversation's history too."""
    about: list[str] = []
    if request is not None and request.conversation is not None:
        uids = conversations.uids_of(desk.database, [request.conversation])
        about = list(uids.values())
    return journal.append(
        desk.database, desk.stamp(), kind, subject=subject, payload=payload, about=about
    )
