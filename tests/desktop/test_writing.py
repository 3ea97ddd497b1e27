"""Answering in the real window: the draft, the undo, the one sending."""

from kotakmasuk.desktop.pictures import settle
from kotakmasuk.services import replies
from tests.helpers.desks import (
    every_tick,
)


ANSWER = "Terima kasih laporannya. Petugas kami periksa sore ini."


def test_an_answer_can_be_taken_back_until_it_goes(window, started, place):
    """After Kirim the toast counts down, and Urungkan brings the draft back."""
    write_answer(window, started, place)
    assert place.one("SELECT state FROM outbox") == "queued"
    (strip,) = window.undoing.toasts.strips()
    assert "5 detik" in strip.words()

    strip.undo_now()
    settle(started)

    assert window.writing._parts.composer.editor.text() == ANSWER
    assert place.one("SELECT count(*) FROM outbox WHERE state = 'queued'") == 0


def test_a_due_answer_is_sent_once_by_the_clock(window, started, place):
    """When the undo time is over it goes, and it goes one time."""
    write_answer(window, started, place)
    place.clock.pass_by(6000)

    for _ in range(3):
        window.rounds.send_due()
    settle(started)
    window.rounds.send_due()
    settle(started)

    assert place.one("SELECT state FROM outbox") == "sent"
    assert len(place.platform.posted) == 1


def test_on_a_small_screen_what_is_open_comes_forward(window, started):
    """Ctrl+Enter on a blocked answer leads to the first open question."""
    window.window().resize(690, 400)
    window.inbox.list.list.step(1)
    window.inbox.deeds.run("reply")
    parts = window.writing._parts
    parts.composer.editor.insertPlainText(ANSWER)
    settle(started)
    assert not parts.checklist.isVisible()

    parts.presenter.send()

    assert parts.checklist.isVisible()


def test_another_conversation_keeps_the_draft_of_the_one_before(window, started, place):
    """Nothing that was typed is lost by going on."""
    window.inbox.list.list.step(1)
    first = window.inbox.presenter.conversation
    window.inbox.deeds.run("reply")
    window.writing._parts.composer.editor.insertPlainText("Baik, kami cek")
    window.inbox.list.list.step(1)
    settle(started)

    assert replies.draft(place.reader, first).text == "Baik, kami cek"
    assert window.inbox.conversation.bar.isVisible()


def write_answer(window, started, place):
    """Write and send an answer through the composer, with every question ticked."""
    window.inbox.list.list.step(1)
    window.inbox.deeds.run("reply")
    parts = window.writing._parts
    parts.composer.editor.insertPlainText(ANSWER)
    settle(started)
    for key in every_tick(place.office):
        parts.presenter.tick(key, True)  # noqa: FBT003  a Qt slot
    parts.presenter.send()
    settle(started)
