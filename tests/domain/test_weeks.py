"""The week of a report."""

from datetime import UTC, date, datetime

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.weeks import Week, local, monday_of, week_of


def instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1000


def test_a_week_runs_from_monday_midnight_to_sunday_midnight_of_its_zone() -> None:
    """In Jayapura it begins two hours before it does in Jakarta."""
    jakarta = Week(date(2026, 11, 9), "Asia/Jakarta")
    jayapura = Week(date(2026, 11, 9), "Asia/Jayapura")
    assert jakarta.start == instant("2026-11-09T00:00+07:00")
    assert jakarta.end == instant("2026-11-16T00:00+07:00")
    assert jakarta.start - jayapura.start == 2 * 3_600_000


def test_sunday_evening_belongs_to_the_week_that_ends() -> None:
    """And the first minute of Monday to the next one."""
    sunday = instant("2026-11-15T23:59:59+07:00")
    assert week_of(sunday, "Asia/Jakarta").name == "2026-W46"
    assert week_of(sunday + 1000, "Asia/Jakarta").name == "2026-W47"


def test_a_week_is_named_as_iso_8601_does_it() -> None:
    """The first week of 2020 begins in December 2019."""
    assert Week(date(2019, 12, 30), "Asia/Jakarta").name == "2020-W01"
    assert monday_of("2020-W01") == date(2019, 12, 30)
    assert monday_of("2026w46") == date(2026, 11, 9)


@pytest.mark.parametrize(
    "name", ["", "2022", "W10", "2022-W54", "2022-W00", "pekan 10"]
)
def test_another_text_is_refused_with_an_example(name: str) -> None:
    """The officer sees how a week is written."""
    with pytest.raises(KnownError) as told:
        monday_of(name)
    assert "2022-W10" in str(told.value)


def test_an_instant_is_read_on_the_clocks_of_the_zone() -> None:
    """Milliseconds from before 1970 too, should a source hold them."""
    assert local(0, "Asia/Makassar").isoformat() == "1970-01-01T08:00:00+08:00"
    before = datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert local(-1, "UTC") == before


def test_the_edges_hold_the_seven_days() -> None:
    """Eight midnights around seven days."""
    week = Week(date(2026, 11, 9), "Asia/Jakarta")
    assert week.edges[0] == week.start
    assert week.edges[-1] == week.end
    assert len(week.edges) == 8
    assert week.before.end == week.start
