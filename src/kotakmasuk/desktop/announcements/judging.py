"""The checklist beside an announcement, and why it cannot go yet.

The one rule: every post is checked; the one that is shown is the first that does not
pass.
"""

from dataclasses import dataclass, replace
from typing import Any

from kotakmasuk.desktop.announcements.lent import Lent
from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.announcements.wording import (
    asks_approval,
    open_words,
    say,
)
from kotakmasuk.domain.announcements import Preset
from kotakmasuk.domain.checklist import FAILED
from kotakmasuk.domain.placeholders import unfilled


# What one press on a card can mend here; the rest only a person can.
MENDED = frozenset({"unfilled_placeholder", "missing_alt_text", "personal_data"})


@dataclass(frozen=True)
class Foot:
    """The line at the bottom: why not yet, or what happens; and the main button."""

    reason: str
    icon: str
    tone: str
    verb: str
    ready: bool


def checklist_of(sheet: Sheet, lent: Lent) -> Any:
    """What the checklist shows for the text that is open."""
    account = sheet.told()
    if account is None:
        words = say("Pilih kanal; tiap unggahan lalu diperiksa sendiri.")
        return lent.blank(words)
    view = sheet.views[account]
    state = lent.judged(
        view,
        sheet.text,
        ready=view.passed,
        asks_approval=view.needs_approval,
        emptied=sheet.emptied,
    )
    checks = {rule.key: rule.check for rule in view.rules}
    cards = tuple(
        replace(
            card,
            fix=card.fix if checks.get(card.key) in MENDED else "",
            exempts=False,
        )
        for card in state.cards
    )
    # A tick is seen at once; the check that counts it comes a moment later.
    given = sheet.announcement.ticks_for(sheet.places[account].platform)
    ticks = tuple(replace(one, ticked=one.key in given) for one in state.ticks)
    summary = f"{sheet.name_of(account)}\n{state.summary}".strip()
    gone = say("Centang dikosongkan karena isi pengumuman berubah. Periksa lagi.")
    emptied = gone if state.emptied else ""
    return replace(state, cards=cards, ticks=ticks, summary=summary, emptied=emptied)


def findings_of(sheet: Sheet, lent: Lent) -> list[Any]:
    """The places that failed checks point at; an open isian has its own look."""
    account = sheet.told()
    results = sheet.views[account].results if account is not None else ()
    holes = {(hole.start, hole.end) for hole in unfilled(sheet.text)}
    return [
        lent.finding(span.start, span.end)
        for one in results
        if one.outcome == FAILED
        for span in one.spans
        if (span.start, span.end) not in holes
    ]


def foot_of(sheet: Sheet, *, seconds: int) -> Foot:
    """Why it cannot go, or what happens when it does."""
    asks = _asks(sheet)
    verb = say("Ajukan persetujuan") if asks else say("Kirim")
    if sheet.announcement.not_before is not None and not asks:
        verb = say("Jadwalkan")
    if not sheet.editable and not sheet.sending:
        words = say("Sudah diajukan atau terbit; isinya tidak dapat diubah.")
        return Foot(words, "lock", "text2", verb, ready=False)
    if sheet.sending:
        return Foot(say("Sedang diproses…"), "loader", "text2", verb, ready=False)
    missing = next(iter(sheet.faults.values()), "")
    names = {one: sheet.name_of(one) for one in sheet.announcement.accounts}
    missing = missing or open_words(sheet.views, names)
    unchecked = set(sheet.announcement.accounts) - set(sheet.views)
    if missing or unchecked:
        reason = missing or say("Memeriksa…")
        return Foot(reason, "circle-x", "danger" if missing else "text2", verb, False)  # noqa: FBT003
    return Foot(_prospect(sheet, seconds, asks=asks), "send", "text2", verb, True)  # noqa: FBT003


def _asks(sheet: Sheet) -> bool:
    return sheet.announcement.preset is Preset.EMERGENCY or asks_approval(
        sheet.views.values()
    )


def _prospect(sheet: Sheet, seconds: int, *, asks: bool) -> str:
    if asks:
        who = sheet.announcement.approver
        words = say("Menunggu persetujuan {who}, lalu terbit.")
        plain = say("Menunggu persetujuan, lalu terbit.")
        return words.format(who=who) if who else plain
    if any(not place.sends for place in _chosen(sheet)):
        return say("Kanal tanpa izin: teks disalin, Anda kirim sendiri.")
    words = say("Dikirim {n} detik lagi; masih dapat dibatalkan.")
    return words.format(n=seconds) if seconds else say("Langsung dikirim.")


def _chosen(sheet: Sheet) -> list[Any]:
    return [
        sheet.places[one] for one in sheet.announcement.accounts if one in sheet.places
    ]
