"""What the composer lends: its editor, its checklist, and how it words a check.

The one rule: pages.py hands these over, so that neither feature knows the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.replies import Limit


@dataclass(frozen=True)
class Lent:
    """The parts of desktop/reply: three widgets and what words a check.

    `judged(view, text, ready=, asks_approval=, emptied=)` gives what the checklist
    shows, `blank(words)` what it shows while nothing is checked; `finding(start, end)`
    is a place to underline; `removals(result, text)` what a press takes out.
    """

    editor: Any
    checklist: Any
    pictures: Any
    judged: Callable[..., Any]
    blank: Callable[[str], Any]
    finding: Callable[[int, int], Any]
    removals: Callable[..., Sequence[Any]]
    limit_words: Callable[[Limit], tuple[str, str]]
