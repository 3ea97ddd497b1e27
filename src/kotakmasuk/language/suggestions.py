"""What the machine notices in a message, each with the words that made it think so.

The one rule to know: marks are suggestions; nothing in the program acts on them without
an officer's key.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kotakmasuk.language import personal_data
from kotakmasuk.language.lexicons import Hit, Lexicon, scan


NORMAL, HIGH = "normal", "high"
# In this order where two kinds weigh the same: a missed complaint costs most.
KINDS = ("complaint", "question", "suggestion", "appreciation", "other")
_MOST_TOPICS, _MOST_WORDS = 3, 4
_LEAST_FOR_A_TOPIC = 2
_LEAST_FOR_A_HOAX = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """A suggested topic and the citizen's words that speak for it."""

    key: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """All that was noticed in one message; empty tuples where nothing was."""

    kind: str = "other"
    kind_words: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    urgency: str = NORMAL
    urgency_words: tuple[str, ...] = ()
    personal_data: tuple[str, ...] = ()
    hoax_words: tuple[str, ...] = ()
    abuse_words: tuple[str, ...] = ()


def mark(text: str, lexicon: Lexicon) -> Marks:
    """What the lexicons and the identifier shapes notice in the text."""
    hits: dict[str, dict[str, list[Hit]]] = {}
    for hit in scan(text, lexicon):
        hits.setdefault(hit.cue.family, {}).setdefault(hit.cue.target, []).append(hit)
    kind, kind_words = _kind(hits.get("kinds", {}), lexicon)
    topics = _topics(hits.get("topics", {}), lexicon)
    urgent = _written(hits.get("urgency", {}).get("urgency", ()))
    spans = personal_data.find(text)
    return Marks(
        kind=kind,
        kind_words=kind_words,
        topics=topics,
        urgency=HIGH if urgent else NORMAL,
        urgency_words=urgent,
        personal_data=tuple(dict.fromkeys(span.kind for span in spans)),
        hoax_words=_hoax_words(hits.get("hoaxes", {}).get("hoax", ())),
        abuse_words=_written(hits.get("abuse", {}).get("abuse", ())),
    )


def because(words: Iterable[str]) -> str:
    """The reason as the screen gives it: "karena: pju, padam"; empty without words."""
    listed = ", ".join(words)
    return f"karena: {listed}" if listed else ""


def _strongest_first(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for each wording, heavy ones first."""
    distinct = {hit.written: hit for hit in hits}
    return sorted(distinct.values(), key=lambda hit: -hit.cue.weight)


def _written(hits: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(hit.written for hit in _strongest_first(hits))[:_MOST_WORDS]


def _weight(hits: Iterable[Hit]) -> int:
    return sum(hit.cue.weight for hit in _strongest_first(hits))


def _kind(found: dict[str, list[Hit]], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    if not found:
        return "other", ()
    weights = {
        kind: _weight(found[kind]) + lexicon.biases.get(kind, 0)
        for kind in KINDS
        if kind in found
    }
    best = max(weights, key=lambda kind: (weights[kind], -KINDS.index(kind)))
    return best, _written(found[best])


def _topics(found: dict[str, list[Hit]], lexicon: Lexicon) -> tuple[Topic, ...]:
    weights = {key: _weight(hits) for key, hits in found.items()}
    best = sorted(weights, key=lambda key: -weights[key])[:_MOST_TOPICS]
    return tuple(
        Topic(key, lexicon.topics[key], _written(found[key]))
        for key in best
        if weights[key] >= _LEAST_FOR_A_TOPIC
    )


def _hoax_words(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Hearsay alone is no hoax; two weak words or a clear one are worth a look."""
    hits = tuple(hits)
    return _written(hits) if _weight(hits) >= _LEAST_FOR_A_HOAX else ()
