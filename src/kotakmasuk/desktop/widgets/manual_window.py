"""The small window that stays on top while the officer sends an answer by hand.

The one rule: nothing is believed sent until she says so; closing it says nothing.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import ElidedLabel, IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.links import open_link


WIDE = 360
SHOWN_LETTERS = 160


class ManualWindow(Plane):
    """Asks *Sudah saya kirim* or *Belum*; `declared` carries link and file, if any."""

    declared = Signal(str, str)
    postponed = Signal()

    def __init__(
        self, theme: Theme, platform: str, *, opened: bool, text: str = ""
    ) -> None:
        """Opened tells whether the citizen's post could be opened in the browser."""
        super().__init__("raised")
        self._answered = False
        self._theme = theme
        self._text = text
        self._file = ""
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.CustomizeWindowHint
            | Qt.WindowType.WindowTitleHint
            | Qt.WindowType.WindowCloseButtonHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Kirim di {platform}").format(platform=platform)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setObjectName("manualWindow")
        self.setFixedWidth(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        steps = self._steps(platform, opened=opened)
        column.addWidget(TextLabel(theme, steps, wrap=True))
        column.addLayout(self._words())
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://")
        words = self.tr("Tautan balasan (boleh dikosongkan)")
        column.addWidget(Field(theme, words, self.link))
        column.addLayout(self._screenshot())
        column.addLayout(self._buttons())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing without an answer means: not yet."""
        super().closeEvent(event)
        if not self._answered:
            self._answered = True
            self.postponed.emit()

    def take_screenshot(self, file: str) -> None:
        """Name the picture that proves it; empty takes it away."""
        self._file = file
        none = self.tr("Tanpa tangkapan layar")
        self._named.set_text(Path(file).name if file else none)

    def _steps(self, platform: str, *, opened: bool) -> str:
        if opened:
            words = self.tr(
                "Teks sudah disalin dan {platform} dibuka di peramban. Tempel sebagai "
                "balasan, kirim, lalu nyatakan di sini."
            )
        else:
            words = self.tr(
                "Teks sudah disalin. Tautan percakapan ini tidak dapat dibuka: buka "
                "{platform} sendiri, tempel sebagai balasan, kirim, lalu nyatakan di "
                "sini."
            )
        return words.format(platform=platform)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "copy", 16, "accent"))
        title = self.tr("Sudah terkirim?")
        row.addWidget(TextLabel(self._theme, title, role="dialogTitle"), 1)
        return row

    def _words(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        shown = " ".join(self._text.split())[:SHOWN_LETTERS]
        row.addWidget(ElidedLabel(self._theme, shown, role="meta", tone="text2"), 1)
        again = Button(self._theme, self.tr("Salin lagi"), icon="copy")
        again.setObjectName("manualCopy")
        again.clicked.connect(self._copy)
        row.addWidget(again)
        return row

    def _screenshot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._named = ElidedLabel(self._theme, role="meta", tone="text2")
        row.addWidget(self._named, 1)
        choose = Button(self._theme, self.tr("Tangkapan layar…"), icon="image")
        choose.setObjectName("manualScreenshot")
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        self.take_screenshot("")
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        later = Button(self._theme, self.tr("Belum"))
        later.setObjectName("manualLater")
        words = self.tr("Sudah saya kirim")
        sent = Button(self._theme, words, kind="primary", icon="check")
        sent.setObjectName("manualSent")
        for button in (later, sent):
            button.set_large()
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(sent)
        later.clicked.connect(self.close)
        sent.clicked.connect(self._say_declared)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _choose(self) -> None:
        title = self.tr("Tangkapan layar balasan")
        kinds = self.tr("Gambar (*.png *.jpg *.jpeg)")
        file, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.take_screenshot(file)

    def _say_declared(self) -> None:
        self._answered = True
        self.declared.emit(self.link.text().strip(), self._file)
        self.close()


class ManualWindows(QObject):
    """Copies, opens and asks; `declared` carries the reply, its link and a file.

    One window an answer: asked for again, the first comes to the front.
    """

    declared = Signal(int, str, str)

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(beside)
        self._theme = theme
        self._beside = beside
        self._windows: dict[int, ManualWindow] = {}

    def begin(self, reply: int, text: str, url: str, platform: str) -> None:
        """Do it for one answer that waits in the outbox."""
        QGuiApplication.clipboard().setText(text)
        opened = bool(url) and open_link(url)
        if reply in self._windows:
            self._windows[reply].raise_()
            return
        window = ManualWindow(self._theme, platform, opened=opened, text=text)
        self._windows[reply] = window
        window.declared.connect(
            lambda link, file: self.declared.emit(reply, link, file)
        )
        window.destroyed.connect(lambda: self._windows.pop(reply, None))
        place_beside(window, self._beside.window())
        window.show()


def place_beside(window: QWidget, beside: QWidget) -> None:
    """Put the window at the lower right of another, where it hides no text."""
    edge = beside.frameGeometry().bottomRight()
    size = window.sizeHint()
    window.move(edge.x() - size.width() - 24, edge.y() - size.height() - 24)
