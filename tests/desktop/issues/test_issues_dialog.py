"""The dialog *Gabung isu*: several conversations become one thing, and come apart."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.issues.view import IssuesDialog, RenameDialog
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.services import issues
from tests.helpers.desks import account, incoming, make_place, receive
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.workplaces import Place, Told, make_workplace


LAMPS = "Lampu jalan Melati padam"


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    there = make_place(tmp_path)
    receive(there, account(there), *(incoming(f"m{number}") for number in range(4)))
    issues.begin(there.desk, LAMPS, [1])
    issues.begin(there.desk, "Sampah pasar", [4])
    told = Told()
    work = make_workplace(ImmediateLanes(there.desk, there.reader), there.office, told)
    made = Place(work, told, there.desk)
    yield made
    made.close()


@pytest.fixture
def opened(place, qtbot):
    def make(*conversations):
        dialog = IssuesDialog(place.work, conversations)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def titles(dialog):
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def inside(place, title):
    reader = place.work.lanes.reader
    found = next(one for one in issues.all_issues(reader) if one.title == title)
    return issues.conversations_of(reader, found.id)


def test_enter_joins_the_issue_that_the_typed_words_find(place, opened, qtbot):
    """Three letters and Enter; the toast can take it back."""
    dialog = opened(2, 3)
    dialog.finder.setText("mela")
    qtbot.keyClick(dialog.finder, Qt.Key.Key_Return)
    assert inside(place, LAMPS) == [1, 2, 3]
    words, token = place.told.toasts[-1]
    assert words == f"2 percakapan digabung ke isu “{LAMPS}”"
    assert token
    assert not dialog.isVisible()


def test_enter_makes_an_issue_of_a_name_that_is_new(place, opened, qtbot):
    """The same field finds and names."""
    dialog = opened(2, 3)
    dialog.finder.setText("Air keruh di Cempaka")
    assert titles(dialog) == []
    qtbot.keyClick(dialog.finder, Qt.Key.Key_Return)
    assert inside(place, "Air keruh di Cempaka") == [2, 3]


def test_a_name_that_is_there_cannot_be_made_again(opened):
    """The button says so by being grey; joining it is one key away."""
    dialog = opened(2)
    dialog.finder.setText(LAMPS.upper())
    assert not dialog.create_button.isEnabled()
    assert dialog.take_button.isEnabled()


def test_what_is_in_an_issue_can_be_taken_out(place, opened, qtbot):
    """The dialog says where it is now."""
    dialog = opened(1)
    qtbot.mouseClick(dialog.leave_button, Qt.MouseButton.LeftButton)
    assert inside(place, LAMPS) == []


def test_closing_takes_it_off_the_list_until_closed_ones_are_shown(opened, qtbot):
    """And it can be opened again there."""
    dialog = opened()
    dialog.table.selectRow(titles(dialog).index(LAMPS))
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert titles(dialog) == ["Sampah pasar"]
    dialog.closed.setChecked(True)
    dialog.table.selectRow(1)
    assert titles(dialog)[1] == f"{LAMPS} (ditutup)"
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert LAMPS in titles(dialog)


def test_a_refusal_is_told_and_nothing_is_lost(place, opened):
    """Somebody else took the name meanwhile."""
    dialog = opened(2)
    dialog.presenter.seek("Sampah pasar")
    dialog.presenter.begin()
    assert "sudah ada" in dialog.banner.words()
    assert dialog.isVisible()
    assert inside(place, "Sampah pasar") == [4]


def test_without_conversations_it_leads_to_those_of_an_issue(place, opened):
    """From the sidebar: all Isu, and their lists."""
    dialog = opened()
    dialog.table.selectRow(titles(dialog).index(LAMPS))
    dialog.take()
    page, listing = place.told.pages[-1]
    assert page == "inbox"
    assert isinstance(listing, Listing)
    assert listing.issue == 1


def test_an_issue_is_renamed_in_a_small_dialog(opened, qtbot):
    """Enter keeps the new name; the list shows it at once."""
    dialog = opened()
    dialog.table.selectRow(titles(dialog).index(LAMPS))
    dialog.rename()
    asked = dialog.findChild(RenameDialog)
    asked.name.setText("  Lampu   Melati ")
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    assert "Lampu Melati" in titles(dialog)
    assert "sekarang bernama" in dialog.banner.words()
