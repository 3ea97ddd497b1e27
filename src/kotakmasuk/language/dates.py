"""Dates as Indonesians write them: 25 November, 25/11, 25-11-2026, besok.

The one rule to know: two ways of writing are the same date when day and month agree and
no year contradicts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text, [start, end); `year` 0 where none is written.

    A day that depends on when it is read (minggu depan) has month 0 and its words.
    """

    start: int
    end: int
    day: int
    month: int
    year: int = 0
    words: str = ""

    def agrees_with(self, other: "WrittenDate") -> bool:
        """Whether both can be the same day."""
        same = (self.day, self.month, self.words) == (
            other.day,
            other.month,
            other.words,
        )
        return same and (not self.year or not other.year or self.year == other.year)

    def is_over(self, today: str) -> bool:
        """Whether the day lies before `today` (ISO) or is it; without a year no."""
        if not (today and self.year and self.month):
            return False
        return f"{self.year:04}-{self.month:02}-{self.day:02}" <= today


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari pebruari feb",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt ags agust",
            "september sep sept",
            "oktober okt",
            "november nopember nov nop",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BY_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NAMED = re.compile(
    r"(?<![\w./-])(?P<day>[0-3]?\d)"
    r"(?:\s?(?:-|\u2013|s\.?d\.?|sampai|hingga|dan|atau|/)\s?(?P<last>[0-3]?\d))?"
    rf"[\s-]{{1,2}}(?P<month>{_BY_MONTH})\b(?:\.?[\s-]{{1,2}}(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<![\w./-])(?:(?P<year>20\d\d)-(?P<m>[01]?\d)-(?P<d>[0-3]?\d)"
    r"|(?P<day>[0-3]?\d)(?P<sign>[/.-])(?P<month>[01]?\d)"
    r"(?:(?P=sign)(?P<late>(?:20)?\d\d))?)(?![\w/-]|\.\d)",
)
# 24/7 is a service, 02/03 behind RT a neighbourhood, 3-4 hari a span.
_NO_DATE = re.compile(
    r"(?:\b(?:rt|rw|no|nomor|pasal|ayat|kelas|blok|jl|gang|gg|jam|pukul)\b[.:]?\s*)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:besok|lusa|(?:minggu|pekan|bulan|tahun|"
    r"senin|selasa|rabu|kamis|jumat|jum'at|sabtu|ahad)\s+(?:depan|besok))\b",
    re.IGNORECASE,
)
_AHEAD = {"besok": 1, "lusa": 2}
_CENTURY = 2000


def find(text: str, *, today: str = "") -> tuple[WrittenDate, ...]:
    """The dates in a text; `today` (ISO) tells which day besok and lusa are."""
    found = (*_named(text), *_numbered(text), *_relative(text, today))
    return tuple(sorted(found, key=lambda one: one.start))


def _named(text: str) -> Iterator[WrittenDate]:
    for match in _NAMED.finditer(text):
        month = _MONTHS[match["month"].casefold()]
        for day in (match["day"], match["last"]):
            if day and 1 <= int(day) <= _DAYS[month]:
                year = int(match["year"] or 0)
                yield WrittenDate(match.start(), match.end(), int(day), month, year)


def _numbered(text: str) -> Iterator[WrittenDate]:
    for match in _NUMBERED.finditer(text):
        day, month = int(match["day"] or match["d"]), int(match["month"] or match["m"])
        year = int(match["year"] or match["late"] or 0)
        # Without a year only a slash makes a date; 3-4 and 1.5 are figures.
        whole = year or (match["sign"] == "/" and match[0] != "24/7")
        named = _NO_DATE.search(text, max(0, match.start() - 12), match.start())
        if whole and not named and 1 <= month < len(_DAYS) and 1 <= day <= _DAYS[month]:
            late = year + _CENTURY if 0 < year < _CENTURY else year
            yield WrittenDate(match.start(), match.end(), day, month, late)


def _relative(text: str, today: str) -> Iterator[WrittenDate]:
    for match in _RELATIVE.finditer(text):
        words = " ".join(match[0].casefold().split())
        if today and words in _AHEAD:
            day = date.fromisoformat(today) + timedelta(days=_AHEAD[words])
            yield WrittenDate(match.start(), match.end(), day.day, day.month, day.year)
        else:
            yield WrittenDate(match.start(), match.end(), 0, 0, words=words)
