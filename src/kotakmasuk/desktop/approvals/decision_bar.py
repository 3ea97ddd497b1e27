"""The foot of a request: the note, *Kembalikan*, and the one primary button.

The one rule: a button that cannot be pressed says why, right above it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from kotakmasuk.desktop.approvals.presenter import Shown
from kotakmasuk.desktop.approvals.standing import Standing
from kotakmasuk.desktop.approvals.wording import first_name
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


class DecisionBar(Plane):
    """Emits what was pressed; it decides nothing."""

    approved = Signal()
    returned = Signal()
    prove_requested = Signal()
    noted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface", edge="top")
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        self._sign = IconLabel(theme, "lock", 16, "text2")
        self.reason = TextLabel(theme, tone="text", wrap=True)
        self.prove = Button(theme, self.tr("Buktikan peran"), icon="key-round")
        above.addWidget(self._sign)
        above.addWidget(self.reason, 1)
        above.addWidget(self.prove)
        column.addLayout(above)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.note = QLineEdit()
        self.note.setMinimumWidth(80)
        self.send_back = Button(
            theme, self.tr("Kembalikan"), icon="corner-up-left", shortcut="K"
        )
        self.approve = Button(
            theme, self.tr("Setujui"), kind="primary", icon="check", shortcut="A"
        )
        below.addWidget(self.note, 1)
        for button in (self.send_back, self.approve):
            button.set_large()
            below.addWidget(button)
        column.addLayout(below)
        self.note.textChanged.connect(self.noted)
        self.send_back.clicked.connect(self.returned)
        self.approve.clicked.connect(self.approved)
        self.prove.clicked.connect(self.prove_requested)

    def show_request(self, shown: Shown) -> None:
        """Name the officer and the wording; forget another request's note."""
        name = first_name(shown.view.row.by)
        words = self.tr("Catatan untuk {name} (wajib saat mengembalikan)")
        self.note.setPlaceholderText(words.format(name=name))
        self.note.setAccessibleName(words.format(name=name))
        verb = self.tr("Setujui pilihan {letter}").format(letter=shown.option.letter)
        self.approve.setText(verb)

    def show_standing(self, standing: Standing) -> None:
        """Allow what may be decided; say why the rest may not."""
        self.approve.setEnabled(not standing.approve)
        self.approve.setAccessibleDescription(standing.approve)
        self.send_back.setEnabled(not standing.send_back)
        self.send_back.setAccessibleDescription(standing.send_back)
        # What a return asks for stands in the empty field of the note.
        words = standing.approve
        self.reason.setText(words)
        icon = "lock" if standing.may_prove else "info"
        self._sign.show_icon(icon, 16, "text2")
        for part in (self.reason, self._sign):
            part.setVisible(bool(words.strip()))
        self.prove.setVisible(standing.may_prove)
