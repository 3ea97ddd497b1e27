"""What every part of the demo's story is told with: its files, its clock, its people.

The one rule: who acts in the story sits at the desk as in an office, and who decides
about others' words has proved it by a passphrase.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kotakmasuk.domain.team import Seat
from kotakmasuk.services import team
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import settings
from kotakmasuk.system import clock


DAY = 86_400_000
SECOND = 1000
ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = date(2026, 11, 16)
# A row of the story, with `week` and `day` counted from that Monday.
Told = Mapping[str, Any]


def moment(day: int, hour: str, *, week: int = 0) -> int:
    """Give the instant (UTC ms) of an hour on a day of the story, Monday being 1."""
    on = MONDAY + timedelta(weeks=week, days=day - 1)
    at = datetime.combine(on, time.fromisoformat(hour), ZONE)
    return int(at.timestamp()) * SECOND


FOUNDED = moment(1, "07:30", week=-8)
OPENED = moment(5, "14:05")


@dataclass
class Clock:
    """The demo's own time, UTC ms; `ticking` lets it run on from where it stands."""

    at: int
    ticking: bool = False
    since: int = 0

    def now(self) -> int:
        """Tell the demo's time."""
        return self.at + (clock.now() - self.since if self.ticking else 0)

    def pass_by(self, span: int) -> None:
        """Let a time pass at once (ms)."""
        self.at += span

    def start(self) -> None:
        """Let it run."""
        self.since = clock.now()
        self.ticking = True


@dataclass
class Story:
    """The story's folder and what is known of it so far.

    `threads` are conversations by the story's names, `accounts` by their keys,
    `passphrases` those that the demo tells its visitor, and `seats` what they earned, by
    the officers' names. `names` are the officers by their initials, `templates` those
    that answers name, by their keys.
    """

    desk: Desk
    folder: Path
    clock: Clock
    passphrases: Mapping[str, str] = field(default_factory=dict)
    threads: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Read a file of JSON lines."""
        for line in (self.folder / name).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)

    def at(self, told: Told, hour: str = "") -> None:
        """Set the clock to when something happens, or to another hour of that day."""
        hour = hour or told["time"]
        self.clock.at = moment(told["day"], hour, week=told["week"])

    def officer(self, initials: str) -> Desk:
        """Give the desk with somebody at it."""
        seat = Seat(self._name(initials))
        return replace(self.desk, seat=lambda: seat)

    def approver(self, initials: str) -> Desk:
        """Give the desk with somebody at it who has proved to be an approver."""
        typed = self.seats[self._name(initials)]
        seat = team.renewed(self.desk.database.conn, self.desk.office, typed)
        return replace(self.desk, seat=lambda: seat)

    def _name(self, initials: str) -> str:
        if initials not in self.names:
            known = settings.load(self.desk.database.conn).officers
            self.names |= {one.initials: one.name for one in known}
        return self.names[initials]


def write_with(desk: Desk) -> Callable[..., Any]:
    """Give services that want a `write` this desk; the demo's filling has one lane."""
    return lambda service, *given, **named: service(desk, *given, **named)
