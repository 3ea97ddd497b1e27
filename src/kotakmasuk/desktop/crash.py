"""The page for a mistake of the program itself.

The one rule: it says that the data is safe, and neither it nor the log repeats what a
citizen or an officer wrote: an exception is told by its class and place alone.
"""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.errors import KnownError


LOG = logging.getLogger(__name__)
DETAILS_HEIGHT = 140


class CrashPage(QDialog):
    """What happened, that the data is safe, and what can be done now."""

    def __init__(self, theme: Theme, details: str, parent: QWidget | None) -> None:
        """Details are classes and places, fit to be sent to whoever mends them."""
        super().__init__(parent)
        title = self.tr("Ada bagian program yang gagal. Data Anda aman.")
        self.setWindowTitle(self.tr("Kotak Masuk"))
        self.setAccessibleName(title)
        self.setMinimumWidth(theme.size("dialog"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, title, role="dialogTitle", wrap=True))
        words = self.tr(
            "Semua pesan, draf, dan balasan yang sudah disimpan tetap ada. Anda dapat"
            " melanjutkan; bila layar tidak bereaksi, tutup lalu buka lagi."
        )
        column.addWidget(TextLabel(theme, words, tone="text2", wrap=True))
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFixedHeight(DETAILS_HEIGHT)
        text.setAccessibleName(self.tr("Rincian untuk pengembang"))
        column.addWidget(text)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button(theme, self.tr("Salin rincian"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        go_on = Button(theme, self.tr("Lanjutkan"), kind="primary")
        go_on.clicked.connect(self.accept)
        for button in (copy, go_on):
            button.set_large()
            row.addWidget(button)
        column.addLayout(row)


class CrashReporter(QObject):
    """Shows the page for errors of the GUI thread and of the lanes."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._shown: CrashPage | None = None

    def install(self) -> None:
        """Take what nobody caught from now on."""
        sys.excepthook = self._take

    def report(self, error: BaseException) -> None:
        """Log where it happened, and show the page unless it is open already."""
        details = place_of(error)
        LOG.error("bug: %s", details.replace("\n", " < "))
        if self._shown is None:
            self._shown = CrashPage(self._theme, details, self._window)
            self._shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._shown.destroyed.connect(self._forget)
            self._shown.open()

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _forget(self) -> None:
        self._shown = None


def place_of(error: BaseException) -> str:
    """The class of an error and the lines of code it came through, innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in reversed(frames)
    ]
    return "\n".join((type(error).__name__, *lines))


def tell_problem(theme: Theme, error: KnownError) -> None:
    """Say in a window of its own why the inbox cannot be opened."""
    page = QDialog()
    page.setWindowTitle(page.tr("Kotak Masuk"))
    page.setAccessibleName(str(error))
    page.setMinimumWidth(theme.size("dialog"))
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 18, 20, 18)
    column.setSpacing(8)
    column.addWidget(TextLabel(theme, error.message, role="dialogTitle", wrap=True))
    column.addWidget(TextLabel(theme, error.advice, tone="text2", wrap=True))
    close = Button(theme, page.tr("Tutup"), kind="primary")
    close.set_large()
    close.clicked.connect(page.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column.addLayout(row)
    page.exec()
