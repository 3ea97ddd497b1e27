"""calendar.toml: a mistake is told with the file and the entry."""

from datetime import date

import pytest

from kotakmasuk.domain.calendar_rules import parse_calendar
from kotakmasuk.domain.errors import KnownError


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
