"""The officer's ticks: each holds for the words that she read when she ticked.

The one rule: a change of words or numbers empties them; spaces, capitals and
punctuation do not.
"""

import re
from collections.abc import Iterable


_WORDS = re.compile(r"\w+")


class Ticks:
    """What is ticked, and whether it was emptied by the last change."""

    def __init__(self, keys: Iterable[str] = (), text: str = "") -> None:
        """Begin with the ticks that were kept for this text."""
        self._keys = set(keys)
        self._read = _read(text)
        self.emptied = False

    @property
    def keys(self) -> frozenset[str]:
        """The rules that are ticked now."""
        return frozenset(self._keys)

    def set(self, key: str, text: str, *, ticked: bool) -> None:
        """Tick or untick a rule for this text."""
        self._read = _read(text)
        self.emptied = False
        if ticked:
            self._keys.add(key)
        else:
            self._keys.discard(key)

    def hold_for(self, text: str) -> None:
        """Empty the ticks when this text says something else."""
        if _read(text) != self._read:
            self.empty()

    def empty(self) -> None:
        """Take every tick away, because another answer is on the desk now."""
        self.emptied = self.emptied or bool(self._keys)
        self._keys.clear()


def _read(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.casefold()))
