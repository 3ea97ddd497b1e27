"""The recovery words: shown once, hidden while two of them are asked for.

The one rule: no button copies them; a clipboard is not a place for a key.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.welcome.parts import Page
from kotakmasuk.desktop.welcome.presenter import WelcomePresenter
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


COLUMNS = 4
HIDDEN = "••••••"


class WordsPage(Page):
    """Numbered words, *Sudah saya catat*, and two fields."""

    went_on = Signal()

    def __init__(self, theme: Theme, presenter: WelcomePresenter) -> None:
        super().__init__(theme, self._title(), self._sentence())
        self._presenter = presenter
        self._labels: list[TextLabel] = []
        self.edits: dict[int, QLineEdit] = {}
        self.fields: dict[int, Field] = {}
        self._sheet = Plane("sunken", edge="card")
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(14, 12, 14, 12)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self.column.addWidget(self._sheet)
        self.noted = QCheckBox(self.tr("Sudah saya catat di kertas"))
        self.noted.toggled.connect(self._hide_words)
        self.column.addWidget(self.noted)
        self._asked = QHBoxLayout()
        self._asked.setSpacing(12)
        self.column.addLayout(self._asked)
        self.next_button = Button(theme, self.tr("Lanjutkan"), kind="primary")
        self.next_button.clicked.connect(self.go_on)
        self.add_buttons(self.next_button)
        self._why = TextLabel(theme, role="meta", tone="text2")
        self.column.addWidget(self._why)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the words, and ask for two of them."""
        for place, _ in enumerate(words):
            label = TextLabel(self._theme, role="bodyStrong")
            self._labels.append(label)
            self._grid.addWidget(label, *divmod(place, COLUMNS))
        for place in self._presenter.asked_places():
            edit = QLineEdit()
            edit.returnPressed.connect(self.go_on)
            label_words = self.tr("Kata ke-{n}").format(n=place + 1)
            self.edits[place] = edit
            self.fields[place] = Field(self._theme, label_words, edit)
            self._asked.addWidget(self.fields[place])
        self._hide_words(hidden=False)

    def shown(self) -> list[str]:
        """What the sheet shows now, for a screen reader and for tests."""
        return [label.text() for label in self._labels]

    def go_on(self) -> None:
        """Go on when both words were right."""
        if not self.noted.isChecked():
            return
        typed = {place: edit.text() for place, edit in self.edits.items()}
        wrong = self._presenter.wrong_words(typed)
        for place, field in self.fields.items():
            field.set_error(wrong.get(place, ""))
        if wrong:
            self.edits[next(iter(wrong))].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for label in self._labels:
            label.clear()
        self._presenter.forget_words()
        self.went_on.emit()

    def _hide_words(self, hidden: bool) -> None:  # noqa: FBT001  a Qt slot
        for place, label in enumerate(self._labels):
            word = HIDDEN if hidden else self._presenter.words[place]
            label.setText(f"{place + 1}. {word}")
        for edit in self.edits.values():
            edit.setEnabled(hidden)
        self.next_button.setEnabled(hidden)
        why = self.tr("Catat dahulu, lalu beri tanda; dua kata akan ditanyakan.")
        self._why.setText("" if hidden else why)
        self.next_button.setAccessibleDescription(self._why.text())
        if hidden and self.edits:
            first = next(iter(self.edits.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> str:
        return self.tr("Catat kata pemulihan")

    def _sentence(self) -> str:
        return self.tr(
            "Hanya ditampilkan sekali. Kata ini membuka data bila kata sandi atau "
            "brankas komputer hilang; simpan terpisah dari komputer."
        )
