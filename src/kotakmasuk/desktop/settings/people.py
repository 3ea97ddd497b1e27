"""The section *Petugas*: who works here, what each may do, and who sits at this desk.

The one rule: the name at the desk stands in the journal beside everything that is done.
"""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from kotakmasuk.desktop.settings.passphrase_dialog import PassphraseDialog
from kotakmasuk.desktop.settings.person_dialog import PersonDialog
from kotakmasuk.desktop.settings.person_row import PersonRow
from kotakmasuk.desktop.settings.roster import Roster
from kotakmasuk.desktop.settings.sections import Section
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.services.team import Person


class People(Section):
    """A row a person, a field for a new one, and the ways to change them."""

    def __init__(self, theme: Theme, roster: Roster) -> None:
        super().__init__(theme, self._title(), self._sentence())
        self._roster = roster
        self._shown: object = None
        self.rows: dict[str, PersonRow] = {}
        self.banner = StateBanner(theme)
        self.column.addWidget(self.banner)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.column.addLayout(self._rows)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("mis. Sari Rahmawati"))
        self.field = Field(theme, self.tr("Petugas baru"), self.name)
        self.add_button = Button(theme, self.tr("Tambah petugas"), icon="user-plus")
        self.seat_button = Button(theme, self.tr("Ganti petugas…"), icon="users")
        self._build(theme)
        self.add_button.clicked.connect(self.add_officer)
        self.seat_button.clicked.connect(lambda _: roster.ask_seat())
        self.banner.acted.connect(lambda: roster.ask_seat("prove"))
        self.name.returnPressed.connect(self.add_officer)
        roster.loaded.connect(self.show_people)
        roster.judged.connect(self.field.set_error)

    def add_officer(self) -> None:
        """Add who was typed; a wrong name stays in the field."""
        if self._roster.add(self.name.text()):
            self.name.clear()

    def show_people(self) -> None:
        """Show the team, unless it is shown already."""
        roster = self._roster
        now = (tuple(roster.people), roster.seat(), roster.may_change)
        if now == self._shown:
            return
        self._shown = now
        self._empty()
        for person in roster.people:
            row = self._row(person)
            self.rows[person.officer.name] = row
            self._rows.addWidget(row)
        self.seat_button.setVisible(len(roster.people) > 1)
        self._show_right()

    def change_officer(self, person: Person) -> None:
        """Ask for another role, title or deputy's days."""
        self.dialog = PersonDialog(
            self._theme, self.window(), person.officer, today=self._roster.today()
        )
        self.dialog.chosen.connect(self._roster.change)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def set_passphrase(self, person: Person) -> None:
        """Ask for a new passphrase, twice."""
        self.asked = PassphraseDialog(
            self._theme, self.window(), person, self._roster.set_passphrase
        )
        self._roster.refused.connect(self.asked.refuse)
        self.asked.finished.connect(self.asked.deleteLater)
        self.asked.open()

    def remove_officer(self, name: str) -> None:
        """Ask, then take somebody off the list."""
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
            self._roster.remove(name)

    def _build(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        beside = QVBoxLayout()
        beside.addSpacing(theme.line_height("meta") + 4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add_button, self.seat_button):
            button.set_large()
            buttons.addWidget(button)
        beside.addLayout(buttons)
        beside.addStretch(1)
        row.addLayout(beside)
        self.column.addLayout(row)

    def _row(self, person: Person) -> PersonRow:
        seat = self._roster.seat()
        sits = person.officer.name == seat.officer
        row = PersonRow(self._theme, person, seat=seat if sits else None)
        row.allow(
            change=self._roster.may_change,
            own_key=sits and seat.signer is not None,
        )
        row.change_button.clicked.connect(lambda: self.change_officer(person))
        row.key_button.clicked.connect(lambda: self.set_passphrase(person))
        row.remove_button.clicked.connect(
            lambda: self.remove_officer(person.officer.name)
        )
        return row

    def _show_right(self) -> None:
        if self._roster.may_change:
            self.banner.hide()
            return
        self.banner.show_state(
            "note",
            self.tr("Peran dan kata sandi hanya dapat diubah admin."),
            action=self.tr("Buktikan peran…"),
        )

    def _empty(self) -> None:
        self.rows = {}
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _title(self) -> str:
        return self.tr("Petugas")

    def _sentence(self) -> str:
        return self.tr(
            "Nama di meja ini dicatat pada setiap tindakan dan mengisi {inisial} pada "
            "templat. Penyetuju dan admin membuktikan diri dengan kata sandi."
        )
