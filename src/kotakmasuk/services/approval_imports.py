"""Taking in the signed answer to an exported request.

The one rule: an answer counts for the very words and the very check that were signed;
whatever moved since then refuses it, and nothing is done by halves.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kotakmasuk.domain.approval_files import (
    ANSWER,
    REQUEST,
    Sealed,
    changed,
    read,
    unsealed,
)
from kotakmasuk.domain.approvals import RequestRow, RequestState, Way
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import OVERRIDDEN, is_passed, run
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import PROVED, role_on, stands_in
from kotakmasuk.domain.weeks import local
from kotakmasuk.services import rules, team
from kotakmasuk.services.approval_answers import Asked, Offered, opened, text_of
from kotakmasuk.services.approval_files import office_keys
from kotakmasuk.services.approvals import approved, return_words
from kotakmasuk.services.deciding import (
    changes_of,
    decided_already,
    refuse_own,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.granting import (
    Permission,
    Signed,
    Wording,
    carried,
    let_go,
    statement,
    wordings,
)
from kotakmasuk.services.subjects import subject
from kotakmasuk.store import approvals as store
from kotakmasuk.store import replies as reply_store
from kotakmasuk.system import signing


KEPT = "Tidak ada yang diubah."
AGAIN = "Ekspor permintaan itu lagi dan minta jawaban baru."


def import_decision(desk: Desk, path: Path) -> Changes:
    """Do what an answer file says; raises KnownError for every answer that cannot count.

    Those are: changed or foreign files, expired or decided requests, another's key, and
    words that were edited meanwhile.
    """
    answer = read(text_of(path, ANSWER), ANSWER, verify=signing.verify)
    asked = _request_in(answer)
    with desk.atomic():
        row = _known(desk, answer, asked)
        _refuse_signer(desk, answer, asked, row)
        if answer.body.get("decision") == "return":
            note = str(answer.body.get("note", "")).strip()
            if not note:
                raise changed(ANSWER)
            return_words(desk, row, asked.approver.name, note)
            return changes_of(desk, row, ())
        parts = _approve(desk, answer, asked, row)
    return changes_of(desk, row, (one.written.reply for one in parts))


def _request_in(answer: Sealed) -> Asked:
    values = answer.body.get("request")
    return opened(unsealed(values, REQUEST, verify=signing.verify))


def _known(desk: Desk, answer: Sealed, asked: Asked) -> RequestRow:
    """Find the request that is answered; refuse what is not ours, too late or settled."""
    reader = desk.database.conn
    if asked.sealed.key.hex() not in office_keys(reader):
        raise KnownError(
            "Jawaban ini untuk kotak masuk yang lain.", KEPT, "Impor di sana."
        )
    number = store.id_of(reader, str(asked.sealed.body["request"]))
    row = store.get(reader, number) if number else None
    if row is None:
        raise KnownError("Permintaan yang dijawab berkas ini tidak dikenal.", KEPT)
    if row.state is not RequestState.WAITING:
        raise decided_already(reader, row)
    if max(_at(answer), desk.office.now()) >= asked.expires_at:
        raise KnownError(
            "Jawaban ini datang sesudah masa berlaku permintaannya habis.", KEPT, AGAIN
        )
    return row


def _at(answer: Sealed) -> int:
    moment = answer.body.get("at")
    if not isinstance(moment, int):
        raise changed(ANSWER)
    return moment


def _refuse_signer(desk: Desk, answer: Sealed, asked: Asked, row: RequestRow) -> None:
    """Raise KnownError unless the person whom the request names signed it, with a right."""
    reader, name, at = desk.database.conn, asked.approver.name, _at(answer)
    if answer.key.hex() != asked.sealed.body.get("public_key"):
        raise KnownError(f"Jawaban ini tidak ditandatangani {name}.", KEPT, AGAIN)
    if not team.is_signed_by(reader, name, answer.message, answer.signature, at=at):
        raise KnownError(
            f"Kunci {name} tidak berlaku pada saat jawaban ini ditandatangani.",
            KEPT,
            f"Periksa jam komputer {name}. {AGAIN}",
        )
    person = team.member(reader, name)
    day = local(at, asked.zone).date().isoformat()
    if person is None or role_on(person, day) not in PROVED:
        raise KnownError(f"{name} bukan penyetuju pada hari itu.", KEPT)
    refuse_own(row, name)


def _approve(
    desk: Desk, answer: Sealed, asked: Asked, row: RequestRow
) -> list[Wording]:
    offered = next(
        (one for one in asked.offered if one.letter == answer.body.get("letter")), None
    )
    given = answer.body.get("statements")
    if offered is None or not isinstance(given, list):
        raise changed(ANSWER)
    parts = _unchanged(desk, row, offered)
    if len(parts) != len(given):
        raise changed(ANSWER)
    name, at = asked.approver.name, _at(answer)
    person = team.member(desk.database.conn, name)
    day = local(at, asked.zone).date().isoformat()
    acting = stands_in(person, day) if person else ""
    permission = Permission(name, acting, Way.FILE, at, {})
    grants = [
        _grant(desk, row, one, part, permission)
        for one, part in zip(parts, given, strict=True)
    ]
    approved(desk, row, parts, permission, grants)
    return parts


def _unchanged(desk: Desk, row: RequestRow, offered: Offered) -> list[Wording]:
    """Give the wording's parts; raises KnownError where its words or check moved on."""
    reader = desk.database.conn
    first = reply_store.id_of(reader, str(offered.parts[0].get("reply")))
    parts = wordings(reader, row, first or 0)
    stale = KnownError(
        f"Pilihan {offered.letter} sudah diubah sejak permintaan ini diekspor.",
        KEPT,
        AGAIN,
    )
    if len(parts) != len(offered.parts):
        raise stale
    for one, told in zip(parts, offered.parts, strict=True):
        check = store.check_of(reader, one.written.revision)
        if one.standing.newest_uid != told.get("revision"):
            raise stale
        if check is None or check[1] != told.get("check") or not _passes(desk, one):
            raise KnownError(
                f"Ceklis pilihan {offered.letter} sudah tidak mutakhir: aturan atau"
                " percakapannya berubah sejak diekspor.",
                KEPT,
                AGAIN,
            )
    return parts


def _passes(desk: Desk, one: Wording) -> bool:
    """Whether the same words would pass today, with the blocks that were to be lifted."""
    reader = desk.database.conn
    check = store.check_of(reader, one.written.revision)
    lines = store.lines(reader, check[0]) if check else ()
    lifted = frozenset(line.rule for line in lines if line.outcome == OVERRIDDEN)
    target = reply_store.target_of(reader, one.written.reply)
    judged = subject(reader, desk.office, target, one.revised.composition)
    ticks = carried(reader, one.written.revision)
    return is_passed(run(rules.in_force(reader), judged, ticks, lifted))


def _grant(
    desk: Desk,
    row: RequestRow,
    one: Wording,
    given: Mapping[str, Any],
    permission: Permission,
) -> str:
    """Compare what was signed with what lies here, then let the words go."""
    reader = desk.database.conn
    check = store.check_of(reader, one.written.revision)
    assert check is not None  # noqa: S101 -- asked for in _unchanged
    text, signature = str(given.get("text")), str(given.get("signature"))
    permission = replace(permission, reasons=_reasons_in(text))
    said = statement(reader, one, check[0], permission)
    if said.text() != text:
        raise changed(ANSWER)
    if store.was_granted(reader, text):
        raise KnownError(
            "Jawaban ini sudah pernah diimpor, lalu dibatalkan.", KEPT, AGAIN
        )
    signed = Signed(said, _bytes(signature))
    if not team.is_signed_by(
        reader, said.approver, text.encode(), signed.signature or b"", at=said.at
    ):
        raise changed(ANSWER)
    return let_go(desk, row, one, check[0], signed, permission)


def _bytes(signature: str) -> bytes:
    try:
        return bytes.fromhex(signature)
    except ValueError as error:
        raise changed(ANSWER) from error


def _reasons_in(text: str) -> dict[str, str]:
    """The reasons that a signed statement gives; they are compared as a whole later."""
    try:
        reasons = json.loads(text)["reasons"]
        return {str(rule): str(why) for rule, why in reasons.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise changed(ANSWER) from error
