"""Reads calendar.toml into the agency's working calendar, with its confidence checked.

The one rule to know: a mistake in the file is told with the file and the entry; nothing
is guessed.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kotakmasuk.domain.calendar import (
    Holiday,
    Hours,
    Season,
    Week,
    WorkingCalendar,
)
from kotakmasuk.domain.errors import KnownError


WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday"),
)
JOINT_LEAVE = "cuti_bersama"
_PERIOD = re.compile(r"([01]\d|2[0-4])\.([0-5]\d)-([01]\d|2[0-4])\.([0-5]\d)")


def parse_calendar(
    mapping: Mapping[str, Any], source: str, *, zone: str = "Asia/Jakarta"
) -> WorkingCalendar:
    """The working calendar of the file; raises KnownError naming the entry."""
    hours = _week(mapping, "hours", source)
    ramadan = mapping.get("ramadan", {})
    seasons: tuple[Season, ...] = ()
    if ramadan:
        week = _week(mapping, "ramadan", source)
        seasons = tuple(
            Season(
                _day(period, "first", "ramadan", source),
                _day(period, "last", "ramadan", source),
                week,
            )
            for period in ramadan.get("periods", ())
        )
    years = mapping.get("years", ())
    return WorkingCalendar(
        hours=hours,
        seasons=seasons,
        holidays=_holidays(years, mapping.get("local_holidays", ()), source),
        listed_years=frozenset(int(year["year"]) for year in years),
        zone=zone,
    )


def _week(mapping: Mapping[str, Any], name: str, source: str) -> Week:
    table = mapping.get(name, {})
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        _hours(table.get(weekday, ()), f"{name}.{weekday}", source)
        for weekday in WEEKDAYS
    )
    week = (monday, tuesday, wednesday, thursday, friday, saturday, sunday)
    if not any(week):
        raise _wrong(source, name, "tidak ada satu pun jam kerja")
    return week


def _hours(periods: Sequence[str], entry: str, source: str) -> Hours:
    found: list[tuple[int, int]] = []
    for period in periods:
        match = _PERIOD.fullmatch(period)
        if not match:
            raise _wrong(source, entry, f"“{period}” harus seperti “07.30-12.00”")
        one, two, three, four = (int(part) for part in match.groups())
        start, end = one * 60 + two, three * 60 + four
        if end <= start or (found and start < found[-1][1]):
            raise _wrong(source, entry, f"“{period}” tidak berurutan")
        found.append((start, end))
    return tuple(found)


def _holidays(
    years: Sequence[Mapping[str, Any]],
    agency: Sequence[Mapping[str, Any]],
    source: str,
) -> Mapping[date, Holiday]:
    listed = (
        (f"years {year['year']}", entry)
        for year in years
        for entry in year.get("holidays", ())
    )
    own = (("local_holidays", entry) for entry in agency)
    return {
        _day(entry, "date", where, source): Holiday(
            str(entry.get("name", "")), joint_leave=entry.get("kind") == JOINT_LEAVE
        )
        for where, entry in (*listed, *own)
    }


def _day(entry: Mapping[str, Any], key: str, where: str, source: str) -> date:
    value = entry.get(key)
    if not isinstance(value, date):
        raise _wrong(source, where, f"{key} “{value}” bukan tanggal (tttt-bb-hh)")
    return value


def _wrong(source: str, entry: str, problem: str) -> KnownError:
    return KnownError(
        f"{source}, bagian {entry}: {problem}.",
        "Kalender kerja belum diubah.",
        "Perbaiki berkas itu, lalu buka lagi Kotak Masuk.",
    )
