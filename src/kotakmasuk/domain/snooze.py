"""Until when a conversation may sleep: mornings on which the office opens."""

from collections.abc import Iterator
from datetime import date, timedelta

from kotakmasuk.domain.calendar import (
    MINUTE,
    WorkingCalendar,
    add_working_days,
    closing,
    hours_on,
    is_open,
    next_working_day,
)
from kotakmasuk.domain.weeks import local, midnight
from kotakmasuk.domain.wording import SHORT_DAYS


HOUR = 60 * MINUTE
LATER_TODAY = 3 * HOUR


def choices(calendar: WorkingCalendar, now: int) -> list[tuple[str, int]]:
    """Offer (words, UTC ms), the soonest first, none on a closed day."""
    found: dict[int, str] = {}
    for words, at in _offered(calendar, now):
        found.setdefault(at, f"{words}, {_told(at, calendar.zone)}")
    return [(words, at) for at, words in sorted(found.items())]


def _offered(calendar: WorkingCalendar, now: int) -> Iterator[tuple[str, int]]:
    today = local(now, calendar.zone).date()
    later = now + LATER_TODAY
    if is_open(calendar, now) and later < closing(calendar, today):
        yield "Tiga jam lagi", later
    following = next_working_day(calendar, today)
    tomorrow = following == today + timedelta(days=1)
    yield (
        "Besok pagi" if tomorrow else "Hari kerja berikutnya",
        _opening(calendar, following),
    )
    yield (
        "Dua hari kerja lagi",
        _opening(calendar, add_working_days(calendar, today, 2)),
    )
    sunday = today + timedelta(days=6 - today.weekday())
    yield "Minggu depan", _opening(calendar, next_working_day(calendar, sunday))


def _opening(calendar: WorkingCalendar, day: date) -> int:
    return midnight(day, calendar.zone) + hours_on(calendar, day)[0][0] * MINUTE


def _told(at: int, zone: str) -> str:
    moment = local(at, zone)
    return f"{SHORT_DAYS[moment.weekday()]} {moment:%H.%M}"
