"""The head of the page: which week, and the files that can be made of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import PageHeader
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.domain.summary_words import period
from kotakmasuk.domain.weeks import Week


LISTED = 26  # half a year of weeks in the menu
NARROWEST = 420
ROOM_FOR_ALL, ROOM_FOR_TITLE = 900, 740


class SummaryHead(PageHeader):
    """Title, week between two arrows, and the exports."""

    stepped = Signal(int)
    chosen = Signal(object)
    export_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show no week yet."""
        super().__init__(theme, self.tr("Ringkasan mingguan"))
        self._mondays: list[date] = []
        self._monday: date | None = None
        self._build_week()
        self._build_exports()
        self.setMinimumWidth(NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        wide = self.width()
        title = self.tr("Ringkasan mingguan") if wide >= ROOM_FOR_TITLE else ""
        self.set_title(title)
        self._number.setVisible(wide >= ROOM_FOR_ALL)
        self._name_week()

    def show_weeks(self, mondays: list[date]) -> None:
        """Offer these weeks in the menu, the newest first."""
        self._mondays = mondays[::-1][:LISTED]

    def show_week(self, monday: date) -> None:
        """Tell which week is on the page."""
        self._monday = monday
        number = Week(monday, "UTC").number
        self._number.setText(self.tr("Minggu ke-{number}").format(number=number))
        self._name_week()

    def allow_exports(self, *, allowed: bool, reason: str = "") -> None:
        """Offer the files, or say beside them why not."""
        for button in (self._json, self._pdf):
            button.setEnabled(allowed)
            button.setAccessibleDescription(reason)
        self._reason.setText(reason)

    def _name_week(self) -> None:
        if self._monday is not None:
            days = self.width() >= ROOM_FOR_TITLE
            words = period(Week(self._monday, "UTC"), days=days)
            self._week.setText(words)
            self._week.setAccessibleName(
                self.tr("Pilih pekan, {week}").format(week=words)
            )

    def _build_week(self) -> None:
        theme = self._theme
        back = IconButton(
            theme, "chevron-left", self.tr("Pekan sebelumnya"), shortcut="Alt+Left"
        )
        forth = IconButton(
            theme, "chevron-right", self.tr("Pekan berikutnya"), shortcut="Alt+Right"
        )
        self._week = Button(theme, "", icon="calendar-days")
        self._number = TextLabel(theme, tone="text2")
        back.clicked.connect(lambda: self.stepped.emit(-1))
        forth.clicked.connect(lambda: self.stepped.emit(1))
        self._week.clicked.connect(self._offer_weeks)
        widgets: tuple[QWidget, ...] = (back, self._week, forth, self._number)
        for place, widget in enumerate(widgets, start=1):
            self.row.insertWidget(place, widget)

    def _build_exports(self) -> None:
        self._reason = TextLabel(self._theme, role="meta", tone="text2")
        self._json = Button(self._theme, "JSON")
        self._json.setAccessibleName(self.tr("Ekspor JSON"))
        self._pdf = Button(
            self._theme, self.tr("Ekspor PDF"), kind="primary", icon="file-down"
        )
        self._json.clicked.connect(lambda: self.export_requested.emit("json"))
        self._pdf.clicked.connect(lambda: self.export_requested.emit("pdf"))
        for widget in (self._reason, self._json, self._pdf):
            self.add_action(widget)
        self.allow_exports(allowed=False)

    def _offer_weeks(self) -> None:
        menu = Menu(self._theme, self.tr("Pilih pekan"), self)
        for monday in self._mondays:
            words = period(Week(monday, "UTC"))
            menu.add(words, partial(self.chosen.emit, monday))
        if not self._mondays:
            nothing = menu.add(self.tr("Belum ada pesan"), lambda: None)
            nothing.setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._week.mapToGlobal(self._week.rect().bottomLeft()))
