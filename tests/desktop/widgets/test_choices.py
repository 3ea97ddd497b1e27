"""A list to choose from stays in sight, and says when nothing fits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover


@pytest.fixture
def popover(theme: Theme, window: QWidget) -> ChoicePopover:
    made = ChoicePopover(theme, "Tugaskan kepada", window)
    made.open_choices([Choice("1", "Sari"), Choice("2", "Bagas")], QPoint(20, 20))
    return made


def test_a_list_that_nothing_fits_says_so(popover: ChoicePopover, qtbot: QtBot) -> None:
    """An empty box looks like a fault; Enter chooses nothing there."""
    popover.field.setText("bayu")
    with qtbot.assertNotEmitted(popover.chosen):
        qtbot.keyClick(popover.field, Qt.Key.Key_Return)

    assert popover.titles() == []
    assert popover.list.item(0).text() == "Tidak ada yang cocok."


def test_a_list_opens_inside_the_screen(popover: ChoicePopover) -> None:
    """At 200 % the tags of the lowest row would fall off the screen."""
    room = popover.screen().availableGeometry()
    popover.open_choices([Choice("1", "Sari")], room.bottomRight())

    assert room.contains(popover.geometry())
