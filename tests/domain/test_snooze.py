"""Until when a conversation may sleep."""

from datetime import date

from kotakmasuk.domain.calendar import Holiday, WorkingCalendar
from kotakmasuk.domain.snooze import choices
from kotakmasuk.domain.weeks import local
from tests.helpers.desks import DAY, HOUR, NOW


OFFICE = ((7 * 60 + 30, 15 * 60 + 30),)
WEEK = (OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, (), ())
CALENDAR = WorkingCalendar(hours=WEEK, listed_years=frozenset({2025}))


def told(calendar: WorkingCalendar, now: int) -> list[str]:
    return [words for words, _ in choices(calendar, now)]


def test_on_a_working_day_the_next_mornings_are_offered() -> None:
    """It is Wednesday, two in the afternoon."""
    assert told(CALENDAR, NOW) == [
        "Besok pagi, Kam 07.30",
        "Dua hari kerja lagi, Jum 07.30",
        "Minggu depan, Sen 07.30",
    ]


def test_in_the_morning_the_same_day_is_offered_too() -> None:
    """While three hours later somebody is still there."""
    assert told(CALENDAR, NOW - 5 * HOUR)[0] == "Tiga jam lagi, Rab 12.00"


def test_before_a_weekend_tomorrow_is_not_offered() -> None:
    """Nobody would be there; and no morning stands there twice."""
    friday = NOW + 2 * DAY
    assert told(CALENDAR, friday) == [
        "Hari kerja berikutnya, Sen 07.30",
        "Dua hari kerja lagi, Sel 07.30",
    ]


def test_a_holiday_is_no_working_day() -> None:
    """It is passed over like a Sunday."""
    thursday = date(2025, 11, 20)
    calendar = WorkingCalendar(
        hours=WEEK,
        holidays={thursday: Holiday("Libur")},
        listed_years=frozenset({2025}),
    )
    assert told(calendar, NOW)[0] == "Hari kerja berikutnya, Jum 07.30"


def test_the_times_are_those_of_the_agencys_zone() -> None:
    """In Jayapura it is two hours later."""
    eastern = WorkingCalendar(
        hours=WEEK, listed_years=frozenset({2025}), zone="Asia/Jayapura"
    )
    words, at = choices(eastern, NOW)[0]
    assert words == "Besok pagi, Kam 07.30"
    assert local(at, "Asia/Jakarta").hour == 5
