"""Jawaban OPD: what a unit told us, so that a date in our answer has somebody behind it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UnitAnswer:
    """What a unit (OPD) answered, pasted or attached by an officer.

    `answered_at` is when the unit said so, `at` when it was written down (UTC ms);
    `digest` and `name` are those of an attached scan, empty without one.
    """

    id: int
    unit: str
    text: str
    answered_at: int
    at: int
    actor: str
    conversation: int | None = None
    digest: str = ""
    name: str = ""
