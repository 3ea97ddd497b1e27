"""The window's frame: shown at once and empty, filled when the rest has been read.

The one rule: it loads nothing but Qt, so that a start is answered within a moment.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow


if TYPE_CHECKING:
    from kotakmasuk.desktop.commanding import Commanding
    from kotakmasuk.desktop.inbox.view import InboxView
    from kotakmasuk.desktop.inside import Inside
    from kotakmasuk.desktop.rounds import Rounds
    from kotakmasuk.desktop.workplace import Page, Workplace

STANDARD_SIZE = (1366, 720)
TITLE_BAR = 32


class MainWindow(QMainWindow):
    """Empty until `fill`; then `inside` holds everything."""

    closing = Signal()

    def __init__(self) -> None:
        """Have a title and a size."""
        super().__init__()
        self.inside: Inside | None = None
        self.setWindowTitle("Kotak Masuk")
        self.resize(fitting(self.screen().availableSize()))

    def fill(self, workplace: "Workplace") -> None:
        """Build everything inside; nothing is read before it is shown."""
        from kotakmasuk.desktop.inside import Inside  # noqa: PLC0415  after the paint

        size = workplace.theme.size
        self.setMinimumSize(size("clientMin"), size("clientMinHeight"))
        self.inside = Inside(workplace)
        self.inside.title_changed.connect(self.setWindowTitle)
        self.inside.show_settings()
        self.setCentralWidget(self.inside)
        QTimer.singleShot(0, self, lambda: self.commanding)

    @property
    def filled(self) -> "Inside":
        """What is inside; AssertionError before `fill`."""
        if self.inside is None:
            message = "the window is still empty"
            raise AssertionError(message)
        return self.inside

    @cached_property
    def commanding(self) -> "Commanding":
        """The palette and the keys; they are bound after the first paint."""
        from kotakmasuk.desktop.commanding import Commanding  # noqa: PLC0415  see above

        return Commanding(self.filled)

    @property
    def inbox(self) -> "InboxView":
        """The inbox page."""
        return self.filled.inbox

    @property
    def rounds(self) -> "Rounds":
        """What happens by the clock."""
        return self.filled.rounds

    def go(self, page: "Page", what: object = None) -> None:
        """Show a page, and what of it; see `Workplace.go`."""
        self.filled.go(page, what)

    def remember_in(self, folder: Path) -> None:
        """Take up size and column widths of last time, and keep them at closing."""
        file = str(folder / "window.ini")
        kept = QSettings(file, QSettings.Format.IniFormat)
        geometry = kept.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.inbox.panes.restore(str(kept.value("columns", "")))
        self.closing.connect(lambda: self._keep(kept))

    def begin_rounds(self) -> None:
        """Check, send and wake by the clock from now on."""
        self.filled.rounds.start()

    def come_forward(self) -> None:
        """Show the window in front, because the program was started again."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _keep(self, kept: QSettings) -> None:
        kept.setValue("geometry", self.saveGeometry())
        kept.setValue("columns", self.inbox.panes.saved())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft, begin nothing more, and let `app` wait for the lanes."""
        if self.inside is not None:
            self.inside.leave()
        self.closing.emit()
        super().closeEvent(event)


def fitting(screen: QSize) -> QSize:
    """The size to begin with; at 200 % a small screen has less room than it."""
    wide, high = STANDARD_SIZE
    return QSize(min(wide, screen.width()), min(high, screen.height() - TITLE_BAR))
