"""What an officer can do by name: shown in the palette, the map of keys and the menus.

The one rule: every action is a Command, so that nothing can be done by mouse alone. A
page offers its own by a method `commands()`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class Command:
    """One action; `keys` is a Qt key sequence, or a single letter such as "E"."""

    title: str
    run: Callable[[], object]
    keys: str = ""
    group: str = ""
    icon: str = ""


@runtime_checkable
class Commanded(Protocol):
    """A page that has commands for the palette while it is shown."""

    def commands(self) -> Sequence[Command]:
        """Give what can be done now."""
