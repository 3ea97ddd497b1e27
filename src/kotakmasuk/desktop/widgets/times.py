"""Moments and lengths of time in words, and the zones to choose from.

The one rule: a length is rounded down, so nobody is promised a minute too many.
"""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import SHORT_DAYS, SHORT_MONTHS, number


MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = timedelta(days=7)
ZONE_CHOICES = (
    ("Asia/Jakarta", "WIB (Jakarta)"),
    ("Asia/Makassar", "WITA (Makassar)"),
    ("Asia/Jayapura", "WIT (Jayapura)"),
)


@dataclass(frozen=True)
class Moment:
    """When a page is drawn: UTC ms, and the zone in which times are told."""

    now: int
    zone: str


def moment_words(moment: Moment, at: int) -> str:
    """When something was or will be: "14.05", "Kam 14.05", "9 Des 14.05"."""
    here, today = local(at, moment.zone), local(moment.now, moment.zone).date()
    hour = f"{here:%H.%M}"
    if here.date() == today:
        return hour
    if abs(here.date() - today) < WEEK:
        return f"{SHORT_DAYS[here.weekday()]} {hour}"
    year = f" {here.year}" if here.year != today.year else ""
    return f"{here.day} {SHORT_MONTHS[here.month - 1]}{year} {hour}"


def span_words(length: int) -> str:
    """A length of time: "45 menit", "3 jam", "2 hari"."""
    if length < HOUR:
        return _say("{n} menit").format(n=length // MINUTE)
    if length < DAY:
        return _say("{n} jam").format(n=length // HOUR)
    return _say("{n} hari").format(n=number(length // DAY))


def _say(text: str) -> str:
    return QCoreApplication.translate("Times", text)
