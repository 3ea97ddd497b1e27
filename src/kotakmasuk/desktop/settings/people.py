"""The section *Petugas*: who works here, and who sits at this desk now.

The one rule: the name at the desk stands in the journal beside everything that is done.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.settings.presenter import SettingsPresenter
from kotakmasuk.desktop.settings.sections import Section
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import Avatar
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer


class People(Section):
    """A row an officer, with a mark for who sits here, and a field for a new one."""

    def __init__(self, theme: Theme, presenter: SettingsPresenter) -> None:
        super().__init__(theme, self._title(), self._sentence())
        self._presenter = presenter
        self._shown: tuple[tuple[Officer, ...], str] | None = None
        self.seats: dict[str, QRadioButton] = {}
        self.removers: dict[str, IconButton] = {}
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.column.addLayout(self._rows)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("mis. Sari Rahmawati"))
        self.field = Field(theme, self.tr("Petugas baru"), self.name)
        self.add_button = Button(theme, self.tr("Tambah petugas"), icon="user-plus")
        self.add_button.set_large()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        beside = QVBoxLayout()
        beside.addSpacing(theme.line_height("meta") + 4)
        beside.addWidget(self.add_button)
        beside.addStretch(1)
        row.addLayout(beside)
        self.column.addLayout(row)
        self.add_button.clicked.connect(self.add_officer)
        self.name.returnPressed.connect(self.add_officer)
        presenter.loaded.connect(self.show_settings)
        presenter.judged.connect(self._judge)

    def add_officer(self) -> None:
        """Add who was typed; a wrong name stays in the field."""
        if self._presenter.add_officer(self.name.text()):
            self.name.clear()

    def show_settings(self, settings: Settings) -> None:
        """Show the officers, unless they are shown already."""
        now = (settings.officers, settings.officer)
        if now == self._shown:
            return
        self._shown = now
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.seats, self.removers = {}, {}
        for officer in settings.officers:
            sits = officer.name == settings.officer
            self._rows.addWidget(self._row(officer, sits=sits))

    def remove_officer(self, name: str) -> None:
        """Ask, then take an officer off the list."""
        sentence = self.tr(
            "Yang pernah dikerjakan tetap tercatat atas namanya. Percakapan yang "
            "ditugaskan kepadanya tidak berubah."
        )
        if ask(
            self._theme,
            self.window(),
            title=self.tr("Hapus {name} dari daftar petugas?").format(name=name),
            sentence=sentence,
            verb=self.tr("Hapus {name}").format(name=name),
            danger=True,
        ):
            self._presenter.remove_officer(name)

    def _row(self, officer: Officer, *, sits: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(Avatar(self._theme, officer.name, mine=sits))
        name = TextLabel(self._theme, officer.name, role="bodyMedium")
        row.addWidget(name)
        letters = TextLabel(self._theme, officer.initials, role="meta", tone="text2")
        row.addWidget(letters)
        row.addStretch(1)
        seat = QRadioButton(self.tr("bertugas di sini"))
        words = self.tr("{name} bertugas di komputer ini")
        seat.setAccessibleName(words.format(name=officer.name))
        seat.setChecked(sits)
        seat.clicked.connect(lambda: self._presenter.change("officer", officer.name))
        self._group.addButton(seat)
        row.addWidget(seat)
        words = self.tr("Hapus {name}…").format(name=officer.name)
        remove = IconButton(self._theme, "trash-2", words)
        remove.clicked.connect(lambda: self.remove_officer(officer.name))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        self.seats[officer.name] = seat
        self.removers[officer.name] = remove
        return line

    def _judge(self, name: str, wrong: str) -> None:
        if name == "officers":
            self.field.set_error(wrong)

    def _title(self) -> str:
        return self.tr("Petugas")

    def _sentence(self) -> str:
        return self.tr(
            "Nama petugas yang bertugas dicatat pada setiap tindakan dan mengisi {inisial} "
            "pada templat."
        )
