"""Reading the journal: what happened to a conversation, and what was altered since."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.approvals import deed_words
from kotakmasuk.domain.inbox import KIND_WORDS, STATUS_WORDS, Kind, Status
from kotakmasuk.domain.journal import GENESIS, digest
from kotakmasuk.store import inbox
from kotakmasuk.store import journal as store
from kotakmasuk.store.database import Connection, broken_pages, broken_references


@dataclass(frozen=True)
class HistoryLine:
    """One thing that was done to a conversation."""

    at: int
    actor: str  # "" for what the application did by itself
    sentence: str


@dataclass(frozen=True)
class VerifyReport:
    """What a check of the whole file found; all lists are empty when it is whole."""

    rows: int
    chain: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    unjournaled: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not any(
            (self.chain, self.references, self.counters, self.unjournaled, self.pages)
        )


def verify(reader: Connection) -> VerifyReport:
    """Check chain, references, counters, and that each check and send is journaled.

    Where pages are damaged nothing else is asked: it could not be read.
    """
    # Much to load, and a start reads the journal of a conversation only.
    from kotakmasuk.services import approval_proofs, rules, team  # noqa: PLC0415
    from kotakmasuk.store import checklist  # noqa: PLC0415

    pages = tuple(broken_pages(reader))
    if pages:
        return VerifyReport(rows=0, pages=pages)
    number, broken = _chain(reader)
    return VerifyReport(
        rows=number,
        chain=tuple(broken),
        references=tuple(broken_references(reader)),
        counters=tuple(inbox.recount(reader)),
        unjournaled=(
            *checklist.unjournaled(reader),
            *rules.unjournaled(reader),
            *team.unjournaled_keys(reader),
            *approval_proofs.forged(reader),
        ),
    )


def _chain(reader: Connection) -> tuple[int, list[str]]:
    expected: dict[str, tuple[int, str]] = defaultdict(lambda: (1, GENESIS))
    broken, number = [], 0
    for entry, stored, salt, body in store.chain(reader):
        number += 1
        name = f"{entry.device}:{entry.sequence}"
        follows = (entry.sequence, entry.previous) == expected[entry.device]
        kept = salt is None or digest(body or "", salt) == entry.digest
        if not (follows and kept and entry.hash == stored):
            broken.append(name)
        expected[entry.device] = (entry.sequence + 1, stored)
    return number, broken


def history(reader: Connection, conversation: int) -> list[HistoryLine]:
    """Tell what was done to a conversation, newest first."""
    subjects = store.subjects_of(reader, conversation)
    lines = []
    for at, actor, kind, body in store.of_subjects(reader, subjects):
        sentence = _sentence(kind, json.loads(body), subjects[0])
        if sentence:
            who = "" if kind in BY_ITSELF else actor
            lines.append(HistoryLine(at, who, sentence))
    return lines


SENTENCES = {
    "note.add": "menambah catatan",
    "undo": "mengurungkan tindakan",
    "conversation.reveal": "menampilkan data pribadi",
    "issue.set": "mengeluarkan dari isu",
    "reply.queue": "memasukkan balasan ke antrean",
    "reply.withdraw": "membatalkan kiriman balasan",
    "reply.sent": "balasan terkirim",
    "reply.declare": "menyatakan balasan sudah dikirim",
    "reply.failed": "balasan gagal dikirim",
    "reply.unsure": "balasan belum dapat dipastikan terkirim",
    "reply.look": "utas dibaca lagi",
    "reply.retry": "mengirim ulang balasan",
    "reply.send_now": "mengirim balasan terjadwal sekarang",
    "reply.seen": "balasan yang dikirim manual terlihat di kanal",
    "reply.like": "menyukai pesan warga",
    "reply.share": "membagikan pesan warga",
    "reply.hide": "menyembunyikan pesan warga",
    "unit_answer.add": "mencatat jawaban OPD",
}


# What the application found out; the officer at the desk just then did not do it.
BY_ITSELF = frozenset(
    {"reply.sent", "reply.failed", "reply.unsure", "reply.look", "reply.seen"}
)


def _sentence(kind: str, payload: Mapping[str, Any], conversation: str) -> str:
    if kind == "conversation.set":
        return _changed(payload.get("after", {}))
    if kind == "tag.set":
        return _tagged(payload, conversation)
    if kind == "issue.set" and payload.get("issue"):
        return f"menggabungkan ke isu “{payload['title']}”"
    return deed_words(kind, payload) or SENTENCES.get(kind, "")


def _changed(values: Mapping[str, Any]) -> str:
    if "status" in values:
        return f"mengubah status menjadi {STATUS_WORDS[Status(values['status'])]}"
    if "kind" in values:
        return f"mengubah jenis menjadi {KIND_WORDS[Kind(values['kind'])]}"
    if "assignee" in values:
        name = values["assignee"]
        return f"menugaskan kepada {name}" if name else "melepas penugasan"
    return ""


def _tagged(payload: Mapping[str, Any], conversation: str) -> str:
    parts = []
    for change, words in (("add", "memberi tag"), ("remove", "melepas tag")):
        changed = [
            payload["names"][uid]
            for uid, where in payload.get(change, {}).items()
            if conversation in where
        ]
        if changed:
            parts.append(f"{words} {', '.join(changed)}")
    return "; ".join(parts)
