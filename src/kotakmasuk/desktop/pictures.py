"""Pictures of the real window, for the demo without a screen and for a reader's eye.

The one rule: what is pictured is the program itself, driven as an officer drives it.
"""

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from kotakmasuk.desktop.app import Started, application, start
from kotakmasuk.desktop.theme import Scheme
from kotakmasuk.desktop.workplace import Page
from kotakmasuk.domain.announcements import Standing
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Seat
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import announcements, approvals, rules, team, templates
from kotakmasuk.services import inbox as inbox_service
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.desk import Desk, Office


SIZE = (1366, 768)
AWAY = (1300, 300)  # where a pointer lights up nothing
PATIENCE = 10.0  # seconds for everything that was asked for to be told
STEP_MS = 10
CALM_STEPS = 12  # longer than the pause before a check or a search begins
LOOKED_AT = 12
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
EDITOR = "replyEditor"
FAILING = (
    "KAMI SUDAH BILANG, besok PASTI ditambal!!! Hubungi Pak Udin 0812-0000-0047."
    " Bila terus mengeluh, kami laporkan."
)


def take(
    folder: Path,
    *,
    office: Office,
    open_desk: Callable[[], Desk],
    open_reader: Callable[[], Any],
    settings: Settings,
    approver: Seat | None = None,
) -> list[Path]:
    """Save pictures of the pages, each light and dark; `approver` sits at *Setujui*.

    Needs QT_QPA_PLATFORM=offscreen where there is no screen. Gives the files in order.
    """
    application()
    folder.mkdir(parents=True, exist_ok=True)
    started = start(
        office=office,
        open_desk=open_desk,
        open_reader=open_reader,
        settings=settings,
    )
    started.window.resize(*SIZE)
    started.window.show()
    QCursor.setPos(*AWAY)
    settle(started)
    try:
        return _take_all(started, folder, approver or started.chair())
    finally:
        started.close()
        kind = QEvent.Type.DeferredDelete.value
        QCoreApplication.sendPostedEvents(None, kind)


def settle(started: Started) -> None:
    """Wait until the lanes are idle and everything that is due has been drawn."""
    until = time.monotonic() + PATIENCE
    calm = 0
    while calm < CALM_STEPS and time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, STEP_MS)
        calm = calm + 1 if started.lanes.is_idle() else 0
        time.sleep(STEP_MS / 1000)


def _take_all(started: Started, folder: Path, approver: Seat) -> list[Path]:
    officer = started.chair()
    taken = []
    for scheme in SCHEMES:
        started.lanes.write(settings_service.save, theme=scheme)
        settle(started)
        for name, arrange in SHOTS:
            _sit(started, approver if name == "approvals" else officer)
            arrange(started)
            settle(started)
            taken.append(_save(started, folder / f"{name}-{scheme}.png"))
    return taken


def _sit(started: Started, seat: Seat) -> None:
    if seat.officer != started.chair().officer:
        started.chair.take(seat)
        started.lanes.write(team.sit, seat)
        settle(started)


def _show_inbox(started: Started) -> None:
    started.window.go("inbox")
    shown = started.window.inbox.model.ids[:LOOKED_AT]
    started.window.inbox.show_conversation(richest(started, shown))


def _begin_with_template(started: Started) -> None:
    """Answer where no approver is waited for."""
    inbox, reader = started.window.inbox, started.lanes.reader
    asked = {one.conversation for one in approvals.waiting(reader)}
    conversation = richest(
        started, [one for one in inbox.model.ids if one not in asked]
    )
    inbox.show_conversation(conversation)
    settle(started)
    chosen = _template(started, "minta_data")
    if chosen is not None:
        started.window.filled.writing.open_with_template(conversation, chosen.uid)


def _write(started: Started, text: str) -> None:
    editor = started.window.inbox.findChild(QTextEdit, EDITOR)
    if editor is not None:
        editor.setPlainText(text)


def _show_outbox(started: Started) -> None:
    """Throw away what was written for the picture before."""
    _write(started, "")
    started.window.filled.writing.close()
    started.window.go("outbox")


def _show_announcement(started: Started) -> None:
    """Show the one that asks to be declared over, else the newest."""
    listed = announcements.listed(started.lanes.reader, started.workplace.office)
    over = [one for one in listed if one.standing is Standing.TO_END]
    shown = (over or listed)[:1]
    started.window.go("announcements", shown[0].announcement.id if shown else None)


def _show_template(started: Started) -> None:
    started.window.go("templates")
    chosen = _template(started, "kabar_tindak_lanjut")
    page = started.window.filled.pages["templates"]
    if chosen is not None:
        cast("Any", page).show_template(chosen.uid)


def _template(started: Started, key: str) -> Template | None:
    offered = templates.listed(started.lanes.reader)
    wanted = (one for one in offered if one.key == key)
    return next(wanted, offered[0] if offered else None)


def _show_checklist(started: Started) -> None:
    """Show an item of the agency's own, where it has one."""
    listed = rules.listed(started.lanes.reader)
    own = [one.rule.key for one in listed if one.rule.origin == rules.AGENCY]
    started.window.go("checklist", next(iter(own), None))


def _show_page(page: Page, started: Started) -> None:
    started.window.go(page)


SHOTS: tuple[tuple[str, Callable[[Started], None]], ...] = (
    ("inbox", _show_inbox),
    ("reply", _begin_with_template),
    ("reply-fails", lambda started: _write(started, FAILING)),
    ("outbox", _show_outbox),
    ("approvals", partial(_show_page, "approvals")),
    ("announcements", _show_announcement),
    ("templates", _show_template),
    ("checklist", _show_checklist),
    ("summary", partial(_show_page, "summary")),
)


def richest(started: Started, conversations: Iterable[int]) -> int:
    """The conversation that has the most to show; the first of those that have."""

    def entries(conversation: int) -> int:
        thread = inbox_service.thread(started.lanes.reader, conversation)
        return len({item.what for item in thread.items}) * 10 + len(thread.items)

    return max(conversations, key=entries)


def _save(started: Started, file: Path) -> Path:
    started.window.grab().save(str(file))
    return file
