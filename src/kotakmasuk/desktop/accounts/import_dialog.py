"""The dialog *Impor berkas*: choose, check, read, report.

The one rule: it can be cancelled at any time, and what was stored is whole.
"""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.accounts.frame import (
    ToolDialog,
    WorkStrip,
    foot,
)
from kotakmasuk.desktop.accounts.import_parts import (
    DropPlane,
    MappingPane,
    PreviewModel,
    file_filter,
)
from kotakmasuk.desktop.accounts.import_report import ReportPane
from kotakmasuk.desktop.accounts.importing import (
    ImportPresenter,
    Looked,
    wrong_mapping,
)
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.wording import number
from kotakmasuk.services.importing import ImportReport


SIZE = QSize(920, 660)
PREVIEW_HEIGHT = 200
LOOK_AGAIN = 100  # ms between two looks at how many lines were read
DROP, CHECK, REPORT = range(3)


class ImportDialog(ToolDialog):
    """Brings a file into the inbox."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Ask for a file first."""
        theme = workplace.theme
        super().__init__(theme, parent, title=self._name(), size=SIZE)
        self._work = workplace
        self._account = 0
        self.presenter = ImportPresenter(workplace)
        self.drop = DropPlane(theme)
        self.rows = PreviewModel()
        self.mapping = MappingPane(theme, workplace.settings().zone)
        self.report = ReportPane(theme)
        self.work = WorkStrip(theme)
        self.banner = StateBanner(theme)
        self._timer = QTimer(self, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self._count)
        self._build()
        self._connect()
        self.show_page(DROP)

    def show_page(self, page: int) -> None:
        """Go to choosing, checking or the report."""
        self.pages.setCurrentIndex(page)
        self.start_button.setVisible(page == CHECK)
        self.other_button.setVisible(page != DROP)
        self.close_button.setVisible(page != REPORT)
        self.done_button.setVisible(page == REPORT)

    def ask_for_file(self) -> None:
        """Open the system's own chooser."""
        words = file_filter(self.tr("Berkas yang dikenal"))
        found, _ = QFileDialog.getOpenFileName(self, self._name(), "", words)
        if found:
            self.choose(Path(found))

    def choose(self, path: Path) -> None:
        """Look at a file; its name is offered as the account's."""
        self.banner.hide()
        self._file.setText(path.name)
        if not self.mapping.account.text():
            self.mapping.account.setText(path.stem)
        self.presenter.look(path)

    def start(self) -> None:
        """Begin to read, when everything needed is chosen."""
        mapping, account = self.mapping.mapping(), self.mapping.account.text()
        wrong = wrong_mapping(account, mapping)
        self.mapping.show_wrong(wrong)
        if wrong:
            return
        self.banner.hide()
        self.start_button.setEnabled(False)
        self.other_button.setEnabled(False)
        self.work.show_work(self.tr("Membaca berkas…"))
        self._timer.start()
        self.presenter.start(account, mapping, self.mapping.zone.currentData())

    def done(self, result: int) -> None:
        """Close; a running import ends after its batch and tells what it stored."""
        self._timer.stop()
        self.presenter.stop()
        super().done(result)

    def _build(self) -> None:
        theme = self._theme
        self.pages = QStackedWidget()
        for page in (self.drop, scrolled(self._build_check()), self.report):
            self.pages.addWidget(page)
        self.close_button = Button(theme, self.tr("Batalkan"), kind="quiet")
        self.done_button = Button(theme, self.tr("Selesai"), kind="primary")
        self.other_button = Button(theme, self.tr("Pilih berkas lain…"))
        self.start_button = Button(theme, self.tr("Impor berkas"), kind="primary")
        buttons = (self.other_button, self.start_button, self.done_button)
        for button in (self.close_button, *buttons):
            button.set_large()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 18, 24, 14)
        inside.setSpacing(10)
        inside.addWidget(TextLabel(theme, self._name(), role="dialogTitle"))
        inside.addWidget(self.banner)
        inside.addWidget(self.pages, 1)
        inside.addWidget(self.work)
        outer.addLayout(inside, 1)
        outer.addWidget(foot(buttons, left=(self.close_button,)))

    def _build_check(self) -> QWidget:
        theme = self._theme
        check = QWidget()
        column = QVBoxLayout(check)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._file = TextLabel(theme, role="bodyStrong")
        self._facts = TextLabel(theme, tone="text2", wrap=True)
        column.addWidget(self._file)
        column.addWidget(self._facts)
        column.addWidget(self._build_table())
        column.addWidget(self.mapping)
        column.addStretch(1)
        return check

    def _build_table(self) -> QTableView:
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setFixedHeight(PREVIEW_HEIGHT)
        self.table.setAccessibleName(self.tr("Dua puluh baris pertama"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setMaximumSectionSize(320)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        return self.table

    def _connect(self) -> None:
        self.drop.asked.connect(self.ask_for_file)
        self.drop.dropped.connect(self.choose)
        self.other_button.clicked.connect(self.ask_for_file)
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        self.work.cancelled.connect(self._stop)
        self.report.asked_for_list.connect(self._show_list)
        self.presenter.looked.connect(self._show)
        self.presenter.finished.connect(self._finish)
        self.presenter.refused.connect(self._refuse)

    def _show(self, looked: Looked) -> None:
        self._facts.setText(looked.facts)
        self.rows.show_rows(looked.columns, looked.rows)
        self.table.resizeColumnsToContents()
        self.mapping.show_columns(looked)
        self.show_page(CHECK)
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        read = self.presenter.read
        if read:
            words = self.tr("Membaca berkas, {n} baris").format(n=number(read))
            self.work.show_work(words)

    def _stop(self) -> None:
        self.presenter.stop()
        self.work.show_work(self.tr("Menghentikan setelah bagian ini tersimpan…"))

    def _finish(self, report: ImportReport) -> None:
        self._account = report.account
        self._rest()
        self.report.show_report(report)
        self.show_page(REPORT)

    def _refuse(self, error: KnownError) -> None:
        self._rest()
        self.banner.show_error(error)

    def _rest(self) -> None:
        self._timer.stop()
        self.work.hide()
        self.start_button.setEnabled(True)
        self.other_button.setEnabled(True)

    def _show_list(self) -> None:
        self.accept()
        self._work.go("inbox", Listing(account=self._account))

    def _name(self) -> str:
        return self.tr("Impor berkas")
