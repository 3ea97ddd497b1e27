"""Deciding about a request file from another inbox.

The one rule: the passphrase signs here and is kept nowhere; the words are shown as they
will leave.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services.approval_answers import Asked, Offered, Verdict


HIGHEST = 300


class AnswerDialog(Dialog):
    """Emits `decided` with the verdict; stays open while it is wrong."""

    decided = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, asked: Asked) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Setujui salah satu balasan ini?"),
            verb=self.tr("Setujui dan tandatangani"),
        )
        self._theme = theme
        self._asked = asked
        self.reasons: dict[str, QLineEdit] = {}
        self.radios: list[tuple[QRadioButton, Offered]] = []
        words = self.tr("{agency}, diajukan {name}. Kunci kantor {key}.").format(
            agency=asked.agency or "Kotak Masuk", name=asked.by, key=asked.office
        )
        self.body.addWidget(Passage(theme, words, role="meta", tone="text2"))
        area = scrolled(self._request())
        area.setMinimumHeight(120)
        area.setMaximumHeight(HIGHEST)
        self.body.addWidget(area)
        self.note = QLineEdit()
        label = self.tr("Catatan (wajib saat mengembalikan)")
        self.body.addWidget(Field(theme, label, self.note))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        label = self.tr("Kata sandi {name}").format(name=asked.approver.name)
        self.field = Field(theme, label, self.passphrase)
        self.body.addWidget(self.field)
        self.return_button = Button(theme, self.tr("Kembalikan"))
        self.return_button.set_large()
        self.body.addWidget(self.return_button)
        self.verb_button.clicked.disconnect(self.accept)
        self.verb_button.clicked.connect(self._approve)
        self.return_button.clicked.connect(self._return)

    def set_busy(self, *, busy: bool) -> None:
        """Take no second press while the key is being made."""
        for button in (self.verb_button, self.return_button):
            button.setEnabled(not busy)

    def tell(self, error: KnownError) -> None:
        """Say what was wrong, under the passphrase."""
        self.set_busy(busy=False)
        self.field.set_error(str(error))

    def _request(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for said in self._asked.said:
            words = self.tr("Warga: {words}").format(words=said)
            column.addWidget(Passage(self._theme, words, role="body"))
        if self._asked.note:
            column.addWidget(
                TextLabel(self._theme, self._asked.note, tone="text2", wrap=True)
            )
        group = QButtonGroup(inside)
        for offered in self._asked.offered:
            self._add(column, group, offered)
        if self.radios:
            self.radios[0][0].setChecked(True)
        return inside

    def _add(self, column: QVBoxLayout, group: QButtonGroup, offered: Offered) -> None:
        openness = self.tr("publik") if offered.public else self.tr("pribadi")
        words = self.tr("Pilihan {letter}: {handle}, {openness}").format(
            letter=offered.letter, handle=offered.handle, openness=openness
        )
        radio = QRadioButton(words)
        radio.setAccessibleDescription(offered.text)
        group.addButton(radio)
        self.radios.append((radio, offered))
        column.addWidget(radio)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(Passage(self._theme, offered.text, role="body"))
        column.addLayout(row)
        for alt in offered.pictures:
            told = self.tr("Gambar: {alt}").format(alt=alt)
            column.addWidget(TextLabel(self._theme, told, role="meta", tone="text2"))
        for line in offered.lifted:
            field = QLineEdit()
            self.reasons[line.rule] = field
            label = self.tr("Alasan pengecualian: {rule}").format(rule=line.text)
            column.addWidget(Field(self._theme, label, field))

    def _approve(self) -> None:
        chosen = next((one for radio, one in self.radios if radio.isChecked()), None)
        if chosen is not None:
            reasons = {rule: field.text() for rule, field in self.reasons.items()}
            self.decided.emit(Verdict(chosen.letter, reasons=reasons))

    def _return(self) -> None:
        self.decided.emit(Verdict(note=self.note.text()))
