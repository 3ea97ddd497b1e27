"""Times, deadlines and rows in the words of the list.

The one rule: what remains is rounded down, so nobody is promised a minute too many.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import DeadlineKind
from kotakmasuk.desktop.widgets.row_content import RowContent
from kotakmasuk.desktop.widgets.times import MINUTE, span_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.inbox import Row, Status
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.settings import Settings, initials
from kotakmasuk.domain.wording import (
    DAYS,
    MONTHS,
    SHORT_DAYS,
    SHORT_MONTHS,
    ZONES,
)


WEEK_DAYS = 7
CLOSED = (Status.DONE, Status.NOT_OURS, Status.SPAM)


@dataclass(frozen=True)
class Clock:
    """The moment and place in which times are told; `now` gives UTC ms."""

    now: Callable[[], int]
    zone: ZoneInfo

    def local(self, at: int) -> datetime:
        """An instant on the agency's wall clock."""
        return datetime.fromtimestamp(at / 1000, self.zone)

    def today(self) -> date:
        """The agency's day."""
        return self.local(self.now()).date()


def hour(moment: datetime) -> str:
    """The time of day as "14.05"."""
    return f"{moment:%H.%M}"


def short_date(day: date, *, year: bool) -> str:
    """A day as "9 Des", with its year where asked."""
    words = f"{day.day} {SHORT_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def long_date(day: date) -> str:
    """A day as "Kamis, 19 November 2026"."""
    weekday = DAYS[day.weekday()]
    return f"{weekday}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def time_word(clock: Clock, at: int) -> str:
    """When something was: "13.42" today, "Kam" this week, "9 Des", "9 Des 2025"."""
    moment, today = clock.local(at), clock.today()
    ago = (today - moment.date()).days
    if ago == 0:
        return hour(moment)
    if 0 < ago < WEEK_DAYS:
        return SHORT_DAYS[moment.weekday()]
    return short_date(moment.date(), year=moment.year != today.year)


def moment_words(clock: Clock, at: int) -> str:
    """Day and time: "17.05", "Kam 17.05", "9 Des 17.05"."""
    moment = clock.local(at)
    day = time_word(clock, at)
    return day if moment.date() == clock.today() else f"{day} {hour(moment)}"


def full_words(clock: Clock, at: int) -> str:
    """The whole moment for tooltips: "Kamis, 19 November 2026 17.05 WIB"."""
    moment = clock.local(at)
    zone = ZONES.get(str(clock.zone), moment.tzname() or "")
    return f"{long_date(moment.date())} {hour(moment)} {zone}".strip()


def day_words(clock: Clock, at: int) -> str:
    """A day between messages: "Hari ini", "Kemarin", "Kamis, 19 November"."""
    day, today = clock.local(at).date(), clock.today()
    if day == today:
        return say("Hari ini")
    if day == today - timedelta(days=1):
        return say("Kemarin")
    whole = long_date(day)
    return whole if day.year != today.year else whole.rsplit(" ", 1)[0]


def coming_words(clock: Clock, at: int) -> str:
    """When something will be: "hari ini 15.30", "besok 10.41", "Sen 10.41", "9 Des"."""
    moment, today = clock.local(at), clock.today()
    ahead = (moment.date() - today).days
    if ahead == 0:
        return say("hari ini {time}").format(time=hour(moment))
    if ahead == 1:
        return say("besok {time}").format(time=hour(moment))
    if 1 < ahead < WEEK_DAYS:
        return f"{SHORT_DAYS[moment.weekday()]} {hour(moment)}"
    return short_date(moment.date(), year=moment.year != today.year)


def deadline(clock: Clock, row: Row, soon: int) -> tuple[DeadlineKind, str]:
    """How a conversation stands with its clock; `soon` is in minutes."""
    if row.status is Status.SNOOZED and row.snoozed_until:
        until = coming_words(clock, row.snoozed_until)
        return "snoozed", say("s.d. {time}").format(time=until)
    if row.status in CLOSED:
        return "done", say("selesai") if row.status is Status.DONE else ""
    if row.due_at is None:
        return "none", ""
    return time_left(clock, row.due_at, soon)


def time_left(clock: Clock, due_at: int, soon: int) -> tuple[DeadlineKind, str]:
    """What remains until an instant, or how long it has passed."""
    left = due_at - clock.now()
    if left <= 0:
        return "late", say("lewat {time}").format(time=span_words(-left))
    if left < soon * MINUTE:
        return "soon", say("sisa {time}").format(time=span_words(left))
    return "far", coming_words(clock, due_at)


def form_word(form: Form) -> str:
    """The form of a message in one short word."""
    words = {
        Form.MENTION: say("Sebutan"),
        Form.COMMENT: say("Komentar"),
        Form.DIRECT_MESSAGE: say("DM"),
        Form.REVIEW: say("Ulasan"),
        Form.EMAIL: say("Surel"),
        Form.NOTE: say("Catatan"),
    }
    return words[form]


def form_phrase(form: Form, *, public: bool) -> str:
    """The form with how open it is: "Komentar publik", "Pesan langsung"."""
    if form is Form.COMMENT and public:
        return say("Komentar publik")
    if form is Form.DIRECT_MESSAGE:
        return say("Pesan langsung")
    return form_word(form)


def row_content(clock: Clock, row: Row, settings: Settings) -> RowContent:
    """A conversation as the list draws it."""
    kind, words = deadline(clock, row, settings.due_soon_minutes)
    short = officer_initials(row.assignee, settings)
    return RowContent(
        name=row.author,
        glyph=platform_of(row.platform).glyph,
        form_word=form_word(row.form),
        time_word=time_word(clock, row.last_at),
        snippet=row.snippet,
        tags=row.tags,
        deadline=kind,
        deadline_words=words,
        unread=row.unread,
        personal_data=row.personal_data,
        assignee_initials=short,
        assignee_name=row.assignee,
        mine=bool(short) and row.assignee == settings.officer,
    )


def officer_initials(name: str, settings: Settings) -> str:
    """The letters of an officer as set, or made from the name."""
    for officer in settings.officers:
        if officer.name == name:
            return officer.initials
    return initials(name)


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Inbox", text)
