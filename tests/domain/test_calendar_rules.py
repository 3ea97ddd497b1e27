"""calendar.toml: a mistake is told with the file and the entry."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kotakmasuk.domain.calendar_rules import parse_calendar
from kotakmasuk.domain.errors import KnownError


UNITS = {"working_minutes", "working_days", "calendar_days", "clock_hours"}
HOURS = {"monday": ["07.30-12.00", "13.00-16.00"]}


def test_hours_become_minutes_of_the_day():
    """07.30 is minute 450; weekdays that are not named are closed."""
    calendar = parse_calendar({"hours": HOURS}, "calendar.toml", zone="Asia/Makassar")
    assert calendar.hours[0] == ((450, 720), (780, 960))
    assert calendar.hours[1] == ()
    assert calendar.zone == "Asia/Makassar"


def test_the_agencys_own_day_off_counts():
    """A local holiday closes the office like a national one."""
    mapping = {
        "hours": HOURS,
        "local_holidays": [{"date": date(2027, 6, 22), "name": "Hari Jadi"}],
    }
    calendar = parse_calendar(mapping, "calendar.toml")
    assert calendar.holidays[date(2027, 6, 22)].name == "Hari Jadi"


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"hours": {"monday": ["7-12"]}}, "hours.monday"),
        ({"hours": {"monday": ["13.00-12.00"]}}, "tidak berurutan"),
        ({}, "tidak ada satu pun jam kerja"),
        ({"hours": HOURS, "local_holidays": [{"date": "besok"}]}, "bukan tanggal"),
    ],
)
def test_a_mistake_names_file_and_entry(mapping, words):
    """The officer learns which line of which file to mend."""
    with pytest.raises(KnownError) as caught:
        parse_calendar(mapping, "rules/calendar.toml")
    assert caught.value.message.startswith("rules/calendar.toml")
    assert words in caught.value.message
    assert caught.value.remedy


def test_every_deadline_is_an_acuan_with_its_confidence():
    """Periods are data: what, how long, on which basis, how sure, and when checked."""
    source = Path(__file__).parents[2] / "resources/rules/deadlines.toml"
    deadlines = tomllib.loads(source.read_text("utf-8"))["deadline"]
    assert len({one["key"] for one in deadlines}) == len(deadlines)
    for one in deadlines:
        assert one["limit"] > 0
        assert one["unit"] in UNITS
        assert one["confidence"] in "ABC"
        assert isinstance(one["checked_on"], date)
        assert one["basis"]


def test_the_first_answer_is_due_after_one_working_day():
    """7 h 30 min of office time, the agency's own target and no law."""
    source = Path(__file__).parents[2] / "resources/rules/deadlines.toml"
    deadlines = tomllib.loads(source.read_text("utf-8"))["deadline"]
    [target] = [one for one in deadlines if one["key"] == "internal_sapa"]
    assert (target["limit"], target["unit"]) == (450, "working_minutes")
    assert "bukan ketentuan hukum" in target["basis"]
