"""The steps from words to the outbox that every approval takes, whichever way it came.

The one rule: approval and outbox row are written in one transaction, over a check that
is as new as the rules; used by services/approvals and services/approval_files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kotakmasuk.domain.approvals import RequestRow, Statement, Way, Words, parted
from kotakmasuk.domain.checklist import (
    ANNOUNCEMENT,
    BLOCK,
    FAILED,
    OVERRIDDEN,
    TICKED,
    UNTICKED,
    ItemResult,
    Rule,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Conversing
from kotakmasuk.services import gate, rules
from kotakmasuk.services.deciding import KEPT, journal_of
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.gate import Judged
from kotakmasuk.store import accounts, checklist
from kotakmasuk.store import approvals as store
from kotakmasuk.store import replies as reply_store
from kotakmasuk.store.database import Connection
from kotakmasuk.store.replies import Revised, Written


@dataclass(frozen=True)
class Wording:
    """One wording of a request with its newest words."""

    standing: store.Standing
    written: Written
    revised: Revised

    @property
    def letter(self) -> str:
        """Its letter in the request."""
        return parted(self.standing.label)[0]


@dataclass(frozen=True)
class Permission:
    """Who allows it, as what, in which way and when; `evidence` is from outside."""

    approver: str
    acting: str
    way: Way
    at: int
    reasons: Mapping[str, str]
    evidence: str = ""


def wordings(reader: Connection, request: RequestRow, reply: int) -> list[Wording]:
    """Give one wording of a request, part by part; raises KnownError for another's."""
    parts = set(reply_store.series_of(reader, reply))
    found = [
        _wording(reader, one)
        for one in store.wordings(reader, request.id)
        if one.reply in parts
    ]
    if not found:
        raise KnownError("Pilihan ini bukan bagian dari permintaan itu.", KEPT)
    return found


def _wording(reader: Connection, one: store.Standing) -> Wording:
    revised = reply_store.newest(reader, one.reply)
    assert revised is not None  # noqa: S101 -- a reply is written with its revision
    return Wording(one, Written(one.reply, one.uid, revised.revision), revised)


def carried(reader: Connection, revision: int) -> frozenset[str]:
    """The officer's ticks that still count: of rules whose version is the same."""
    check = checklist.newest_of(reader, revision)
    if check is None:
        return frozenset()
    versions = {one.key: one.version for one in rules.in_force(reader)}
    return frozenset(
        line.rule
        for line in store.lines(reader, check)
        if line.outcome == TICKED and versions.get(line.rule) == line.version
    )


def judge_anew(
    desk: Desk, one: Wording, reasons: Mapping[str, str], *, ticks: frozenset[str]
) -> Judged:
    """Check the words as things stand now; raises KnownError where they may not leave."""
    judged = gate.judge(
        desk,
        one.written,
        one.revised.composition,
        ticks=ticks,
        overrides=frozenset(reasons),
    )
    if not judged.passed:
        wrong = problems(rules.in_force(desk.database.conn), judged.results)
        raise KnownError(
            f"Pilihan {one.letter} belum lolos ceklis etika: {wrong}.",
            KEPT,
            "Ubah isinya, tulis alasan bila boleh, atau kembalikan kepada petugas.",
        )
    return judged


def problems(known: Iterable[Rule], results: Iterable[ItemResult]) -> str:
    """Say in words what keeps an answer back."""
    texts = {one.key: one for one in known}
    return "; ".join(
        _named(texts.get(one.rule), one.rule)
        for one in results
        if one.outcome == UNTICKED or (one.outcome == FAILED and one.severity == BLOCK)
    )


def _named(rule: Rule | None, key: str) -> str:
    if rule is None:
        return key
    text = rule.text[:1].lower() + rule.text[1:]
    return text if rule.overridable else f"{text} (tidak dapat dikecualikan)"


def statement(
    reader: Connection, one: Wording, check: int, permission: Permission
) -> Statement:
    """What is signed for one wording; only the blocks that it lifts need a reason."""
    lifted = {
        line.rule for line in store.lines(reader, check) if line.outcome == OVERRIDDEN
    }
    return Statement(
        revision=one.standing.newest_uid,
        words=words_of(reader, one).digest(),
        check=checklist.uid_of(reader, check),
        approver=permission.approver,
        acting=permission.acting,
        at=permission.at,
        reasons={
            rule: why for rule, why in permission.reasons.items() if rule in lifted
        },
    )


def words_of(reader: Connection, one: Wording) -> Words:
    """What leaves, as it is named in what an approver signs."""
    target = reply_store.target_of(reader, one.written.reply)
    composition = one.revised.composition
    return Words(
        text=composition.text,
        account=accounts.get(reader, one.revised.account).uid,
        public=one.revised.public,
        purpose=target.purpose if isinstance(target, Conversing) else ANNOUNCEMENT,
        pictures=tuple((shown.digest, shown.alt) for shown in composition.pictures),
    )


@dataclass(frozen=True)
class Signed:
    """A statement with the signature under it; none for what came from outside."""

    said: Statement
    signature: bytes | None


def let_go(
    desk: Desk,
    request: RequestRow,
    one: Wording,
    check: int,
    signed: Signed,
    permission: Permission,
) -> str:
    """Write the approval and the outbox row together; gives the approval's global id."""
    approval, uid = _write(desk, one, check, signed, permission)
    told = {
        "reply": one.written.uid,
        "way": permission.way,
        "evidence": permission.evidence,
        "signed": signed.said.text(),
    }
    journal_of(desk, "approval.grant", uid, told)
    passed = Judged(check, (), passed=True, needs_approval=True)
    gate.enqueue(
        desk, one.written, passed, approval=approval, not_before=request.not_before
    )
    composition = one.revised.composition
    told = {
        "reply": one.written.uid,
        "text": composition.text,
        "template": ",".join(composition.templates),
        "approval": uid,
    }
    journal_of(desk, "reply.queue", one.written.uid, told)
    return uid


def _write(
    desk: Desk, one: Wording, check: int, signed: Signed, permission: Permission
) -> tuple[int, str]:
    said = signed.said
    granting = store.Granting(
        revision=one.written.revision,
        check=check,
        actor=said.approver,
        acting=said.acting,
        way=permission.way,
        approved_at=said.at,
        signed=said.text() if signed.signature else "",
        signature=signed.signature,
        evidence=permission.evidence,
        reasons=said.reasons,
    )
    return store.grant(desk.database, desk.stamp(), granting)
