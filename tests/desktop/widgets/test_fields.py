"""An error stands under its field for as long as it is true."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import Field


@pytest.mark.parametrize("control", [QLineEdit, QPlainTextEdit])
def test_an_error_leaves_as_soon_as_it_is_being_corrected(
    theme: Theme, qtbot: QtBot, control: type[QLineEdit | QPlainTextEdit]
) -> None:
    """Twenty letters are not called fewer than ten."""
    edit = control()
    field = Field(theme, "Kata sandi", edit, hint="mis. empat kata")
    qtbot.addWidget(field)
    field.set_error("Paling sedikit 10 huruf.")

    qtbot.keyClicks(edit, "empat kata")

    assert field.error() == ""
    assert edit.accessibleDescription() == "mis. empat kata"


def test_a_column_that_was_chosen_is_no_longer_missed(
    theme: Theme, qtbot: QtBot
) -> None:
    """The same holds for a list to choose from."""
    box = QComboBox()
    box.addItems(["(tidak dipakai)", "isi pesan"])
    field = Field(theme, "Isi pesan", box)
    qtbot.addWidget(field)
    field.set_error("Pilih kolom untuk isi pesan.")

    qtbot.keyClick(box, Qt.Key.Key_Down)

    assert field.error() == ""
