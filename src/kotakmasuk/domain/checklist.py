"""The ethics checklist: rules as data, decided one by one for an answer.

The one rule to know: every active rule gets a result, also where it does not apply, so
the database can tell a check that was made from one that was skipped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kotakmasuk.domain.checks import CHECKS, Finding, Subject
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.language.personal_data import Span


__all__ = [
    "ItemResult",
    "Rule",
    "Subject",
    "is_passed",
    "parse_rules",
    "risk",
    "run",
]

AUTOMATIC, MANUAL = "automatic", "manual"
BLOCK, WARN = "block", "warn"
PASSED, FAILED = "passed", "failed"
TICKED, UNTICKED, NOT_APPLICABLE = "ticked", "unticked", "not_applicable"
# Waiting for the second key: a rule asks for an approver, or a block is left to one.
TO_APPROVE, OVERRIDDEN = "to_approve", "overridden"
# What may leave through the gate besides an answer.
ANSWER, ANNOUNCEMENT, LIKE, SHARE, HIDE = PURPOSES = (
    "answer",
    "announcement",
    "like",
    "share",
    "hide",
)
THANKS, NORMAL, SENSITIVE = RISKS = ("thanks", "normal", "sensitive")
# Answers about these are read by many and quoted: all five ticks are asked for.
SENSITIVE_TOPICS = frozenset({"bencana", "integritas", "hoaks", "sara", "pemilihan"})


@dataclass(frozen=True)
class Rule:
    """One line of the checklist.

    `applies` is public, private or any; `risk` are the risks at which a manual rule is
    asked; `words` are what its automatic check looks for or allows. The rule applies to
    these `purposes` only and, where they are given, to these `kinds`, `topics` (the
    conversation's tags), `urgencies` and `platforms`, between the ISO dates `starts` and
    `ends` (both included). `first_exempt` leaves out a first acknowledgement; `media`
    asks only where a picture is attached; a rule that is not `overridable` stops even an
    approver. `origin` is shipped or agency; `shipped` is the version in the resources.
    """

    key: str
    version: int
    text: str
    basis: str
    confidence: str
    checked_on: str
    severity: str
    mode: str
    check: str = ""
    applies: str = "any"
    risk: tuple[str, ...] = RISKS
    words: tuple[str, ...] = ()
    purposes: tuple[str, ...] = (ANSWER, ANNOUNCEMENT)
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""
    first_exempt: bool = False
    media: bool = False
    overridable: bool = True
    origin: str = "shipped"
    shipped: int = 0


@dataclass(frozen=True)
class ItemResult:
    """What one rule found in one answer; `evidence` quotes what failed."""

    rule: str
    version: int
    mode: str
    severity: str
    outcome: str
    evidence: str = ""
    spans: tuple[Span, ...] = field(default=())


def risk(subject: Subject) -> str:
    """How much must be ticked: nothing for thanks, all for what can do harm."""
    if subject.kind == "clarification" or subject.topics & SENSITIVE_TOPICS:
        return SENSITIVE
    return THANKS if subject.kind == "appreciation" else NORMAL


def run(
    rules: Iterable[Rule], subject: Subject, ticks: frozenset[str]
) -> tuple[ItemResult, ...]:
    """Decide every rule for the answer; `ticks` are the keys the officer ticked."""
    return tuple(_decided(rule, subject, ticks) for rule in rules)


def is_passed(results: Iterable[ItemResult]) -> bool:
    """Whether the answer may leave: nothing that blocks failed, every tick is there.

    The database computes the same from the stored items (m0004).
    """
    return not any(
        one.outcome == UNTICKED or (one.outcome == FAILED and one.severity == BLOCK)
        for one in results
    )


def _decided(rule: Rule, subject: Subject, ticks: frozenset[str]) -> ItemResult:
    if not _applies(rule, subject):
        return _result(rule, NOT_APPLICABLE)
    if rule.mode == MANUAL:
        return _result(rule, TICKED if rule.key in ticks else UNTICKED)
    found = CHECKS[rule.check](subject, rule.words) or Finding("", failed=False)
    outcome = FAILED if found.failed else PASSED
    return _result(rule, outcome, found.evidence, found.spans)


def _applies(rule: Rule, subject: Subject) -> bool:
    seen = "public" if subject.public else "private"
    return rule.applies in ("any", seen) and risk(subject) in rule.risk


def _result(
    rule: Rule, outcome: str, evidence: str = "", spans: tuple[Span, ...] = ()
) -> ItemResult:
    return ItemResult(
        rule=rule.key,
        version=rule.version,
        mode=rule.mode,
        severity=rule.severity,
        outcome=outcome,
        evidence=evidence,
        spans=spans,
    )


_CHOICES = {
    "severity": (BLOCK, WARN),
    "mode": (AUTOMATIC, MANUAL),
    "confidence": ("A", "B", "C"),
    "applies": ("public", "private", "any"),
}
_TEXTS = ("key", "text", "basis")


def parse_rules(mapping: Mapping[str, Any], source: str) -> tuple[Rule, ...]:
    """The active rules of checklist.toml; raises KnownError naming file and rule."""
    found: dict[str, Rule] = {}
    for number, entry in enumerate(mapping.get("rule", ()), start=1):
        name = str(entry.get("key") or f"nomor {number}")
        problem = _problem(entry)
        if not problem and name in found:
            problem = "kunci ini dipakai dua kali"
        if problem:
            raise _wrong(source, f"aturan {name}", problem)
        if entry.get("active", True):
            found[name] = _rule(entry)
    if not found:
        raise _wrong(source, "aturan", "tidak ada satu pun aturan yang berlaku")
    return tuple(found.values())


def _problem(entry: Mapping[str, Any]) -> str:
    """The first thing wrong with an entry, or empty."""
    tests: tuple[tuple[bool, str], ...] = (
        *((bool(str(entry.get(n, "")).strip()), f"“{n}” belum diisi") for n in _TEXTS),
        *(
            (entry.get(name, _DEFAULTS.get(name)) in choices, _one_of(name, choices))
            for name, choices in _CHOICES.items()
        ),
        (isinstance(entry.get("version"), int), "“version” harus bilangan bulat"),
        (isinstance(entry.get("checked_on"), date), "“checked_on” harus tanggal"),
        (set(entry.get("risk", RISKS)) <= set(RISKS), _one_of("risk", RISKS)),
        (_has_check(entry), _one_of("check", CHECKS)),
    )
    return next((words for fine, words in tests if not fine), "")


_DEFAULTS = {"applies": "any"}


def _has_check(entry: Mapping[str, Any]) -> bool:
    return entry.get("mode") != AUTOMATIC or entry.get("check") in CHECKS


def _one_of(name: str, choices: Iterable[str]) -> str:
    return f"“{name}” harus salah satu dari {', '.join(choices)}"


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        key=entry["key"],
        version=entry["version"],
        text=entry["text"],
        basis=entry["basis"],
        confidence=entry["confidence"],
        checked_on=entry["checked_on"].isoformat(),
        severity=entry["severity"],
        mode=entry["mode"],
        check=entry.get("check", ""),
        applies=entry.get("applies", "any"),
        risk=tuple(entry.get("risk", RISKS)),
        words=tuple(entry.get("words", ())),
    )


def _wrong(source: str, entry: str, problem: str) -> KnownError:
    return KnownError(
        f"{source}, {entry}: {problem}.",
        "Ceklis yang lama tetap berlaku.",
        "Perbaiki berkas itu, lalu buka lagi Kotak Masuk.",
    )
