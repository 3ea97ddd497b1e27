"""Looking at a text without an inbox: personal data, abuse, and the shipped checklist.

The one rule to know: nothing here needs a data folder; the rules are handed in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kotakmasuk.connectors.kit import platforms
from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.checklist import (
    BLOCK,
    FAILED,
    ItemResult,
    Rule,
    Subject,
    needs_approval,
    run,
)
from kotakmasuk.domain.checks import CHECKS, Finding
from kotakmasuk.domain.replies import Limit
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language import personal_data
from kotakmasuk.language.personal_data import Span


# The names that others know these identifiers by.
TYPES = {
    "nik": "NIK",
    "kk": "KK",
    "npwp": "NPWP",
    "phone": "HP",
    "email": "EMAIL",
    "plate": "PLAT",
    "account_number": "REK",
    "bpjs": "BPJS",
    "passport": "PASPOR",
}
_ABUSE = ("abuse_or_threat", "hate_or_obscenity")


@dataclass(frozen=True)
class Inspection:
    """What stands in a text; `reasons` quote what was taken for abuse."""

    personal_data: tuple[Span, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Situation:
    """Where a reply would go and what it answers, as far as somebody tells."""

    platform: str
    public: bool
    kind: str = ""
    topics: frozenset[str] = field(default_factory=frozenset)
    today: str = ""


@dataclass(frozen=True)
class Judgement:
    """A reply's length by its platform's count, and each rule with its result."""

    limit: Limit
    results: tuple[tuple[Rule, ItemResult], ...]
    empty: bool = False

    @property
    def blocked(self) -> bool:
        """Whether there is nothing to send, or an automatic check that blocks failed."""
        return self.empty or any(
            one.outcome == FAILED and one.severity == BLOCK for _, one in self.results
        )

    @property
    def needs_approval(self) -> bool:
        """Whether a rule asks for a second person."""
        return needs_approval(one for _, one in self.results)


def inspect(text: str, rules: Iterable[Rule]) -> Inspection:
    """Find personal data and abuse in a text, whoever wrote it."""
    subject = _subject(text, Situation("", public=True))
    found = (
        CHECKS[rule.check](subject, rule.words)
        for rule in rules
        if rule.check in _ABUSE
    )
    return Inspection(
        personal_data=personal_data.find(text),
        reasons=tuple(_reason(text, one) for one in found if one),
    )


def _reason(text: str, found: Finding) -> str:
    """What was found and its words alone; what stands around may be personal data."""
    words = dict.fromkeys(text[one.start : one.end] for one in found.spans)
    return f"{found.evidence.partition(':')[0]}: {', '.join(words)}"


def judge(text: str, rules: tuple[Rule, ...], situation: Situation) -> Judgement:
    """Run every rule on a reply that nobody has ticked anything for."""
    limit = platforms.measure(
        situation.platform, text, public=situation.public, settings={}
    )
    results = run(rules, _subject(text, situation, limit), frozenset())
    found = tuple(zip(rules, results, strict=True))
    return Judgement(limit, found, empty=not text.strip())


def _subject(text: str, situation: Situation, limit: Limit | None = None) -> Subject:
    platform = PLATFORMS.get(situation.platform)
    return Subject(
        text=text,
        public=situation.public,
        account_handle="akun instansi",
        platform=platform.name if platform else situation.platform,
        conversation_public=situation.public,
        kind=situation.kind,
        limit_used=limit.used if limit else 0,
        limit_allowed=limit.allowed if limit else None,
        unfilled=unfilled(text),
        personal_data=personal_data.find(text) if limit else (),
        topics=situation.topics,
        today=situation.today,
    )
