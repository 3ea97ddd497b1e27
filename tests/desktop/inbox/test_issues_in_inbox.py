"""Where an officer meets an Isu in the inbox: sidebar, head, the key I, the list."""

from PySide6.QtCore import Qt

from kotakmasuk.domain.inbox import Listing, View
from kotakmasuk.services import issues


LAMPS = "Lampu jalan Melati padam"


def begin(desk, *names):
    ids = [desk.ids[name] for name in names]
    desk.lanes.write(issues.begin, LAMPS, ids)


def test_without_any_issue_the_sidebar_has_no_room_for_them(inbox):
    """Most offices have none on most days."""
    assert "Isu" not in inbox.sidebar.titles()


def test_an_open_issue_leads_to_its_conversations(desk, inbox):
    """The number beside it is the number in its list."""
    begin(desk, "lampu", "sampah")
    assert LAMPS in inbox.sidebar.titles()
    inbox.show_listing(Listing(View.ALL, issue=1))
    assert sorted(inbox.model.ids) == sorted([desk.ids["lampu"], desk.ids["sampah"]])
    assert inbox.presenter.title_count() == 2


def test_the_head_names_the_issue_of_the_open_conversation(desk, inbox):
    """And of no other."""
    begin(desk, "lampu")
    inbox.show_conversation(desk.ids["lampu"])
    assert LAMPS in inbox.conversation.header.issue.accessibleName()
    assert inbox.conversation.header.issue.isVisible()
    inbox.show_conversation(desk.ids["tanya"])
    assert not inbox.conversation.header.issue.isVisible()


def test_i_asks_which_issue_the_chosen_conversations_join(desk, inbox, press):
    """One key; the dialog belongs to another feature."""
    inbox.show_conversation(desk.ids["lampu"])
    press(Qt.Key.Key_I)
    assert desk.told[-1] == ("issues", (desk.ids["lampu"],))
