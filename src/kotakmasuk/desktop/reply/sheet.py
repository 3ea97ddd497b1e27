"""The sheet on the desk: one answer, or note, and all that is known of it now.

The one rule: answer and note never share their words, so neither can be sent as the
other; and a tick, an account or a picture belongs to the one candidate it was given to.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from kotakmasuk.desktop.reply.marks import Finding
from kotakmasuk.desktop.reply.ticks import Ticks
from kotakmasuk.domain.checklist import FAILED, OVERRIDDEN
from kotakmasuk.domain.messages import Version
from kotakmasuk.domain.placeholders import unfilled
from kotakmasuk.domain.replies import Composition, Draft, Identity
from kotakmasuk.services.checklist import CheckView


MOST_OPTIONS = 5
LETTERS = "ABCDE"
EMPTY = Composition("")


@dataclass
class Option:
    """One candidate: what it says, what is ticked for it, and a remark about it."""

    composition: Composition = EMPTY
    ticks: Ticks = field(default_factory=Ticks)
    lifted: set[str] = field(default_factory=set)
    remark: str = ""

    def draft(self, conversation: int) -> Draft:
        """What is to be kept of it."""
        return Draft(
            conversation,
            self.composition,
            self.ticks.keys,
            lifted=frozenset(self.lifted),
            remark=self.remark,
        )


def option_of(draft: Draft) -> Option:
    """Take a candidate up where it was left."""
    ticks = Ticks(draft.ticks, draft.text)
    return Option(draft.composition, ticks, set(draft.lifted), draft.remark)


@dataclass(frozen=True)
class Asked:
    """Who may approve today: names, each with the words for it.

    `ready` says that one of them can decide here; `outside` that the agency allows what
    was approved outside the app.
    """

    people: tuple[tuple[str, str], ...] = ()
    ready: bool = False
    outside: bool = False


@dataclass
class Sheet:
    """What is being written, for whom, and what the last check said.

    `openness` and `accounts` (id and words) are the ways that may be switched to;
    `waiting` and `returned` tell of a request for approval that is there already; `read`
    and `stands` are the citizen's message as it was at the beginning and as it is now;
    `unsure` says that nobody knows whether an earlier answer has arrived.
    """

    conversation: int
    identity: Identity
    openness: tuple[bool, ...] = ()
    accounts: tuple[tuple[int, str], ...] = ()
    options: list[Option] = field(default_factory=lambda: [Option()])
    place: int = 0
    note: bool = False
    note_text: str = ""
    saved: Draft | None = None
    sending: bool = False
    was_public_asked: bool = False
    view: CheckView | None = None
    split_into: int = 0
    part_counts: tuple[int, ...] = ()
    unit_answer_words: str = ""
    request: int = 0
    waiting: str = ""
    returned: str = ""
    issue: tuple[int, int] = (0, 0)
    approver: str = ""
    asked: Asked | None = None
    read: Version | None = None
    stands: Version | None = None
    unsure: bool = False

    @property
    def option(self) -> Option:
        """The candidate that is open."""
        return self.options[self.place]

    @property
    def composition(self) -> Composition:
        """All that was put together for the open candidate."""
        return self.option.composition

    @property
    def ticks(self) -> Ticks:
        """What is ticked for the open candidate."""
        return self.option.ticks

    @property
    def text(self) -> str:
        """The words in the editor: the note's or the answer's."""
        return self.note_text if self.note else self.composition.text

    def take(self, text: str) -> None:
        """Keep the words of the editor."""
        if self.note:
            self.note_text = text
        else:
            self.put(text=text)

    def put(self, **changed: Any) -> None:
        """Change something of what is put together."""
        self.option.composition = replace(self.composition, **changed)

    def draft(self) -> Draft:
        """What is to be kept of it."""
        kept = [one.draft(self.conversation) for one in self.options]
        others = (*kept[: self.place], *kept[self.place + 1 :])
        return replace(
            kept[self.place], others=others, place=self.place, approver=self.approver
        )

    @property
    def has_something(self) -> bool:
        """True when there are words or a picture."""
        return bool(self.composition.text.strip() or self.composition.pictures)

    @property
    def ready(self) -> bool:
        """True when it may go, or when the note may be saved."""
        if self.sending:
            return False
        if self.note:
            return bool(self.note_text.strip())
        return self.view is not None and self.view.passed

    @property
    def asks_approval(self) -> bool:
        """True when it goes to an approver instead of the outbox."""
        needed = self.view is not None and self.view.needs_approval
        return needed or len(self.options) > 1

    def findings(self) -> list[Finding]:
        """The places that failed checks point at; an open isian has its own look."""
        holes = {(hole.start, hole.end) for hole in unfilled(self.text)}
        results = self.view.results if self.view else ()
        return [
            Finding(span.start, span.end)
            for one in results
            if one.outcome in (FAILED, OVERRIDDEN)
            for span in one.spans
            if (span.start, span.end) not in holes
        ]
