"""Four eyes: wordings that wait for an approver, what she signs, and what she changed.

The one rule: what is signed is a plain text that names the words, their check, who
approves, as what, when and why. Whoever holds the file can compute it again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kotakmasuk.domain.journal import canonical
from kotakmasuk.domain.replies import Composition


LETTERS = "ABCDEFGHIJ"
DAY = 86_400_000
# How long an exported request may be answered, in ms.
VALID_FOR = 3 * DAY


class RequestState(StrEnum):
    """Where a request stands; every state but the first is for ever."""

    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Way(StrEnum):
    """How an approval came: here, by a file from another PC, or told from outside."""

    APP = "app"
    FILE = "file"
    OUTSIDE = "outside"


WAY_WORDS = {
    Way.APP: "disetujui di aplikasi",
    Way.FILE: "disetujui lewat berkas",
    Way.OUTSIDE: "disetujui di luar aplikasi",
}


@dataclass(frozen=True)
class Candidate:
    """One wording that an officer offers, with her ticks and a short remark on it."""

    composition: Composition
    ticks: frozenset[str] = frozenset()
    label: str = ""


@dataclass(frozen=True)
class RequestRow:
    """One request as a list shows it; `snippet` is masked already. Times are UTC ms.

    Either `conversation` or `announcement` is set; `recipient` is the citizen's name or
    the announcement's title. `decision` is the note of a return.
    """

    id: int
    uid: str
    conversation: int | None
    announcement: int | None
    platform: str
    recipient: str
    snippet: str
    choices: int
    by: str
    at: int
    state: RequestState = RequestState.WAITING
    due_at: int | None = None
    note: str = ""
    approver: str = ""
    not_before: int | None = None
    decided_by: str = ""
    decided_at: int | None = None
    decision: str = ""


@dataclass(frozen=True)
class CheckLine:
    """What one rule said of a wording, with the words of that rule's version."""

    rule: str
    version: int
    text: str
    basis: str
    mode: str
    severity: str
    outcome: str
    evidence: str = ""
    overridable: bool = True


@dataclass(frozen=True)
class Option:
    """One wording of a request: as submitted, as it stands now, and how it was checked.

    `submitted` are the officer's words; `composition` may be the approver's since then.
    """

    reply: int
    uid: str
    letter: str
    label: str
    by: str
    submitted: Composition
    composition: Composition
    revision: str
    handle: str
    public: bool
    check: str = ""
    checked_at: int = 0
    lines: tuple[CheckLine, ...] = ()
    ticked_by: str = ""
    ticked_at: int = 0
    edited_by: str = ""
    edited_at: int | None = None
    voided_by: str = ""
    parts: int = 1

    @property
    def ticks(self) -> frozenset[str]:
        """The rules that the officer ticked."""
        return frozenset(one.rule for one in self.lines if one.outcome == "ticked")

    def with_outcome(self, *outcomes: str) -> tuple[CheckLine, ...]:
        """The lines that ended so."""
        return tuple(one for one in self.lines if one.outcome in outcomes)


@dataclass(frozen=True)
class Words:
    """What leaves if it is approved: text, pictures, from which account, how openly."""

    text: str
    account: str
    public: bool
    purpose: str = "answer"
    pictures: tuple[tuple[str, str], ...] = ()

    def digest(self) -> str:
        """Name these very words; one letter more gives another name."""
        told = {
            "text": self.text,
            "account": self.account,
            "public": self.public,
            "purpose": self.purpose,
            "pictures": [list(one) for one in self.pictures],
        }
        return hashlib.sha256(canonical(told).encode()).hexdigest()


@dataclass(frozen=True)
class Statement:
    """What an approver signs; `reasons` are hers, by rule, for each block she lifts."""

    revision: str
    words: str
    check: str
    approver: str
    acting: str
    at: int
    reasons: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The signed text; equal statements have equal bytes."""
        return canonical(
            {
                "revision": self.revision,
                "words": self.words,
                "check": self.check,
                "approver": self.approver,
                "acting": self.acting,
                "at": self.at,
                "reasons": dict(self.reasons),
            }
        )


@dataclass(frozen=True)
class Tally:
    """How many approvals came in which way, and which blocks were lifted how often.

    `lifted` counts by the title of the rule.
    """

    app: int = 0
    file: int = 0
    outside: int = 0
    lifted: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anybody approved anything."""
        return bool(self.app or self.file or self.outside)


def letter(place: int) -> str:
    """The letter of a wording by its place in the request, from 0."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def labelled(place: int, remark: str) -> str:
    """What is stored with a wording: its letter, and the remark behind it."""
    return f"{letter(place)} {remark.strip()}".strip()


def parted(label: str) -> tuple[str, str]:
    """Take a stored label apart: the letter and the remark."""
    first, _, remark = label.partition(" ")
    return first, remark


def deed_words(kind: str, payload: Mapping[str, Any]) -> str:
    """Say what was done about a request, as the history tells it; empty for the rest."""
    if kind == "approval.request":
        choices = payload.get("choices", 1)
        return f"mengajukan {choices} pilihan untuk disetujui"
    if kind == "approval.edit":
        return f"mengubah pilihan {payload.get('letter', '')}".strip()
    if kind == "approval.export":
        return f"mengekspor permintaan untuk {payload.get('approver', '')}"
    return _decided(payload) if kind == "approval.decide" else ""


def _decided(payload: Mapping[str, Any]) -> str:
    if payload.get("state") == RequestState.WITHDRAWN:
        return "menarik permintaan persetujuan"
    if payload.get("state") == RequestState.RETURNED:
        return f"mengembalikan balasan: {payload.get('note', '')}"
    chosen = f"pilihan {payload.get('letter', '')}"
    acting = f" sebagai {payload['acting']}" if payload.get("acting") else ""
    named = _titled(payload)
    return {
        Way.FILE: f"mengimpor persetujuan {named} untuk {chosen}",
        Way.OUTSIDE: f"mencatat persetujuan {named} di luar aplikasi untuk {chosen}",
    }.get(payload.get("way", ""), f"menyetujui {chosen}{acting}")


def _titled(payload: Mapping[str, Any]) -> str:
    acting = payload.get("acting")
    name = str(payload.get("approver", ""))
    return f"{name} ({acting})" if acting else name
