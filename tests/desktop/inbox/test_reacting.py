"""Liking, sharing and hiding from the thread, through the checklist."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from kotakmasuk.desktop.inbox.reaction_dialog import ReactionDialog
from kotakmasuk.desktop.inbox.thread_items import reaction_words
from kotakmasuk.desktop.widgets.bubble import IncomingBubble
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.widgets.thread_parts import EventLine
from kotakmasuk.domain.inbox import Item
from kotakmasuk.services import sending, settings


@pytest.fixture
def thread(desk, inbox):
    """The conversation of a citizen who says thank you; her message's id."""
    settings.save(desk.place.desk, undo_seconds=0)
    inbox.show_conversation(desk.ids["terima"])
    return inbox.deeds.opened.answer_to


@pytest.fixture
def asked(monkeypatch):
    """Let a test play the officer in the dialog, and count the dialogs."""
    played = []

    def exec_(dialog):
        for play in played:
            play(dialog)
        return dialog.result()

    monkeypatch.setattr(ReactionDialog, "exec", exec_)
    return played


def tick_all(dialog):
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(True)


def test_a_like_goes_through_its_items_and_shows_in_the_thread(
    desk, inbox, thread, asked
):
    """The verb waits for the ticks; sent, one quiet line tells of it."""
    waited = []
    asked += [
        lambda dialog: waited.append(dialog.verb_button.isEnabled()),
        tick_all,
        ReactionDialog.carry_out,
    ]

    inbox.reacting.ask(thread, "like")
    for reply, _ in sending.due(
        desk.place.reader, desk.place.office, desk.place.clock()
    ):
        sending.send(desk.place.write, reply)
    inbox.show_conversation(desk.ids["tanya"])
    inbox.show_conversation(desk.ids["terima"])

    assert waited == [False]
    assert [one.purpose for one in desk.place.platform.posted] == ["like"]
    lines = [line.accessibleName() for line in inbox.findChildren(EventLine)]
    assert any("Disukai sebagai kotasukamaju" in line for line in lines)


def test_a_hide_asks_why(inbox, thread, asked):
    """Ctrl+Enter goes to the reason first."""
    went = []

    def play(dialog):
        tick_all(dialog)
        went.append(dialog.verb_button.isEnabled())
        dialog.reason.setText("Memuat nomor telepon warga lain.")
        went.append(dialog.verb_button.isEnabled())

    asked.append(play)
    inbox.reacting.ask(thread, "hide")
    assert went == [False, True]


def test_the_bubble_has_a_menu_and_the_palette_the_same(inbox, thread, qtbot):
    """Whatever a click does is a command too."""
    shown = []
    inbox.conversation.menu_requested.connect(
        lambda message, _at: shown.append(message)
    )
    bubble = inbox.findChildren(IncomingBubble)[-1]
    qtbot.mouseClick(bubble._more, Qt.MouseButton.LeftButton)
    titles = [command.title for command in inbox.commands()]
    assert shown == [thread]
    assert {"Sukai…", "Bagikan…", "Sembunyikan…"} <= set(titles)


def test_an_account_without_permission_offers_nothing(desk, inbox, thread):
    """No button that does nothing."""
    desk.place.desk.database.conn.execute("UPDATE account SET manual = 1")
    inbox.show_conversation(desk.ids["tanya"])
    bubble = inbox.findChildren(IncomingBubble)[-1]
    assert bubble._more is None
    assert inbox.reacting.offered(thread) == ()


def test_the_citizens_data_stays_hidden_in_the_question(desk, inbox, asked):
    """As in the thread."""
    texts = []
    asked.append(
        lambda dialog: texts.extend(one.text() for one in dialog.findChildren(Passage))
    )
    inbox.show_conversation(desk.ids["data"])
    inbox.reacting.ask(inbox.deeds.opened.answer_to, "like")
    assert any("tolong dihubungi" in words for words in texts)
    assert "0812-3456-7847" not in " ".join(texts)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("sent", "Disukai sebagai @pemkab"),
        ("queued", "Suka sebagai @pemkab (Antre)"),
        ("failed", "Suka sebagai @pemkab (Gagal)"),
    ],
)
def test_nothing_is_called_done_before_the_platform_said_so(state, words):
    """An event tells how far it has come."""
    item = Item(1, "u", "event", 0, "@pemkab", "like", state=state)
    assert reaction_words(item) == words
