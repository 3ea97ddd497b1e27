"""What the composer and the checklist show, as plain values.

The one rule: the presenter makes these, the widgets draw them; neither looks past them.
"""

from dataclasses import dataclass

from kotakmasuk.domain.replies import Identity


@dataclass(frozen=True)
class Card:
    """One failed check: what, the words it found with the finding bold, its basis.

    `place` is the finding in characters of the text; `fix` the verb of the button that
    mends it at once, empty where only a person can.
    """

    key: str
    title: str
    quote: str
    strong: tuple[int, int] | None
    basis: str
    fix: str = ""
    place: tuple[int, int] | None = None
    blocks: bool = True


@dataclass(frozen=True)
class Tick:
    """One question that only the officer can answer."""

    key: str
    words: str
    basis: str
    ticked: bool


@dataclass(frozen=True)
class ChecklistState:
    """The whole panel; `emptied` says why ticks went away."""

    summary: str = ""
    ready: bool = False
    cards: tuple[Card, ...] = ()
    ticks: tuple[Tick, ...] = ()
    passed: tuple[str, ...] = ()
    emptied: str = ""


@dataclass(frozen=True)
class ComposerState:
    """All rows of the composer around the text."""

    identity: Identity
    note: bool = False
    template: str = ""
    filled: int = 0
    asked: int = 0
    count: str = ""
    count_tone: str = "text2"
    reason: str = ""
    reason_icon: str = ""
    reason_tone: str = "text2"
    send: str = ""
    send_icon: str = "send"
    ready: bool = False
