"""The dialog *Gabung isu*: choose an Isu, or name a new one.

The one rule: Enter in the field takes the Isu that stands in the list, or makes the
typed one; nothing asks twice, because all of it can be taken back.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.issues.model import TITLE, IssueModel
from kotakmasuk.desktop.issues.presenter import IssuesPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.list_field import ListField
from kotakmasuk.desktop.widgets.list_parts import make_small_table
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.wording import number


WIDTH, HEIGHT = 620, 520


class IssuesDialog(QDialog):
    """The Isu in a list, a field to find or name one, and what can be done."""

    def __init__(
        self,
        workplace: Workplace,
        conversations: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Read the Isu at once; without conversations only they are looked after."""
        super().__init__(parent)
        self._theme = workplace.theme
        self._joins = bool(conversations)
        self.presenter = IssuesPresenter(workplace, conversations)
        self.model = IssueModel()
        title = self.tr("Gabung isu") if self._joins else self.tr("Isu")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(TextLabel(self._theme, title, role="dialogTitle"))
        words = TextLabel(self._theme, self._about(), tone="text2", wrap=True)
        column.addWidget(words)
        column.addLayout(self._build_finder())
        self.table = self._build_table()
        column.addWidget(self.table, 1)
        self.closed = QCheckBox(self.tr("Tampilkan isu yang sudah ditutup"))
        column.addWidget(self.closed)
        self.banner = StateBanner(self._theme)
        column.addWidget(self.banner)
        column.addLayout(self._build_actions())
        self._connect()
        self.presenter.load()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Do what Enter means: join the Isu of the list, else make the typed one."""
        issue = self._issue()
        if not self._joins:
            if issue is not None:
                self.presenter.open_list(issue)
        elif issue is not None and issue.closed_at is None:
            self.presenter.join(issue)
        elif self.presenter.is_new():
            self.presenter.begin()

    def rename(self) -> None:
        """Ask for another name of the chosen Isu."""
        issue = self._issue()
        if issue is None:
            return
        asked = RenameDialog(self._theme, self, issue.title)
        asked.accepted.connect(lambda: self.presenter.rename(issue, asked.name.text()))
        asked.open()

    def done(self, result: int) -> None:
        """Close, and listen no more."""
        self.presenter.end()
        super().done(result)

    def _about(self) -> str:
        one = self.tr("Satu percakapan hanya ada di satu isu.")
        if not self._joins:
            return one
        chosen = self.tr("{n} percakapan dipilih.")
        count = number(len(self.presenter.conversations))
        home = self.presenter.home()
        if home is not None:
            now = self.tr("Sekarang di isu “{title}”.").format(title=home.title)
            return f"{chosen.format(n=count)} {now} {one}"
        return f"{chosen.format(n=count)} {one}"

    def _build_finder(self) -> QHBoxLayout:
        self.finder = ListField()
        self.finder.setPlaceholderText(self.tr("mis. Lampu jalan Melati padam"))
        label = self.tr("Cari isu, atau tulis nama isu baru")
        name = label if self._joins else self.tr("Cari isu")
        self.create_button = Button(self._theme, self.tr("Buat isu"), icon="plus")
        self.create_button.set_large()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(self._theme, name, self.finder), 1)
        row.addWidget(self.create_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.create_button.setVisible(self._joins)
        return row

    def _build_table(self) -> QTableView:
        name = self.tr("Daftar isu")
        return make_small_table(self._theme, self.model, name=name, wide=TITLE)

    def _build_actions(self) -> QHBoxLayout:
        theme, row = self._theme, QHBoxLayout()
        row.setSpacing(8)
        self.leave_button = Button(theme, self.tr("Keluarkan dari isu"))
        self.rename_button = Button(theme, self.tr("Ubah nama…"))
        self.close_button = Button(theme, self.tr("Tutup isu"))
        verb = self.tr("Gabungkan") if self._joins else self.tr("Lihat percakapan")
        self.take_button = Button(theme, verb, kind="primary")
        every = (self.leave_button, self.rename_button, self.close_button)
        for button in every:
            button.set_large()
            row.addWidget(button)
        row.addStretch(1)
        self.take_button.set_large()
        row.addWidget(self.take_button)
        self.leave_button.setVisible(self.presenter.home() is not None)
        return row

    def _connect(self) -> None:
        presenter = self.presenter
        self.finder.textChanged.connect(presenter.seek)
        self.finder.moved.connect(self._move)
        self.finder.accepted.connect(self.take)
        self.create_button.clicked.connect(presenter.begin)
        self.table.activated.connect(self.take)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self.closed.toggled.connect(presenter.show_closed)
        self.leave_button.clicked.connect(presenter.leave)
        self.rename_button.clicked.connect(self.rename)
        self.close_button.clicked.connect(self._close_or_open)
        self.take_button.clicked.connect(self.take)
        presenter.listed.connect(self._show)
        presenter.done.connect(self.accept)
        presenter.told.connect(lambda words: self.banner.show_state("ok", words))
        presenter.refused.connect(self._refuse)

    def _show(self, issues: Sequence[Issue]) -> None:
        chosen = self._issue()
        self.model.show_rows(issues)
        row = self.model.row_of(chosen.id) if chosen else -1
        if issues:
            self.table.selectRow(max(row, 0))
        self._offer()

    def _offer(self) -> None:
        issue = self._issue()
        is_open = issue is not None and issue.closed_at is None
        self.rename_button.setEnabled(issue is not None)
        self.close_button.setEnabled(issue is not None)
        words = self.tr("Tutup isu") if issue is None or is_open else ""
        self.close_button.setText(words or self.tr("Buka lagi"))
        self.create_button.setEnabled(self.presenter.is_new())
        can_list = not self._joins and issue is not None
        self.take_button.setEnabled(is_open if self._joins else can_list)

    def _move(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)

    def _close_or_open(self) -> None:
        issue = self._issue()
        if issue is not None:
            self.presenter.close_or_open(issue)

    def _issue(self) -> Issue | None:
        return self.model.row(self.table.currentIndex().row())

    def _refuse(self, error: KnownError) -> None:
        self.banner.show_error(error)


class RenameDialog(Dialog):
    """Asks for another name of an Isu."""

    def __init__(self, theme: Theme, parent: QWidget, title: str) -> None:
        words = self.tr("Ubah nama isu")
        super().__init__(theme, parent, title=words, verb=self.tr("Ubah nama"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(title)
        self.name.selectAll()
        self.body.addWidget(Field(theme, self.tr("Nama isu"), self.name))
        self.verb_button.setDefault(True)
