"""Deciding about a request that came as a file, on a PC that has no inbox of its own.

The one rule: nothing is believed but what the office signed, and nothing is decided
without the passphrase of the person whom the request names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kotakmasuk.domain.approval_files import (
    ANSWER,
    LONGEST,
    NAMES,
    REQUEST,
    Sealed,
    changed,
    fingerprint,
    message_of,
    not_ours,
    read,
    written,
)
from kotakmasuk.domain.approvals import CheckLine, Statement, Words
from kotakmasuk.domain.checklist import OVERRIDDEN
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import PROVED, Officer, Role, role_on, stands_in
from kotakmasuk.domain.weeks import local
from kotakmasuk.services.approval_files import write
from kotakmasuk.system import signing


KEPT = "Tidak ada yang diputuskan."
SUFFIX = ".jawaban.json"


@dataclass(frozen=True)
class Offered:
    """One wording in a request file: how it is shown, and the parts that are signed."""

    letter: str
    remark: str
    handle: str
    public: bool
    text: str
    pictures: tuple[str, ...]
    lines: tuple[CheckLine, ...]
    parts: tuple[Mapping[str, Any], ...]

    @property
    def lifted(self) -> tuple[CheckLine, ...]:
        """The blocks that need the approver's reason."""
        return tuple(one for one in self.lines if one.outcome == OVERRIDDEN)


@dataclass(frozen=True)
class Asked:
    """A request file whose seal fits and whose time is not over. Times are UTC ms."""

    sealed: Sealed
    approver: Officer
    by: str
    agency: str
    note: str
    zone: str
    expires_at: int
    said: tuple[str, ...]
    offered: tuple[Offered, ...]

    @property
    def office(self) -> str:
        """The office's key, short enough to be compared by telephone."""
        return fingerprint(self.sealed.key)


@dataclass(frozen=True)
class Verdict:
    """What is decided: a wording by its letter, or a return with a note."""

    letter: str = ""
    note: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)


def read_request(path: Path, *, now: int) -> Asked:
    """Open a request file; raises KnownError for a changed, foreign or expired one."""
    sealed = read(text_of(path, REQUEST), REQUEST, verify=signing.verify)
    asked = opened(sealed)
    if now >= asked.expires_at:
        moment = local(asked.expires_at, asked.zone)
        raise KnownError(
            f"Permintaan ini kedaluwarsa sejak {moment:%d-%m-%Y pukul %H.%M}.",
            KEPT,
            f"Minta {asked.by} mengekspornya lagi.",
        )
    return asked


def text_of(path: Path, kind: str) -> str:
    """Read a file's text; raises KnownError for what cannot be such a file."""
    try:
        if path.stat().st_size > LONGEST:
            raise not_ours(kind)
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnownError(
            f"Berkas {NAMES[kind]} tidak dapat dibaca: {error.strerror}.",
            "Tidak ada yang diubah.",
            "Periksa letak berkasnya.",
        ) from error
    except UnicodeDecodeError as error:
        raise not_ours(kind) from error


def opened(sealed: Sealed) -> Asked:
    """Take a sealed request apart; raises KnownError where parts are missing."""
    body = sealed.body
    try:
        person = body["approver"]
        local(int(body["expires_at"]), str(body["zone"]))
        return Asked(
            sealed=sealed,
            approver=Officer(**{**person, "role": Role(person["role"])}),
            by=str(body["by"]),
            agency=str(body["agency"]),
            note=str(body["note"]),
            zone=str(body["zone"]),
            expires_at=int(body["expires_at"]),
            said=tuple(str(one["text"]) for one in body["asked"]),
            offered=tuple(_offered(one) for one in body["candidates"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise changed(REQUEST) from error


def _offered(one: Mapping[str, Any]) -> Offered:
    parts = tuple(one["parts"])
    return Offered(
        letter=str(one["letter"]),
        remark=str(one["remark"]),
        handle=str(one["handle"]),
        public=bool(one["public"]),
        text="\n\n".join(str(part["words"]["text"]) for part in parts),
        pictures=tuple(
            shown["alt"] or shown["name"]
            for part in parts
            for shown in part["pictures"]
        ),
        lines=tuple(CheckLine(**line) for line in one["lines"]),
        parts=parts,
    )


def decide_file(
    path: Path, verdict: Verdict, *, passphrase: str, now: int, out: Path | None = None
) -> Path:
    """Write the signed answer to a request file beside it, or as `out`; gives its path.

    Needs no inbox; takes about half a second. Raises KnownError for a changed or expired
    request, a wrong passphrase, and a verdict that lacks its letter, note or reasons.
    """
    asked = read_request(path, now=now)
    chosen = _refuse(asked, verdict)
    day = local(now, asked.zone).date().isoformat()
    signer = _signer(asked, passphrase, day)
    said = [
        _said(asked, part, verdict, acting=stands_in(asked.approver, day), at=now)
        for part in (chosen.parts if chosen else ())
    ]
    body = {
        "request": asked.sealed.values(),
        "decision": "approve" if chosen else "return",
        "letter": chosen.letter if chosen else "",
        "note": verdict.note.strip(),
        "approver": asked.approver.name,
        "at": now,
        "statements": [
            {"text": one, "signature": signer.sign(one.encode()).hex()} for one in said
        ],
    }
    signature = signer.sign(message_of(ANSWER, body))
    sealed = Sealed(ANSWER, body, signer.public_key, signature)
    target = out or path.with_name(path.name.split(".")[0] + SUFFIX)
    write(target, written(sealed))
    return target


def _signer(asked: Asked, passphrase: str, day: str) -> signing.KeySigner:
    """The key of whom the request names; raises KnownError for anybody else's."""
    name = asked.approver.name
    if role_on(asked.approver, day) not in PROVED:
        raise KnownError(f"{name} tidak (lagi) berwenang menyetujui hari ini.", KEPT)
    signer = signing.derive(passphrase, bytes.fromhex(asked.sealed.body["salt"]))
    if signer.public_key.hex() != asked.sealed.body["public_key"]:
        raise KnownError(
            f"Kata sandi {name} tidak cocok.",
            KEPT,
            "Periksa huruf besar-kecil, lalu coba lagi.",
        )
    return signer


def _refuse(asked: Asked, verdict: Verdict) -> Offered | None:
    """Raise KnownError where the verdict is not whole; gives the chosen wording."""
    if not verdict.letter:
        if not verdict.note.strip():
            raise KnownError("Tulis catatan untuk petugas sebelum mengembalikan.", KEPT)
        return None
    for one in asked.offered:
        if one.letter == verdict.letter:
            missing = [
                line.text
                for line in one.lifted
                if not verdict.reasons.get(line.rule, "").strip()
            ]
            if missing:
                raise KnownError(
                    f"Tulis alasan pengecualian untuk: {'; '.join(missing)}.", KEPT
                )
            return one
    letters = ", ".join(one.letter for one in asked.offered)
    raise KnownError(f"Pilihan {verdict.letter} tidak ada; pilih {letters}.", KEPT)


def _said(
    asked: Asked, part: Mapping[str, Any], verdict: Verdict, *, acting: str, at: int
) -> str:
    told = part["words"]
    pictures = tuple((digest, alt) for digest, alt in told["pictures"])
    words = Words(**{**told, "pictures": pictures})
    lifted = set(part["lifted"])
    return Statement(
        revision=part["revision"],
        words=words.digest(),
        check=part["check"],
        approver=asked.approver.name,
        acting=acting,
        at=at,
        reasons={
            rule: why.strip() for rule, why in verdict.reasons.items() if rule in lifted
        },
    ).text()
