"""The officer's ticks: each holds for the words that she read when she ticked.

The one rule: a change of words or numbers empties them; spaces, capitals and
punctuation do not.
"""

import re


_WORDS = re.compile(r"\w+")


class Ticks:
    """What is ticked, and whether it was emptied by the last change."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._read: tuple[str, ...] = ()
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
        if self._keys and _read(text) != self._read:
            self._keys.clear()
            self.emptied = True

    def clear(self) -> None:
        """Begin anew for another answer."""
        self._keys.clear()
        self.emptied = False


def _read(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(text.casefold()))
