"""Whom an answer is laid before: who may approve it today, and what if nobody can.

The one rule: nobody approves her own words, so the officer is never among the names.
"""

from kotakmasuk.desktop.reply.sheet import Asked, Sheet
from kotakmasuk.desktop.reply.states import Notice
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.team import Officer, stands_in
from kotakmasuk.services import team


def look(work: Workplace, sheet: Sheet) -> None:
    """Read who may approve, where an approver is asked for at all."""
    if not sheet.asks_approval:
        return
    reader = work.lanes.reader
    today = team.today(reader, work.office)
    able = [one for one in team.approvers(reader, today) if one.name != work.officer()]
    sheet.asked = Asked(
        people=tuple((one.name, named(one, today)) for one in able),
        ready=any(team.ready(reader, one.name) for one in able),
        outside=work.settings().approval_outside_app,
    )
    if sheet.approver not in {one.name for one in able}:
        sheet.approver = ""


def named(person: Officer, today: str) -> str:
    """A name with the post that is written under an approval, a deputy's first."""
    post = stands_in(person, today) or person.title
    return f"{person.name} · {post}" if post else person.name


def notices(sheet: Sheet) -> list[Notice]:
    """Say that nobody can approve here, and what can be done instead."""
    asked = sheet.asked
    asks = sheet.asks_approval and sheet.has_something
    if not asks or asked is None or asked.ready:
        return []
    verb, deed = say("Atur penyetuju…"), "set_approvers"
    words = say("Belum ada penyetuju di tim; ajuan akan menunggu sampai ada.")
    if asked.people:
        words = say("Belum ada penyetuju yang punya frasa sandi di aplikasi ini.")
        if asked.outside:
            verb, deed = say("Persetujuan di luar aplikasi…"), "outside"
    return [Notice("users", words, "warn", deed, verb)]


def prospect(sheet: Sheet) -> str:
    """What stands beside the button."""
    asked = sheet.asked
    if asked is not None and not asked.ready:
        return say("Belum ada yang dapat menyetujui di aplikasi")
    if sheet.approver:
        words = say("Baru dikirim setelah {who} menyetujui")
        return words.format(who=sheet.approver)
    return say("Baru dikirim setelah penyetuju menyetujui")
