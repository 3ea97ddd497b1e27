"""Signing in again: the secrets of an account that was let go by its platform.

The one rule: what was typed goes to the place for secrets and is never shown again.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel


class SignInDialog(Dialog):
    """Emits `given` with what was typed, by the name of each field."""

    given = Signal(dict)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        name: str,
        asked: Sequence[tuple[str, str, str]],
    ) -> None:
        """Asked are the secrets: name, label and hint."""
        title = self._title(name)
        super().__init__(theme, parent, title=title, verb=self.tr("Masuk lagi"))
        words = self.tr(
            "Riwayat dan antrean tetap tersimpan. Setelah masuk lagi, pesan yang "
            "terlewat diambil otomatis."
        )
        self.body.addWidget(TextLabel(theme, words, tone="text2", wrap=True))
        self.edits: dict[str, QLineEdit] = {}
        for field, label, hint in asked:
            edit = QLineEdit()
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._look)
            self.edits[field] = edit
            self.body.addWidget(Field(theme, label, edit, hint=hint))
        self.verb_button.setDefault(True)
        self._look()

    def accept(self) -> None:
        """Hand over what was typed, and close."""
        self.given.emit({name: edit.text() for name, edit in self.edits.items()})
        super().accept()

    def _look(self) -> None:
        full = all(edit.text().strip() for edit in self.edits.values())
        self.verb_button.setEnabled(full)

    def _title(self, name: str) -> str:
        return self.tr("Masuk lagi ke {name}?").format(name=name)
