"""A pane scrolls where the window is low, and does not show where it is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.widgets.scrolling import scrolled


def test_the_colour_behind_the_pane_shows(qtbot: QtBot) -> None:
    """The pane fills nothing itself and stops no Tab."""
    inside = QWidget()
    pane = scrolled(inside)
    qtbot.addWidget(pane)

    assert pane.widget() is inside
    assert not inside.autoFillBackground()
    assert pane.focusPolicy() is Qt.FocusPolicy.NoFocus
