"""Where an approver changes the words of a wording, in the card itself.

The one rule: nothing is kept before *Simpan perubahan*; Esc leaves the words as they
were.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import TextLabel


LINES = 5


class EditBox(QWidget):
    """Emits `saved` with the words, or `left`."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._opened = text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(8)
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(self.tr("Isi balasan"))
        self.field.setTabChangesFocus(True)
        self.field.setFont(theme.font("message"))
        self.field.setFixedHeight(LINES * theme.line_height("message") + 16)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = self.tr("Pemeriksaan otomatis diulang setelah disimpan.")
        row.addWidget(TextLabel(theme, words, role="meta", tone="text2", wrap=True), 1)
        self.cancel = Button(theme, self.tr("Batalkan"))
        self.cancel.clicked.connect(self.left)
        self.save = Button(theme, self.tr("Simpan perubahan"), icon="check")
        self.save.clicked.connect(lambda: self.saved.emit(self.field.toPlainText()))
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)

    @property
    def is_changed(self) -> bool:
        """Whether the words differ from those that were opened."""
        return self.field.toPlainText() != self._opened
