"""Small dialogs that ask before something is done.

The one rule: the title is the question and the buttons repeat the verb; there is never
an *OK* or *Ya* alone.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.desktop.widgets.passage import Passage


class Dialog(QDialog):
    """Title, whatever the caller puts into `body`, cancel at the left of the verb."""

    def __init__(self, theme: Theme, parent: QWidget, *, title: str, verb: str) -> None:
        """Verb is what the main button does, with its object: "Hapus 3 percakapan"."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setFixedWidth(theme.size("dialog"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, title, role="dialogTitle", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel_button = Button(theme, self.tr("Batalkan"))
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(theme, verb, kind="primary")
        self.verb_button.clicked.connect(self.accept)
        for button in (self.cancel_button, self.verb_button):
            button.set_large()
            row.addWidget(button)
        column.addLayout(row)

    def sizeHint(self) -> QSize:
        """As tall as the wrapped text needs at the dialog's width."""
        width = self.maximumWidth()
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else 0
        return QSize(width, height if height > 0 else super().sizeHint().height())


class QuestionDialog(Dialog):
    """A question with its consequence in a sentence."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        sentence: str,
        verb: str,
        danger: bool = False,
    ) -> None:
        """Danger paints the verb red and gives the keyboard to *Batalkan*."""
        super().__init__(theme, parent, title=title, verb=verb)
        words = Passage(theme, sentence, role="body", tone="text2")
        self.body.addWidget(words)
        self.setAccessibleDescription(sentence)
        if danger:
            self.verb_button.set_kind("dangerFill")
            self.cancel_button.setDefault(True)
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.verb_button.setDefault(True)
            self.verb_button.setFocus(Qt.FocusReason.OtherFocusReason)


def ask(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    sentence: str,
    verb: str,
    danger: bool = False,
) -> bool:
    """Ask and wait; True when the officer chose the verb."""
    dialog = QuestionDialog(
        theme, parent, title=title, sentence=sentence, verb=verb, danger=danger
    )
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen
