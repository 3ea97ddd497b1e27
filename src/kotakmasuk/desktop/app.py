"""Starts the window: theme, lanes, the door for a second start, the crash page.

The one rule: `run` returns only when every lane has ended and every draft is saved.
"""

import sys
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import theme as look
from kotakmasuk.desktop.crash import CrashReporter
from kotakmasuk.desktop.instance import Door, raise_running
from kotakmasuk.desktop.main_window import MainWindow
from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.widgets.nila_style import dress
from kotakmasuk.desktop.workplace import Page, Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.settings import Settings
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.desk import Desk, Office


__all__ = ["Started", "raise_running", "run", "start"]

SWITCH_INTERVAL = 0.001  # seconds, so that intake never holds the window up
STANDARD_SIZE = (1366, 720)


class Calls(QObject):
    """What a page asks of the window, before there is a window."""

    page_requested = Signal(str, object)
    told = Signal(str, object)


class Started(QObject):
    """A window with its lanes; `close` ends both."""

    def __init__(
        self,
        *,
        office: Office,
        open_desk: Callable[[], Desk],
        open_reader: Callable[[], Any],
        settings: Settings,
    ) -> None:
        """Build everything; nothing is shown yet."""
        super().__init__()
        sys.setswitchinterval(SWITCH_INTERVAL)
        application = cast("QApplication", QApplication.instance())
        scheme = settings.theme if settings.theme in ("light", "dark") else "system"
        self.theme = look.load(office.resources, cast("look.Scheme", scheme))
        self._wardrobe = dress(application, self.theme)
        self._settings = settings
        self.lanes = Lanes(open_desk=open_desk, open_reader=open_reader)
        self.lanes.changed.connect(self._take_changes)
        calls = Calls(self)
        self.workplace = Workplace(
            lanes=self.lanes,
            theme=self.theme,
            office=office,
            settings=lambda: self._settings,
            officer=lambda: self._settings.officer,
            go=calls.page_requested.emit,
            tell=calls.told.emit,
        )
        self.window = MainWindow(self.workplace)
        calls.page_requested.connect(self.window.go)
        calls.told.connect(self.window.tell)
        self.crashes = CrashReporter(self.theme, self.window)
        self.lanes.crashed.connect(self.crashes.report)

    def close(self) -> None:
        """Close the window, wait for the lanes, and let everything go."""
        self.window.close()
        self.lanes.close()
        self.window.deleteLater()

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self._settings = settings_service.load(self.lanes.reader)


def start(
    *,
    office: Office,
    open_desk: Callable[[], Desk],
    open_reader: Callable[[], Any],
    settings: Settings,
) -> Started:
    """Build the window without showing it; a QApplication must exist."""
    return Started(
        office=office,
        open_desk=open_desk,
        open_reader=open_reader,
        settings=settings,
    )


def application() -> QApplication:
    """The one application of this process."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("kotakmasuk")
    made.setApplicationDisplayName("Kotak Masuk")
    made.setDesktopFileName("kotakmasuk")
    return made


def run(
    *,
    office: Office,
    open_desk: Callable[[], Desk],
    open_reader: Callable[[], Any],
    settings: Settings,
    page: Page = "inbox",
) -> int:
    """Show the window until it is closed; gives the exit code."""
    running = application()
    started = start(
        office=office,
        open_desk=open_desk,
        open_reader=open_reader,
        settings=settings,
    )
    started.crashes.install()
    door = Door(office.folder)
    door.knocked.connect(started.window.come_forward)
    started.window.resize(*STANDARD_SIZE)
    started.window.show()
    if page != "inbox":
        started.window.go(page)
    QTimer.singleShot(0, started.window.rounds.start)
    try:
        return running.exec()
    finally:
        door.close()
        started.close()
