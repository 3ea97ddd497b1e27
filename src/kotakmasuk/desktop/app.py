"""Starts the window: the frame at once, then theme, lanes, pages and the crash page.

The one rule: this module loads nothing but Qt; `run` reads the rest of the program when
the frame has been painted, and returns only when every lane has ended.
"""

import signal
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.main_window import MainWindow
from kotakmasuk.domain.team import Seat


# Only for their names: each is loaded where it is first needed.
if TYPE_CHECKING:
    from kotakmasuk.desktop.crash import CrashReporter
    from kotakmasuk.desktop.theme import Scheme
    from kotakmasuk.domain.changes import Changes
    from kotakmasuk.domain.settings import Settings
    from kotakmasuk.services.desk import Chair, Desk, Office

ROUNDS_AFTER = 250  # ms; loading what writes must not hold up the first list
SWITCH_INTERVAL = 0.001  # seconds, so that intake never holds the window up


class Calls(QObject):
    """What a page asks of the window, before there is a window."""

    page_requested = Signal(str, object)
    told = Signal(str, object)


class Started(QObject):
    """A window with its lanes; `close` ends both."""

    def __init__(
        self,
        *,
        office: "Office",
        open_desk: "Callable[[], Desk]",
        open_reader: Callable[[], Any],
        settings: "Settings",
        chair: "Chair | None" = None,
        window: MainWindow | None = None,
    ) -> None:
        """Fill the window, or a new one that is not shown yet."""
        super().__init__()
        from kotakmasuk.desktop import theme as look  # noqa: PLC0415  after the paint
        from kotakmasuk.desktop.tasks import Lanes  # noqa: PLC0415
        from kotakmasuk.desktop.widgets.nila_style import dress  # noqa: PLC0415
        from kotakmasuk.desktop.workplace import Workplace  # noqa: PLC0415
        from kotakmasuk.services.desk import Chair  # noqa: PLC0415

        sys.setswitchinterval(SWITCH_INTERVAL)
        self._settings = settings
        self.chair = chair or Chair(Seat(settings.officer))
        scheme = settings.theme if settings.theme in ("light", "dark") else "system"
        self.theme = look.load(office.resources, cast("Scheme", scheme))
        self._wardrobe = dress(application(), self.theme)
        self.lanes = Lanes(open_desk=open_desk, open_reader=open_reader)
        self.lanes.changed.connect(self._take_changes)
        calls = Calls(self)
        self.workplace = Workplace(
            lanes=self.lanes,
            theme=self.theme,
            office=office,
            settings=lambda: self._settings,
            chair=self.chair,
            go=calls.page_requested.emit,
            tell=calls.told.emit,
        )
        self.window = window or MainWindow()
        self.window.fill(self.workplace)
        self._connect(calls)

    @cached_property
    def crashes(self) -> "CrashReporter":
        """Where bugs are told; made with the first one, or after the first paint."""
        from kotakmasuk.desktop.crash import CrashReporter  # noqa: PLC0415  see above

        return CrashReporter(self.theme, self.window)

    def watch_for_bugs(self) -> None:
        """Show the crash page for what nobody caught."""
        self.crashes.install()

    def _connect(self, calls: Calls) -> None:
        calls.page_requested.connect(self.window.go)
        calls.told.connect(self.window.filled.tell)
        self.lanes.crashed.connect(self._report)

    def _report(self, error: BaseException) -> None:
        self.crashes.report(error)

    def close(self) -> None:
        """Close the window, wait for the lanes, and let everything go."""
        self.window.close()
        self.lanes.close()
        self.window.deleteLater()

    def _take_changes(self, changes: "Changes", _initiator: object) -> None:
        if changes.settings:
            from kotakmasuk.services import settings, team  # noqa: PLC0415  at first use

            reader, seat = self.lanes.reader, self.chair()
            self._settings = settings.load(reader)
            if self._settings.officer != seat.officer:
                seat = Seat(self._settings.officer)
            self.chair.take(team.renewed(reader, self.workplace.office, seat))


def application() -> QApplication:
    """The one application of this process."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("kotakmasuk")
    made.setApplicationDisplayName("Kotak Masuk")
    made.setDesktopFileName("kotakmasuk")
    return made


def raise_running(folder: Path) -> bool:
    """Ask the window that is open on a folder to come forward; False without one."""
    from kotakmasuk.desktop import instance  # noqa: PLC0415  as late as possible

    return instance.raise_running(folder)


def show_frame() -> MainWindow:
    """Show the empty window at once; `run` fills it."""
    application()
    window = MainWindow()
    window.show()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return window


def start(
    *,
    office: "Office",
    open_desk: "Callable[[], Desk]",
    open_reader: Callable[[], Any],
    settings: "Settings",
    chair: "Chair | None" = None,
    window: MainWindow | None = None,
) -> Started:
    """Build the window without showing it; a QApplication must exist."""
    return Started(
        office=office,
        open_desk=open_desk,
        open_reader=open_reader,
        settings=settings,
        chair=chair,
        window=window,
    )


def run(  # noqa: PLR0913  the parts, who sits there, and how the start began
    *,
    office: "Office",
    open_desk: "Callable[[], Desk]",
    open_reader: Callable[[], Any],
    settings: "Settings",
    chair: "Chair | None" = None,
    way: str = "",
    window: MainWindow | None = None,
) -> int:
    """Show the window until it is closed; gives the exit code.

    `way` is how the first run ended (connect, import, capture, or nothing); `window` is
    the frame where one is shown already.
    """
    frame = window or show_frame()
    started = start(
        office=office,
        open_desk=open_desk,
        open_reader=open_reader,
        settings=settings,
        chair=chair,
        window=frame,
    )
    QTimer.singleShot(0, started, started.watch_for_bugs)
    frame.remember_in(office.folder)
    frame.filled.show_first(way)
    if len(settings.officers) > 1:
        QTimer.singleShot(0, frame, lambda: frame.go("seat", "start"))
    from kotakmasuk.desktop.instance import Door  # noqa: PLC0415  after the inbox

    door = Door(office.folder)
    door.knocked.connect(frame.come_forward)
    QTimer.singleShot(ROUNDS_AFTER, frame, frame.begin_rounds)
    _close_when_asked(frame)
    try:
        return application().exec()
    finally:
        door.close()
        started.close()


def _close_when_asked(frame: MainWindow) -> None:
    for asked in (signal.SIGINT, signal.SIGTERM):
        # The rounds wake Python often enough for it to notice.
        signal.signal(asked, lambda *_: frame.close())
