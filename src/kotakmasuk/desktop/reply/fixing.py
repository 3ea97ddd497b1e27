"""What a single press on a failed check can mend.

The one rule: an isian is only shown to be filled; what is taken out is exactly what the
check found, with one of the spaces around it.
"""

from dataclasses import dataclass

from kotakmasuk.domain.checklist import ItemResult
from kotakmasuk.domain.placeholders import unfilled


@dataclass(frozen=True)
class Removal:
    """Characters `start` to `end` that go away."""

    start: int
    end: int


# By check: the deed of a notice or of a tool that mends it.
DEEDS = {
    "promise": "unit_answer",
    "missing_alt_text": "describe",
    "over_limit": "split",
    "account_visibility": "own_account",
}


def hole_of(result: ItemResult, text: str) -> tuple[int, int] | None:
    """The first open isian that this check complains about, if that is what it found."""
    holes = {(hole.start, hole.end) for hole in unfilled(text)}
    places = [(span.start, span.end) for span in result.spans]
    return next((place for place in places if place in holes), None)


def removals(result: ItemResult, text: str) -> list[Removal]:
    """What must go, the last one first, so that no place moves."""
    spans = sorted(result.spans, key=lambda span: span.start, reverse=True)
    return [
        Removal(span.start - _space_before(text, span.start, span.end), span.end)
        for span in spans
    ]


def _space_before(text: str, start: int, end: int) -> int:
    """One, where a space stands on both sides or before a sign that closes."""
    before = start > 0 and text[start - 1] == " "
    after = end >= len(text) or not text[end].isalnum()
    return int(before and after)
