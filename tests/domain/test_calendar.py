"""Working time: what counts, what doesn't, and the sentence that explains it."""

import csv
import os
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kotakmasuk.domain.calendar import (
    WorkingCalendar,
    add_working_days,
    add_working_minutes,
    closing,
    explain,
    holiday,
    is_open,
    is_working_day,
    national_holidays,
    next_opening,
    working_minutes,
)
from kotakmasuk.domain.calendar_rules import parse_calendar


ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KOTAKMASUK_SHARED", ROOT.parent / "shared"))
WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    source = ROOT / "resources/rules/calendar.toml"
    return parse_calendar(tomllib.loads(source.read_text("utf-8")), "calendar.toml")


def at(*moment, zone=WIB):
    return int(datetime(*moment, tzinfo=zone).timestamp() * 1000)


def spoken(sentence):
    return sentence.replace("\N{EN DASH}", "-")


def read(instant, zone=WIB):
    return f"{datetime.fromtimestamp(instant / 1000, zone):%a %d.%m %H.%M}"


# Received, then +3, +5, +10, +14, +17 and +60 working days. What falls into 2027 rests
# on a calendar that no decree has confirmed.
VECTORS = [
    ("2026-03-13", "03-25 03-27 04-06 04-10 04-15 06-24"),
    ("2026-03-20", "03-27 03-31 04-08 04-14 04-17 06-26"),
    ("2026-05-13", "05-20 05-22 06-03 06-09 06-12 08-13"),
    ("2026-08-14", "08-20 08-24 09-01 09-07 09-10 11-10"),
    ("2026-11-20", "11-25 11-27 12-04 12-10 12-15 02-19"),
    ("2026-12-23", "12-30 01-04 01-12 01-18 01-21 04-05"),
]


@pytest.mark.parametrize(("received", "due"), VECTORS)
def test_working_days_skip_weekends_holidays_and_joint_leave(calendar, received, due):
    """Fourteen working days from before Lebaran end a month later."""
    start = date.fromisoformat(received)
    reached = [add_working_days(calendar, start, n) for n in (3, 5, 10, 14, 17, 60)]
    assert [f"{day:%m-%d}" for day in reached] == due.split()


def test_the_data_agrees_with_the_known_holidays(calendar):
    """Every day off of 2025 to 2027 is in the data, and no other."""
    source = SHARED / "data/holidays_id_2025_2027.csv"
    if not source.exists():
        pytest.skip("shared test data are not here")
    with source.open(encoding="utf-8", newline="") as file:
        rows = {
            date.fromisoformat(row["tanggal"]): row["jenis"] == "cuti_bersama"
            for row in csv.DictReader(file)
        }
    assert {d: h.joint_leave for d, h in calendar.holidays.items()} == rows


def test_other_years_come_from_the_package_with_joint_leave(calendar):
    """In 2022 the week of Lebaran is off although the data doesn't list that year."""
    off = [day for day in range(2, 7) if holiday(calendar, date(2022, 5, day))]
    assert off == [2, 3, 4, 5, 6]
    assert national_holidays(2022)[date(2022, 4, 29)].joint_leave


@pytest.mark.parametrize(
    ("monday", "hours"),
    [(date(2026, 11, 16), 37.5), (date(2026, 3, 2), 32.5), (date(2022, 4, 4), 32.5)],
)
def test_a_week_has_the_decreed_hours(calendar, monday, hours):
    """37 h 30 min, and 32 h 30 min in Ramadan (Perpres 21/2023)."""
    start = at(monday.year, monday.month, monday.day)
    week = 7 * 24 * 3_600_000
    assert working_minutes(calendar, start, start + week) == hours * 60


def test_breaks_nights_and_seconds_do_not_count(calendar):
    """From Friday 11.00 to Monday 08.00: half an hour, an afternoon, half an hour."""
    start, end = at(2026, 11, 20, 11), at(2026, 11, 23, 8)
    assert working_minutes(calendar, start, end) == 30 + 210 + 30
    assert working_minutes(calendar, start, start + 59_999) == 0
    assert working_minutes(calendar, end, start) == 0


def test_a_target_falls_inside_office_hours(calendar):
    """One working day from Friday 16.10 is due on Monday 15.40, not on Saturday."""
    due = add_working_minutes(calendar, at(2026, 11, 20, 16, 10), 450)
    assert read(due) == "Mon 23.11 15.40"


def test_what_comes_at_night_starts_in_the_morning(calendar):
    """A message at 22.00 has until closing time of the next working day."""
    due = add_working_minutes(calendar, at(2026, 11, 18, 22), 450)
    assert read(due) == "Thu 19.11 16.00"
    assert add_working_minutes(calendar, due, 0) == due


def test_adding_and_measuring_agree(calendar):
    """Whatever is added is measured again, across Lebaran and a change of hours."""
    for minutes in (1, 239, 450, 4_000, 20_000):
        start = at(2026, 3, 13, 15, 20)
        due = add_working_minutes(calendar, start, minutes)
        assert working_minutes(calendar, start, due) == minutes


def test_each_zone_has_its_own_morning(calendar):
    """In Jayapura the office opens two hours before Jakarta."""
    papua = WorkingCalendar(calendar.hours, zone="Asia/Jayapura")
    opening = next_opening(papua, at(2026, 11, 18, 1, zone=UTC) - 4 * 3_600_000)
    assert datetime.fromtimestamp(opening / 1000, UTC).hour == 22
    assert working_minutes(papua, opening, opening + 60_000) == 1


def test_open_and_closing_times(calendar):
    """Open at 08.00, closed at noon and on holidays; Friday closes at 16.30."""
    assert is_open(calendar, at(2026, 11, 20, 8))
    assert not is_open(calendar, at(2026, 11, 20, 12))
    assert not is_working_day(calendar, date(2026, 12, 24))
    assert read(closing(calendar, date(2026, 11, 20))) == "Fri 20.11 16.30"


@pytest.mark.parametrize(
    ("received", "days", "sentence"),
    [
        (
            (2026, 11, 20, 16, 10),
            3,
            "diterima Jumat 16.10; libur Sabtu-Minggu; + 3 hari kerja",
        ),
        (
            (2026, 12, 23, 10, 5),
            1,
            (
                "diterima Rabu 10.05; libur 24-27 Desember (Hari Raya Natal); "
                "+ 1 hari kerja"
            ),
        ),
        (
            (2026, 12, 24, 9, 0),
            1,
            (
                "diterima Kamis 09.00 (di luar jam kerja); "
                "libur 25-27 Desember (Hari Raya Natal); + 1 hari kerja"
            ),
        ),
        ((2026, 11, 17, 9, 0), 2, "diterima Selasa 09.00; + 2 hari kerja"),
    ],
)
def test_a_deadline_explains_itself(calendar, received, days, sentence):
    """The officer sees from when it counts and which days were left out."""
    told = spoken(explain(calendar, at(*received), days=days))
    assert told == sentence


def test_a_target_in_minutes_explains_itself_too(calendar):
    """Half a day is told as hours of office time."""
    told = spoken(explain(calendar, at(2026, 11, 20, 16, 10), minutes=450))
    assert told.endswith("libur Sabtu-Minggu; + 7 jam 30 menit kerja")


def test_several_weekends_are_counted(calendar):
    """Two weekends in a row are told once."""
    told = spoken(explain(calendar, at(2026, 11, 20, 10), days=6))
    assert "libur 2 kali Sabtu-Minggu" in told


def test_a_calendar_without_hours_says_so():
    """Nobody waits for ever on an office that never opens."""
    closed = WorkingCalendar(((),) * 7)
    with pytest.raises(ValueError, match="too few office hours"):
        add_working_minutes(closed, at(2026, 11, 20), 1)
