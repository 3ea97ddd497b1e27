"""Asks when an answer shall leave: times at the office first, any other below.

The one rule: what is offered lies within office hours.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QTimeEdit,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import TEXT_MARGIN, DateField
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import zone_word


HOUR = 3_600_000


class ScheduleDialog(Dialog):
    """`chosen_at` gives the time that stands chosen, in UTC ms."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        times: Sequence[tuple[str, int]],
        now: int,
        zone: str,
    ) -> None:
        """Offer the times (words, UTC ms); the first one is chosen."""
        super().__init__(
            theme, parent, title=self.tr("Jadwalkan balasan"), verb=self.tr("Jadwalkan")
        )
        self._zone = zone
        self._times = [at for _, at in times]
        self._group = QButtonGroup(self)
        for place, (words, _) in enumerate(times):
            button = QRadioButton(words)
            button.setFont(theme.font("body"))
            self._group.addButton(button, place)
            self.body.addWidget(button)
        self._add_free_time(theme, now)
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocus()
        self.verb_button.setDefault(True)

    def chosen_at(self) -> int:
        """The chosen time."""
        place = self._group.checkedId()
        if place < len(self._times):
            return self._times[place]
        day, hour = self._day.date(), self._hour.time()
        there = datetime.combine(
            date(day.year(), day.month(), day.day()),
            time(hour.hour(), hour.minute()),
            ZoneInfo(self._zone),
        )
        return round(there.timestamp() * 1000)

    def _add_free_time(self, theme: Theme, now: int) -> None:
        other = QRadioButton(self.tr("Waktu lain"))
        other.setFont(theme.font("body"))
        self._group.addButton(other, len(self._times))
        there = local(now + HOUR, self._zone)
        self._day, self._hour = DateField(), QTimeEdit()
        self._day.setCalendarPopup(False)
        self._day.setAccessibleName(self.tr("Tanggal kirim"))
        self._day.setDate(QDate(there.year, there.month, there.day))
        self._day.setMinimumDate(self._day.date().addDays(-1))
        self._hour.setDisplayFormat("HH.mm")
        self._hour.setTime(QTime(there.hour, 0))
        words = self.tr("Jam kirim, {zone}").format(zone=zone_word(self._zone))
        self._hour.setAccessibleName(words)
        self._hour.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(other)
        row.addWidget(self._day, 1)
        row.addWidget(self._hour)
        self.body.addLayout(row)
        for field in (self._day.dateChanged, self._hour.timeChanged):
            field.connect(lambda _: other.setChecked(True))
