"""The field above a list keeps the keyboard and moves in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.widgets.list_field import ListField


def test_arrows_move_and_letters_stay(qtbot: QtBot) -> None:
    """One types and picks without leaving the field."""
    field = ListField()
    qtbot.addWidget(field)
    moved: list[int] = []
    field.moved.connect(moved.append)

    for key in (Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)

    assert (field.text(), moved) == ("a", [1, -1])
