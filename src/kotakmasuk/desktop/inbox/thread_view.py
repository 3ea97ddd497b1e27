"""The scrolling thread: the newest fifty items, older ones when one scrolls up.

The one rule: what one reads does not move when older items come in above it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button


SETTLED_AFTER = 120  # ms; by then the bubbles have found their heights


class ThreadView(QScrollArea):
    """A column of bubbles, no wider than is good to read, newest at the bottom."""

    older_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._keep: tuple[int, int] | None = None
        self._at_end = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Isi percakapan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more = Button(theme, self.tr("Tampilkan yang lebih lama"))
        self._more.clicked.connect(self.older_requested)
        self._items: list[QWidget] = []
        self._column = self._lay_sheet()
        self.verticalScrollBar().rangeChanged.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._note_place)

    def show_items(self, items: Sequence[QWidget], *, older: bool, same: bool) -> None:
        """Show these items; `same` conversation keeps the place, another goes down."""
        bar = self.verticalScrollBar()
        self._keep = (bar.value(), bar.maximum()) if same and not self._at_end else None
        self._at_end = self._at_end or not same
        self.setUpdatesEnabled(False)
        self._clear()
        self._more.setVisible(older)
        for item in items:
            self._column.insertWidget(self._column.count() - 1, item)
        self._items = list(items)
        self.setUpdatesEnabled(True)
        QTimer.singleShot(0, self, self._settle)
        QTimer.singleShot(SETTLED_AFTER, self, self._let_go)

    def _lay_sheet(self) -> QVBoxLayout:
        sheet = Sheet(self._theme)
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(18, 12, 18, 14)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(self._theme.size("contentMax"))
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(sheet)
        return column

    def _clear(self) -> None:
        for item in self._items:
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = []

    def _settle(self) -> None:
        """Keep what is read in its place while the sheet finds its height."""
        bar = self.verticalScrollBar()
        if self._keep is not None:
            value, maximum = self._keep
            bar.setValue(value + max(bar.maximum() - maximum, 0))
        elif self._at_end:
            bar.setValue(bar.maximum())

    def _let_go(self) -> None:
        self._keep = None

    def _note_place(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._at_end = value >= bar.maximum() - 4


class Sheet(QWidget):
    """The ground of the thread; it is opaque, so nothing behind it is painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what has to be drawn anew."""
        QPainter(self).fillRect(event.rect(), self._theme.color("surface"))
