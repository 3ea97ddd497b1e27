"""The words of an announcement: moments to type, states, and why it cannot go yet.

The one rule: what is missing is named one thing at a time, the nearest first.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import OUTBOX, ChipLook
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import COMMON, PostRow, Standing
from kotakmasuk.domain.checklist import BLOCK, FAILED, UNTICKED
from kotakmasuk.domain.replies import REPLY_WORDS, ReplyState
from kotakmasuk.domain.weeks import local
from kotakmasuk.services.checklist import CheckView


EXAMPLE = "22-11-2026 14.10"
_MOMENT = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})[ ,]+(\d{1,2})[.:](\d{2})")
LOOKS: Mapping[Standing, ChipLook] = {
    Standing.DRAFT: OUTBOX["draft"],
    Standing.RETURNED: ChipLook("corner-up-left", "warn", "warnSoft", "warnLine"),
    Standing.WAITING: OUTBOX["awaiting"],
    Standing.QUEUED: OUTBOX["queued"],
    Standing.ATTENTION: OUTBOX["unsure"],
    Standing.PARTLY: ChipLook("check", "ok", "okSoft"),
    Standing.PUBLISHED: OUTBOX["sent"],
    Standing.TO_END: ChipLook("clock-alert", "onDanger", "dangerFill"),
    Standing.ENDED: ChipLook("archive", "text2", "hover"),
}
_POSTS: Mapping[ReplyState, str] = {
    ReplyState.WAITING: "awaiting",
    ReplyState.SENT_MANUALLY: "sent_by_hand",
}


def moment_text(at: int | None, zone: str) -> str:
    """A moment as it is typed: "22-11-2026 14.10"; empty where there is none."""
    return f"{local(at, zone):%d-%m-%Y %H.%M}" if at is not None else ""


def read_moment(text: str, zone: str) -> int | None:
    """Read a typed moment as UTC ms; None where it is none."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year, hour, minute = map(int, found.groups())
    try:
        there = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))
    except ValueError:
        return None
    return round(there.timestamp() * 1000)


def handle_words(handle: str) -> str:
    """A handle with its @; a page that has a name alone keeps it as it is."""
    return handle if " " in handle or handle.startswith("@") else f"@{handle}"


def look_of(post: PostRow) -> ChipLook:
    """The capsule of one post."""
    if post.returned:
        return LOOKS[Standing.RETURNED]
    return OUTBOX[_POSTS.get(post.state, post.state.value)]


def post_words(post: PostRow) -> str:
    """The word in that capsule."""
    if post.returned:
        return say("Dikembalikan")
    by_hand = post.state is ReplyState.QUEUED and not post.sends
    return say("Anda kirim sendiri") if by_hand else REPLY_WORDS[post.state]


def post_detail(post: PostRow, moment: Moment) -> str:
    """When, or why, in one line."""
    if post.returned:
        return post.returned
    if post.reason:
        return post.reason
    ahead = post.not_before is not None and post.not_before > moment.now
    if post.state is ReplyState.QUEUED and ahead:
        when = moment_words(moment, post.not_before or 0)
        return say("berangkat {when}").format(when=when)
    return moment_words(moment, post.at) if post.at else ""


def sheet_name(sheet: str) -> str:
    """What a text is called: the common one, or its platform."""
    return say("Semua kanal") if sheet == COMMON else platform_of(sheet).name


def open_words(views: Mapping[int, CheckView], names: Mapping[int, str]) -> str:
    """The first account whose post does not pass, with how much is open; else empty."""
    for account, view in views.items():
        if not view.passed:
            return f"{names.get(account, '')}: {_left(view)}"
    return ""


def _left(view: CheckView) -> str:
    wrong = sum((one.outcome, one.severity) == (FAILED, BLOCK) for one in view.results)
    ticks = sum(one.outcome == UNTICKED for one in view.results)
    parts = (
        say("{n} perlu diperbaiki").format(n=wrong) if wrong else "",
        say("{n} belum dicentang").format(n=ticks) if ticks else "",
    )
    told = ", ".join(part for part in parts if part)
    return view.refusal or told or say("belum lolos ceklis")


def asks_approval(views: Iterable[CheckView]) -> bool:
    """Tell whether an approver must say something to at least one post."""
    return any(view.needs_approval for view in views)


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Announcements", text)
