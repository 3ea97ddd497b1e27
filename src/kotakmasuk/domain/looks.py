"""When a thread is read again by itself for an answer of unknown outcome.

The one rule to know: a look never sends; it only tells what a human may then decide.
"""

from collections.abc import Sequence


MINUTE = 60_000
# Platforms show late what they took, so the looks lie further and further apart.
PAUSES = (MINUTE // 2, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)


def next_look(began_at: int, looked: Sequence[tuple[int, bool]]) -> int | None:
    """Tell when to read the thread again (UTC ms); None when it was read often enough.

    `looked` are the readings since the attempt that began then: when, and whether whole.
    One that the line cut off does not count, but is not tried again at once either.
    """
    if sum(whole for _, whole in looked) >= len(PAUSES):
        return None
    newest = max((at for at, _ in looked), default=began_at)
    return newest + PAUSES[min(len(looked), len(PAUSES) - 1)]
