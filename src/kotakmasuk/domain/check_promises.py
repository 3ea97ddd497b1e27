"""Checks of what is promised: certainty, dates and spans of time.

The one rule to know: a unit's stored answer carries a promise only where it names the
same date or the same span.
"""

import re

from kotakmasuk.domain.check_subject import Finding, Subject, spans_of, told
from kotakmasuk.language import dates
from kotakmasuk.language.personal_data import Span


_SPAN = re.compile(
    r"\b(?P<count>\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
    r"(?:\s?(?:-|\u2013|sampai|hingga)\s?\d{1,3})?\s?(?:x\s?\d{1,2}\s?)?"
    r"(?P<unit>jam|hari|minggu|pekan|bulan|tahun)\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:dalam(?: waktu)?|paling (?:lambat|lama)|maksimal|selambat-lambatnya|"
    r"kurang dari|setelah|sekitar)\s*$|\b(?:lagi|ke depan|mendatang)\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = """
satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
"""
_COUNTS = {
    word: str(number) for number, word in enumerate(_NUMBER_WORDS.split(), start=1)
}
_NEAR = 24
_SAME = {"pekan": "minggu"}


def promise(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No certainty that nobody can give, and no date that no unit has confirmed."""
    sure = spans_of(subject.text, words, "promise")
    if sure:
        return told("Menjanjikan yang belum pasti", subject.text, sure)
    if subject.dates_confirmed and not subject.unit_answer:
        return None
    spans = (*_open_dates(subject), *_open_spans(subject))
    reason = "Tanggal belum tercatat sebagai jawaban OPD"
    if subject.unit_answer:
        reason = "Tidak ada di jawaban OPD"
    return told(reason, subject.text, spans)


def _open_dates(subject: Subject) -> tuple[Span, ...]:
    """Days to come that the unit's answer does not name."""
    confirmed = dates.find(subject.unit_answer, today=subject.today)
    return tuple(
        Span(one.start, one.end, "promise")
        for one in dates.find(subject.text, today=subject.today)
        if not one.is_over(subject.today)
        and not any(one.agrees_with(other) for other in confirmed)
    )


def _open_spans(subject: Subject) -> tuple[Span, ...]:
    """Spans such as "dalam 3 hari" that the unit's answer does not name."""
    confirmed = {_meaning(match) for match in _SPAN.finditer(subject.unit_answer)}
    return tuple(
        Span(match.start(), match.end(), "promise")
        for match in _SPAN.finditer(subject.text)
        if _lies_ahead(subject.text, match) and _meaning(match) not in confirmed
    )


def _lies_ahead(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    behind = text[match.end() : match.end() + _NEAR]
    ahead = _SOON.search(behind)
    return bool(_SOON.search(before)) or bool(ahead and ahead.start() <= len(" kerja "))


def _meaning(match: re.Match[str]) -> tuple[str, str]:
    count, unit = match["count"].casefold(), match["unit"].casefold()
    return _COUNTS.get(count, count), _SAME.get(unit, unit)
