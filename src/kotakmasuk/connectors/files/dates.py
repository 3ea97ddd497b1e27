"""Times as people and programs write them, read the same way down a whole column.

Whether 03/04 is April or March is decided by every value of the column together.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags agustus aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov nop november nopember",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
ZONES = {"wib": 420, "wita": 480, "wit": 540, "utc": 0, "gmt": 0, "z": 0}
TIME = (
    r"(?:[,\s]+(?:pukul|jam|at)?\s*|T)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>wib|wita|wit|utc|gmt|z|[+-]\d{2}:?\d{2})?"
)
NUMBERED = re.compile(
    rf"(?P<a>\d{{1,4}})[/.\-](?P<b>\d{{1,2}})[/.\-](?P<c>\d{{2,4}})(?:{TIME})?",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?:[^\W\d_]+,\s*)?(?P<day>\d{{1,2}})[\s\-]+(?P<month>[^\W\d_]+)\.?[\s\-]+"
    rf"(?P<year>\d{{4}})(?:{TIME})?",
    re.IGNORECASE,
)
NAMED_FIRST = re.compile(
    rf"(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?:{TIME})?",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,16}(?:\.\d+)?")
EXCEL_BEGINS = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet has no zone
EXCEL_DAYS = range(20_000, 80_000)
EARLIEST, LATEST = 1990, 2100
TWELVE = 12
CENTURY = 100


@dataclass(frozen=True)
class Moment:
    """An instant (UTC ms) with the source's offset in minutes, None where it had none."""

    at: int
    offset: int | None


@dataclass(frozen=True)
class DateReader:
    """Reads one file's times; `day_first` says how 03/04 is meant."""

    zone: ZoneInfo
    day_first: bool = True

    def read(self, cell: object) -> Moment | None:
        """Read a cell; None when it is no possible time."""
        try:
            moment = self._moment(cell)
        except (ValueError, OverflowError):
            return None
        if moment is None or not EARLIEST <= moment.year <= LATEST:
            return None
        zoned = moment.tzinfo is not None
        whole = moment if zoned else moment.replace(tzinfo=self.zone)
        offset = whole.utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60) if zoned else None
        return Moment(int(whole.timestamp() * 1000), minutes)

    def _moment(self, cell: object) -> datetime | None:
        if isinstance(cell, datetime):
            return cell
        if isinstance(cell, date):
            return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - no zone yet
        text = str(cell).strip()
        return _counted(text) if NUMBER.fullmatch(text) else self._written(text)

    def _written(self, text: str) -> datetime | None:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
        found = NUMBERED.fullmatch(text)
        if found:
            return _with_time(_ordered(found, day_first=self.day_first), found)
        found = NAMED.fullmatch(text) or NAMED_FIRST.fullmatch(text)
        month = MONTHS.get(found["month"].casefold()) if found else None
        if found is None or month is None:
            return None
        return _with_time((int(found["year"]), month, int(found["day"])), found)


def day_first(cells: Iterable[object]) -> bool:
    """Decide for a whole column; without evidence the day comes first, as in Indonesia."""
    month_first = 0
    for cell in cells:
        found = NUMBERED.fullmatch(str(cell).strip())
        if found is None or len(found["a"]) > 2:  # noqa: PLR2004 - a year is first
            continue
        if int(found["a"]) > TWELVE:
            return True
        month_first += int(found["b"]) > TWELVE
    return not month_first


def format_of(cell: object, *, first: bool) -> str:
    """Name how a cell's date is written, in the words of the preview."""
    text = str(cell).strip()
    found = NUMBERED.fullmatch(text)
    if found and len(found["a"]) <= 2:  # noqa: PLR2004 - a year has four digits
        mark = text[len(found["a"])]
        return mark.join(("dd", "mm", "yyyy") if first else ("mm", "dd", "yyyy"))
    named = NAMED.fullmatch(text) or NAMED_FIRST.fullmatch(text)
    kinds = {
        "tanggal Excel": isinstance(cell, date),
        "angka (epoch atau Excel)": NUMBER.fullmatch(text) is not None,
        "d mmmm yyyy": named is not None,
        "yyyy-mm-dd": True,
    }
    return next(kind for kind, holds in kinds.items() if holds)


def _counted(text: str) -> datetime | None:
    """Read a bare number: yyyymmdd, a spreadsheet's day, seconds or smaller since 1970."""
    whole = text.partition(".")[0]
    number = float(text)
    if len(whole) == 8 and "." not in text:  # noqa: PLR2004 - yyyymmdd
        return datetime.fromisoformat(text)
    if int(number) in EXCEL_DAYS:
        return EXCEL_BEGINS + timedelta(seconds=round(number * 86_400))
    thousands = max(0, math.ceil((len(whole) - 10) / 3))
    if len(whole) < 9:  # noqa: PLR2004 - before 1973
        return None
    return datetime.fromtimestamp(number / 1000**thousands, UTC)


def _ordered(found: "re.Match[str]", *, day_first: bool) -> tuple[int, int, int]:
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:  # noqa: PLR2004 - a year has four digits
        return a, b, c
    year = c + 2000 if c < CENTURY else c
    return (year, b, a) if day_first else (year, a, b)


def _with_time(day: tuple[int, int, int], found: "re.Match[str]") -> datetime:
    hour, minute, second = (
        int(found[name] or 0) for name in ("hour", "minute", "second")
    )
    half = (found["half"] or "").lower()
    if half:
        hour = hour % TWELVE + (TWELVE if half.startswith("p") else 0)
    moment = datetime(*day, hour, minute, second)  # noqa: DTZ001 - the zone follows
    zone = (found["zone"] or "").lower()
    return moment.replace(tzinfo=_zone(zone)) if zone else moment


def _zone(name: str) -> timezone:
    if name in ZONES:
        return timezone(timedelta(minutes=ZONES[name]))
    digits = name[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
