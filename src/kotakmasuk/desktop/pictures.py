"""Pictures of the real window, for the demo without a screen and for a reader's eye.

The one rule: what is pictured is the program itself, driven as an officer drives it.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.app import Started, application, start
from kotakmasuk.desktop.inbox.view import InboxView
from kotakmasuk.domain.settings import Settings
from kotakmasuk.services import inbox as inbox_service
from kotakmasuk.services import templates
from kotakmasuk.services.desk import Desk, Office


SIZE = (1366, 768)
PATIENCE = 10.0  # seconds for everything that was asked for to be told
STEP_MS = 10
CALM_STEPS = 12  # longer than the pause before a check or a search begins
LOOKED_AT = 12
TEMPLATE = "minta_data"


def take(
    folder: Path,
    *,
    office: Office,
    open_desk: Callable[[], Desk],
    open_reader: Callable[[], Any],
    settings: Settings,
) -> list[Path]:
    """Save pictures of the inbox, light and dark, an answer and the weekly summary.

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
    started.theme.set_scheme("light")
    started.window.resize(*SIZE)
    started.window.show()
    try:
        return _take_all(started, folder)
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


def _take_all(started: Started, folder: Path) -> list[Path]:
    window, theme = started.window, started.theme
    inbox = window.inbox
    settle(started)
    inbox.show_conversation(richest(inbox))
    settle(started)
    taken = [_save(started, folder / "inbox-light.png")]
    theme.set_scheme("dark")
    settle(started)
    taken.append(_save(started, folder / "inbox-dark.png"))
    theme.set_scheme("light")
    _write_answer(started)
    settle(started)
    taken.append(_save(started, folder / "reply.png"))
    window.filled.writing.close()
    window.go("summary")
    settle(started)
    taken.append(_save(started, folder / "summary.png"))
    return taken


def _write_answer(started: Started) -> None:
    """Begin an answer with a template."""
    conversation = started.window.inbox.presenter.conversation
    offered = templates.listed(started.lanes.reader)
    wanted = (one for one in offered if one.key == TEMPLATE)
    chosen = next(wanted, offered[0] if offered else None)
    if conversation is not None and chosen is not None:
        started.window.filled.writing.open_with_template(conversation, chosen.uid)


def richest(inbox: InboxView) -> int:
    """The conversation that has the most to show among the first of the list."""

    def entries(conversation: int) -> int:
        thread = inbox_service.thread(inbox.work.lanes.reader, conversation)
        return len({item.what for item in thread.items}) * 10 + len(thread.items)

    return max(inbox.model.ids[:LOOKED_AT], key=entries)


def _save(started: Started, file: Path) -> Path:
    started.window.grab().save(str(file))
    return file
