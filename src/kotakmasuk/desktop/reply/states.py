"""What the composer and the checklist show, as plain values.

The one rule: the presenter makes these, the widgets draw them; neither looks past them.
"""

from dataclasses import dataclass
from typing import Literal

from kotakmasuk.domain.replies import Identity, Picture


CardKind = Literal["block", "warn", "approve", "lifted"]


@dataclass(frozen=True)
class Card:
    """One failed check: what, the words it found with the finding bold, its basis.

    `place` is the finding in characters of the text; `fix` the verb of the button that
    mends it at once, empty where only a person can; `exempts` offers to leave the block
    to an approver, and on a "lifted" card to take that back.
    """

    key: str
    title: str
    quote: str
    strong: tuple[int, int] | None
    basis: str
    fix: str = ""
    place: tuple[int, int] | None = None
    kind: CardKind = "block"
    exempts: bool = False

    @property
    def blocks(self) -> bool:
        """Whether it keeps the answer from going."""
        return self.kind == "block"


@dataclass(frozen=True)
class Tick:
    """One question that only the officer can answer."""

    key: str
    words: str
    basis: str
    ticked: bool


@dataclass(frozen=True)
class ChecklistState:
    """The whole panel; `emptied` says why ticks went away.

    `ready` is the title of the card that says all is well, empty while it is not.
    """

    summary: str = ""
    ready: str = ""
    cards: tuple[Card, ...] = ()
    ticks: tuple[Tick, ...] = ()
    passed: tuple[str, ...] = ()
    emptied: str = ""


@dataclass(frozen=True)
class Notice:
    """One line about the answer: what is so, and the verb that changes it.

    `look` is plain, soon, late, info, warn, danger or note; `deed` is told when the verb
    or the cross (`closes`) is pressed.
    """

    icon: str
    words: str
    look: str = "plain"
    deed: str = ""
    verb: str = ""
    closes: str = ""


@dataclass(frozen=True)
class Part:
    """One post of a thread that a long text becomes."""

    number: str
    text: str
    count: str


@dataclass(frozen=True)
class OptionRow:
    """The candidates for the approver, and what is said about the present one.

    `names` is empty while there is one alone; `asks` shows the row at all. `people` are
    the approvers to choose from, with the words for each; `outside` offers to write down
    what was approved outside the app.
    """

    names: tuple[str, ...] = ()
    place: int = 0
    remark: str = ""
    asks: bool = False
    people: tuple[tuple[str, str], ...] = ()
    approver: str = ""
    outside: bool = False


@dataclass(frozen=True)
class ComposerState:
    """All rows of the composer around the text.

    `opposite` is True where one may switch to a public answer, False where to a private
    one, None where the platform leaves no choice; `accounts` are the others one may
    send from, with the words for each.
    """

    identity: Identity
    opposite: bool | None = None
    accounts: tuple[tuple[int, str], ...] = ()
    note: bool = False
    template: str = ""
    filled: int = 0
    asked: int = 0
    above: tuple[Notice, ...] = ()
    below: tuple[Notice, ...] = ()
    pictures: tuple[Picture, ...] = ()
    parts: tuple[Part, ...] = ()
    options: OptionRow = OptionRow()
    count: str = ""
    count_tone: str = "text2"
    reason: str = ""
    reason_icon: str = ""
    reason_tone: str = "text2"
    send: str = ""
    send_icon: str = "send"
    ready: bool = False
    issue: tuple[int, int] = (0, 0)
