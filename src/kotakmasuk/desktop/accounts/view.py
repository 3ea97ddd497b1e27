"""The page Kanal: the table, what is wrong, and the three ways to bring messages in.

The one rule: without permission or a line one can still begin, by file or by hand.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout

from kotakmasuk.desktop.accounts.actions import AccountActions
from kotakmasuk.desktop.accounts.cards import ProblemCard
from kotakmasuk.desktop.accounts.model import AccountModel
from kotakmasuk.desktop.accounts.presenter import (
    AccountRow,
    AccountsPresenter,
    Problem,
    summary_words,
)
from kotakmasuk.desktop.accounts.table import AccountTable
from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.column_header import PageHeader
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError


NARROW = 940
REFRESH = 20_000  # ms, so that "tertinggal" and the next check stay true
CARD_COLUMNS = 2


class AccountsView(Plane):
    """The page; it reads again whenever it is shown or something has changed."""

    def __init__(self, workplace: Workplace) -> None:
        """Build the page; nothing is read before it is shown."""
        super().__init__("surface")
        self._theme = workplace.theme
        self._wanted: int | None = None
        self.presenter = AccountsPresenter(workplace)
        self.model = AccountModel()
        self.account_actions = AccountActions(workplace, self.presenter, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_header())
        self.banner = StateBanner(self._theme)
        column.addWidget(self.banner)
        self.table = AccountTable(self._theme, self.model)
        column.addWidget(self._build_body(), 1)
        self.empty = self._build_empty()
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.table)
        self._timer = QTimer(self, interval=REFRESH)
        self._timer.timeout.connect(self.presenter.load)
        self._connect()

    def show_account(self, account: int) -> None:
        """Choose an account's row, now or as soon as it is there."""
        self._wanted = account
        self.presenter.load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, way: str) -> None:
        """Open one of the three ways: connect, import or capture."""
        ways = {
            "connect": self.connect_channel,
            "import": self._offer_import,
            "capture": self._offer_capture,
        }
        ways[way]()

    def connect_channel(self) -> None:
        """Open the wizard that connects a platform."""
        self.account_actions.connect_channel()

    def import_file(self, path: Path | None = None) -> None:
        """Open the import, perhaps with a file already chosen."""
        self.account_actions.import_file(path)

    def capture(self, link: str = "") -> None:
        """Open the manual capture, perhaps with a link already pasted."""
        self.account_actions.capture(link)

    def commands(self) -> Sequence[Command]:
        """What can be done here, for the palette."""
        return self.account_actions.commands(self.table.current_account())

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew and keep the times true while the page is seen."""
        super().showEvent(event)
        self.presenter.load()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the quieter buttons as icons where there is little room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        narrow = width < NARROW
        for button in (self.fetch_button, self.capture_button, self.import_button):
            button.setText("" if narrow else button.accessibleName())
        self.count.setVisible(not narrow)

    def _build_header(self) -> PageHeader:
        theme = self._theme
        header = PageHeader(theme, self.tr("Kanal"))
        self.count = TextLabel(theme, tone="text2")
        header.row.insertWidget(1, self.count)
        self.fetch_button = Button(
            theme, self.tr("Ambil sekarang"), icon="refresh-cw", shortcut="F5"
        )
        self.capture_button = Button(theme, self.tr("Tangkap manual…"), icon="pencil")
        self.import_button = Button(theme, self.tr("Impor berkas…"), icon="upload")
        self.connect_button = Button(
            theme, self.tr("Sambungkan kanal"), icon="plus", kind="primary"
        )
        for button in (
            self.fetch_button,
            self.capture_button,
            self.import_button,
            self.connect_button,
        ):
            button.set_large()
            button.setAccessibleName(button.text())
            button.setToolTip(button.toolTip() or button.text())
            header.add_action(button)
        return header

    def _build_body(self) -> QScrollArea:
        inside = Plane("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(16)
        column.addWidget(self.table)
        self._cards = QGridLayout()
        self._cards.setContentsMargins(20, 0, 20, 0)
        self._cards.setSpacing(14)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setWidget(inside)
        return self.body

    def _build_empty(self) -> EmptyState:
        theme = self._theme
        connect = Button(theme, self.tr("Sambungkan kanal"), kind="primary")
        connect.clicked.connect(self.connect_channel)
        load = Button(theme, self.tr("Impor berkas…"))
        load.clicked.connect(self._offer_import)
        capture = Button(theme, self.tr("Tangkap manual…"))
        capture.clicked.connect(self._offer_capture)
        return EmptyState(
            theme,
            icon="radio-tower",
            title=self.tr("Sambungkan kanal pertama"),
            sentence=self.tr(
                "Belum ada izin dari platform? Impor berkas atau tangkap pesan secara "
                "manual; tenggat, ceklis, dan ringkasan tetap sama."
            ),
            actions=(connect, load, capture),
        )

    def _connect(self) -> None:
        self.fetch_button.clicked.connect(self.presenter.fetch_all)
        self.capture_button.clicked.connect(self._offer_capture)
        self.import_button.clicked.connect(self._offer_import)
        self.connect_button.clicked.connect(self.connect_channel)
        self.table.menu_asked.connect(self._open_menu)
        self.table.opened.connect(self.account_actions.show_conversations)
        self.presenter.listed.connect(self._show)
        self.presenter.refused.connect(self._refuse)
        self.banner.acted.connect(self.banner.hide)
        self.empty.hide()

    def _show(self, rows: list[AccountRow], problems: list[Problem]) -> None:
        self.count.setText(summary_words(rows) if rows else "")
        self.model.show_rows(rows)
        self.body.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        fetchable = any(self.presenter.can_fetch(row.id) for row in rows)
        self.fetch_button.setEnabled(fetchable)
        self._show_problems(problems)
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self._wanted = None
        elif rows and not self.table.currentIndex().isValid():
            self.table.choose(rows[0].id)

    def _show_problems(self, problems: list[Problem]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for place, problem in enumerate(problems):
            made = ProblemCard(self._theme, problem)
            made.acted.connect(self._solve)
            columns = CARD_COLUMNS if self.width() >= NARROW else 1
            row, column = divmod(place, columns)
            self._cards.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)

    def _solve(self, problem: Problem) -> None:
        if problem.action == "sign_in":
            self.account_actions.sign_in(problem.account)
        else:
            self.presenter.fetch(problem.account)

    def _offer_import(self) -> None:
        self.import_file()

    def _offer_capture(self) -> None:
        self.capture()

    def _open_menu(self, account: int, corner: QPoint) -> None:
        self.account_actions.menu(account).popup(corner)

    def _refuse(self, error: KnownError) -> None:
        self.banner.show_error(error, action=self.tr("Tutup"))


def build(workplace: Workplace) -> AccountsView:
    """Make the page; it reads when it is first shown."""
    return AccountsView(workplace)
