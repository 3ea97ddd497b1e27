"""What an officer can do by name: shown in the palette, the map of keys and the menus.

The one rule: every action is a Command, so that nothing can be done by mouse alone. A
page offers its own by a method `commands()`.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Command:
    """One action; `keys` is shown, and bound by the page where it is a single letter.

    `kind` is "command", "tag" or "person", for the palette's prefixes.
    """

    id: str
    title: str
    run: Callable[[], object]
    group: str = ""
    keys: str = ""
    icon: str = ""
    hint: str = ""
    kind: str = "command"
