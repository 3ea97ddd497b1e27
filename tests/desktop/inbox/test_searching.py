"""Searching as one types, in the real columns."""

from PySide6.QtCore import Qt

from kotakmasuk.domain.inbox import Listing, View


def test_a_search_shows_hits_while_one_types(inbox, qtbot, desk):
    """No Enter is needed."""
    inbox.search()

    qtbot.keyClicks(inbox.list.search.field, "jembatan")

    qtbot.waitUntil(lambda: list(inbox.model.ids) == [desk.ids["terima"]])
    assert inbox.list.search.words().startswith("1 hasil")


def test_what_was_searched_for_is_marked_in_the_message(inbox, press):
    """The eye finds the word at once."""
    inbox.search("jembatan")
    inbox.list.list.setFocus()
    press("j")

    spans = _bubbles(inbox)[0].passage._spans

    text = _bubbles(inbox)[0].passage.text()
    assert [text[one.start : one.end] for one in spans] == ["jembatan"]


def test_escape_leaves_the_search(inbox, qtbot):
    """The list from before is there again, with the keyboard in it."""
    inbox.search("jembatan")

    qtbot.keyClick(inbox.list.search.field, Qt.Key.Key_Escape)

    assert inbox.presenter.listing == Listing(View.TO_ANSWER)
    assert inbox.list.list.hasFocus()


def test_a_bad_operator_is_told_below_the_field(inbox):
    """The sentence has an example of what works."""
    inbox.search("jenis:entah")

    assert inbox.list.search.words().endswith("Contoh: jenis:pengaduan.")


def _bubbles(inbox):
    from kotakmasuk.desktop.widgets.bubble import IncomingBubble  # noqa: PLC0415

    return inbox.conversation.items.widget().findChildren(IncomingBubble)
