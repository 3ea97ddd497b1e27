"""The checklist and the public contacts in the whole window."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.pictures import settle
from kotakmasuk.services import rules


@pytest.mark.parametrize("page", ["checklist", "contacts"])
def test_a_page_without_a_place_on_the_rail_is_found_under_atur(window, started, page):
    """By the palette too, and the rail says where one is."""
    named = {one.id: one for one in started.window.commanding.commands()}

    named[f"page.{page}"].run()
    settle(started)

    assert window.stack.currentWidget() is window.pages[page]
    assert window.rail.button("settings").isChecked()


def test_one_item_is_opened_from_anywhere(window, started):
    """As the foot of the composer's checklist asks for it."""
    window.go("checklist", "E14")
    settle(started)

    assert window.pages["checklist"].editor.head.title.whole_text() == "E14"


def test_an_item_is_changed_on_the_writing_lane(window, started, place, qtbot):
    """Ctrl+S stores it; the page shows the new version when it has been written."""
    rules.adopt(place.desk)
    window.go("checklist", "E14")
    settle(started)
    page = window.pages["checklist"]
    page.editor.what.text.setFocus()
    page.editor.what.text.setPlainText("Menjawab pokok pesan")

    qtbot.keyClick(
        page.editor.what.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )
    settle(started)

    assert page.editor.head.version.whole_text().startswith("Versi 2 · diubah")
    assert not page._presenter.dirty
