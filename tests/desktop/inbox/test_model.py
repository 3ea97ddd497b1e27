"""The list as Qt sees it: pages of rows, headers, and what follows what."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.inbox.model import PAGE, PAGES_KEPT, ConversationModel
from kotakmasuk.desktop.widgets.row_content import RowContent


class Row:
    def __init__(self, number):
        self.id = number


@pytest.fixture
def asked():
    return []


@pytest.fixture
def model(qapp, asked):
    assert qapp is not None

    def read(ids):
        asked.append(len(ids))
        return [Row(number) for number in ids]

    return ConversationModel(read, lambda row: RowContent(name=f"warga {row.id}"))


def test_a_row_is_read_with_its_page(model, asked):
    """Scrolling a page asks the file once."""
    model.show_list(range(1000), ())

    names = [model.content(row).name for row in (0, 1, PAGE - 1)]

    assert names == ["warga 0", "warga 1", f"warga {PAGE - 1}"]
    assert asked == [PAGE]


def test_far_pages_are_forgotten(model, asked):
    """A million conversations do not fill the memory with rows."""
    model.show_list(range((PAGES_KEPT + 2) * PAGE), ())

    for page in range(PAGES_KEPT + 2):
        model.content(page * PAGE)
    model.content(0)

    assert len(asked) == PAGES_KEPT + 3


def test_a_header_is_spoken_with_its_number(model):
    """A screen reader says the group and how many it has."""
    model.show_list([7, 8, 9], (("Hari ini", 3),))

    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Hari ini, 3 percakapan"


def test_a_header_cannot_be_chosen(model):
    """Choosing all never chooses a title."""
    model.show_list([7], (("Hari ini", 1),))

    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_stepping_passes_open_headers_over(model):
    """J goes from conversation to conversation."""
    model.show_list([7, 8], (("Hari ini", 1), ("Nanti", 1)))

    assert model.step(-1, 1) == 1
    assert model.step(1, 1) == 3
    assert model.step(3, 1) is None


def test_stepping_stops_on_a_folded_group(model):
    """So that it can be unfolded by key."""
    model.show_list([7, 8], (("Hari ini", 1), ("Nanti", 1)))
    model.fold(2)

    assert model.step(1, 1) == 2
    assert model.row_of(8) is None


@pytest.mark.usefixtures("qapp")
def test_a_conversation_that_is_gone_is_drawn_as_missing():
    """A row without its conversation never breaks the list."""
    gone = ConversationModel(lambda ids: [], lambda row: RowContent())  # noqa: ARG005
    gone.show_list([7], ())

    assert gone.content(0) is None
    assert gone.data(gone.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == ""
