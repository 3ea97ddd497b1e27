"""Who waits for an answer since when, read from the order of what was said.

A turn opens with the first message of a citizen after our last answer and closes with
our next one; the clock of a turn belongs to the message that opened it.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One message on the time line of a conversation; times are UTC ms."""

    sent_at: int
    ours: bool
    due_at: int | None = None
    elsewhere: int | None = None
    deleted: bool = False


@dataclass(frozen=True)
class Turn:
    """What a step means: whether it opens a turn, and when that was answered."""

    opens: bool = False
    answered_at: int | None = None


@dataclass(frozen=True)
class Standing:
    """A whole conversation: a turn per step, and the wait that is still open."""

    turns: tuple[Turn, ...]
    waiting_since: int | None = None
    due_at: int | None = None
    answered: bool = False


def standing(steps: Sequence[Step]) -> Standing:
    """Read a conversation's steps, oldest first."""
    turns = [Turn() for _ in steps]
    waiting: int | None = None
    for index, step in enumerate(steps):
        if step.ours:
            if waiting is not None:
                turns[waiting] = Turn(opens=True, answered_at=step.sent_at)
            waiting = None
        elif waiting is None and not step.deleted:
            turns[index] = Turn(opens=True, answered_at=step.elsewhere)
            waiting = index if step.elsewhere is None else None
    if waiting is None:
        answered = any(
            turn.answered_at or step.ours
            for turn, step in zip(turns, steps, strict=True)
        )
        return Standing(tuple(turns), answered=answered)
    return Standing(tuple(turns), steps[waiting].sent_at, steps[waiting].due_at)


@dataclass(frozen=True)
class Window:
    """The platform's own time to answer; UTC ms.

    After `closes_at` some platforms take an answer written by a person until
    `extended_until`; after that nothing.
    """

    closes_at: int
    extended_until: int | None = None

    def is_closed(self, now: int) -> bool:
        """Whether the platform takes nothing any more."""
        return now >= (self.extended_until or self.closes_at)

    def is_extended(self, now: int) -> bool:
        """Whether only a person's own answer is still taken."""
        return not self.is_closed(now) and now >= self.closes_at
