"""The page Atur: the sections below one another, and a list that leads to them.

The one rule: there is no *Simpan*; the head says when the last change was stored.
"""

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.settings.bindings import Bindings
from kotakmasuk.desktop.settings.greetings import Greetings
from kotakmasuk.desktop.settings.keeping import Keeping
from kotakmasuk.desktop.settings.people import People
from kotakmasuk.desktop.settings.presenter import SettingsPresenter
from kotakmasuk.desktop.settings.roster import Roster
from kotakmasuk.desktop.settings.safety import Safety
from kotakmasuk.desktop.settings.sections import Section, Sections
from kotakmasuk.desktop.theme import Scheme, Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.column_header import PageHeader
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, Separator, TextLabel
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings


NAV_WIDTH = 210
CONTENT = 680
NARROW = 820


class SettingsView(Plane):
    """The page; it reads whenever it is shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("surface")
        theme = self._theme = workplace.theme
        self.presenter = SettingsPresenter(workplace)
        self.bindings = Bindings(theme, self.presenter)
        plain = Sections(theme, self.bindings)
        self.roster = Roster(workplace)
        self.people = People(theme, self.roster)
        self.safety = Safety(theme, self.presenter)
        sending = plain.sending()
        self.greetings = Greetings(theme, self.presenter)
        sending.column.addWidget(self.greetings)
        self.keeping = Keeping(theme, workplace.go)
        self.sections: tuple[Section, ...] = (
            plain.agency(),
            self.people,
            sending,
            self.keeping,
            plain.appearance(),
            self.safety,
        )
        self.banner = StateBanner(theme)
        self._build()
        self.setFocusProxy(self.nav)
        self.presenter.saved.connect(self._tell_saved)
        self.presenter.refused.connect(self._refuse)
        self.presenter.loaded.connect(lambda _: self.roster.load())
        self.roster.saved.connect(self._tell_saved)
        self.roster.refused.connect(self._refuse)
        self.presenter.looked_different.connect(self._dress)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew."""
        super().showEvent(event)
        self.presenter.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list of sections out where there is little room."""
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= NARROW)

    def open_section(self, place: int) -> None:
        """Scroll to a section."""
        if place >= 0:
            top = self.sections[place].y()
            self.area.verticalScrollBar().setValue(max(top - 4, 0))

    def saved_words(self) -> str:
        """What the head says about the last change."""
        return self._saved.text()

    def _build(self) -> None:
        theme = self._theme
        header = PageHeader(theme, self.tr("Atur"))
        self._sign = IconLabel(theme, "circle-check", 14, "ok")
        self._sign.hide()
        self._saved = TextLabel(theme, role="meta", tone="text2")
        self._saved.setText(self.tr("Setiap perubahan langsung disimpan."))
        header.add_action(self._sign)
        header.add_action(self._saved)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header)
        outer.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._side = self._build_nav()
        row.addWidget(self._side)
        row.addWidget(self._build_area(), 1)
        outer.addLayout(row, 1)

    def _build_nav(self) -> Plane:
        side = Plane("surface", edge="right")
        side.setFixedWidth(NAV_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 10, 8, 10)
        self.nav = QListWidget()
        self.nav.setAccessibleName(self.tr("Bagian pengaturan"))
        self.nav.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self.nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nav.viewport().setAutoFillBackground(False)
        for section in self.sections:
            item = QListWidgetItem(section.accessibleName(), self.nav)
            item.setSizeHint(QSize(0, self._theme.size("input")))
        self.nav.setCurrentRow(0)
        self.nav.currentRowChanged.connect(self.open_section)
        column.addWidget(self.nav)
        return side

    def _build_area(self) -> QScrollArea:
        inside = Plane("surface")
        row = QHBoxLayout(inside)
        row.setContentsMargins(28, 20, 28, 28)
        narrow = QWidget()
        narrow.setMaximumWidth(CONTENT)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(22)
        for place, section in enumerate(self.sections):
            if place:
                column.addWidget(Separator())
            column.addWidget(section)
        column.addStretch(1)
        row.addWidget(narrow, 1)
        row.addStretch(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        return self.area

    def _tell_saved(self, _name: str) -> None:
        self.banner.hide()
        self._sign.show()
        self._saved.setText(self.tr("Tersimpan"))

    def _refuse(self, error: KnownError) -> None:
        self._sign.hide()
        self._saved.setText("")
        self.banner.show_error(error)

    def _dress(self, settings: Settings) -> None:
        put_on(self._theme, settings)


def put_on(theme: Theme, settings: Settings) -> None:
    """Let the theme look as it was set; only what differs is changed."""
    if theme.scheme != settings.theme:
        theme.set_scheme(cast("Scheme", settings.theme))
    if theme.compact != (settings.density == "compact"):
        theme.set_compact(settings.density == "compact")
    if theme.text_percent != settings.text_size:
        theme.set_text_percent(settings.text_size)


def build(workplace: Workplace) -> SettingsView:
    """Make the page; it reads when it is first shown."""
    return SettingsView(workplace)
