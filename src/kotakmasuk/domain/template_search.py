"""Finding a template by what an officer remembers of it, while she types.

The one rule to know: every word typed must be found somewhere; a shortcut finds its
template first, the title counts more than folder and tags, and those more than the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kotakmasuk.domain.templates import Template, body_for


_WORD = re.compile(r"[^\W_]+")
_TITLE, _AROUND, _BODY = 4, 2, 1
_WHOLE, _BEGINNING, _INSIDE, _SLIP = 4, 3, 2, 1
_SHORTCUT, _SHORTCUT_BEGINS = 1000, 100
_SEEN_ANYWAY, _BEFORE = 40, 16  # letters of a line in the list
_SHORTEST_WITH_SLIP = 4
_SHORTEST_INSIDE = 3  # less would be inside nearly every word


@dataclass(frozen=True)
class Index:
    """Templates made ready to be searched; `places` say where each word stands."""

    templates: tuple[Template, ...]
    places: dict[str, dict[int, int]]


def index_of(templates: Sequence[Template], platform: str = "") -> Index:
    """Make templates ready, with the words that the platform would get."""
    places: dict[str, dict[int, int]] = {}
    for number, one in enumerate(templates):
        around = " ".join((one.folder, one.situation, one.key, *one.tags))
        for weight, text in (
            (_BODY, body_for(one, platform)),
            (_AROUND, around),
            (_TITLE, one.title),
        ):
            # In this order, so that the best place of a word is the one that is kept.
            for word in _WORD.findall(text.casefold()):
                places.setdefault(word, {})[number] = weight
    return Index(tuple(templates), places)


def find(index: Index, typed: str) -> tuple[Template, ...]:
    """The templates that fit, best first; all in their own order for an empty query.

    Those that fit equally well stay in the order in which they were given.
    """
    query = typed.strip().casefold()
    words = _WORD.findall(query)
    if not words:
        return index.templates
    total = _points(index, words[0])
    for word in words[1:]:
        more = _points(index, word)
        total = {
            number: total[number] + more[number]
            for number in total.keys() & more.keys()
        }
    _add_shortcuts(index, query.lstrip(";"), total)
    ranked = sorted(total, key=lambda number: (-total[number], number))
    return tuple(index.templates[number] for number in ranked)


def search(templates: Sequence[Template], typed: str) -> tuple[Template, ...]:
    """The same for a list that is searched once."""
    return find(index_of(templates), typed)


def excerpt(body: str, typed: str) -> str:
    """The words of a body on one line, from a little before what was typed.

    From their beginning where nothing of it stands in them, or stands there anyway.
    """
    line = " ".join(body.split())
    folded = line.casefold()
    places = [folded.find(word) for word in _WORD.findall(typed.casefold())]
    first = min((place for place in places if place >= 0), default=0)
    if first < _SEEN_ANYWAY:
        return line
    return f"…{line[line.rfind(' ', 0, first - _BEFORE) + 1 :]}"


def _points(index: Index, typed: str) -> dict[int, int]:
    """How well each template fits one word; a slip counts only where nothing else fits."""
    found: dict[int, int] = {}
    for word, fit in _fitting(index, typed):
        for number, weight in index.places[word].items():
            points = fit * weight
            if points > found.get(number, 0):
                found[number] = points
    return found


def _fitting(index: Index, typed: str) -> list[tuple[str, int]]:
    if len(typed) < _SHORTEST_INSIDE:
        begun = [word for word in index.places if word.startswith(typed)]
    else:
        begun = [word for word in index.places if typed in word]
    if begun or len(typed) < _SHORTEST_WITH_SLIP:
        return [(word, _fit(typed, word)) for word in begun]
    near = range(max(len(typed) - 1, _SHORTEST_WITH_SLIP), len(typed) + 2)
    return [
        (word, _SLIP)
        for word in index.places
        if len(word) in near and _is_one_slip(typed, word)
    ]


def _fit(typed: str, word: str) -> int:
    if typed == word:
        return _WHOLE
    return _BEGINNING if word.startswith(typed) else _INSIDE


def _is_one_slip(typed: str, word: str) -> bool:
    """One letter too many, missing, wrong, or two that changed places."""
    at = 0
    end = min(len(typed), len(word))
    while at < end and typed[at] == word[at]:
        at += 1
    rest, other = typed[at:], word[at:]
    if len(rest) == len(other):
        swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or swapped
    return rest[1:] == other or rest == other[1:]


def _add_shortcuts(index: Index, typed: str, total: dict[int, int]) -> None:
    for number, one in enumerate(index.templates):
        shortcut = one.shortcut.lstrip(";")
        if shortcut and shortcut.startswith(typed):
            more = _SHORTCUT if shortcut == typed else _SHORTCUT_BEGINS
            total[number] = total.get(number, 0) + more
