"""The week of a report: Monday 00.00 to Sunday 24.00 on the agency's own clock.

Weeks are numbered as ISO 8601 does it, so the first week of a year may begin in December.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from kotakmasuk.domain.errors import KnownError


@dataclass(frozen=True)
class Week:
    """Seven days that begin on `monday`, in the time zone `zone`."""

    monday: date
    zone: str

    @property
    def start(self) -> int:
        """When it begins, UTC ms."""
        return midnight(self.monday, self.zone)

    @property
    def end(self) -> int:
        """When it is over, UTC ms; this instant belongs to the next week."""
        return midnight(self.monday + timedelta(days=7), self.zone)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days, Monday first."""
        return tuple(self.monday + timedelta(days=number) for number in range(7))

    @property
    def edges(self) -> tuple[int, ...]:
        """The eight midnights around its days, UTC ms."""
        return (*(midnight(day, self.zone) for day in self.days), self.end)

    @property
    def name(self) -> str:
        """Its ISO name, such as 2022-W10."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    @property
    def number(self) -> int:
        """Its ISO number."""
        return self.monday.isocalendar().week

    @property
    def before(self) -> "Week":
        """The week before it."""
        return Week(self.monday - timedelta(days=7), self.zone)


@lru_cache(maxsize=4096)
def midnight(day: date, zone: str) -> int:
    """Give the instant at which a day begins in a zone, UTC ms."""
    begins = datetime.combine(day, time(), ZoneInfo(zone))
    return int(begins.timestamp()) * 1000


def local(instant: int, zone: str) -> datetime:
    """Read an instant (UTC ms) on the clocks of a zone."""
    return datetime.fromtimestamp(instant // 1000, UTC).astimezone(ZoneInfo(zone))


def week_of(instant: int, zone: str) -> Week:
    """Give the week in which an instant (UTC ms) lies."""
    day = local(instant, zone).date()
    return Week(day - timedelta(days=day.weekday()), zone)


def monday_of(name: str) -> date:
    """Read a week's ISO name; raises KnownError with an example for any other text."""
    match = re.fullmatch(r"(\d{4})-?[Ww](\d{1,2})", name.strip())
    if not match:
        raise _unknown(name)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        raise _unknown(name) from None


def _unknown(name: str) -> KnownError:
    return KnownError(
        f"“{name}” bukan nama pekan.",
        "Tidak ada yang dibuat.",
        "Tulis tahun dan nomor pekan, misalnya 2022-W10.",
    )
