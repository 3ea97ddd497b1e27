"""A labelled field with its error below, and the search field.

The one rule: an error stands under the field it is about, with an example of what works.
"""

from PySide6.QtCore import QLocale, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import IconLabel, TextLabel


TEXT_MARGIN = 8  # a style sheet's padding does not reach the inside of a spin box


class Field(QWidget):
    """A label above any input; `set_error` shows a sentence below it."""

    def __init__(
        self, theme: Theme, label: str, control: QWidget, *, hint: str = ""
    ) -> None:
        """The label names the control for screen readers too."""
        super().__init__()
        self.control = control
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label: QLabel = TextLabel(theme, label, role="meta", tone="text2")
        self._label.setBuddy(control)
        column.addWidget(self._label)
        column.addWidget(control)
        control.setAccessibleName(label)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._sign = IconLabel(theme, "circle-x", 14, "danger")
        self._words = TextLabel(theme, role="meta", wrap=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column.addWidget(self._below)
        self.set_error("")
        corrected = _corrected(control)
        if corrected is not None:
            corrected.connect(self._forget_error)

    def set_label(self, label: str) -> None:
        """Call the field otherwise, on screen and for screen readers."""
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def set_error(self, sentence: str) -> None:
        """Show the sentence below the field; empty takes it away."""
        self.control.setProperty("wrong", bool(sentence))
        self.control.style().polish(self.control)
        self._sign.setVisible(bool(sentence))
        self._words.set_tone("danger" if sentence else "text3")
        self._words.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self.control.setAccessibleDescription(sentence or self._hint)

    def error(self) -> str:
        """The sentence shown as an error, or an empty text."""
        return self._words.text() if not self._sign.isHidden() else ""

    def _forget_error(self) -> None:
        """What is being corrected is no longer called wrong."""
        if self.error():
            self.set_error("")


def _corrected(control: QWidget) -> SignalInstance | None:
    """The signal of an officer's own change, not of a value that is put back."""
    if isinstance(control, QLineEdit):
        return control.textEdited
    if isinstance(control, QComboBox):
        return control.activated
    return control.textChanged if isinstance(control, QPlainTextEdit) else None


class NumberField(QSpinBox):
    """A whole number between two bounds."""

    def __init__(self, lowest: int, highest: int) -> None:
        """Bounds are included."""
        super().__init__()
        self.setRange(lowest, highest)
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)


class DateField(QDateEdit):
    """A date written out in Indonesian, with a calendar to pick from."""

    def __init__(self) -> None:
        """Show "25 November 2026"."""
        super().__init__()
        indonesia = QLocale.Country.Indonesia
        self.setLocale(QLocale(QLocale.Language.Indonesian, indonesia))
        self.setDisplayFormat("d MMMM yyyy")
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)


class SearchField(QLineEdit):
    """A field with a magnifier and a button that empties it."""

    def __init__(self, theme: Theme, placeholder: str) -> None:
        """The placeholder is also the accessible name."""
        super().__init__()
        self._theme = theme
        self.setProperty("search", True)  # noqa: FBT003  Qt's own signature
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._sign.setIcon(self._theme.icon("search", 16, "text3"))
