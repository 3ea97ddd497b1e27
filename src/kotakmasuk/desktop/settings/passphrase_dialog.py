"""Asks for somebody's new passphrase, twice.

The one rule: what was typed is handed on once and kept nowhere.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kotakmasuk.desktop.settings.judging import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services.team import Person


SHORTEST = 10


class PassphraseDialog(Dialog):
    """Closes when the passphrase was taken."""

    def __init__(
        self, theme: Theme, parent: QWidget, person: Person, take: Callable[..., None]
    ) -> None:
        """Take is called with name and passphrase, and `then` when it is stored."""
        name = person.officer.name
        title = say("Kata sandi {name}").format(name=name)
        super().__init__(theme, parent, title=title, verb=say("Atur kata sandi"))
        self._name = name
        self._take = take
        lead = say(
            "Paling sedikit {n} huruf; beberapa kata mudah diingat. Kata sandi tidak "
            "disimpan di mana pun."
        ).format(n=SHORTEST)
        if person.ready:
            kept = say("Yang sudah disetujui dengan kata sandi lama tetap sah.")
            lead = f"{lead} {kept}"
        self.body.addWidget(TextLabel(theme, lead, tone="text2", wrap=True))
        self.edits = [QLineEdit(), QLineEdit()]
        labels = (say("Kata sandi baru"), say("Ulangi kata sandi baru"))
        self.fields = [
            Field(theme, label, edit)
            for label, edit in zip(labels, self.edits, strict=True)
        ]
        for edit, field in zip(self.edits, self.fields, strict=True):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.body.addWidget(field)
        self.verb_button.clicked.disconnect()
        self.verb_button.clicked.connect(self.submit)
        self.verb_button.setDefault(True)
        self.edits[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def submit(self) -> None:
        """Hand the passphrase on when both are the same."""
        first, second = (edit.text() for edit in self.edits)
        wrongs = (
            say("Tulis paling sedikit {n} huruf.").format(n=SHORTEST)
            if len(first) < SHORTEST
            else "",
            say("Kata sandi ini berbeda dari yang di atas.") if first != second else "",
        )
        for field, wrong in zip(self.fields, wrongs, strict=True):
            field.set_error(wrong)
        self._fit()
        if any(wrongs) or not self.verb_button.isEnabled():
            return
        self.verb_button.setEnabled(False)
        self._take(self._name, first, then=self._done)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not taken."""
        self.verb_button.setEnabled(True)
        self.fields[0].set_error(str(error))
        self._fit()

    def _done(self) -> None:
        for edit in self.edits:
            edit.clear()
        self.accept()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.maximumWidth()))
