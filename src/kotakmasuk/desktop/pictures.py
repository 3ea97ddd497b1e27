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
from kotakmasuk.domain.settings import Settings
from kotakmasuk.services.desk import Desk, Office


SIZE = (1366, 768)
PATIENCE = 10.0  # seconds for everything that was asked for to be told
STEP_MS = 20


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
    while calm < STEP_MS and time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, STEP_MS)
        calm = calm + 1 if started.lanes.is_idle() else 0
        time.sleep(STEP_MS / 1000)


def _take_all(started: Started, folder: Path) -> list[Path]:
    window, theme = started.window, started.theme
    inbox = window.inbox
    settle(started)
    for _ in range(3):
        inbox.list.list.step(1)
    settle(started)
    taken = [_save(started, folder / "inbox-light.png")]
    theme.set_scheme("dark")
    settle(started)
    taken.append(_save(started, folder / "inbox-dark.png"))
    theme.set_scheme("light")
    _write_answer(started)
    settle(started)
    taken.append(_save(started, folder / "reply.png"))
    window.writing.close()
    window.go("summary")
    settle(started)
    taken.append(_save(started, folder / "summary.png"))
    return taken


def _write_answer(started: Started) -> None:
    """Begin an answer with the first template that is offered."""
    from kotakmasuk.services import templates  # noqa: PLC0415  only for this picture

    conversation = started.window.inbox.presenter.conversation
    offered = templates.offered(started.lanes.reader)
    if conversation is not None and offered:
        started.window.writing.open_with_template(conversation, offered[0].uid)


def _save(started: Started, file: Path) -> Path:
    started.window.grab().save(str(file))
    return file
