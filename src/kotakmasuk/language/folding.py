"""Folding Indonesian text for search: slang undone, affixes off, doubling undone.

The one rule to know: the index and the query go through the same `fold`, so a stem
need not be a real word, only the same one for the same root. What is shown is never
folded.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kotakmasuk.language.stems import stem


_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([a-z]{3,})2(an|nya|lah|kan)?")
_STRETCHED = re.compile(r"([a-hj-vx-z])\1{2,}")


@dataclass(frozen=True, slots=True)
class Words:
    """What the agency's words mean: casual spellings, synonyms and stop words.

    `slang` holds no protected word; `groups` and `stop` are folded already.
    """

    slang: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    stop: frozenset[str] = frozenset()

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> "Words":
        """Words from the content of words.toml; protected spellings win over slang."""
        guarded = frozenset(mapping.get("protected", ()))
        slang = {
            word: str(full)
            for word, full in mapping.get("slang", {}).items()
            if word not in guarded
        }
        return cls(
            slang=slang,
            groups=tuple(
                tuple(dict.fromkeys(fold(term, slang) for term in group["terms"]))
                for group in mapping.get("synonyms", ())
            ),
            stop=frozenset(fold(word, slang) for word in mapping.get("stop", ())),
        )


@lru_cache(maxsize=1 << 16)
def _undoubled(word: str) -> str:
    """One word in its folded form, slang already undone."""
    doubled = _DOUBLED.fullmatch(word)
    return stem(doubled[1] + (doubled[2] or "") if doubled else word)


def _plain(text: str) -> str:
    """Lower case, compatible forms, stretched letters back to one (lamaaa)."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _STRETCHED.sub(r"\1", text.casefold())


def tokens(text: str, slang: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The words as written (lower case) and, beside each, its folded stem.

    A doubled word counts once (jalan-jalan); slang that stands for several words
    gives several stems beside the same written word.
    """
    written: list[str] = []
    stems: list[str] = []
    for word in _WORD.findall(_plain(text)):
        full = slang.get(word) or slang.get(word.removesuffix("2"))
        for part in full.split() if full else (word,):
            root = _undoubled(part)
            if stems and stems[-1] == root and not root.isdigit():
                continue
            written.append(word)
            stems.append(root)
    return written, stems


def fold(text: str, slang: Mapping[str, str]) -> str:
    """The text as the `stem` column of the search index holds it."""
    return " ".join(tokens(text, slang)[1])


def query_words(text: str, words: Words) -> tuple[str, ...]:
    """The folded words of a query without stop words; all of them if none is left."""
    stems = tuple(dict.fromkeys(tokens(text, words.slang)[1]))
    return tuple(stem for stem in stems if stem not in words.stop) or stems


def alternatives(text: str, words: Words) -> tuple[tuple[str, ...], ...]:
    """A query as terms that must all occur, each with its alternatives.

    A phrase that has synonyms counts as one term (lampu jalan ~ pju); an alternative
    of several words is a phrase for the index.
    """
    stems = query_words(text, words)
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(stems):
        size, group = _longest(stems[at:], words)
        found.append(group)
        at += size
    return tuple(found)


def _longest(stems: tuple[str, ...], words: Words) -> tuple[int, tuple[str, ...]]:
    for size in (3, 2, 1):
        phrase = " ".join(stems[:size])
        if size <= len(stems):
            matching = [group for group in words.groups if phrase in group]
            if matching or size == 1:
                others = (term for group in matching for term in group)
                return size, tuple(dict.fromkeys((phrase, *others)))
    return 1, stems[:1]
