"""What became of a text: words that stayed, that went and that came.

The one rule: put together again, the parts give both texts to the letter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


SAME, REMOVED, ADDED = "same", "removed", "added"
# Words, single signs, and the room between them.
PARTS = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True)
class Part:
    """Some letters and what became of them: same, removed or added."""

    kind: str
    text: str


def changed_words(before: str, after: str) -> tuple[Part, ...]:
    """Compare two texts word by word; removed words stand before those added."""
    old, new = PARTS.findall(before), PARTS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = [
        ("".join(old[a:b]), "".join(new[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]
    return tuple(_told(_bridged(blocks)))


Block = tuple[str, str, bool]


def _bridged(blocks: Sequence[Block]) -> list[Block]:
    """Join changes that only a space parts: a phrase is struck as one, not by word."""
    joined: list[Block] = []
    for place, (old, new, same) in enumerate(blocks):
        within = 0 < place < len(blocks) - 1
        changed = not same or (within and not old.strip())
        if changed and joined and not joined[-1][2]:
            was_old, was_new, _ = joined[-1]
            joined[-1] = (was_old + old, was_new + new, False)
        else:
            joined.append((old, new, not changed))
    return joined


def _told(blocks: Iterable[Block]) -> Iterable[Part]:
    for old, new, same in blocks:
        if same:
            yield Part(SAME, old)
            continue
        if old:
            yield Part(REMOVED, old)
        if new:
            yield Part(ADDED, new)


def before(parts: Iterable[Part]) -> str:
    """The text as it was."""
    return "".join(one.text for one in parts if one.kind != ADDED)


def after(parts: Iterable[Part]) -> str:
    """The text as it is now."""
    return "".join(one.text for one in parts if one.kind != REMOVED)
