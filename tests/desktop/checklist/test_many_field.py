"""The field that holds several, or all while none is picked."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.checklist.many_field import ManyField


@pytest.fixture
def field(desk, qtbot):
    made = ManyField(desk.work.theme, "Kanal", new_words="Tag lain")
    made.offer([("x", "X"), ("instagram", "Instagram")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_none_picked_means_all(field):
    """And says so."""
    assert (field.currentText(), field.chosen()) == ("Semua", ())


def test_the_keyboard_opens_ticks_and_takes(field, qtbot):
    """Down opens, Space ticks, Enter takes; each change is told once."""
    told = []
    field.changed.connect(lambda: told.append(field.chosen()))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    popover = field._popover
    qtbot.keyClick(popover.field, Qt.Key.Key_Down)
    qtbot.keyClick(popover.field, Qt.Key.Key_Space)
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)

    assert told == [("instagram",)]
    assert field.currentText() == "Instagram"


def test_what_is_not_listed_can_be_typed(field, qtbot):
    """It is written as tags are, and kept beside the others."""
    field.show_chosen(["x"])
    field.showPopup()
    qtbot.keyClicks(field._popover.field, "Pasar Murah")
    qtbot.keyClick(field._popover.field, Qt.Key.Key_Return)

    assert field.chosen() == ("x", "pasar-murah")
