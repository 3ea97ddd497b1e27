"""Lexicons made ready for one pass over a message: each first word leads to its cues.

The one rule to know: lexicons are folded like the messages, so a cue matches however it
is bent or spelled; only a phrase that begins with `=` wants the very words. What is
quoted back is what the citizen wrote.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kotakmasuk.language.folding import Words, tokens


_LINK = re.compile(r"https?://\S+|www\.\S+")
# Signs that count as words; the stand-ins occur in no language.
_SIGNS = {"QUESTIONMARK": "xqx", "LINK": "xlx", "HASHTAG": "xhx"}
_SHOWN_SIGNS = {"xqx": "?", "xlx": "tautan", "xhx": "#"}
_NUMBER = "#"
_EXACT = "="
_STRONG, _WEAK = 2, 1
_REACH = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that speaks for something, unless a guard stands near."""

    family: str
    target: str
    weight: int
    rest: tuple[str, ...]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue as it was found, in the citizen's own words."""

    cue: Cue
    written: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that suggestions know: the cues by first word, and the names of topics."""

    words: Words
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    exact: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    biases: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_mappings(
        cls, words: Mapping[str, Any], lexicons: Mapping[str, Mapping[str, Any]]
    ) -> "Lexicon":
        """A lexicon from words.toml and the others by name (topics, kinds, urgency,
        hoaxes, abuse); a missing one suggests nothing. Raises KeyError or TypeError
        where an entry lacks its words.
        """  # noqa: D205
        spoken = Words.from_mapping(words)
        found = _Collected(spoken.slang)
        for family, entries in _FAMILIES.items():
            for entry in lexicons.get(family, {}).get(entries, ()):
                found.add(family, entry)
        found.add("hoaxes", {"key": "hoax", **lexicons.get("hoaxes", {})})
        topics = lexicons.get("topics", {}).get("topic", ())
        kinds = lexicons.get("kinds", {}).get("kind", ())
        return cls(
            words=spoken,
            cues={first: tuple(cues) for first, cues in found.cues.items()},
            exact={first: tuple(cues) for first, cues in found.exact.items()},
            topics={topic["key"]: topic["name"] for topic in topics},
            biases={kind["key"]: kind["bias"] for kind in kinds if "bias" in kind},
        )


_FAMILIES = {"topics": "topic", "kinds": "kind", "urgency": "cue", "abuse": "cue"}


class _Collected:
    """Cues by first word while a lexicon is being read."""

    def __init__(self, slang: Mapping[str, str]) -> None:
        self.slang = slang
        self.cues: dict[str, list[Cue]] = {}
        self.exact: dict[str, list[Cue]] = {}

    def add(self, family: str, entry: Mapping[str, Any]) -> None:
        """Every phrase of one entry; spellings that fold alike count once."""
        guards = tuple(
            f" {' '.join(_parts(guard, self.slang)[1])} "
            for guard in entry.get("unless", ())
        )
        weak = frozenset(entry.get("weak", ()))
        always_exact = bool(entry.get("exact"))
        for phrase in (*entry.get("words", ()), *weak):
            is_exact = always_exact or phrase.startswith(_EXACT)
            first, *rest = _parts(phrase, self.slang)[0 if is_exact else 1]
            weight = _WEAK if phrase in weak else _STRONG + len(rest)
            cue = Cue(family, entry.get("key", family), weight, tuple(rest), guards)
            known = (self.exact if is_exact else self.cues).setdefault(first, [])
            if not any(_same(cue, other) for other in known):
                known.append(cue)


def _same(cue: Cue, other: Cue) -> bool:
    return (cue.family, cue.target, cue.rest, cue.guards) == (
        other.family,
        other.target,
        other.rest,
        other.guards,
    )


def _parts(phrase: str, slang: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The phrase as written words and as stems, signs and `#` in their places."""
    for sign, stand_in in _SIGNS.items():
        phrase = phrase.replace(sign, stand_in)
    written, stems = tokens(phrase.replace(_NUMBER, "0"), slang)
    return _numbered(written), _numbered(stems)


def _numbered(words: list[str]) -> list[str]:
    return [_NUMBER if word == "0" else word for word in words]


def _signed(text: str) -> str:
    """The text with links, hash tags and question marks told as words."""
    if "http" in text or "www." in text:
        text = _LINK.sub(" xlx ", text)
    return text.replace("?", " xqx ").replace("#", " xhx ")


def scan(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Every cue in the text, in order of the text."""
    written, stems = tokens(_signed(text), lexicon.words.slang)
    by_stem, by_word = lexicon.cues.get, lexicon.exact.get
    for at, (word, stem) in enumerate(zip(written, stems, strict=True)):
        cues = by_stem(stem) or (by_stem(_NUMBER) if stem.isdigit() else None)
        if cues:
            for cue, end in _matching(cues, stems, stems, at):
                yield Hit(cue, _shown(written[at:end]))
        cues = by_word(word)
        if cues:
            for cue, end in _matching(cues, written, stems, at):
                yield Hit(cue, _shown(written[at:end]))


def _matching(
    cues: Iterable[Cue], words: Sequence[str], stems: Sequence[str], at: int
) -> Iterator[tuple[Cue, int]]:
    following = words[at + 1] if at + 1 < len(words) else ""
    for cue in cues:
        rest = cue.rest
        # Most phrases end here; comparing one word first makes marking 1.5 times as fast.
        if rest and rest[0] not in (following, _NUMBER):
            continue
        end = at + 1 + len(rest)
        if rest and not _follows(words[at + 1 : end], rest):
            continue
        if not (cue.guards and _is_guarded(stems, at, end, cue.guards)):
            yield cue, end


def _follows(stems: Sequence[str], rest: tuple[str, ...]) -> bool:
    return len(stems) == len(rest) and all(
        stem == wanted or (wanted == _NUMBER and stem.isdigit())
        for stem, wanted in zip(stems, rest, strict=True)
    )


def _is_guarded(
    stems: Sequence[str], start: int, end: int, guards: Iterable[str]
) -> bool:
    near = f" {' '.join(stems[max(0, start - _REACH) : end + _REACH])} "
    return any(guard in near for guard in guards)


def _shown(written: Iterable[str]) -> str:
    words = dict.fromkeys(_SHOWN_SIGNS.get(word, word) for word in written)
    return " ".join(words)
