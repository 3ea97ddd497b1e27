"""What a weekly summary says: figures and references, never a citizen.

Stock and flow stand apart, and on time is measured against what fell due in the week.
A wait is a citizen's message that opened a turn; its time to answer is in working hours.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.approvals import Tally
from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.weeks import Week


BUCKET_HOURS = (1, 2, 4, 8, 24)
BUCKET_WORDS = (
    "≤ 1",
    *("1-2 2-4 4-8 8-24".replace("-", "\N{EN DASH}").split()),
    "> 24",
)
UNSORTED = "unsorted"
UNTAGGED = "tanpa tag"
NAMELESS = ("files", "manual")


class Way(StrEnum):
    """How an answer reached the citizen."""

    PLATFORM = "platform"
    MANUAL = "manual"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"


WAY_WORDS = {
    Way.PLATFORM: "Terkirim lewat Kotak Masuk",
    Way.MANUAL: "Dikirim manual, dinyatakan petugas",
    Way.OUTSIDE: "Dijawab langsung di kanal",
    Way.ELSEWHERE: "Dijawab di aplikasi lain (dari impor)",
}


class NoteKind(StrEnum):
    """Why the figures of an account may be short of the truth."""

    GAP = "gap"
    GAP_FILLED = "gap_filled"
    INCOMPLETE = "incomplete"
    MANUAL = "manual"
    FILE = "file"


class Arrival(NamedTuple):
    """One message of a citizen, as far as counting needs it."""

    sent_at: int
    conversation: int
    account: int
    kind: Kind | None


class Wait(NamedTuple):
    """One message that waits, or waited, for our answer; times are UTC ms.

    `closed` says that an officer ended the conversation without an answer.
    """

    conversation: int
    uid: str
    account: int
    kind: Kind | None
    sent_at: int
    due_at: int | None
    answered_at: int | None
    way: Way = Way.OUTSIDE
    closed: bool = False


@dataclass(frozen=True)
class Channel:
    """A connected account; `name` is the agency's own, `label` is what reports say."""

    id: int
    name: str
    platform: str
    label: str


@dataclass(frozen=True)
class Count:
    """A number of this week beside that of the week before."""

    name: str
    now: int
    before: int
    id: int | None = None

    @property
    def change(self) -> int:
        """How many more than the week before."""
        return self.now - self.before

    @property
    def percent(self) -> float | None:
        """The change in percent of the week before; None when there was nothing."""
        return 100 * self.change / self.before if self.before else None


@dataclass(frozen=True)
class ChannelWeek:
    """An account's week: messages a day and a kind, and the week before."""

    channel: Channel
    days: tuple[int, ...]
    kinds: dict[str, int]
    total: Count


@dataclass(frozen=True)
class Stock:
    """Waits at the beginning, those that came and were answered, those that are left.

    `closed` came in this week and were ended without an answer; they are no stock.
    """

    opening: int
    arrived: int
    answered: int
    closing: int
    closed: int


@dataclass(frozen=True)
class Timeliness:
    """What fell due within the week, and how it went.

    `not_due` waits with time left; `overdue` is all that is late at the end, also of
    earlier weeks.
    """

    due: int
    on_time: int
    late_answered: int
    late_open: int
    not_due: int
    overdue: int

    @property
    def share(self) -> float | None:
        """Percent on time of what fell due; None when nothing did."""
        return 100 * self.on_time / self.due if self.due else None


@dataclass(frozen=True)
class Response:
    """Time to answer in working minutes, of all that was answered within the week.

    The median is the ordinary one; P90 is the nearest rank: the smallest time within
    which at least nine tenths of the answers were given.
    """

    answers: int
    median: float | None
    p90: float | None
    buckets: tuple[int, ...]


@dataclass(frozen=True)
class Answering:
    """All about waits and answers of one week."""

    stock: Stock
    timeliness: Timeliness
    response: Response
    ways: dict[Way, int]


@dataclass(frozen=True)
class OpenCase:
    """A wait that is still open at the end, told without its citizen."""

    conversation: int
    reference: str
    kind: Kind | None
    topics: tuple[str, ...]
    channel: Channel
    received_at: int
    due_at: int | None
    overdue: bool


@dataclass(frozen=True)
class Checks:
    """What the checklist did within the week.

    `held` counts by the title of the rule that held an answer back. `sent` and
    `sent_manually` left; `unsure` and `failed` are where they stand now. `approvals`
    tells the ways in which a second person allowed answers.
    """

    run: int = 0
    replies: int = 0
    passed_at_once: int = 0
    not_passed: int = 0
    held: tuple[tuple[str, int], ...] = ()
    sent: int = 0
    sent_manually: int = 0
    unsure: int = 0
    failed: int = 0
    approvals: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Note:
    """A reason why figures may be incomplete; times are UTC ms, None is unknown."""

    kind: NoteKind
    channel: Channel
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class WeekRows:
    """The plain rows of a week and the one before, out of which all is computed.

    `latest` is the newest instant known to the file; `topics` are the tags of each
    conversation as (id, name).
    """

    channels: tuple[Channel, ...]
    arrivals: tuple[Arrival, ...]
    waits: tuple[Wait, ...]
    topics: dict[int, tuple[tuple[int, str], ...]]
    checks: Checks
    notes: tuple[Note, ...]
    latest: int
    spam: int = 0


@dataclass(frozen=True)
class WeeklySummary:
    """Everything the screen, the PDF and the JSON of a week show.

    `as_of` (UTC ms) is the end of the week, or the newest data of one that still runs.
    """

    week: Week
    as_of: int
    target_minutes: int
    total: Count
    channels: tuple[ChannelWeek, ...]
    kinds: tuple[Count, ...]
    topics: tuple[Count, ...]
    answering: Answering
    before: Answering
    open_cases: tuple[OpenCase, ...]
    checks: Checks
    notes: tuple[Note, ...]
    spam: int

    @property
    def overdue(self) -> tuple[OpenCase, ...]:
        """The open cases whose target is over."""
        return tuple(case for case in self.open_cases if case.overdue)

    @property
    def waiting(self) -> tuple[OpenCase, ...]:
        """The open cases with time left."""
        return tuple(case for case in self.open_cases if not case.overdue)


def labelled(accounts: Iterable[tuple[int, str, str]]) -> tuple[Channel, ...]:
    """Name accounts (id, name, platform) by platform; where two share it, by both.

    What has no platform of its own is known by its name alone.
    """
    known = list(accounts)
    shared = Counter(platform for _, _, platform in known)

    def label(name: str, platform: str) -> str:
        if platform in NAMELESS:
            return name
        word = platform_of(platform).name
        return f"{word} ({name})" if shared[platform] > 1 else word

    return tuple(
        Channel(number, name, platform, label(name, platform))
        for number, name, platform in known
    )


def reference(uid: str) -> str:
    """Shorten a conversation's global id to the number an officer can look up."""
    return uid[:8].upper()
