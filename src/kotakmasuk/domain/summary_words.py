"""The figures of a summary in Indonesian words, the same on screen, paper and console.

Numbers as 1.234,5; an unknown figure is a dash, never a zero.
"""

from datetime import date

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.summaries import Note, NoteKind, OpenCase, WeeklySummary
from kotakmasuk.domain.summary_figures import KIND_TITLES
from kotakmasuk.domain.weeks import Week, local
from kotakmasuk.domain.wording import DAYS, MONTHS, SHORT_MONTHS, number, zone_word


DASH = "\N{EN DASH}"


def decimal(value: float) -> str:
    """Write 1234.56 as 1.234,6."""
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))


def percent(value: float | None) -> str:
    """Write 93.04 as 93,0 %."""
    return DASH if value is None else f"{decimal(value)} %"


def duration(minutes: float | None, *, full: bool = False) -> str:
    """Write 109 working minutes as 1 j 49 m, or in full as 1 jam 49 menit."""
    if minutes is None:
        return DASH
    hours, rest = divmod(int(minutes), 60)
    hour, minute = (" jam", " menit") if full else (" j", " m")
    if not hours:
        return f"{rest}{minute}" if full else f"{rest} menit"
    return f"{hours}{hour} {rest}{minute}" if rest else f"{hours} jam"


def long_date(day: date) -> str:
    """Write a day as 9 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment(instant: int, zone: str) -> str:
    """Write an instant as Senin, 9 November 2026 07.30 WIB."""
    at = local(instant, zone)
    day = f"{DAYS[at.weekday()]}, {long_date(at.date())}"
    return f"{day} {at:%H.%M} {zone_word(zone)}"


def short_moment(instant: int | None, zone: str) -> str:
    """Write an instant as 9 Nov 07.30, for tables."""
    if instant is None:
        return DASH
    at = local(instant, zone)
    return f"{at.day} {SHORT_MONTHS[at.month - 1]} {at:%H.%M}"


def short_date(instant: int | None, zone: str) -> str:
    """Write the day of an instant as 9 Nov 2026, for tables."""
    if instant is None:
        return DASH
    at = local(instant, zone)
    return f"{at.day} {SHORT_MONTHS[at.month - 1]} {at.year}"


def period(week: Week, *, days: bool = False) -> str:
    """Write a week as 9 to 15 November 2026; with its weekdays if `days`."""
    first, last = week.days[0], week.days[-1]
    parts = [str(first.day)]
    if (first.month, first.year) != (last.month, last.year):
        parts.append(MONTHS[first.month - 1])
    if first.year != last.year:
        parts.append(str(first.year))
    if days:
        return f"{DAYS[0]} {' '.join(parts)} {DASH} {DAYS[6]} {long_date(last)}"
    joined = f" {DASH} " if len(parts) > 1 else DASH
    return f"{' '.join(parts)}{joined}{long_date(last)}"


def until(summary: WeeklySummary) -> str:
    """Say up to when the figures reach; a whole week ends on Sunday at 24.00."""
    week = summary.week
    if summary.as_of >= week.end:
        return f"Minggu, {long_date(week.days[-1])} 24.00 {zone_word(week.zone)}"
    return moment(summary.as_of, week.zone)


def kind_title(kind: Kind | None) -> str:
    """Name a kind as reports do."""
    return KIND_TITLES[kind.value] if kind else KIND_TITLES["unsorted"]


def case_title(case: OpenCase) -> str:
    """Describe an open case by kind and topics alone."""
    topics = ", ".join(f"#{name}" for name in case.topics)
    return f"{kind_title(case.kind)}, {topics}" if topics else kind_title(case.kind)


def note_sentence(note: Note, zone: str) -> str:
    """Say in a sentence what may be missing, and where."""
    until = short_moment(note.until, zone)
    ends = {
        NoteKind.GAP: f"pesan {_span(note, zone)} belum dapat diambil",
        NoteKind.GAP_FILLED: f"pesan {_span(note, zone)} sempat tidak terbaca,"
        " lalu diambil ulang",
        NoteKind.INCOMPLETE: f"baru lengkap sampai {until}",
        NoteKind.MANUAL: f"dicatat manual, diperiksa s.d. {until}",
        NoteKind.FILE: "berasal dari impor berkas; kelengkapannya mengikuti berkas itu",
    }
    unknown = {
        NoteKind.INCOMPLETE: "belum dapat dipastikan lengkap",
        NoteKind.MANUAL: "dicatat manual",
    }
    end = unknown.get(note.kind) if note.until is None else None
    return f"Kanal {note.channel.label}: {end or ends[note.kind]}."


def _span(note: Note, zone: str) -> str:
    if note.since is None and note.until is None:
        return "pada rentang yang belum diketahui"
    if note.since is None:
        return f"sebelum {short_moment(note.until, zone)}"
    if note.until is None:
        return f"sejak {short_moment(note.since, zone)}"
    since, till = short_moment(note.since, zone), short_moment(note.until, zone)
    return f"{since} s.d. {till}"


def change(now: int, before: int) -> str:
    """Say how a number moved against the week before: naik 65, turun 4 or tetap."""
    return _moved(now - before, number(abs(now - before)))


def change_in_percent(now: int, before: int) -> str:
    """Say the same with its share: naik 65 (15,4 %)."""
    if not before or now == before:
        return change(now, before)
    return f"{change(now, before)} ({percent(100 * abs(now - before) / before)})"


def change_in_points(now: float | None, before: float | None) -> str:
    """Say how a share moved: naik 4,1 poin; a dash when one of them is unknown."""
    if now is None or before is None:
        return DASH
    points = round(now - before, 1)
    return _moved(points, f"{decimal(abs(points))} poin")


def change_in_time(now: float | None, before: float | None) -> str:
    """Say how a duration moved: 42 menit lebih cepat; a dash when one is unknown."""
    if now is None or before is None:
        return DASH
    minutes = int(now) - int(before)
    if not minutes:
        return "tetap"
    return f"{duration(abs(minutes))} lebih {'lama' if minutes > 0 else 'cepat'}"


def _moved(difference: float, size: str) -> str:
    if not difference:
        return "tetap"
    return f"{'naik' if difference > 0 else 'turun'} {size}"
