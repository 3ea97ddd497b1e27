"""Columns stand side by side where there is room, else in turn."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.widgets.page_parts import ListRoom, fit_list


ROOM = ListRoom(wide=300, narrow=220, from_wide=900, from_two=700)


@pytest.mark.parametrize(
    ("width", "column", "one"), [(900, 300, False), (899, 220, False), (699, 699, True)]
)
def test_the_list_is_as_wide_as_the_page_allows(
    qtbot: QtBot, width: int, column: int, *, one: bool
) -> None:
    """Wide, narrow, or the whole page where nothing else has room."""
    side = QWidget()
    qtbot.addWidget(side)
    assert fit_list(side, ROOM, width, wanted=True) is one
    assert side.minimumWidth() == side.maximumWidth() == column


def test_what_was_chosen_takes_the_place_of_the_list(qtbot: QtBot) -> None:
    """Only where there is no room for both."""
    side = QWidget()
    qtbot.addWidget(side)
    fit_list(side, ROOM, 699, wanted=False)
    assert side.isHidden()
    fit_list(side, ROOM, 700, wanted=False)
    assert not side.isHidden()
