"""The words of the composer: lengths, times, windows and requests for approval.

The one rule: a length of time is rounded down, and a moment is told on the agency's own
clock.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.times import DAY, HOUR, Moment, moment_words, span_words
from kotakmasuk.domain.approvals import RequestRow
from kotakmasuk.domain.deadlines import Window
from kotakmasuk.domain.replies import Limit
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import DAYS, SHORT_MONTHS, number


NEARLY = 0.9
SOON = 4 * HOUR
KILOBYTE = 1024
MEGABYTE = KILOBYTE * KILOBYTE


def limit_words(limit: Limit) -> tuple[str, str]:
    """The counter and its tone: "206 / 500", amber from 90 %, red when over."""
    if limit.allowed is None:
        return number(limit.used), "text2"
    words = count_words(limit.used, limit.allowed)
    if limit.over:
        over = say("kelebihan {n}").format(n=number(limit.over))
        return f"{words} · {over}", "danger"
    near = limit.used >= limit.allowed * NEARLY
    return words, "warn" if near else "text2"


def count_words(used: int, allowed: int) -> str:
    """How much of the limit is used: "206 / 2.200"."""
    return f"{number(used)} / {number(allowed)}"


def window_words(window: Window, moment: Moment) -> tuple[str, str]:
    """How long the platform still takes an answer, and the look of it."""
    left = window.closes_at - moment.now
    if left > 0:
        words = say("Jendela balasan tutup {span} lagi").format(span=span_words(left))
        return words, "soon" if left < SOON else "plain"
    if window.is_extended(moment.now) and window.extended_until is not None:
        words = say(
            "Jendela biasa sudah lewat; petugas masih dapat membalas sampai {when}"
        )
        return words.format(when=time_words(window.extended_until, moment)), "soon"
    words = say(
        "Jendela sudah tutup: platform tidak menerima balasan sampai warga menulis lagi."
        " Draf tersimpan; minta warga menulis lewat jalur publik."
    )
    return words, "late"


def time_words(at: int, moment: Moment) -> str:
    """A moment to come on a button: "besok 08.00", "Senin 08.00", "9 Des 08.00"."""
    there, today = local(at, moment.zone), local(moment.now, moment.zone).date()
    days = (there.date() - today).days
    if days == 0:
        return say("hari ini {hour}").format(hour=f"{there:%H.%M}")
    if days == 1:
        return say("besok {hour}").format(hour=f"{there:%H.%M}")
    if 0 < days * DAY < 7 * DAY:
        return f"{DAYS[there.weekday()]} {there:%H.%M}"
    return f"{there.day} {SHORT_MONTHS[there.month - 1]} {there:%H.%M}"


def date_words(at: int, zone: str) -> str:
    """A moment gone by, with its day: "20 Nov 11.30"."""
    there = local(at, zone)
    return f"{there.day} {SHORT_MONTHS[there.month - 1]} {there:%H.%M}"


def unit_answer_words(answer: UnitAnswer, zone: str) -> str:
    """Whose answer a promise rests on, and of when."""
    words = say("Bersandar pada jawaban {unit}, {when}")
    return words.format(unit=answer.unit, when=date_words(answer.answered_at, zone))


def waiting_words(row: RequestRow, moment: Moment) -> str:
    """Since when an approver is waited for."""
    words = say("Menunggu persetujuan sejak {when}")
    return words.format(when=moment_words(moment, row.at))


def returned_words(row: RequestRow, moment: Moment) -> str:
    """Who gave it back, when, and with what note."""
    when = moment_words(moment, row.decided_at or row.at)
    words = say("Dikembalikan {who}, {when}: “{note}”")
    return words.format(who=row.decided_by, when=when, note=row.decision)


def size_words(size: int) -> str:
    """The size of a file: "340 KB", "1,4 MB"."""
    if size < MEGABYTE:
        return say("{n} KB").format(n=number(max(1, size // KILOBYTE)))
    return say("{n} MB").format(n=f"{size / MEGABYTE:.1f}".replace(".", ","))


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Reply", text)
