"""A request for approval as a file, for an approver on another PC without a line.

The one rule: the office signs what it asks, so that a changed request is refused; the
answer to it is read in services/approval_answers.py.
"""

import base64
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kotakmasuk.domain.approval_files import REQUEST, Sealed, message_of, written
from kotakmasuk.domain.approvals import VALID_FOR, RequestRow
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import OVERRIDDEN
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import PROVED, Officer, role_on
from kotakmasuk.services import team
from kotakmasuk.services.approval_views import RequestView, open_request
from kotakmasuk.services.deciding import changes_of, journal_of, still_waiting
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.granting import Wording, wordings, words_of
from kotakmasuk.store import approvals as store
from kotakmasuk.store import media, settings
from kotakmasuk.store import team as team_store
from kotakmasuk.store.database import Connection
from kotakmasuk.system import signing


OFFICE, KEY_NAME = "office", "signing_key"
OFFICE_KEYS = "office_public_keys"
SUFFIX = ".permintaan.json"
KEPT = "Permintaan tetap menunggu."


def export_request(
    desk: Desk, request: int, path: Path, *, approver: str, valid_for: int = VALID_FOR
) -> Changes:
    """Write a request as a file for one approver, to be decided on another PC.

    It holds the citizen's words masked and counts for `valid_for` ms. Raises KnownError
    for who has no passphrase, and where the file cannot be written.
    """
    desk.demand_right()
    row = still_waiting(desk, request)
    known = _answerer(desk, row, approver)
    now = desk.office.now()
    signer = office_signer(desk)
    body = _body(desk, row, known) | {"at": now, "expires_at": now + valid_for}
    signature = signer.sign(message_of(REQUEST, body))
    sealed = Sealed(REQUEST, body, signer.public_key, signature)
    write(path, written(sealed))
    with desk.atomic():
        told = {"approver": approver, "digest": sealed.digest}
        journal_of(desk, "approval.export", row.uid, told, row)
    return changes_of(desk, row, ())


def _answerer(desk: Desk, row: RequestRow, approver: str) -> Officer:
    reader = desk.database.conn
    person = team.member(reader, approver)
    day = team.today(reader, desk.office)
    problem, remedy = "", ""
    if person is None or role_on(person, day) not in PROVED:
        problem = f"{approver or 'Nama itu'} bukan penyetuju hari ini."
        remedy = "Pilih penyetuju dari daftar."
    elif person.name == row.by:
        problem = "Penyetuju tidak dapat menyetujui balasan yang ia ajukan sendiri."
        remedy = "Pilih penyetuju lain."
    elif not team.ready(reader, approver):
        problem = f"{approver} belum punya kata sandi, jadi tidak dapat menandatangani."
        remedy = "Atur kata sandinya dahulu di Atur, bagian Petugas."
    if problem or person is None:
        raise KnownError(problem, KEPT, remedy)
    return person


def office_signer(desk: Desk) -> signing.KeySigner:
    """The office's own key, made at first use; its secret half lies with the tokens."""
    office, reader = desk.office, desk.database.conn
    kept = office.read_token(OFFICE, KEY_NAME)
    if kept is not None:
        return signing.of_seed(bytes.fromhex(kept))
    seed = desk.entropy(signing.SEED_BYTES)
    office.save_token(OFFICE, KEY_NAME, seed.hex())
    signer = signing.of_seed(seed)
    with desk.atomic():
        keys = [*office_keys(reader), signer.public_key.hex()]
        settings.set_internal(desk.database, OFFICE_KEYS, ",".join(keys))
    return signer


def office_keys(reader: Connection) -> list[str]:
    """The public keys (hex) this office ever signed requests with."""
    kept = settings.internal(reader, OFFICE_KEYS) or ""
    return [one for one in kept.split(",") if one]


def _body(desk: Desk, row: RequestRow, approver: Officer) -> dict[str, Any]:
    reader = desk.database.conn
    view = open_request(reader, desk.office, row.id)
    known = settings.load(reader)
    key = team_store.key_in_force(reader, approver.name)
    assert key is not None  # noqa: S101 -- asked for in _answerer
    return {
        "request": row.uid,
        "agency": known.agency,
        "zone": known.zone,
        "by": row.by,
        "note": row.note,
        "due_at": row.due_at,
        "platform": row.platform,
        "recipient": row.recipient if row.announcement else "",
        "asked": [{"at": one.at, "text": one.text} for one in view.asked],
        "approver": asdict(approver),
        "salt": key.salt.hex(),
        "public_key": key.public_key.hex(),
        "candidates": _candidates(reader, row, view),
    }


def _candidates(
    reader: Connection, row: RequestRow, view: RequestView
) -> list[dict[str, Any]]:
    return [
        {
            "letter": option.letter,
            "remark": option.label,
            "handle": option.handle,
            "public": option.public,
            "parts": [
                _part(reader, one) for one in wordings(reader, row, option.reply)
            ],
            "lines": [asdict(line) for line in option.lines],
        }
        for option in view.options
    ]


def _part(reader: Connection, one: Wording) -> dict[str, Any]:
    words = words_of(reader, one)
    check = store.check_of(reader, one.written.revision)
    return {
        "reply": one.written.uid,
        "revision": one.standing.newest_uid,
        "check": check[1] if check else "",
        "words": asdict(words),
        "lifted": [
            line.rule
            for line in (store.lines(reader, check[0]) if check else ())
            if line.outcome == OVERRIDDEN
        ],
        "pictures": [
            {
                "name": shown.name,
                "alt": shown.alt,
                "content": base64.b64encode(
                    media.load(reader, shown.digest) or b""
                ).decode(),
            }
            for shown in one.revised.composition.pictures
        ],
    }


def write(path: Path, text: str) -> None:
    """Write a file whole; raises KnownError where the place does not take it."""
    beside = path.with_name(f"{path.name}.baru")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise KnownError(
            f"Berkas {path.name} tidak dapat ditulis: {error.strerror}.",
            "Tidak ada yang diubah.",
            "Pilih folder lain.",
        ) from error


def name_of(uid: str) -> str:
    """A file name for a request that tells nothing of a citizen."""
    return f"persetujuan-{uid[-8:]}{SUFFIX}"
