"""One person of the list: initials, name, and what they may be at the desk.

The one rule: the whole row can be clicked; the radio button alone takes the keyboard.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kotakmasuk.desktop.team.wording import role_words
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import Avatar
from kotakmasuk.desktop.widgets.labels import ElidedLabel, IconLabel
from kotakmasuk.domain.team import PROVED
from kotakmasuk.services.team import Person


class PersonRow(QWidget):
    """The radio button is heard with name and role; the rest only shows."""

    def __init__(self, theme: Theme, person: Person) -> None:
        super().__init__()
        self.name, words = person.officer.name, role_words(person)
        self.radio = QRadioButton()
        self.radio.setAccessibleName(f"{self.name}, {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self.radio)
        row.addWidget(Avatar(theme, self.name))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, self.name, role="bodyMedium"))
        column.addWidget(ElidedLabel(theme, words, role="meta", tone="text2"))
        row.addLayout(column, 1)
        if person.role in PROVED and person.ready:
            row.addWidget(IconLabel(theme, "key-round", 14, "text2"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person wherever the row is clicked."""
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.click()
        super().mousePressEvent(event)
