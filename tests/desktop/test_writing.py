"""Answering in the real window: the draft, the undo, the one sending."""

from PySide6.QtCore import Qt

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
    assert " detik · Mastodon" in strip.words()

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


def test_the_bar_offers_to_go_on_with_a_draft(window, started):
    """What R opens is said before it is pressed, and of the open one alone."""
    window.inbox.list.list.step(1)
    window.inbox.deeds.run("reply")
    window.writing._parts.composer.editor.insertPlainText(ANSWER)
    window.writing.close()
    settle(started)
    assert window.inbox.conversation.bar.reply.text() == "Lanjutkan draf"

    window.inbox.list.list.step(1)
    settle(started)

    assert window.inbox.conversation.bar.reply.text().startswith("Balas ")


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


def test_what_was_answered_stays_open_when_it_leaves_the_list(window, started, place):
    """Nothing changes under her eyes; J goes on where it would have gone."""
    before = list(window.inbox.model.ids)
    write_answer(window, started, place)
    place.clock.pass_by(6000)
    window.rounds.send_due()
    settle(started)
    answered = window.inbox.presenter.conversation

    window.inbox.list.list.step(1)

    assert answered == before[0]
    assert answered not in list(window.inbox.model.ids)
    assert window.inbox.presenter.conversation == before[1]


def test_whoever_finishes_it_herself_goes_on_to_the_next(window, started, place):
    """E after an answer moves as E always does."""
    before = list(window.inbox.model.ids)
    write_answer(window, started, place)

    window.inbox.deeds.run("finish")
    settle(started)

    assert window.inbox.presenter.conversation == before[1]


def test_send_and_next_opens_the_next_for_writing(window, started, place):
    """Ctrl+Shift+Enter: the following conversation waits for its answer."""
    before = list(window.inbox.model.ids)
    write_answer(window, started, place, then_next=True)

    assert window.inbox.presenter.conversation == before[1]
    assert window.writing._parts.presenter.conversation == before[1]


def test_what_was_taken_back_is_ready_to_go_again(window, started, place):
    """Words and ticks, as they were ten seconds ago."""
    write_answer(window, started, place)
    (strip,) = window.undoing.toasts.strips()

    strip.undo_now()
    settle(started)

    assert window.writing._parts.presenter.now.sheet.ready


def test_shift_r_says_where_no_private_answer_is_possible(window, started, qtbot):
    """The composer opens for the public answer, with the reason above its button."""
    window.inbox.list.list.step(1)
    window.inbox.list.list.setFocus()

    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.inbox.list.list, Qt.Key.Key_R, shift)
    settle(started)

    said = window.writing._parts.composer.problem.words()
    assert said.startswith("Percakapan ini tidak dapat dibalas lewat pesan langsung")


def write_answer(window, started, place, *, then_next=False):
    """Write and send an answer through the composer, with every question ticked."""
    window.inbox.list.list.step(1)
    window.inbox.deeds.run("reply")
    parts = window.writing._parts
    parts.composer.editor.insertPlainText(ANSWER)
    settle(started)
    for key in every_tick(place.office):
        parts.presenter.tick(key, True)  # noqa: FBT003  a Qt slot
    parts.presenter.send(then_next=then_next)
    settle(started)
