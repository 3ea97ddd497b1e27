"""Finds commands and names by a few typed letters.

The one rule: what begins with the letters comes before what merely holds them, and equal
finds keep the order they were given in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar


Item = TypeVar("Item")

WHOLE, WORD, INSIDE, SCATTERED = range(4)


@dataclass(frozen=True)
class Match:
    """How well a text fits (0 is best), and which letters to mark."""

    rank: int
    places: tuple[int, ...]


def match(query: str, text: str) -> Match | None:
    """The best way the letters of the query stand in the text, or None."""
    wanted, held = query.casefold().strip(), text.casefold()
    if not wanted:
        return Match(WHOLE, ())
    at = held.find(wanted)
    if at < 0:
        return _scattered(wanted, held)
    word = next((n for n in _word_starts(held) if held.startswith(wanted, n)), -1)
    rank = WHOLE if at == 0 else WORD if word >= 0 else INSIDE
    start = word if rank == WORD else at
    return Match(rank, tuple(range(start, start + len(wanted))))


def best(query: str, items: Sequence[tuple[str, Item]]) -> list[tuple[Item, Match]]:
    """The items whose text fits, best first."""
    found = [(item, match(query, text)) for text, item in items]
    fitting = [(item, fit) for item, fit in found if fit is not None]
    return sorted(fitting, key=lambda pair: pair[1].rank)


def _word_starts(text: str) -> list[int]:
    return [
        n
        for n, letter in enumerate(text)
        if letter.isalnum() and (n == 0 or not text[n - 1].isalnum())
    ]


def _scattered(wanted: str, held: str) -> Match | None:
    """All letters in their order, the first of them at the start of a word."""
    letters = wanted.replace(" ", "")
    for start in _word_starts(held):
        places, at = [], start
        for letter in letters:
            at = held.find(letter, at)
            if at < 0:
                break
            places.append(at)
            at += 1
        if len(places) == len(letters) and places[0] == start:
            return Match(SCATTERED, tuple(places))
    return None
