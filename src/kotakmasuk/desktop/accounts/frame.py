"""What the dialogs of Kanal share: a dimmed window behind, a strip for errors, work.

The one rule: while something runs, its progress and *Batalkan* stand where one looks.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


DIM = 107  # of 255: 42 %
ROOM = 32  # left free around a dialog on a small screen


class Dim(QWidget):
    """Darkens a window as long as a dialog lies over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the shade."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, DIM))


class ToolDialog(QDialog):
    """A dialog over a dimmed window, never larger than the screen."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, *, title: str, size: QSize
    ) -> None:
        """Title is also what a screen reader says."""
        super().__init__(parent)
        self._theme = theme
        self._dim: Dim | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        free = self.screen().availableSize() - QSize(ROOM, ROOM)
        self.resize(size.boundedTo(free))

    def open(self) -> None:
        """Show the dialog, and dim the window below it."""
        window = self.parentWidget()
        if window is not None:
            self._dim = Dim(window)
        super().open()

    def done(self, result: int) -> None:
        """Close, and give the window its light back."""
        if self._dim is not None:
            self._dim.deleteLater()
            self._dim = None
        super().done(result)


class WorkStrip(Plane):
    """Says what runs, how far it is, and lets it be cancelled."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__("accentSoft", edge="strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(6)
        self._words = TextLabel(theme, role="bodyStrong", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        self.button = Button(theme, self.tr("Batalkan"))
        self.button.clicked.connect(self.cancelled)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_work(self, words: str, *, done: int = 0, total: int = 0) -> None:
        """Show what runs; total 0 means that nobody knows how much there is."""
        self._words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))
        self.bar.setAccessibleName(words)
        self.setAccessibleName(words)
        self.show()

    def words(self) -> str:
        """What it says."""
        return self._words.text()


def foot(buttons: Sequence[QWidget], *, left: Sequence[QWidget] = ()) -> Plane:
    """Make the row of buttons at the lower edge: cancel left, verbs right."""
    plane = Plane("surface", edge="top")
    row = QHBoxLayout(plane)
    row.setContentsMargins(20, 12, 20, 12)
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in buttons:
        row.addWidget(widget)
    return plane
