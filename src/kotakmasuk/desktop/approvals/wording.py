"""Approvals in words: how pressing, who asked, what was checked, and what was done.

The one rule: a person is called "Anda" where it is who sits here.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import DeadlineKind
from kotakmasuk.desktop.widgets.times import (
    DAY,
    MINUTE,
    Moment,
    moment_words,
    span_words,
)
from kotakmasuk.domain.approvals import Option, RequestRow
from kotakmasuk.domain.checklist import (
    AUTOMATIC,
    BLOCK,
    FAILED,
    OVERRIDDEN,
    PASSED,
    TO_APPROVE,
)
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.weeks import local
from kotakmasuk.services.journal import HistoryLine


def time_left(
    moment: Moment, due_at: int | None, soon: int
) -> tuple[DeadlineKind, str]:
    """How a request stands with its clock; `soon` is in minutes."""
    if due_at is None:
        return "none", ""
    left = due_at - moment.now
    if left <= 0:
        return "late", say("lewat {time}").format(time=span_words(-left))
    if left < soon * MINUTE:
        return "soon", say("sisa {time}").format(time=span_words(left))
    return "far", coming(moment, due_at)


def coming(moment: Moment, at: int) -> str:
    """When something will be: "besok 10.20", else as everywhere."""
    day = local(at, moment.zone).date()
    tomorrow = local(moment.now + DAY, moment.zone).date()
    if day == tomorrow:
        return say("besok {time}").format(time=f"{local(at, moment.zone):%H.%M}")
    return moment_words(moment, at)


def choices(row: RequestRow) -> str:
    """How many wordings are offered."""
    return say("{n} pilihan").format(n=row.choices)


def asked(moment: Moment, row: RequestRow) -> str:
    """When it was asked for."""
    return say("diajukan {time}").format(time=moment_words(moment, row.at))


def openness(form: str, *, public: bool) -> str:
    """The form of the conversation: "Komentar publik", "Pesan langsung"."""
    words = {
        Form.MENTION: say("Sebutan"),
        Form.COMMENT: say("Komentar publik") if public else say("Komentar"),
        Form.DIRECT_MESSAGE: say("Pesan langsung"),
        Form.REVIEW: say("Ulasan"),
        Form.EMAIL: say("Surel"),
        Form.NOTE: say("Catatan"),
    }
    return words[Form(form)] if form else say("Unggahan baru untuk semua orang")


def named(name: str, officer: str) -> str:
    """A name, or "Anda" for who sits here."""
    return say("Anda") if name == officer else name


def first_name(name: str) -> str:
    """The first word of a name, for the placeholder of the note."""
    return name.partition(" ")[0]


def author_line(moment: Moment, option: Option) -> str:
    """Who wrote the wordings and when the checklist was complete."""
    told = say("oleh {name}").format(name=option.by)
    if not option.ticked_at:
        return told
    time = moment_words(moment, option.ticked_at)
    return f"{told} · " + say("ceklis etika lengkap {time}").format(time=time)


def edited_line(moment: Moment, option: Option, officer: str) -> str:
    """The chip of a wording that is no longer the officer's own."""
    if option.edited_at is None:
        return ""
    who = named(option.edited_by, officer)
    time = moment_words(moment, option.edited_at)
    return say("{who} ubah {time}").format(who=who, time=time)


def passed(option: Option) -> int:
    """How many automatic checks of the newest words passed."""
    return sum(
        one.mode == AUTOMATIC and one.outcome in (PASSED, TO_APPROVE)
        for one in option.lines
    )


def recheck_line(option: Option) -> str:
    """What the second check found, under a wording that was edited."""
    if option.edited_at is None:
        return ""
    bad = [
        one for one in option.with_outcome(FAILED, OVERRIDDEN) if one.severity == BLOCK
    ]
    words = say("Isi berubah setelah ceklis. Pemeriksaan otomatis diulang: {n} lolos")
    words = words.format(n=passed(option))
    return words + (say(", {n} belum.").format(n=len(bad)) if bad else ".")


def voided_line(option: Option) -> str:
    """Says that an approval ended with an edit, or was taken back."""
    if not option.voided_by:
        return ""
    return say("Persetujuan {name} tidak berlaku lagi.").format(name=option.voided_by)


def trail_line(moment: Moment, line: HistoryLine, officer: str) -> str:
    """One line of what was done: "14.03 · Anda mengubah pilihan A"."""
    when = moment_words(moment, line.at)
    who = f"{named(line.actor, officer)} " if line.actor else ""
    return f"{when} · {who}{line.sentence}"


def spoken(moment: Moment, row: RequestRow, soon: int) -> str:
    """A row of the queue for a screen reader."""
    _, due = time_left(moment, row.due_at, soon)
    parts = [row.recipient, choices(row), due, say("oleh {name}").format(name=row.by)]
    return ". ".join(part for part in (*parts, row.snippet) if part)


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Approvals", text)
