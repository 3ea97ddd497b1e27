"""Small dialogs: a question, a line of text.

The one rule: the title is the question and the buttons repeat the verb; there is never
an *OK* or *Ya* alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
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


class TextDialog(Dialog):
    """Asks for one line; `judge` gives the sentence of what is wrong, or nothing."""

    def __init__(  # noqa: PLR0913  a question has this many words
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        label: str,
        verb: str,
        text: str = "",
        judge: Callable[[str], str] | None = None,
    ) -> None:
        """Start with a text; the verb works only while the text is right."""
        super().__init__(theme, parent, title=title, verb=verb)
        self._judge = judge
        self.edit = QLineEdit(text)
        self.edit.selectAll()
        self.field = Field(theme, label, self.edit)
        self.body.addWidget(self.field)
        self.verb_button.setDefault(True)
        self.verb_button.setEnabled(bool(text.strip()))
        self.edit.textChanged.connect(self._look)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

    def _look(self) -> None:
        wrong = self._judge(self.text()) if self._judge and self.text() else ""
        self.field.set_error(wrong)
        self.verb_button.setEnabled(bool(self.text()) and not wrong)


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


def ask_text(  # noqa: PLR0913  a question has this many words
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    label: str,
    verb: str,
    text: str = "",
    judge: Callable[[str], str] | None = None,
) -> str | None:
    """Ask for one line and wait; None when it was cancelled."""
    dialog = TextDialog(
        theme, parent, title=title, label=label, verb=verb, text=text, judge=judge
    )
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    typed = dialog.text()
    dialog.deleteLater()
    return typed if chosen else None
