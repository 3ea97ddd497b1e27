"""Word lists as an agency writes them, looked for in a text.

The one rule to know: an entry reads as one would say it. `bodoh*` is any ending,
`tidak/tak/gak becus` any of the words, `laporkan ... polisi` leaves room for a few
words; behind it `(kecuali liar, rabies)` voids the entry where one of these stands in
the same sentence and `(bila klarifikasi, polisi)` asks for one of them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in a text, [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, folded, in order and as a set."""

    folded: tuple[str, ...]
    vocabulary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What may stand at one place of an entry; `room` are the words it may skip."""

    whole: frozenset[str]
    beginnings: tuple[str, ...] = ()
    room: int = 0

    def fits(self, word: str) -> bool:
        """Whether the folded word may stand here."""
        return word in self.whole or word.startswith(self.beginnings or ("\0",))


Phrase = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry: its words, and what its sentence must or must not hold."""

    phrase: Phrase
    unless: tuple[Phrase, ...] = ()
    only: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class WordList:
    """Entries by their first words; `by_beginning` by the first letters of a word."""

    by_word: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    by_beginning: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()

    def beginning_with(self, word: str) -> "Candidates | None":
        """The entries that may begin at this folded word, None for most words."""
        found = self.by_word.get(word, ())
        for length in self.lengths:
            if length <= len(word):
                found += self.by_beginning.get(word[:length], ())
        return _candidates(found) if found else None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Entries that begin alike, and the last words of which one must stand somewhere."""

    wordings: tuple[Wording, ...]
    lasts: frozenset[str]
    is_open: bool

    def are_possible(self, vocabulary: frozenset[str]) -> bool:
        """Whether looking is worth it: that spares most of it."""
        return self.is_open or not self.lasts.isdisjoint(vocabulary)


def _candidates(wordings: tuple[Wording, ...]) -> Candidates:
    lasts = [wording.phrase[-1] for wording in wordings]
    return Candidates(
        wordings,
        frozenset(word for last in lasts for word in last.whole),
        any(last.beginnings for last in lasts),
    )


_ROOM, _FAR = 5, 30
_GAPS = ("...", "…")
_TOKEN = re.compile(r"[^\W_]+|%|[\u2600-\u27bf\U0001f300-\U0001faff]")
_ENTRY = re.compile(
    r"(?P<phrase>[^()]+?)(?:\s*\((?P<how>kecuali|bila) (?P<first>[^()]+)\))?"
    r"(?:\s*\((?P<other>kecuali|bila) (?P<second>[^()]+)\))?\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[.!?])|\n")
_STRETCHED = re.compile(r"(\D)\1{2,}")
_DISGUISED = str.maketrans("013457", "oieast")


def find(text: str, words: tuple[str, ...]) -> tuple[Place, ...]:
    """Where entries stand, in order of the text; of two that overlap the longer."""
    beginning_with = _looked_up(words)
    tokens = _tokens(text)
    found: list[Place] = []
    for at, candidates in enumerate(map(beginning_with, tokens.folded)):
        if candidates and candidates.are_possible(tokens.vocabulary):
            found += _standing(text, tokens, at, candidates.wordings)
    return _apart(found)


def _standing(
    text: str, tokens: Tokens, at: int, wordings: Iterable[Wording]
) -> Iterator[Place]:
    for wording in wordings:
        if _is_possible(wording.phrase, tokens.vocabulary):
            end = _end(text, tokens, at, wording.phrase)
            if end and _is_meant(text, tokens, at, wording):
                places = _places(text)
                yield Place(places[at].start, places[end - 1].end)


def _apart(found: Iterable[Place]) -> tuple[Place, ...]:
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)


@lru_cache(maxsize=64)
def _looked_up(words: tuple[str, ...]) -> Callable[[str], Candidates | None]:
    """The look-up of a list, which most words of a text pass in one step."""
    return lru_cache(maxsize=1 << 13)(read(words).beginning_with)


def problem(entry: str) -> str:
    """What is wrong with the way an entry is written, or empty."""
    match = _ENTRY.fullmatch(entry)
    if not match:
        return "tanda kurung harus berbentuk (kecuali …) atau (bila …)"
    return "" if _TOKEN.search(match["phrase"]) else "tidak ada kata di dalamnya"


def read(words: tuple[str, ...]) -> WordList:
    """The entries made ready; what cannot be read is left out (see `problem`)."""
    by_word: dict[str, tuple[Wording, ...]] = {}
    by_beginning: dict[str, tuple[Wording, ...]] = {}
    for entry in words:
        match = _ENTRY.fullmatch(entry)
        wording = match and _wording(match)
        if wording:
            first = wording.phrase[0]
            for word in first.whole:
                by_word[word] = (*by_word.get(word, ()), wording)
            for letters in first.beginnings:
                by_beginning[letters] = (*by_beginning.get(letters, ()), wording)
    lengths = tuple(sorted({len(letters) for letters in by_beginning}))
    return WordList(by_word, by_beginning, lengths)


def _wording(match: re.Match[str]) -> Wording | None:
    phrase = _phrase(match["phrase"])
    if not phrase:
        return None
    conditions: dict[str, tuple[Phrase, ...]] = {"kecuali": (), "bila": ()}
    for how, listed in (
        (match["how"], match["first"]),
        (match["other"], match["second"]),
    ):
        if how:
            phrases = (_phrase(one) for one in listed.split(","))
            conditions[how.casefold()] += tuple(one for one in phrases if one)
    return Wording(phrase, conditions["kecuali"], conditions["bila"])


def _phrase(written: str) -> Phrase:
    parts: list[Part] = []
    room = 0
    for gap in _GAPS:
        written = written.replace(gap, " \0 ")
    for word in written.split():
        if word == "\0":
            room = _ROOM
        else:
            for part in _parts(word):
                parts.append(Part(part.whole, part.beginnings, room if parts else 0))
                room = 0
    return tuple(parts)


def _parts(word: str) -> Iterator[Part]:
    """The places that one written word takes: alternatives, or words joined by signs."""
    if "/" in word:
        whole = [folded(one) for one in word.split("/") if one and one[-1] != "*"]
        bent = tuple(folded(one[:-1]) for one in word.split("/") if one[-1:] == "*")
        yield Part(frozenset(whole), bent)
        return
    pieces = _TOKEN.findall(word)
    for piece in pieces[:-1]:
        yield Part(frozenset((folded(piece),)))
    if pieces and word.endswith("*"):
        yield Part(frozenset(), (folded(pieces[-1]),))
    elif pieces:
        yield Part(frozenset((folded(pieces[-1]),)))


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word in small letters, stretched and disguised letters undone (GOBL0KKK)."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    if plain.isdigit():
        return plain
    if plain.endswith("2") and plain[:-1].isalpha():
        plain = plain[:-1]
    return _STRETCHED.sub(r"\1", plain.translate(_DISGUISED))


@lru_cache(maxsize=16)
def _tokens(text: str) -> Tokens:
    words = tuple(map(folded, _TOKEN.findall(text)))
    return Tokens(words, frozenset(words))


@lru_cache(maxsize=16)
def _places(text: str) -> tuple[Place, ...]:
    return tuple(Place(match.start(), match.end()) for match in _TOKEN.finditer(text))


def _is_possible(phrase: Phrase, vocabulary: frozenset[str]) -> bool:
    """Whether the last words stand anywhere: that alone spares most of the looking."""
    last = phrase[-1]
    return bool(last.beginnings) or not last.whole.isdisjoint(vocabulary)


def _end(text: str, tokens: Tokens, at: int, phrase: Phrase) -> int:
    """Behind which token the phrase ends whose first word stands at `at`, 0 if none."""
    here = at + 1
    for part in phrase[1:]:
        furthest = min(here + part.room + 1, len(tokens.folded))
        fitting = (i for i in range(here, furthest) if part.fits(tokens.folded[i]))
        found = next(fitting, None)
        if found is None:
            return 0
        here = found + 1
    if here == at + 1:
        return here
    places = _places(text)
    apart = _SENTENCE_END.search(text, places[at].end, places[here - 1].start)
    return 0 if apart else here


def _is_meant(text: str, tokens: Tokens, at: int, wording: Wording) -> bool:
    if not (wording.unless or wording.only):
        return True
    near = _sentence(text, at)

    def stands(phrase: Phrase) -> bool:
        return any(
            phrase[0].fits(tokens.folded[i]) and _end(text, tokens, i, phrase)
            for i in near
        )

    if any(stands(phrase) for phrase in wording.unless):
        return False
    return not wording.only or any(stands(phrase) for phrase in wording.only)


def _sentence(text: str, at: int) -> range:
    """The tokens of the sentence around a token, a long way off at most."""
    places = _places(text)
    first, last = max(0, at - _FAR), min(len(places), at + _FAR)
    start, end = places[first].start, places[last - 1].end
    for match in _SENTENCE_END.finditer(text, start, places[at].start):
        start = match.end()
    ends = _SENTENCE_END.search(text, places[at].start, end)
    end = ends.end() if ends else end
    inside = [i for i in range(first, last) if start <= places[i].start < end]
    return range(inside[0], inside[-1] + 1)
