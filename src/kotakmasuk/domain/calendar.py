"""The agency's working time: office hours, Ramadan, holidays, cuti bersama, one zone.

The one rule to know: only office hours count, and the day of receipt is day 0. Years
that the data lists are taken from it alone; for others the holidays package answers.
Hours: Perpres 21/2023.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from kotakmasuk.domain.weeks import local, midnight
from kotakmasuk.domain.wording import DAYS, MONTHS


MINUTE = 60_000
# Indonesia's zones know no summer time, so every day is as long as the next.
DAY = 24 * 60 * MINUTE
_LONGEST_WAIT = 3_660

Hours = tuple[tuple[int, int], ...]
Week = tuple[Hours, Hours, Hours, Hours, Hours, Hours, Hours]


@dataclass(frozen=True)
class Holiday:
    """A day off and its name; `joint_leave` is cuti bersama."""

    name: str
    joint_leave: bool = False


@dataclass(frozen=True)
class Season:
    """Days, first and last included, with their own office hours (Ramadan)."""

    first: date
    last: date
    hours: Week


@dataclass(frozen=True)
class WorkingCalendar:
    """When the agency works. Hours are (start, end) in minutes of the local day."""

    hours: Week
    seasons: tuple[Season, ...] = ()
    holidays: Mapping[date, Holiday] = field(default_factory=dict)
    listed_years: frozenset[int] = frozenset()
    zone: str = "Asia/Jakarta"


@lru_cache(maxsize=64)
def national_holidays(year: int) -> Mapping[date, Holiday]:
    """National holidays and cuti bersama of a year, from the holidays package."""
    # At first use: it costs a tenth of a second, and only years outside the data ask.
    import holidays  # noqa: PLC0415

    found = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    return {
        day: Holiday(name, joint_leave=name.startswith("Cuti Bersama"))
        for day, name in found.items()
    }


def holiday(calendar: WorkingCalendar, day: date) -> Holiday | None:
    """The holiday on that day, if it is one."""
    known = calendar.holidays.get(day)
    if known or day.year in calendar.listed_years:
        return known
    return national_holidays(day.year).get(day)


def hours_on(calendar: WorkingCalendar, day: date) -> Hours:
    """The office hours of that day; empty when the office is closed."""
    hours = calendar.hours
    for season in calendar.seasons:
        if season.first <= day <= season.last:
            hours = season.hours
            break
    on_weekday = hours[day.weekday()]
    return () if on_weekday and holiday(calendar, day) else on_weekday


def is_working_day(calendar: WorkingCalendar, day: date) -> bool:
    """Whether the office works at all on that day."""
    return bool(hours_on(calendar, day))


def working_minutes(calendar: WorkingCalendar, start_ms: int, end_ms: int) -> int:
    """Whole minutes of office time between two instants (UTC ms); 0 if none."""
    worked = 0
    for opens, closes in _windows(calendar, start_ms):
        if opens >= end_ms:
            break
        worked += max(0, min(closes, end_ms) - max(opens, start_ms))
    return worked // MINUTE


def add_working_minutes(calendar: WorkingCalendar, start_ms: int, minutes: int) -> int:
    """The instant (UTC ms) at which so many minutes of office time have passed.

    Zero minutes after closing time is the instant itself; anything more falls inside
    office hours, at the latest on their end.
    """
    left = minutes * MINUTE
    if left <= 0:
        return start_ms
    for opens, closes in _windows(calendar, start_ms, days=_LONGEST_WAIT):
        begins = max(opens, start_ms)
        if closes > begins:
            if closes - begins >= left:
                return begins + left
            left -= closes - begins
    message = "the calendar has too few office hours"
    raise ValueError(message)


def add_working_days(calendar: WorkingCalendar, day: date, days: int) -> date:
    """The date so many working days later; the day itself is day 0."""
    reached = day
    for _ in range(days):
        reached = next_working_day(calendar, reached)
    return reached


def next_working_day(calendar: WorkingCalendar, day: date) -> date:
    """The first working day after that day."""
    for ahead in range(1, _LONGEST_WAIT):
        later = day + timedelta(days=ahead)
        if is_working_day(calendar, later):
            return later
    message = "the calendar has no working day"
    raise ValueError(message)


def closing(calendar: WorkingCalendar, day: date) -> int:
    """When office hours end on that day (UTC ms); midnight after a closed day."""
    hours = hours_on(calendar, day)
    minutes = hours[-1][1] if hours else 24 * 60
    return midnight(day, calendar.zone) + minutes * MINUTE


def next_opening(calendar: WorkingCalendar, at_ms: int) -> int:
    """The instant itself while the office is open, else when it opens next (UTC ms)."""
    for opens, closes in _windows(calendar, at_ms, days=_LONGEST_WAIT):
        if closes > max(opens, at_ms):
            return max(opens, at_ms)
    message = "the calendar has no office hours"
    raise ValueError(message)


def is_open(calendar: WorkingCalendar, at_ms: int) -> bool:
    """Whether the instant (UTC ms) lies within office hours."""
    return next_opening(calendar, at_ms) == at_ms


def _windows(
    calendar: WorkingCalendar, start_ms: int, *, days: int | None = None
) -> Iterator[tuple[int, int]]:
    """Office hours as (opens, closes) in UTC ms, from the day of the instant on.

    Each day ends with an empty window at midnight, so a closed year doesn't hang.
    """
    day = local(start_ms, calendar.zone).date()
    begins = midnight(day, calendar.zone)
    last = None if days is None else day + timedelta(days=days)
    while last is None or day <= last:
        for start, end in hours_on(calendar, day):
            yield begins + start * MINUTE, begins + end * MINUTE
        day += timedelta(days=1)
        begins += DAY
        yield begins, begins


def explain(
    calendar: WorkingCalendar,
    received_ms: int,
    *,
    days: int | None = None,
    minutes: int | None = None,
) -> str:
    """Why a deadline falls where it does, as an officer reads it.

    "diterima Jumat 16.10; libur Sabtu-Minggu; + 3 hari kerja", or with minutes of
    office time instead of days.
    """
    received = local(received_ms, calendar.zone)
    day = received.date()
    if days is None:
        due_ms = add_working_minutes(calendar, received_ms, minutes or 0)
        due, span = local(due_ms, calendar.zone).date(), _duration(minutes or 0)
    else:
        due, span = add_working_days(calendar, day, days), f"{days} hari kerja"
    parts = [f"diterima {DAYS[day.weekday()]} {received:%H.%M}"]
    if not is_open(calendar, received_ms):
        parts[0] += " (di luar jam kerja)"
    off = _days_off(calendar, day + timedelta(days=1), due)
    if off:
        parts.append(f"libur {off}")
    return "; ".join((*parts, f"+ {span}"))


_DASH = "\N{EN DASH}"


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    told = [f"{hours} jam"] if hours else []
    if rest or not hours:
        told.append(f"{rest} menit")
    return f"{' '.join(told)} kerja"


def _days_off(calendar: WorkingCalendar, first: date, last: date) -> str:
    """The closed stretches in between, each told once: weekends, then named days."""
    stretches: list[list[date]] = []
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if not is_working_day(calendar, day):
            if stretches and stretches[-1][-1] == day - timedelta(days=1):
                stretches[-1].append(day)
            else:
                stretches.append([day])
    told = [_stretch(calendar, days) for days in stretches]
    counted = {words: told.count(words) for words in told}
    return ", ".join(
        f"{count} kali {words}" if count > 1 else words
        for words, count in counted.items()
    )


def _stretch(calendar: WorkingCalendar, days: list[date]) -> str:
    named = [found for day in days if (found := holiday(calendar, day))]
    if not named:
        names = [DAYS[day.weekday()] for day in days]
        return names[0] if len(names) == 1 else f"{names[0]}{_DASH}{names[-1]}"
    if len(days) == 1 and named[0].joint_leave:
        return f"cuti bersama {_dates(days)}"
    names = list(dict.fromkeys(one.name.removeprefix("Cuti Bersama ") for one in named))
    return f"{_dates(days)} ({', '.join(names)})"


def _dates(days: list[date]) -> str:
    first, last = days[0], days[-1]
    told = f"{last.day} {MONTHS[last.month - 1]}"
    if first == last:
        return told
    if first.month == last.month:
        return f"{first.day}{_DASH}{told}"
    return f"{first.day} {MONTHS[first.month - 1]}{_DASH}{told}"
