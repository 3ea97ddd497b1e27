"""A day that may be left open: typed in words, or picked from a calendar.

The one rule: what was typed stays typed; only a day that is understood is written out.
"""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.template_tables import iso_date
from kotakmasuk.domain.wording import MONTHS


ROOM = (300, 230)  # pixels in which the names of the days are whole


class DayField(QLineEdit):
    """Shows "31 Januari 2027"; `iso` gives 2027-01-31, or what cannot be read."""

    def __init__(self, theme: Theme) -> None:
        """Empty means that there is no last day."""
        super().__init__()
        self._theme = theme
        self._calendar: QCalendarWidget | None = None
        self.setPlaceholderText(self.tr("tanpa batas"))
        self._open = QAction(self.tr("Pilih tanggal"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(lambda: self.show_iso(self.iso()))
        self._dress()
        theme.changed.connect(self._dress)

    def iso(self) -> str:
        """The day as an ISO date; what was typed where it is none."""
        return iso_date(self.text())

    def show_iso(self, iso: str) -> None:
        """Write a day out; anything else stays as it is."""
        self.setText(day_words(iso))

    def open_calendar(self) -> None:
        """Let a day be picked below the field."""
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlags(Qt.WindowType.Popup)
            indonesia = QLocale.Country.Indonesia
            self._calendar.setLocale(QLocale(QLocale.Language.Indonesian, indonesia))
            self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            no_numbers = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            self._calendar.setVerticalHeaderFormat(no_numbers)
            self._calendar.setMinimumSize(*ROOM)
            self._calendar.setStyleSheet("QTableView::item { padding: 0; }")
            self._calendar.clicked.connect(self._pick)
            self._calendar.activated.connect(self._pick)
        self._dress_calendar(self._calendar)
        known = QDate.fromString(self.iso(), Qt.DateFormat.ISODate)
        if known.isValid():
            self._calendar.setSelectedDate(known)
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()

    def _dress_calendar(self, calendar: QCalendarWidget) -> None:
        weekend = QTextCharFormat()
        weekend.setForeground(self._theme.color("danger"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)

    def _pick(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.show_iso(day.toString(Qt.DateFormat.ISODate))
        self.textEdited.emit(self.text())

    def _dress(self) -> None:
        self._open.setIcon(self._theme.icon("calendar", 16, "text3"))


def day_words(iso: str) -> str:
    """Write "31 Januari 2027"; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
