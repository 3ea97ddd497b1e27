"""The small calendar at an isian that asks for a day.

The one rule: whoever would rather type just types; the letters go into the text.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.month_grid import MonthGrid
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.domain.placeholders import date_words


class DatePopover(Plane):
    """Emits `taken` with the day in words.

    `typed` carries a letter that was meant for the text.
    """

    taken = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        today: date,
        closed_on: Callable[[date], str],
    ) -> None:
        """Begin at today; `closed_on` says why the office is closed on a day."""
        super().__init__("raised", edge="all", parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(self.tr("Pilih tanggal"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        self.grid = MonthGrid(theme, today, closed_on)
        self._words = TextLabel(
            theme, date_words(today), role="meta", tone="text2", wrap=True
        )
        column.addWidget(self.grid)
        column.addWidget(self._words)
        self.grid.moved.connect(self._words.setText)
        self.grid.taken.connect(self._take)
        self._words.setText(self.grid.accessibleName())

    def open_at(self, point: QPoint) -> None:
        """Open above or below a point of the screen, whole."""
        self.adjustSize()
        room = QGuiApplication.screenAt(point) or self.screen()
        edge = room.availableGeometry()
        left = max(edge.left(), min(point.x(), edge.right() - self.width()))
        top = point.y()
        if top + self.height() > edge.bottom():
            top = max(edge.top(), point.y() - self.height() - 28)
        self.move(left, top)
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters close the calendar and go into the text."""
        text = event.text()
        if text and text.isprintable():
            self.close()
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _take(self, iso: str) -> None:
        self.close()
        self.taken.emit(date_words(date.fromisoformat(iso)))
