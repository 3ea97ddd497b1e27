"""How long a text is on X: letters have weights, a link is 23, an emoji is 2.

The figures are those of twitter-text's configuration 3; earlier ones can be given.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import regex

from kotakmasuk.connectors.kit import addresses


LAST_ASCII = 127
INVALID = regex.compile(f"[{addresses.INVALID}]")
PICTURE = (
    r"(?![\xA9\xAE])\p{Extended_Pictographic}"
    r"(?:\uFE0F|\p{Emoji_Modifier}|[\U000E0020-\U000E007E]+\U000E007F)?(?!\uFE0E)"
)
EMOJI = regex.compile(
    rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\uFE0F?\u20E3|[\xA9\xAE]\uFE0F"
    rf"|{PICTURE}(?:\u200D{PICTURE})*"
)


@dataclass(frozen=True)
class Weights:
    """A configuration of twitter-text; weights are in parts of `scale`.

    `ranges` are (first, last, weight) of code points; all others weigh `default`.
    """

    most: int = 280
    scale: int = 100
    default: int = 200
    ranges: tuple[tuple[int, int, int], ...] = (
        (0, 4351, 100),
        (8192, 8205, 100),
        (8208, 8223, 100),
        (8242, 8247, 100),
    )
    link: int = 23
    emoji: bool = True

    def of(self, code_point: int) -> int:
        """Give the weight of one code point."""
        for first, last, weight in self.ranges:
            if first <= code_point <= last:
                return weight
        return self.default


CURRENT = Weights()


@dataclass(frozen=True)
class Weighed:
    """A text's length on X; `fits` is how much of its composed form (NFC) may stand.

    `valid` is false for a text that is empty, too long, or has a letter X refuses.
    """

    length: int
    valid: bool
    fits: int
    most: int

    @property
    def permillage(self) -> int:
        """How much of the allowed length is used, in thousandths."""
        return self.length * 1000 // self.most


def length(text: str, weights: Weights = CURRENT) -> int:
    """Count a text as X does."""
    composed = unicodedata.normalize("NFC", text)
    whole = _wholes(composed, weights)
    weight = sum(each for _start, _end, each in whole)
    edges = [(0, 0), *((start, end) for start, end, _weight in whole)]
    edges.append((len(composed), len(composed)))
    for (_before, start), (end, _after) in pairwise(edges):
        weight += _letters(composed[start:end], weights)
    return weight // weights.scale


def weigh(text: str, weights: Weights = CURRENT) -> Weighed:
    """Count a text and tell how much of it fits."""
    composed = unicodedata.normalize("NFC", text)
    wholes = {start: (end, weight) for start, end, weight in _wholes(composed, weights)}
    refused = INVALID.search(composed)
    until = refused.start() if refused else len(composed)
    place = weight = fits = 0
    while place < len(composed):
        end, more = wholes.get(place) or (place + 1, weights.of(ord(composed[place])))
        place, weight = end, weight + more
        if place <= until and weight <= weights.most * weights.scale:
            fits = place
    total = weight // weights.scale
    valid = refused is None and 0 < total <= weights.most
    return Weighed(total, valid, fits, weights.most)


def emoji(text: str) -> tuple[tuple[int, int], ...]:
    """Give where each emoji begins and ends; a family or a flag is one."""
    return () if text.isascii() else tuple(each.span() for each in EMOJI.finditer(text))


def _wholes(text: str, weights: Weights) -> list[tuple[int, int, int]]:
    """Give what weighs the same however many letters it has: links, then emoji."""
    found = [(*place, weights.link * weights.scale) for place in addresses.find(text)]
    if weights.emoji:
        linked = [range(start, end) for start, end, _weight in found]
        found += [
            (start, end, weights.default)
            for start, end in emoji(text)
            if not any(start in link for link in linked)
        ]
    return sorted(found)


def _letters(text: str, weights: Weights) -> int:
    if text.isascii() and weights.of(0) == weights.of(LAST_ASCII):
        return len(text) * weights.of(0)
    return sum(weights.of(ord(letter)) for letter in text)
