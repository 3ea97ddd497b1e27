"""A month to pick a day from: arrows move, Enter takes, closed days are told apart.

The one rule: a closed day can be taken, but it says that it is one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.placeholders import date_words
from kotakmasuk.domain.wording import MONTHS, SHORT_DAYS


CELL_WIDE, CELL_HIGH = 36, 30
HEAD = 52
WEEK = 7
WEEKS = 6
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class MonthGrid(QWidget):
    """Emits `taken` with the ISO date; `closed_on` says why a day is closed, or nothing."""

    moved = Signal(str)
    taken = Signal(str)

    def __init__(
        self, theme: Theme, day: date, closed_on: Callable[[date], str]
    ) -> None:
        """Begin at a day."""
        super().__init__()
        self._theme = theme
        self._today = day
        self._closed_on = closed_on
        self.day = day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(WEEK * CELL_WIDE, HEAD + WEEKS * CELL_HIGH))
        self._tell()

    def go(self, day: date) -> None:
        """Move to a day, which may lie in another month; never before today."""
        self.day = max(day, self._today)
        self._tell()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, PageUp and PageDown by months."""
        key = event.key()
        if key in STEPS:
            self.go(self.day + timedelta(days=STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(month_on(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit(self.day.isoformat())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the day that was pressed, or turn the page at the arrows."""
        at = event.position()
        if at.y() < HEAD:
            if at.x() < CELL_WIDE:
                self.go(month_on(self.day, -1))
            elif at.x() > (WEEK - 1) * CELL_WIDE:
                self.go(month_on(self.day, 1))
            return
        row, column = int(at.y() - HEAD) // CELL_HIGH, int(at.x()) // CELL_WIDE
        day = self._first() + timedelta(days=row * WEEK + column)
        if day >= self._today and day.month == self.day.month:
            self.go(day)
            self.taken.emit(day.isoformat())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the month, the names of the days and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for place in range(WEEKS * WEEK):
            day = self._first() + timedelta(days=place)
            if day.month == self.day.month:
                self._paint_day(painter, place, day)

    def _paint_head(self, painter: QPainter) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        wide = WEEK * CELL_WIDE
        painter.setFont(self._theme.font("bodyStrong"))
        painter.setPen(self._theme.color("text"))
        title = f"{MONTHS[self.day.month - 1]} {self.day.year}"
        painter.drawText(QRectF(0, 0, wide, 28), centre, title)
        for left, icon in ((10, "chevron-left"), (wide - 26, "chevron-right")):
            painter.drawPixmap(left, 6, self._theme.pixmap(icon, 16, "text2"))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text2"))
        for column, name in enumerate(SHORT_DAYS):
            box = QRectF(column * CELL_WIDE, 30, CELL_WIDE, 20)
            painter.drawText(box, centre, name)

    def _paint_day(self, painter: QPainter, place: int, day: date) -> None:
        left, top = place % WEEK * CELL_WIDE, HEAD + place // WEEK * CELL_HIGH
        box = QRectF(left + 2, top + 1, CELL_WIDE - 4, CELL_HIGH - 2)
        chosen, closed = day == self.day, bool(self._closed_on(day))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accentFill"))
            painter.drawRoundedRect(box, 6, 6)
        ink = "disabledText" if closed or day < self._today else "text"
        painter.setPen(self._theme.color("onAccent" if chosen else ink))
        painter.setFont(self._theme.font("body"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if closed and not chosen:
            # Crossed out, so that it is not told by its colour alone.
            painter.setPen(QPen(self._theme.color("disabledText"), 1))
            middle = box.center()
            painter.drawLine(
                round(middle.x() - 9),
                round(middle.y()),
                round(middle.x() + 9),
                round(middle.y()),
            )

    def _first(self) -> date:
        """The Monday of the first row."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _tell(self) -> None:
        words = date_words(self.day)
        if why := self._closed_on(self.day):
            words = f"{words}: {why}"
        self.setAccessibleName(words)
        self.moved.emit(words)


def month_on(day: date, by: int) -> date:
    """The same day of the next or the last month, or that month's last day."""
    first = (day.replace(day=1) + timedelta(days=32 * by if by > 0 else -1)).replace(
        day=1
    )
    after = (first + timedelta(days=32)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))
