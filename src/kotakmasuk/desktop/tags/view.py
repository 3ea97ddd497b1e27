"""The dialog *Kelola tag*.

The one rule: F2 renames, Delete removes, Ctrl+Z takes back; the buttons say the same.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.tags.model import NAME, TagModel
from kotakmasuk.desktop.tags.presenter import TagsPresenter, wrong_name
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.list_parts import make_small_table
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.tags import Tag
from kotakmasuk.domain.wording import number


WIDTH, HEIGHT = 560, 540


class TagsDialog(QDialog):
    """All tags in a list, a field for a new one, and what can be done with the chosen."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Read the tags at once."""
        super().__init__(parent)
        self._theme = workplace.theme
        self._chosen: int | None = None
        self.presenter = TagsPresenter(workplace)
        self.model = TagModel()
        self.setWindowTitle(self.tr("Kelola tag"))
        self.setAccessibleName(self.windowTitle())
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        title = TextLabel(self._theme, self.windowTitle(), role="dialogTitle")
        column.addWidget(title)
        column.addLayout(self._build_new())
        self.table = self._build_table()
        column.addWidget(self.table, 1)
        self.banner = StateBanner(self._theme)
        column.addWidget(self.banner)
        column.addLayout(self._build_actions())
        self._connect()
        self.presenter.load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def create_tag(self) -> None:
        """Make the tag whose name was typed."""
        typed = self.name.text()
        wrong = wrong_name(typed)
        self.name_field.set_error(wrong)
        if not wrong:
            self.presenter.create(typed)

    def rename_tag(self) -> None:
        """Edit the chosen tag's name in place."""
        if self._tag() is not None:
            self.table.edit(self.model.index(self.table.currentIndex().row(), NAME))

    def choose_target(self) -> None:
        """Ask into which tag the chosen one goes."""
        tag = self._tag()
        if tag is None:
            return
        choices = [
            Choice(str(one.id), one.name, number(one.open), icon="hash")
            for one in self.presenter.tags
            if one.id != tag.id
        ]
        name = self.tr("Gabungkan #{name} ke…").format(name=tag.name)
        self.targets = ChoicePopover(self._theme, name, self)
        self.targets.chosen.connect(self._merge)
        corner = self.merge_button.mapToGlobal(QPoint(0, 0))
        self.targets.open_choices(choices, corner)

    def remove_tag(self) -> None:
        """Take the chosen tag out of use."""
        tag = self._tag()
        if tag is not None:
            self.presenter.remove(tag.id)

    def done(self, result: int) -> None:
        """Close, and leave the newest change to the window's toast."""
        self.presenter.leave()
        super().done(result)

    def _build_new(self) -> QHBoxLayout:
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("mis. jalan-rusak"))
        self.name_field = Field(self._theme, self.tr("Tag baru"), self.name)
        self.create_button = Button(self._theme, self.tr("Buat tag"), icon="plus")
        self.create_button.set_large()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name_field, 1)
        beside = QVBoxLayout()
        beside.addSpacing(self._theme.line_height("meta") + 4)
        beside.addWidget(self.create_button)
        beside.addStretch(1)
        row.addLayout(beside)
        return row

    def _build_table(self) -> QTableView:
        name = self.tr("Daftar tag")
        table = make_small_table(self._theme, self.model, name=name, wide=NAME)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        return table

    def _build_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        theme = self._theme
        self.rename_button = Button(theme, self.tr("Ubah nama"), shortcut="F2")
        self.merge_button = Button(theme, self.tr("Gabungkan ke…"))
        self.remove_button = Button(
            theme, self.tr("Hapus tag"), kind="danger", shortcut="Del"
        )
        self.close_button = Button(theme, self.tr("Selesai"), kind="primary")
        every = (self.rename_button, self.merge_button, self.remove_button)
        for button in (*every, self.close_button):
            button.set_large()
        for button in every:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _connect(self) -> None:
        self.create_button.clicked.connect(self.create_tag)
        self.name.returnPressed.connect(self.create_tag)
        self.rename_button.clicked.connect(self.rename_tag)
        self.merge_button.clicked.connect(self.choose_target)
        self.remove_button.clicked.connect(self.remove_tag)
        self.close_button.clicked.connect(self.accept)
        self.banner.acted.connect(self.presenter.undo)
        self.model.renamed.connect(self.presenter.rename)
        self.presenter.listed.connect(self._show)
        self.presenter.told.connect(self._tell)
        self.presenter.refused.connect(self._refuse)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.presenter.undo)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_tag)

    def _show(self, tags: Sequence[Tag]) -> None:
        row, kept = self.table.currentIndex().row(), self._chosen
        self.model.show_rows(tags)
        place = self.model.row_of(kept) if kept is not None else -1
        if place < 0:
            place = min(max(row, 0), len(tags) - 1)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, NAME))
        self._offer()

    def _offer(self) -> None:
        tag = self._tag()
        self._chosen = tag.id if tag else None
        self.rename_button.setEnabled(tag is not None)
        self.remove_button.setEnabled(tag is not None)
        self.merge_button.setEnabled(tag is not None and len(self.presenter.tags) > 1)

    def _tag(self) -> Tag | None:
        return self.model.row(self.table.currentIndex().row())

    def _merge(self, chosen: list[str]) -> None:
        tag = self._tag()
        if tag is not None and chosen:
            self.presenter.merge(tag.id, int(chosen[0]))

    def _tell(self, words: str) -> None:
        self.name.clear()
        self.name_field.set_error("")
        action = self.tr("Urungkan") if self.presenter.can_undo() else ""
        self.banner.show_state("ok", words, action=action)

    def _refuse(self, error: KnownError) -> None:
        self.banner.show_state("danger", error.message, f"{error.kept} {error.remedy}")
