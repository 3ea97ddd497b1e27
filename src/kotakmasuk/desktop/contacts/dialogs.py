"""The two ways in: one contact by its fields, or many by pasted lines.

The one rule: what will be stored is told before it is; a refusal keeps what was typed.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.domain.contacts import (
    CONTACT_WORDS,
    Contact,
    ContactKind,
    faults_of,
    pasted,
)
from kotakmasuk.domain.errors import KnownError


NEW = Contact("", "", "", ContactKind.PHONE, "")
LINES, MOST_TOLD, WIDE = 7, 4, 620
PATTERN = "Unit; Nama; Jenis; Isi"


class ContactDialog(Dialog):
    """`wanted` with the contact; the dialog closes when it has been stored."""

    wanted = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, contact: Contact, units: Sequence[str]
    ) -> None:
        """A contact without uid is a new one; `units` are offered, others can be typed."""
        is_new = not contact.uid
        title = _say("Kontak baru") if is_new else _say("Ubah kontak")
        super().__init__(theme, parent, title=title, verb=_say("Simpan kontak"))
        self._contact = contact
        self.unit, self.kind = QComboBox(), QComboBox()
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Unit atau badan"))
        self.unit.setEditable(True)
        self.unit.setLineEdit(self.typed)
        self.unit.addItems(list(units))
        self.unit.setEditText(contact.unit)
        for kind, words in CONTACT_WORDS.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(contact.kind))
        self.label, self.value = QLineEdit(contact.label), QLineEdit(contact.value)
        self.label.setPlaceholderText(self.tr("mis. Call center"))
        self.value.setPlaceholderText(self.tr("mis. 0263-555-0100"))
        self.fields = {
            "unit": Field(theme, self.tr("Unit atau badan"), self.unit),
            "label": Field(theme, self.tr("Nama"), self.label),
            "kind": Field(theme, self.tr("Jenis"), self.kind),
            "value": Field(theme, self.tr("Isi"), self.value),
        }
        self.problem = StateBanner(theme)
        self.body.addWidget(self.problem)
        for field in self.fields.values():
            self.body.addWidget(field)
        self.verb_button.setDefault(True)
        first = self.unit if is_new else self.value
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Ask for it to be stored, unless a field is not right yet."""
        contact = replace(
            self._contact,
            unit=self.unit.currentText().strip(),
            label=self.label.text().strip(),
            kind=ContactKind(self.kind.currentData()),
            value=self.value.text().strip(),
        )
        faults = faults_of(contact)
        for name, field in self.fields.items():
            field.set_error(faults.get(name, ""))
        if faults:
            first = self.fields[next(iter(faults))]
            first.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
        else:
            self.wanted.emit(contact)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not stored; the fields stay as they are."""
        self.problem.show_error(error)
        self.adjustSize()

    def close_stored(self) -> None:
        """Close, because it has been stored."""
        super().accept()


class PasteDialog(Dialog):
    """`wanted` with the contacts of all lines that are whole."""

    wanted = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget, known: Sequence[Contact]) -> None:
        """What is `known` already is told and not stored twice."""
        title = _say("Tempel daftar kontak")
        super().__init__(theme, parent, title=title, verb=_say("Simpan"))
        self._known = tuple(known)
        self._found: list[Contact] = []
        self.setFixedWidth(min(WIDE, parent.width()))
        kinds = ", ".join(CONTACT_WORDS.values())
        words = self.tr("Satu kontak per baris: {pattern}. Jenis: {kinds}.")
        told = words.format(pattern=PATTERN, kinds=kinds)
        self.problem = StateBanner(theme)
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("contactLines")
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(
            self.tr("Dinas Kesehatan; Call center; Telepon; 0263-555-0100")
        )
        self.edit.setFont(theme.font("body"))
        self.edit.setFixedHeight(LINES * theme.line_height("body") + 18)
        self.told = Passage(theme, role="body", tone="text2")
        self.body.addWidget(self.problem)
        self.body.addWidget(TextLabel(theme, told, tone="text2", wrap=True))
        self.body.addWidget(Field(theme, self.tr("Baris kontak"), self.edit))
        self.body.addWidget(self.told)
        self.edit.textChanged.connect(self._judge)
        self._judge()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Ask for what is whole to be stored."""
        if self._found:
            self.wanted.emit(self._found)

    def refuse(self, error: KnownError) -> None:
        """Say why nothing was stored; the lines stay as they are."""
        self.problem.show_error(error)
        self.adjustSize()

    def close_stored(self) -> None:
        """Close, because they have been stored."""
        super().accept()

    def _judge(self) -> None:
        lines = pasted(self.edit.toPlainText(), self._known)
        self._found = [one.contact for one in lines if one.contact is not None]
        wrong = [one for one in lines if one.wrong]
        place = self.tr("Baris {n}: {wrong}.")
        told = [
            place.format(n=one.number, wrong=one.wrong) for one in wrong[:MOST_TOLD]
        ]
        if len(wrong) > MOST_TOLD:
            more = self.tr("dan {n} baris lain tidak disimpan.")
            told.append(more.format(n=len(wrong) - MOST_TOLD))
        self.told.set_text("\n".join(told))
        self.told.setVisible(bool(told))
        verb = self.tr("Simpan {n} kontak").format(n=len(self._found))
        self.verb_button.setText(verb)
        self.verb_button.setEnabled(bool(self._found))
        self.adjustSize()


def _say(text: str) -> str:
    return QCoreApplication.translate("Contacts", text)
