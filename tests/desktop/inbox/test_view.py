"""An officer goes through the inbox by keyboard, in the real columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kotakmasuk.domain.inbox import Listing, View
from kotakmasuk.services import inbox as service
from kotakmasuk.services.undo import undo


def test_the_inbox_opens_on_what_must_be_answered(inbox):
    """The first thing one sees is what waits, with its exact number."""
    assert inbox.presenter.listing == Listing(View.TO_ANSWER)
    assert inbox.sidebar.titles()[0] == "Perlu ditanggapi"
    assert len(inbox.model.ids) == 5


def test_j_and_k_go_through_the_conversations(inbox, press, desk):
    """The next conversation is one key away."""
    press("j")
    assert inbox.presenter.conversation == desk.ids["lampu"]

    press("j", "k")
    assert inbox.presenter.conversation == desk.ids["lampu"]


def test_after_e_the_next_conversation_is_open(inbox, press, desk):
    """Finishing one leads to the next without a second key."""
    press("j")
    after = inbox.model.ids[1]

    press("e")

    assert desk.status("lampu") == "done"
    assert inbox.presenter.conversation == after
    assert inbox.list.list.hasFocus()


def test_what_was_finished_can_be_taken_back(inbox, press, desk):
    """Every action carries its own undo."""
    press("j", "e")
    words, token = desk.told[-1]

    desk.lanes.write(undo, token)

    assert words == "Percakapan selesai"
    assert desk.status("lampu") == "new"
    assert desk.ids["lampu"] in inbox.model.ids


def test_x_chooses_several_and_e_finishes_them_all(inbox, press, desk):
    """What is done to one can be done to many at once."""
    press("j", "x", "x")
    chosen = inbox.list.list.chosen()

    press("e")

    assert len(chosen) == 2
    assert desk.told[-1][0] == "2 percakapan selesai"
    assert len(inbox.model.ids) == 3


def test_the_head_says_how_many_are_chosen(inbox, press):
    """One sees on how many an action will work."""
    press("j", "x", "x", "x")

    assert inbox.conversation.header.name.whole_text() == "3 dipilih"

    press(Qt.Key.Key_Escape)
    assert inbox.conversation.header.name.whole_text() != "3 dipilih"


def test_single_letters_do_nothing_when_they_are_switched_off(inbox, press, desk):
    """Who uses speech input is not surprised by a letter."""
    object.__setattr__(desk.work.settings(), "single_letters", False)
    press("j", "e")

    assert desk.status("lampu") == "new"
    assert inbox.presenter.conversation is None


def test_single_letters_are_text_in_the_search_field(inbox, qtbot, desk):
    """Typing “terima” into a field tags and finishes nothing."""
    inbox.list.list.step(1)
    inbox.search()

    qtbot.keyClicks(inbox.list.search.field, "terima")

    assert inbox.list.search.field.text() == "terima"
    assert desk.status("lampu") == "new"


def test_m_takes_the_conversation(inbox, press, desk):
    """The officer's name stands on the row at once."""
    press("j", "m")

    assert inbox.presenter.rows([desk.ids["lampu"]])[0].assignee == "Sari Rahmawati"


def test_g_and_a_letter_open_a_view(inbox, press):
    """Two letters lead to each list."""
    press("g", "m")
    assert inbox.presenter.listing == Listing(View.MINE)

    press("g", "i")
    assert inbox.presenter.listing == Listing(View.TO_ANSWER)


def test_u_marks_as_unread_again(inbox, press, desk):
    """What was opened by mistake waits again."""
    press("j")
    inbox.deeds.actions.mark_read([desk.ids["lampu"]])
    assert not inbox.presenter.rows([desk.ids["lampu"]])[0].unread

    press("u")
    assert inbox.presenter.rows([desk.ids["lampu"]])[0].unread


def test_what_stays_open_counts_as_read(inbox, press, desk, qtbot):
    """Passing by with J leaves a message unread, reading it does not."""
    press("j")

    qtbot.waitUntil(lambda: not inbox.presenter.rows([desk.ids["lampu"]])[0].unread)


def test_r_asks_for_the_composer(inbox, press, desk, qtbot):
    """The window is told on which conversation an answer is written."""
    press("j")

    with qtbot.waitSignal(inbox.writing_requested) as asked:
        press("r")

    assert asked.args == [desk.ids["lampu"], "reply"]


def test_a_suggestion_is_accepted_by_its_number(inbox, press, desk):
    """The text help suggests, and one key takes it."""
    press("j")
    offered = [one.title for one in _offers(inbox)]

    press(str(offered.index("pju") + 1))

    assert "pju" in inbox.presenter.rows([desk.ids["lampu"]])[0].tags


def test_a_new_tag_is_made_where_it_is_needed(inbox, press, desk):
    """T, the name, Enter: the tag exists and is set."""
    press("j")
    press("t")
    popover = QApplication.activePopupWidget()

    popover.field.setText("Begal")
    popover.accept()

    assert inbox.presenter.rows([desk.ids["lampu"]])[0].tags == ("begal",)


def test_a_snoozed_conversation_goes_to_its_own_list(inbox, press, desk):
    """S and Enter put it away until the office opens again."""
    press("j", "s")

    QApplication.activePopupWidget().accept()

    assert desk.status("lampu") == "snoozed"
    assert desk.ids["lampu"] not in inbox.model.ids


def test_personal_data_is_shown_only_after_that_was_written_down(inbox, desk):
    """The number is masked until *Tampilkan*, which stands in the journal."""
    inbox.show_conversation(desk.ids["data"])
    bubble = _bubbles(inbox)[0]
    assert "3456" not in bubble.passage.text()

    bubble.reveal_requested.emit()

    assert "0812-3456-7847" in bubble.passage.text()
    kinds = "SELECT count(*) FROM journal WHERE kind = 'conversation.reveal'"
    assert desk.place.one(kinds) == 1


def test_everything_that_takes_the_keyboard_has_a_name(inbox, press):
    """A screen reader never says only “button”."""
    press("j")
    nameless = [
        widget
        for widget in inbox.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]

    assert nameless == []


def test_a_group_is_folded_by_the_left_arrow(inbox, press):
    """What is for later can be put out of sight."""
    press("j")
    before = inbox.model.rowCount()

    press(Qt.Key.Key_Left)
    assert inbox.model.rowCount() < before

    press(Qt.Key.Key_Right)
    assert inbox.model.rowCount() == before


def test_when_nothing_waits_the_inbox_says_so(inbox, desk):
    """An empty list is good news, told as such."""
    everything = list(desk.ids.values())
    inbox.deeds.actions.finish(everything)

    assert inbox.list.is_empty()


def test_every_action_is_a_command_for_the_palette(inbox, press):
    """What a key does can be found by its name."""
    press("j")

    titles = [one.title for one in inbox.commands()]

    for words in ("Balas", "Selesai", "Tunda…", "Tag…", "Milik saya", "Kelola tag"):
        assert words in titles


def test_a_note_of_another_officer_appears_in_the_open_thread(inbox, desk):
    """What colleagues write is seen without opening anything again."""
    inbox.show_conversation(desk.ids["tanya"])

    desk.lanes.write(service.add_note, desk.ids["tanya"], "Sudah saya telepon")

    texts = [label.text() for label in _passages(inbox)]
    assert "Sudah saya telepon" in texts


def _offers(inbox):
    from kotakmasuk.desktop.inbox.suggestions import offers  # noqa: PLC0415

    return offers(inbox.deeds.opened)


def _passages(inbox):
    from kotakmasuk.desktop.widgets.passage import Passage  # noqa: PLC0415

    return inbox.conversation.items.widget().findChildren(Passage)


def _bubbles(inbox):
    from kotakmasuk.desktop.widgets.bubble import IncomingBubble  # noqa: PLC0415

    return inbox.conversation.items.widget().findChildren(IncomingBubble)
