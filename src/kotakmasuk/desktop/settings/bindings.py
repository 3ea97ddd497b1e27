"""Binds an input to one setting: shows what is stored, hands on what was changed.

The one rule: while somebody types in a field, nothing from outside overwrites it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kotakmasuk.desktop.settings.presenter import SettingsPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import Field, NumberField
from kotakmasuk.domain.settings import Settings


class Bindings(QObject):
    """Makes the inputs of a section and keeps each in step with its setting."""

    def __init__(self, theme: Theme, presenter: SettingsPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._show: dict[str, Callable[[Any], None]] = {}
        self.fields: dict[str, Field] = {}
        self.inputs: dict[str, QWidget] = {}
        presenter.loaded.connect(self._load)
        presenter.judged.connect(self._judge)

    def line(self, name: str, label: str, *, hint: str = "") -> Field:
        """A line of text, saved when it is left or Enter is pressed."""
        edit = QLineEdit()
        edit.editingFinished.connect(lambda: self._presenter.change(name, edit.text()))

        def show(value: str) -> None:
            if not edit.hasFocus() or edit.text().strip() == value:
                edit.setText(value)

        return self._keep(name, Field(self._theme, label, edit, hint=hint), show)

    def words(self, name: str, label: str, *, hint: str = "") -> Field:
        """Several words in one line, with commas between them."""
        edit = QLineEdit()
        edit.editingFinished.connect(
            lambda: self._presenter.change(name, split(edit.text()))
        )

        def show(value: tuple[str, ...]) -> None:
            if not edit.hasFocus() or split(edit.text()) == value:
                edit.setText(", ".join(value))

        return self._keep(name, Field(self._theme, label, edit, hint=hint), show)

    def number(
        self, name: str, label: str, *, suffix: str, most: int, hint: str = ""
    ) -> Field:
        """A whole number with its unit."""
        box = NumberField(0, most)
        box.setSuffix(f" {suffix}")
        box.setGroupSeparatorShown(True)
        box.setKeyboardTracking(False)
        box.setMaximumWidth(160)
        box.valueChanged.connect(lambda value: self._presenter.change(name, value))
        field = Field(self._theme, label, box, hint=hint)
        return self._keep(name, field, lambda value: _quietly(box, box.setValue, value))

    def choice(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[Any, str]],
        *,
        hint: str = "",
    ) -> Field:
        """One of some values, each with its words."""
        box = QComboBox()
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(
            lambda place: self._presenter.change(name, box.itemData(place))
        )

        def show(value: Any) -> None:
            place = box.findData(value)
            if place < 0:
                box.addItem(str(value), value)
                place = box.count() - 1
            _quietly(box, box.setCurrentIndex, place)

        return self._keep(name, Field(self._theme, label, box, hint=hint), show)

    def switch(self, name: str, label: str) -> QCheckBox:
        """Something that is on or off."""
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self._presenter.change(name, on))
        self.inputs[name] = box
        self._show[name] = lambda value: _quietly(box, box.setChecked, value)
        return box

    def _keep(self, name: str, field: Field, show: Callable[[Any], None]) -> Field:
        self.fields[name] = field
        self.inputs[name] = field.control
        self._show[name] = show
        return field

    def _load(self, settings: Settings) -> None:
        for name, show in self._show.items():
            show(getattr(settings, name))

    def _judge(self, name: str, wrong: str) -> None:
        if name in self.fields:
            self.fields[name].set_error(wrong)


def split(line: str) -> tuple[str, ...]:
    """The words of a line; commas and spaces part them."""
    return tuple(dict.fromkeys(line.casefold().replace(",", " ").split()))


def _quietly(box: QWidget, show: Callable[[Any], object], value: Any) -> None:
    before = box.blockSignals(True)  # noqa: FBT003  Qt's own signature
    show(value)
    box.blockSignals(before)
