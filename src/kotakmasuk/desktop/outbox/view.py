"""The outbox page (Kiriman): what is on its way, and what became of it.

The one rule: it shows what the presenter lists and asks before anything goes twice.
"""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.outbox import model as columns
from kotakmasuk.desktop.outbox import wording
from kotakmasuk.desktop.outbox.deeds import Deeds
from kotakmasuk.desktop.outbox.delegate import EDGE, OutboxDelegate
from kotakmasuk.desktop.outbox.model import OutboxModel
from kotakmasuk.desktop.outbox.panel import OutboxPanel
from kotakmasuk.desktop.outbox.presenter import OutboxPresenter, Shown
from kotakmasuk.desktop.outbox.tab_row import TabRow
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.column_header import PageHeader
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.manual_window import ManualWindows
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError


PANEL = 320
LOW_PANEL = 180
LEAST_TABLE = 96
LEAST_WIDE = 900  # at 100 %; below, the panel stands under the table
HEAD_EDGES = (
    f"QHeaderView::section:first{{padding-left:{EDGE}px}}"
    f"QHeaderView::section:last{{padding-right:{EDGE}px}}"
)
WIDTHS = {columns.STATE: 174, columns.TO: 186, columns.BY: 90, columns.WHEN: 108}
NARROW = {columns.STATE: 150, columns.TO: 132, columns.BY: 0, columns.WHEN: 104}


class OutboxPage(Plane):
    """Tabs, table and panel; `conversation_wanted` asks for the inbox."""

    conversation_wanted = Signal(int)

    def __init__(self, theme: Theme, presenter: OutboxPresenter) -> None:
        super().__init__("surface")
        self._theme = theme
        self._presenter = presenter
        self._deeds = Deeds(theme, presenter, self)
        self._manual = ManualWindows(theme, self)
        self.setObjectName("outboxPage")
        self.setMinimumWidth(PANEL)
        self.setAccessibleName(self.tr("Kiriman"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._tab_row())
        self._problem = StateBanner(theme)
        column.addWidget(self._problem)
        self._held = StateBanner(theme)
        column.addWidget(self._held)
        column.addLayout(self._make_body(), 1)
        self.setFocusProxy(self._table)
        self._connect()
        self._dress()
        theme.changed.connect(self._dress)

    def commands(self) -> list[Command]:
        """What can be done with the chosen answer, for the palette."""
        return [
            Command(
                id=f"outbox.{action.deed}",
                title=action.words,
                run=partial(self._deeds.do, action.deed),
                group=self.tr("Kiriman"),
                icon=action.icon,
            )
            for action in self._panel.offered()
            if not action.reason
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the table where there is no room beside it."""
        super().resizeEvent(event)
        self._settle()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._show)
        presenter.counted.connect(self._count)
        presenter.undo_known.connect(self._tell_undo)
        presenter.described.connect(self._panel.show_state)
        presenter.time_passed.connect(self._model.tell_time)
        presenter.errands.failed.connect(self._tell_problem)
        presenter.errands.manual_ready.connect(self._manual.begin)
        self._manual.declared.connect(presenter.errands.declare_reply)
        presenter.hold_known.connect(self._tell_hold)
        self._hold.clicked.connect(presenter.switch_hold)
        self._held.acted.connect(presenter.switch_hold)
        self._more.clicked.connect(presenter.show_whole)
        self._panel.acted.connect(self._deeds.do)
        self._deeds.conversation_wanted.connect(self.conversation_wanted)
        self._tabs.chosen.connect(presenter.open_tab)
        choice = self._table.selectionModel()
        choice.currentRowChanged.connect(self._choose)
        self._table.activated.connect(self._open)

    def _make_body(self) -> QBoxLayout:
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(LEAST_TABLE)
        self._stack.addWidget(self._listed())
        self._stack.addWidget(self._empty())
        self._panel = OutboxPanel(self._theme)
        self._body.addWidget(self._stack, 1)
        self._body.addWidget(self._panel)
        return self._body

    def _head(self) -> PageHeader:
        head = PageHeader(self._theme, self.tr("Kiriman"))
        head.add_action(IconLabel(self._theme, "clock", 16, "text2"))
        self._undo = TextLabel(self._theme, tone="text2")
        head.add_action(self._undo)
        self._hold = Button(self._theme, self.tr("Tahan semua kiriman"), icon="pause")
        self._hold.set_large()
        self._hold.setObjectName("outboxHold")
        head.add_action(self._hold)
        return head

    def _tab_row(self) -> QWidget:
        self._tabs = TabStrip(self._theme, wording.tabs(), kind="filter")
        return TabRow(self._theme, self._tabs)

    def _listed(self) -> QWidget:
        """The table, and under it what leads to the rest of the day."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_table(), 1)
        self._more = Button(self._theme, "", kind="link")
        self._more.setObjectName("outboxMore")
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 6, EDGE, 6)
        row.addWidget(self._more)
        row.addStretch(1)
        column.addLayout(row)
        return whole

    def _make_table(self) -> QTableView:
        table = QTableView()
        self._model = OutboxModel()
        self._delegate = OutboxDelegate(self._theme)
        table.setModel(self._model)
        table.setItemDelegate(self._delegate)
        table.setObjectName("outboxTable")
        table.setAccessibleName(self.tr("Balasan dalam perjalanan"))
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(columns.TEXT, QHeaderView.ResizeMode.Stretch)
        head.setStyleSheet(HEAD_EDGES)
        self._table = table
        return table

    def _empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            icon="send",
            title=self.tr("Tidak ada yang menunggu"),
            sentence=self.tr(
                "Balasan yang Anda kirim muncul di sini sampai platform "
                "mengonfirmasinya."
            ),
        )

    def _settle(self) -> None:
        grown = self._theme.text_percent / 100
        narrow = self.width() < max(self._theme.size("threePane"), LEAST_WIDE * grown)
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._panel.set_edge("top" if narrow else "left")
        if narrow:
            self._panel.setFixedSize(
                self.width(), min(round(LOW_PANEL * grown), self.height() // 3)
            )
        else:
            self._panel.setMinimumSize(round(PANEL * grown), 0)
            self._panel.setMaximumSize(round(PANEL * grown), 16_777_215)
        for section, wide in (NARROW if narrow else WIDTHS).items():
            self._table.setColumnHidden(section, not wide)
            self._table.setColumnWidth(section, round(wide * grown))

    def _dress(self) -> None:
        row = "tableRowCompact" if self._theme.compact else "tableRow"
        self._table.verticalHeader().setDefaultSectionSize(self._theme.size(row))
        self._table.horizontalHeader().setFont(self._theme.font("sectionLabel"))
        self._settle()

    def _show(self, shown: Shown) -> None:
        head = self._table.selectionModel()
        head.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._model.show_rows(shown.rows, shown.moment)
        place = self._model.place_of(shown.chosen)
        if place >= 0:
            self._table.selectRow(place)
        head.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._stack.setCurrentIndex(0 if shown.rows else 1)
        self._panel.setVisible(bool(shown.rows))
        words = self.tr("Tampilkan {n} terkirim lainnya hari ini")
        self._more.setText(words.format(n=shown.hidden))
        self._more.setVisible(bool(shown.hidden))
        self._table.viewport().update()

    def _tell_undo(self, seconds: int) -> None:
        words = self.tr("Batal kirim: {seconds} detik").format(seconds=seconds)
        self._undo.setText(words if seconds else self.tr("Tanpa batal kirim"))

    def _tell_hold(self, held: bool) -> None:  # noqa: FBT001  a Qt slot
        words = self.tr("Lanjutkan") if held else self.tr("Tahan semua kiriman")
        self._hold.setText(words)
        self._hold.set_icon("send" if held else "pause")
        if not held:
            self._held.hide()
            return
        self._held.show_state(
            "warn",
            self.tr("Semua kiriman ditahan."),
            self.tr("Yang antre berangkat setelah Anda melanjutkan."),
            icon="pause",
        )

    def _count(self, counts: dict[str, int]) -> None:
        for tab, _ in wording.tabs():
            self._tabs.set_count(tab, counts.get(tab, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._presenter.choose(self._model.row(index.row()))

    def _open(self, index: QModelIndex) -> None:
        self._deeds.go(self._model.row(index.row()))

    def _tell_problem(self, error: KnownError) -> None:
        self._problem.show_error(error)


def build(workplace: Workplace) -> OutboxPage:
    """Make the page and read its rows."""
    presenter = OutboxPresenter(workplace)
    page = OutboxPage(workplace.theme, presenter)
    presenter.setParent(page)
    presenter.reload()
    return page
