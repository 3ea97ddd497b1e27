"""How many columns there are, and how one reaches the others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.inbox.panes import FOUR, ONE, THREE, TWO


def test_column_widths_are_kept_until_the_next_start(inbox):
    """Who drags a column finds it so the next morning."""
    inbox.panes.splitter.moveSplitter(500, 2)
    inbox.panes._remember()
    kept = inbox.panes.saved()

    inbox.panes.restore("not what we wrote")
    inbox.panes.restore(kept)

    assert inbox.panes.saved() == kept != "[]"


@pytest.mark.parametrize(
    ("width", "mode"), [(1366, FOUR), (1100, THREE), (911, TWO), (690, ONE)]
)
def test_the_width_decides_how_many_columns_there_are(inbox, width, mode):
    """From a wide screen down to 200 per cent, everything stays reachable."""
    inbox.window().resize(width, 560)
    QApplication.processEvents()

    assert inbox.panes.mode == mode
    assert inbox.sidebar.isVisible() == (mode == FOUR)
    assert inbox.detail.isVisible() == (mode >= THREE)
    assert inbox.conversation.isVisible() == (mode > ONE)


def test_with_one_pane_enter_opens_and_escape_goes_back(inbox, press, qtbot):
    """On a small screen list and conversation take turns."""
    inbox.window().resize(690, 400)
    press("j", Qt.Key.Key_Return)
    assert inbox.conversation.isVisible()

    qtbot.keyClick(inbox.conversation.items, Qt.Key.Key_Escape)
    assert inbox.list.isVisible()


def test_where_there_is_no_room_the_details_lie_over_the_conversation(inbox):
    """Ctrl+\\ opens them as a drawer, Esc closes it."""
    inbox.window().resize(911, 560)
    inbox.panes.toggle_detail()
    assert inbox.detail.isVisible()

    inbox.go_back()
    assert not inbox.detail.isVisible()


def test_f6_goes_from_region_to_region(inbox, qtbot):
    """The keyboard reaches every column."""
    inbox.list.list.setFocus()
    inbox.list.list.step(1)

    qtbot.keyClick(inbox.window(), Qt.Key.Key_F6)

    assert inbox.conversation.items.hasFocus()
