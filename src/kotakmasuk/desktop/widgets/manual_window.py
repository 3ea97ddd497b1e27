"""The small window that stays on top while the officer sends an answer by hand.

The one rule: nothing is believed sent until she says so; closing it says nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


WIDE = 360


class ManualWindow(Plane):
    """Asks *Sudah saya kirim* or *Belum*; `declared` carries the link, if any."""

    declared = Signal(str)
    postponed = Signal()

    def __init__(self, theme: Theme, platform: str, *, opened: bool) -> None:
        """Opened tells whether the citizen's post could be opened in the browser."""
        super().__init__("raised")
        self._answered = False
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
        column.addLayout(self._head(theme))
        column.addWidget(
            TextLabel(theme, self._steps(platform, opened=opened), wrap=True)
        )
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://")
        words = self.tr("Tautan balasan (boleh dikosongkan)")
        column.addWidget(Field(theme, words, self.link))
        column.addLayout(self._buttons(theme))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing without an answer means: not yet."""
        super().closeEvent(event)
        if not self._answered:
            self._answered = True
            self.postponed.emit()

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

    def _head(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "copy", 16, "accent"))
        title = self.tr("Sudah terkirim?")
        row.addWidget(TextLabel(theme, title, role="dialogTitle"), 1)
        return row

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        later = Button(theme, self.tr("Belum"))
        later.setObjectName("manualLater")
        sent = Button(theme, self.tr("Sudah saya kirim"), kind="primary", icon="check")
        sent.setObjectName("manualSent")
        for button in (later, sent):
            button.set_large()
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(sent)
        later.clicked.connect(self.close)
        sent.clicked.connect(self._say_declared)
        return row

    def _say_declared(self) -> None:
        self._answered = True
        self.declared.emit(self.link.text().strip())
        self.close()


def place_beside(window: QWidget, beside: QWidget) -> None:
    """Put the window at the lower right of another, where it hides no text."""
    edge = beside.frameGeometry().bottomRight()
    size = window.sizeHint()
    window.move(edge.x() - size.width() - 24, edge.y() - size.height() - 24)
