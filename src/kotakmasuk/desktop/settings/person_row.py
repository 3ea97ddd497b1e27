"""One person of the section *Petugas*: name, role, and three small buttons.

The one rule: what is missing for a role to count is said in the row itself.
"""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.settings.judging import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import Avatar
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.labels import ElidedLabel, TextLabel
from kotakmasuk.domain.team import PROVED, ROLE_WORDS, Officer, Seat, is_plain, spoken
from kotakmasuk.domain.wording import SHORT_MONTHS
from kotakmasuk.services.team import Person


class PersonRow(QWidget):
    """Initials, name and role at the left; change, passphrase, remove at the right."""

    def __init__(self, theme: Theme, person: Person, *, seat: Seat | None) -> None:
        """Seat is given for who sits at this desk now."""
        super().__init__()
        officer = self._officer = person.officer
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(Avatar(theme, officer.name, mine=seat is not None))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, officer.name, role="bodyMedium"))
        self.words = ElidedLabel(theme, words_of(person), role="meta", tone="text2")
        column.addWidget(self.words)
        if person.role in PROVED and not person.ready:
            missing = say("Belum ada kata sandi: perannya belum berlaku.")
            column.addWidget(TextLabel(theme, missing, role="meta", tone="warn"))
        row.addLayout(column, 1)
        if seat is not None:
            here = say("di meja ini, {role}").format(role=spoken(seat))
            row.addWidget(TextLabel(theme, here, role="meta", tone="accent"))
        name = officer.name
        self.change_button = IconButton(
            theme, "pencil", say("Ubah peran {name}…").format(name=name)
        )
        self.key_button = IconButton(
            theme, "key-round", say("Atur kata sandi {name}…").format(name=name)
        )
        self.remove_button = IconButton(
            theme, "trash-2", say("Hapus {name}…").format(name=name)
        )
        for button in (self.change_button, self.key_button, self.remove_button):
            row.addWidget(button)

    def allow(self, *, change: bool, own_key: bool) -> None:
        """Let the buttons be pressed by whom they are for."""
        self.change_button.setEnabled(change)
        self.key_button.setEnabled(change or own_key)
        self.remove_button.setEnabled(change or is_plain(self._officer))


def words_of(person: Person) -> str:
    """Role, title, and the days of a deputy."""
    officer = person.officer
    parts = [ROLE_WORDS[officer.role], officer.title]
    if officer.deputy_kind:
        parts.append(f"{officer.deputy_kind} {officer.deputy_for}, {_span(officer)}")
    return " · ".join(part for part in parts if part)


def _span(officer: Officer) -> str:
    since, until = (
        date.fromisoformat(day) for day in (officer.deputy_since, officer.deputy_until)
    )
    return f"{_day(since)} s.d. {_day(until)} {until.year}"


def _day(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
