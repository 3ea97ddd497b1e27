"""What an automatic check is given, and how it answers.

The one rule to know: a finding quotes the very words, with their place in the text that
they stand in, so the officer can see why.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kotakmasuk.domain.templates import Span as Hole
from kotakmasuk.language import wordings
from kotakmasuk.language.personal_data import Span


@dataclass(frozen=True)
class Subject:
    """The answer to be checked and what surrounds it.

    `expected_account` is the handle of the account the citizen wrote to;
    `conversation_public` whether others can read that conversation; `kind` what the
    citizen wanted, "clarification" for an answer to a hoax; `limit_allowed` None where
    the platform has no limit. `dates_confirmed` says that a stored answer of a unit
    stands behind the dates. Spans are places in `text`. `purpose` is one of
    checklist.PURPOSES; `today` the agency's ISO date. `unit_answer` are the stored words
    of the Jawaban OPD that the answer is tied to. `reporter` are the name and handle of
    the citizen. `verbatim_of` is the template's title when the words were not adapted,
    `verbatim_count` how often that went out unchanged in 30 days; `expired_template` the
    title of a template past its date. `switched_account` and `switched_public` say that
    the officer chose so by an explicit switch. `target_text` is what is liked, shared
    or hidden. `media` counts attached pictures, `media_without_alt` those nobody
    described. `known_domains` are links the agency vouches for besides .go.id;
    `known_names` the officials of Kontak resmi, who may be named.
    """

    text: str
    public: bool
    account_handle: str
    platform: str
    conversation_public: bool
    kind: str = ""
    limit_used: int = 0
    limit_allowed: int | None = None
    unfilled: tuple[Hole, ...] = ()
    personal_data: tuple[Span, ...] = ()
    expected_account: str = ""
    topics: frozenset[str] = frozenset()
    dates_confirmed: bool = False
    purpose: str = "answer"
    today: str = ""
    urgency: str = ""
    unit_answer: str = ""
    reporter: tuple[str, ...] = ()
    verbatim_of: str = ""
    verbatim_count: int = 0
    expired_template: str = ""
    first_answer: bool = False
    switched_account: bool = False
    switched_public: bool = False
    target_text: str = ""
    media: int = 0
    media_without_alt: int = 0
    known_domains: tuple[str, ...] = ()
    known_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a check saw: the words for the officer, and where they stand.

    `failed` False is evidence of something in order; `to_approve` asks for a second
    person instead of failing.
    """

    evidence: str
    spans: tuple[Span, ...] = ()
    failed: bool = True
    to_approve: bool = False


Check = Callable[[Subject, tuple[str, ...]], Finding | None]

_ROOM = 24


def quoted(text: str, span: Span) -> str:
    """The words in question with a little of what stands around them."""
    start, end = max(0, span.start - _ROOM), min(len(text), span.end + _ROOM)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"“{before}{text[start:end].strip()}{after}”"


def spans_of(text: str, words: tuple[str, ...], kind: str) -> tuple[Span, ...]:
    """Where the words of a rule stand in a text."""
    return tuple(Span(one.start, one.end, kind) for one in wordings.find(text, words))


def told(reason: str, text: str, spans: Iterable[Span]) -> Finding | None:
    """A finding that quotes the first of the spans; None without any."""
    found = tuple(spans)
    return Finding(f"{reason}: {quoted(text, found[0])}", found) if found else None


def about(
    subject: Subject, reason: str, words: tuple[str, ...], kind: str
) -> Finding | None:
    """The words of a rule in the answer, else in what is liked, shared or hidden.

    Spans are given for the answer alone: the other text is not the officer's to mend.
    """
    own = told(reason, subject.text, spans_of(subject.text, words, kind))
    if own or not subject.target_text:
        return own
    theirs = spans_of(subject.target_text, words, kind)
    found = told(f"{reason}, pada kiriman itu", subject.target_text, theirs)
    return Finding(found.evidence) if found else None
