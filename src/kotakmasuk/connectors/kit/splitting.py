"""Cutting a text that is too long into a numbered thread.

No word is lost, and no link, no handle and no letter is ever cut in two.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from kotakmasuk.connectors.kit import addresses
from kotakmasuk.connectors.kit.counting import CLUSTER
from kotakmasuk.domain.errors import KnownError


SPACE = re.compile(r"\s+")
WHOLE = re.compile(r"https?://\S+|(?<!\w)@\w[\w.-]*(?:@[\w.-]+)?")
# A sentence ends behind a word; Jl., No., dr. and Yth. end nothing.
SENTENCE = re.compile(r"(?:\w{4}[.!?…]+|[!?…])[\"'”)\]]*\Z")
FULL_ENOUGH = 2  # a paragraph or sentence may leave at most half of a part empty
MOST_DIGITS = 3
LAST_LETTERS = 12
LOOK_AHEAD = 256

Cut = tuple[int, int]  # where a part ends, and where the next one begins


def split(text: str, allowed: int, count: Callable[[str], int]) -> tuple[str, ...]:
    """Cut a text into parts that `count` finds no longer than `allowed`, numbered (1/3).

    A text that fits is given back as it is. KnownError where a link, a handle or a
    letter is longer than a part may be.
    """
    if not text.strip() or count(text) <= allowed:
        return (text,)
    for digits in range(1, MOST_DIGITS + 1):
        widest = " ({0}/{0})".format("9" * digits)

        def fits(part: str, number: str = widest) -> bool:
            return count(part + number) <= allowed

        parts = tuple(_parts(text.strip(), fits))
        if len(parts) < 10**digits:
            total = len(parts)
            return tuple(f"{part} ({at}/{total})" for at, part in enumerate(parts, 1))
    raise _unsplittable("Teks ini terlalu panjang untuk dibagi menjadi utas.")


def _parts(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    begins = 0
    while True:
        until = _too_long(text, begins, fits)
        if until is None:
            yield text[begins:]
            return
        end, start = _cut(text, begins, until, fits)
        yield text[begins:end]
        begins = start


def _too_long(text: str, begins: int, fits: Callable[[str], bool]) -> int | None:
    """Find an end with which a part is too long, so that not all has to be counted."""
    size = LOOK_AHEAD
    while begins + size < len(text):
        if not fits(text[begins : begins + size]):
            return begins + size
        size *= 2
    return None if fits(text[begins:]) else len(text)


def _cut(text: str, begins: int, until: int, fits: Callable[[str], bool]) -> Cut:
    """Find where a part ends: behind a paragraph, a sentence, a word, a letter."""
    ends = {match.end() for match in CLUSTER.finditer(text, begins, until)}
    words = [
        gap.span()
        for gap in SPACE.finditer(text, begins, until)
        if gap.start() in ends and gap.end() in ends and gap.end() < until
    ]
    furthest = _furthest(text, begins, words, fits)
    if furthest is None:
        return _within_word(text, begins, sorted(ends)[:-1], fits)
    least = begins + (furthest[0] - begins) // FULL_ENOUGH
    within = [cut for cut in words if least <= cut[0] <= furthest[0]]
    paragraphs = [cut for cut in within if text.count("\n", *cut) > 1]
    sentences = [cut for cut in within if _ends_sentence(text, cut)]
    return next((kind[-1] for kind in (paragraphs, sentences) if kind), furthest)


def _within_word(
    text: str, begins: int, letters: list[int], fits: Callable[[str], bool]
) -> Cut:
    """Cut a word that is longer than a part, never in what must stay whole."""
    whole = [*addresses.find(text), *(match.span() for match in WHOLE.finditer(text))]
    inside = {place for start, end in whole for place in range(start + 1, end)}
    cuts = [(place, place) for place in letters if place not in inside]
    cut = _furthest(text, begins, cuts, fits)
    if cut is None:
        raise _unsplittable(
            "Ada tautan atau nama akun yang lebih panjang dari batasnya."
        )
    return cut


def _furthest(
    text: str, begins: int, cuts: Sequence[Cut], fits: Callable[[str], bool]
) -> Cut | None:
    """Give the last cut before which the text fits; None where none does."""

    def is_over(cut: Cut) -> bool:
        return not fits(text[begins : cut[0]])

    place = bisect_left(cuts, x=True, key=is_over)
    # A count need not grow with every word: half a link may count more than the whole.
    while place > 0 and is_over(cuts[place - 1]):
        place -= 1
    return cuts[place - 1] if place else None


def _ends_sentence(text: str, cut: Cut) -> bool:
    end, start = cut
    if "\n" in text[end:start]:
        return True
    return SENTENCE.search(text, max(0, end - LAST_LETTERS), end) is not None


def _unsplittable(message: str) -> KnownError:
    return KnownError(
        message, "Teks yang sudah Anda tulis tetap ada.", "Persingkat teksnya."
    )
