"""What the services are handed: the loaded data files, and the desk where one writes.

A service that writes takes a `Desk` first and returns `Changes`; one that only reads
takes a reading connection. Whoever is on another thread hands its writes to the writing
lane through a `Write`.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.team import Role, Seat
from kotakmasuk.store.database import atomic


# Only for their names: a start must not wait for what these hold.
if TYPE_CHECKING:
    from sqlite_utils import Database

    from kotakmasuk.connectors.kit.contract import Access
    from kotakmasuk.connectors.kit.registry import Found
    from kotakmasuk.domain.accounts import Account
    from kotakmasuk.domain.calendar import WorkingCalendar
    from kotakmasuk.domain.checklist import Rule
    from kotakmasuk.domain.templates import Template
    from kotakmasuk.language.folding import Words
    from kotakmasuk.language.suggestions import Marks

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Office:
    """What is loaded once and never changes while the program runs.

    `calendar` makes the agency's working calendar for a zone; `mark` and `fold` are the
    text help with its word lists bound; `access` opens an account for its connector.
    """

    resources: Path
    folder: Path
    rules: "Callable[[], tuple[Rule, ...]]"
    starters: "Callable[[], tuple[Template, ...]]"
    calendar: "Callable[[str], WorkingCalendar]"
    words: "Callable[[], Words]"
    fold: Callable[[str], str]
    mark: "Callable[[str], Marks]"
    connectors: "Mapping[str, Found]"
    access: "Callable[[Account], Access]"
    read_token: Callable[[str, str], str | None]
    save_token: Callable[[str, str, str], None]
    forget_tokens: Callable[[str], None]
    now: Callable[[], int]
    # What a demo tells its visitor: passphrases by name. Empty everywhere else.
    shown_passphrases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """A place to write: the open database, who sits there and on which device."""

    database: "Database"
    office: Office
    device: str
    seat: Callable[[], Seat]
    entropy: Callable[[int], bytes]

    def atomic(self, *, by_machine: bool = False) -> AbstractContextManager[None]:
        """Open a transaction; raises KnownError when the disk will not take it.

        Who only watches changes nothing (KnownError), but what the program does by
        itself goes on: reading, sending, waking, and the log of who saw what.
        """
        if not by_machine:
            self.demand_right()
        return atomic(self.database)

    def demand_right(self) -> None:
        """Raise KnownError when a pengamat sits here; for what no transaction holds."""
        if self.seat().role is Role.OBSERVER:
            raise KnownError(
                "Pengamat hanya dapat melihat.",
                "Tidak ada yang diubah.",
                "Ganti petugas di pojok kiri bawah bila Anda bertugas.",
            )

    def stamp(self) -> Stamp:
        """Say who acts, where and now."""
        return Stamp(
            at=self.office.now(),
            device=self.device,
            actor=self.seat().officer,
            entropy=self.entropy,
        )


class Chair:
    """Holds who sits at the desk while the program runs; it is written nowhere.

    Read from every lane and taken on the window's: replacing one reference is whole.
    """

    def __init__(self, seat: Seat) -> None:
        self._seat = seat

    def __call__(self) -> Seat:
        """Who sits here now."""
        return self._seat

    def take(self, seat: Seat) -> None:
        """Let somebody else sit down, or the same person with another role."""
        self._seat = seat


class Write(Protocol):
    """Run a writing service on the writing lane and wait for its result."""

    def __call__(
        self,
        service: Callable[Concatenate[Desk, Given], Result],
        /,
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """Raise whatever the service raised."""
