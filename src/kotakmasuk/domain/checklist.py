"""The ethics checklist: rules as data, decided one by one for an answer.

The one rule to know: every active rule gets a result, also where it does not apply, so
the database can tell a check that was made from one that was skipped.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kotakmasuk.domain.checks import CHECKS, PERIODIC, Finding, Subject
from kotakmasuk.domain.rules import (
    ANNOUNCEMENT,
    ANSWER,
    AUTOMATIC,
    BLOCK,
    HIDE,
    LIKE,
    MANUAL,
    NORMAL,
    PURPOSES,
    RISKS,
    SENSITIVE,
    SHARE,
    THANKS,
    WARN,
    Rule,
    parse_rules,
    rule_as_dict,
    rule_from,
)
from kotakmasuk.language.personal_data import Span


__all__ = [
    "ANNOUNCEMENT",
    "ANSWER",
    "AUTOMATIC",
    "BLOCK",
    "FAILED",
    "HIDE",
    "LIKE",
    "MANUAL",
    "NORMAL",
    "NOT_APPLICABLE",
    "OVERRIDDEN",
    "PASSED",
    "PURPOSES",
    "RISKS",
    "SENSITIVE",
    "SENSITIVE_TOPICS",
    "SHARE",
    "THANKS",
    "TICKED",
    "TO_APPROVE",
    "UNTICKED",
    "WARN",
    "ItemResult",
    "Rule",
    "Subject",
    "is_passed",
    "needs_approval",
    "parse_rules",
    "risk",
    "rule_as_dict",
    "rule_from",
    "run",
]

PASSED, FAILED = "passed", "failed"
TICKED, UNTICKED, NOT_APPLICABLE = "ticked", "unticked", "not_applicable"
# Waiting for the second key: a rule asks for an approver, or a block is left to one.
TO_APPROVE, OVERRIDDEN = "to_approve", "overridden"
# Answers about these are read by many and quoted: all five ticks are asked for.
SENSITIVE_TOPICS = frozenset(
    {"bencana", "integritas", "hoaks", "sara", "pemilihan", "hukum"}
)
_URGENCIES = {"high": "mendesak"}
_KINDS = {"clarification": "klarifikasi"}


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
    """How much must be ticked: nothing for thanks, all for what can do harm.

    A template that was not adapted counts as thanks: its words were weighed before.
    """
    many_read = subject.purpose == ANNOUNCEMENT or subject.kind == "clarification"
    if many_read or _tags(subject.topics) & SENSITIVE_TOPICS:
        return SENSITIVE
    unchanged = bool(subject.verbatim_of) and not subject.expired_template
    return THANKS if subject.kind == "appreciation" or unchanged else NORMAL


def run(
    rules: Iterable[Rule],
    subject: Subject,
    ticks: frozenset[str],
    overrides: frozenset[str] = frozenset(),
) -> tuple[ItemResult, ...]:
    """Decide every rule for the answer.

    `ticks` are the keys the officer ticked, `overrides` the failed blocks an approver is
    asked to lift; a rule that is not overridable stays failed.
    """
    level = risk(subject)
    return tuple(_decided(rule, subject, level, ticks, overrides) for rule in rules)


def is_passed(results: Iterable[ItemResult]) -> bool:
    """Whether the answer may leave: nothing that blocks failed, every tick is there.

    The database computes the same from the stored items (m0009).
    """
    return not any(
        one.outcome == UNTICKED or (one.outcome == FAILED and one.severity == BLOCK)
        for one in results
    )


def needs_approval(results: Iterable[ItemResult]) -> bool:
    """Whether a second person must allow it; the database computes the same (m0009)."""
    return any(one.outcome in (TO_APPROVE, OVERRIDDEN) for one in results)


def _decided(
    rule: Rule,
    subject: Subject,
    level: str,
    ticks: frozenset[str],
    overrides: frozenset[str],
) -> ItemResult:
    if level not in rule.risk or not _applies(rule, subject):
        return _result(rule, NOT_APPLICABLE)
    if rule.mode == MANUAL:
        return _result(rule, TICKED if rule.key in ticks else UNTICKED)
    found = CHECKS[rule.check](subject, rule.words) or Finding("", failed=False)
    if found.to_approve:
        return _result(rule, TO_APPROVE, found.evidence or _why(rule, subject))
    lifted = rule.key in overrides and rule.severity == BLOCK and rule.overridable
    failed = OVERRIDDEN if lifted else FAILED
    outcome = failed if found.failed else PASSED
    return _result(rule, outcome, found.evidence, found.spans)


def _applies(rule: Rule, subject: Subject) -> bool:
    seen = "public" if subject.public else "private"
    acknowledged = subject.first_answer and bool(subject.verbatim_of)
    return (
        rule.applies in ("any", seen)
        and subject.purpose in rule.purposes
        and _is_listed(rule, subject)
        and _is_in_period(rule, subject.today)
        and not (rule.first_exempt and acknowledged)
        and not (rule.media and not subject.media)
    )


def _is_listed(rule: Rule, subject: Subject) -> bool:
    """Whether kind, topics, urgency and platform are among those the rule names."""
    return all(
        not named or _tags(theirs) & _tags(named)
        for named, theirs in (
            (rule.kinds, (subject.kind,)),
            (rule.topics, subject.topics),
            (rule.urgencies, (subject.urgency,)),
            (rule.platforms, (subject.platform,)),
        )
    )


def _is_in_period(rule: Rule, today: str) -> bool:
    """Between the rule's dates; an unknown day counts as inside."""
    if rule.check in PERIODIC and not (rule.starts or rule.ends):
        return False
    begun = not (rule.starts and today) or rule.starts <= today
    return begun and (not (rule.ends and today) or today <= rule.ends)


def _tags(words: Iterable[str]) -> frozenset[str]:
    """Words as tags are written, so that air_minum and air-minum are one."""
    return frozenset(
        word.casefold().replace("_", "-").replace(" ", "-") for word in words if word
    )


def _why(rule: Rule, subject: Subject) -> str:
    """What in the subject made the rule ask for an approver."""
    topics = sorted(_tags(rule.topics) & _tags(subject.topics))
    reasons = [f"topik {topic}" for topic in topics]
    if rule.kinds:
        reasons.append(_KINDS.get(subject.kind, subject.kind))
    if rule.urgencies:
        reasons.append(_URGENCIES.get(subject.urgency, subject.urgency))
    if subject.purpose == ANNOUNCEMENT and ANSWER not in rule.purposes:
        reasons.append("pengumuman")
    told = ", ".join(reason for reason in reasons if reason) or rule.text
    return f"Perlu persetujuan: {told}"


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
