"""The question who is at the desk: a list of the team, and a passphrase.

The one rule: at the start somebody must be chosen; later it can be left as it is.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.team.presenter import SeatPresenter
from kotakmasuk.desktop.team.row import PersonRow
from kotakmasuk.desktop.team.wording import say
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Seat


MARGIN = 48  # of the window left free above and below the dialog
LOWEST_LIST = 46


class SeatDialog(Dialog):
    """Emits `seated` when somebody sat down, `left` when the program should close."""

    seated = Signal(object)
    left = Signal()

    def __init__(
        self, workplace: Workplace, parent: QWidget, *, at_start: bool = False
    ) -> None:
        super().__init__(
            workplace.theme,
            parent,
            title=say("Siapa di meja ini?"),
            verb=say("Mulai bertugas"),
        )
        self._theme = workplace.theme
        self._window = parent
        self._at_start = at_start
        self.presenter = SeatPresenter(workplace)
        self.presenter.load()
        self.rows: dict[str, PersonRow] = {}
        self._group = QButtonGroup(self)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(self._theme, say("Kata sandi"), self.passphrase)
        self.sentence = TextLabel(self._theme, tone="text2", wrap=True)
        self._build()
        self._connect()
        self.show_chosen()

    def ask_passphrase(self) -> None:
        """Give the keyboard to the passphrase of who is chosen."""
        if self.presenter.asks_passphrase():
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self) -> None:
        """Show as what the chosen person will sit."""
        asks = self.presenter.asks_passphrase()
        self.field.setVisible(asks)
        typed = asks and bool(self.passphrase.text())
        self.sentence.setText(self.presenter.consequence(typed=typed))
        self.sentence.setVisible(bool(self.sentence.text()) and not self.field.error())
        example = self.presenter.example()
        shown = say("Contoh untuk demo: {words}").format(words=example)
        self.passphrase.setPlaceholderText(shown if example else "")
        self._fit()

    def submit(self) -> None:
        """Let the chosen person sit down."""
        if not self.verb_button.isEnabled():
            return
        self._set_busy(busy=True)
        self.field.set_error("")
        self.presenter.sit(self.passphrase.text())

    def reject(self) -> None:
        """Leave everything as it was; at the start Esc does not choose for anybody."""
        if not self._at_start:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit anew; only now the fonts are those of the screen."""
        super().showEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the question at the start closes the program."""
        if self._at_start and self.isVisible():
            self.left.emit()
            event.ignore()
            return
        super().closeEvent(event)

    def _build(self) -> None:
        self._lead = TextLabel(
            self._theme,
            say("Namanya dicatat pada setiap tindakan."),
            tone="text2",
            wrap=True,
        )
        self.body.addWidget(self._lead)
        self._list = Plane("surface")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for person in self.presenter.people:
            row = PersonRow(self._theme, person)
            self._group.addButton(row.radio)
            self.rows[person.officer.name] = row
            column.addWidget(row)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(self._list)
        self.body.addWidget(self.area)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.field)
        if self._at_start:
            self.cancel_button.setText(say("Tutup aplikasi"))

    def _connect(self) -> None:
        self.verb_button.clicked.disconnect()
        self.verb_button.clicked.connect(self.submit)
        self.verb_button.setDefault(True)
        if self._at_start:
            self.cancel_button.clicked.connect(self.left)
        for name, row in self.rows.items():
            if name == self.presenter.chosen:
                row.radio.setChecked(True)
                row.radio.setFocus(Qt.FocusReason.OtherFocusReason)
            row.radio.toggled.connect(partial(self._choose, name))
            # An arrow key clicks as well, but keeps the keyboard on the list.
            row.radio.clicked.connect(self.ask_passphrase)
        self.passphrase.textChanged.connect(lambda _: self.show_chosen())
        self.presenter.refused.connect(self._refuse)
        self.presenter.seated.connect(self._sit)

    def _choose(self, name: str, on: bool) -> None:  # noqa: FBT001  a slot
        if not on:
            return
        self.presenter.choose(name)
        self.field.set_error("")
        self.passphrase.clear()
        self.show_chosen()

    def _sit(self, seat: Seat) -> None:
        self.passphrase.clear()
        self.seated.emit(seat)
        self.done(self.DialogCode.Accepted)

    def _refuse(self, error: KnownError) -> None:
        self._set_busy(busy=False)
        self.field.set_error(f"{error.message} {error.advice}".strip())
        self.passphrase.selectAll()
        self.ask_passphrase()
        self.show_chosen()

    def _set_busy(self, *, busy: bool) -> None:
        self.verb_button.setEnabled(not busy)
        words = say("Memeriksa…") if busy else say("Mulai bertugas")
        self.verb_button.setText(words)

    def _fit(self) -> None:
        """Be as tall as the words need; where that is too tall, the list scrolls."""
        wanted = self._list.sizeHint().height() + 2
        room = self._window.window().height() - MARGIN
        for lead_shown in (True, False):
            self._lead.setVisible(lead_shown)
            self.area.setFixedHeight(wanted)
            over = self._needed() - room
            if over <= 0:
                break
            self.area.setFixedHeight(max(wanted - over, LOWEST_LIST))
        self.setFixedHeight(self._needed())
        if self.presenter.chosen in self.rows:
            self.area.ensureWidgetVisible(self.rows[self.presenter.chosen], 0, 2)

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        return layout.totalHeightForWidth(self.maximumWidth())
