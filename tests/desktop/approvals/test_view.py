"""The approver goes through what waits: reads, chooses, edits, decides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kotakmasuk.desktop.approvals.picture_line import PictureLine
from kotakmasuk.domain.approvals import Candidate, RequestState
from kotakmasuk.domain.messages import Author
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import approvals, pictures, replies, settings
from tests.helpers.asking import ABUSE, NOTE, SHORTER
from tests.helpers.deciding import deciding
from tests.helpers.desks import ANSWER, OFFICER, every_tick, incoming, receive
from tests.helpers.seats import APPROVER


def card(desk, letter):
    return next(one for one in desk.page.request.cards if one._option.letter == letter)


def rows(desk):
    return desk.page.queue.model.rowCount()


def test_the_queue_shows_what_waits_and_how_many_wordings(desk):
    """The first one is open, with the citizen's words above the cards."""
    model = desk.page.queue.model
    told = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "2 pilihan" in told
    assert OFFICER in told
    assert [one._option.letter for one in desk.page.request.cards] == ["A", "B"]
    assert card(desk, "A").is_open
    assert desk.page.request.bar.approve.text() == "Setujui pilihan A"


def test_a_press_anywhere_on_a_card_chooses_it(desk, qtbot):
    """Also on its words."""
    qtbot.mouseClick(card(desk, "B").passage, Qt.MouseButton.LeftButton)
    assert card(desk, "B").is_open
    assert desk.page.request.bar.approve.text() == "Setujui pilihan B"


def test_an_approved_wording_is_queued_and_the_queue_is_empty(desk, qtbot):
    """The toast takes it back with one press."""
    qtbot.mouseClick(card(desk, "B"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desk.page.request.bar.approve, Qt.MouseButton.LeftButton)
    second = desk.asked.states()[0]
    assert second[1] == "queued"
    assert rows(desk) == 0
    words, undo = desk.told.toasts[-1]
    assert "Pilihan B disetujui" in words
    assert undo
    assert not desk.page.request.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Return])
def test_a_and_ctrl_enter_approve(desk, key):
    """By keyboard alone."""
    ctrl = Qt.KeyboardModifier.ControlModifier
    plain = Qt.KeyboardModifier.NoModifier
    desk.page.queue.list.setFocus()
    QTest.keyClick(desk.page, key, plain if key == Qt.Key.Key_A else ctrl)
    assert [state for _, state in desk.asked.states()] == ["queued"]


def test_letters_in_the_note_are_letters(desk, qtbot):
    """Nobody approves by writing a note."""
    note = desk.page.request.bar.note
    note.setFocus()
    qtbot.keyClicks(note, "ak")
    assert note.text() == "ak"
    assert desk.asked.states() == []


def test_single_letters_can_be_switched_off(desk):
    """As everywhere in the program."""
    settings.save(desk.asked.desk, single_letters=False)
    QTest.keyClick(desk.page, Qt.Key.Key_A)
    assert desk.asked.states() == []


def test_a_return_asks_for_its_note_first(desk, qtbot):
    """K goes to the empty note; with a note it returns."""
    bar = desk.page.request.bar
    assert not bar.send_back.isEnabled()
    assert "catatan" in bar.send_back.accessibleDescription()
    QTest.keyClick(desk.page, Qt.Key.Key_K)
    assert bar.note.hasFocus()
    bar.note.setText(NOTE)
    qtbot.mouseClick(bar.send_back, Qt.MouseButton.LeftButton)
    done = approvals.of_conversation(desk.asked.place.reader, desk.asked.conversation)[
        0
    ]
    assert (done.state, done.decision) == (RequestState.RETURNED, NOTE)
    assert replies.draft(desk.asked.place.reader, desk.asked.conversation)
    assert "Dikembalikan kepada Sari" in desk.toasts()[-1]


def test_an_edit_shows_what_changed(desk, qtbot):
    """Underlined and struck; the officer's words can be seen again."""
    opened = card(desk, "A")
    qtbot.mouseClick(opened.edit_button, Qt.MouseButton.LeftButton)
    opened.editor.field.setPlainText(ANSWER.replace("sore ini", "besok pagi"))
    qtbot.mouseClick(opened.editor.save, Qt.MouseButton.LeftButton)
    after = card(desk, "A")
    assert {span.kind for span in after.passage._spans} == {"added", "removed"}
    after.modes.setCurrentIndex(2)
    assert after.passage.text() == ANSWER
    QTest.keyClick(desk.page, Qt.Key.Key_A)
    assert len(desk.asked.states()) == 1


def test_words_still_being_changed_are_saved_before_anything_is_approved(desk):
    """Never the old words while the approver looks at new ones."""
    card(desk, "A").begin_edit()
    field = card(desk, "A").editor.field
    field.setPlainText(ANSWER.replace("sore ini", "besok pagi"))
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "queued" not in [state for _, state in desk.asked.states()]
    assert "besok pagi" in card(desk, "A")._option.composition.text


def test_esc_in_the_editor_keeps_the_words(desk, qtbot):
    """Nothing is stored before it is saved."""
    opened = card(desk, "A")
    opened.begin_edit()
    opened.editor.field.setPlainText("Lain.")
    qtbot.keyClick(opened.editor.field, Qt.Key.Key_Escape)
    assert opened.editor is None
    assert card(desk, "A").passage.text() == ANSWER


def test_words_that_fail_after_an_edit_ask_for_a_reason(desk, qtbot):
    """A block may be lifted by an approver who writes why."""
    reply = desk.presenter.shown.option.reply
    request = desk.presenter.shown.view.row.id
    approvals.edit(desk.asked.above, request, reply, Composition(ABUSE))
    desk.presenter.reload()
    bar = desk.page.request.bar
    assert not bar.approve.isEnabled()
    assert "Tulis alasan pengecualian" in bar.reason.text()
    field = card(desk, "A").findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "Kutipan warga")
    assert bar.approve.isEnabled()
    qtbot.mouseClick(bar.approve, Qt.MouseButton.LeftButton)
    assert (
        desk.asked.place.one("SELECT reason FROM approval_override") == "Kutipan warga"
    )


def test_who_has_not_proved_the_role_sees_why_and_how(open_page, qtbot):
    """Both buttons are off; one press asks for the passphrase."""
    desk = open_page(Seat(APPROVER))
    bar = desk.page.request.bar
    assert not bar.approve.isEnabled()
    assert not bar.send_back.isEnabled()
    assert "Buktikan peran" in bar.reason.text()
    assert not card(desk, "A").edit_button.isVisible()
    qtbot.mouseClick(bar.prove, Qt.MouseButton.LeftButton)
    assert desk.told.pages == [("seat", "prove")]
    desk.sit(desk.asked.seat)
    assert bar.approve.isEnabled()
    assert not bar.prove.isVisible()


def test_what_somebody_else_decided_is_told(desk, qtbot):
    """And the list is read again."""
    approvals.withdraw(desk.asked.desk, desk.presenter.shown.view.row.id)
    qtbot.mouseClick(desk.page.request.bar.approve, Qt.MouseButton.LeftButton)
    assert rows(desk) == 0
    assert desk.asked.states() == []


def test_a_message_that_arrives_leaves_the_editor_alone(desk):
    """Words being edited are not lost."""
    opened = card(desk, "B")
    desk.presenter.choose_option(opened._option.reply)
    card(desk, "B").begin_edit()
    writer = card(desk, "B").editor
    other = Author("lain", "@lain", "Lain")
    receive(
        desk.asked.place, 1, incoming("m7", author="lain", conversation="utas-lain")
    )
    assert other
    desk.presenter.reload()
    assert card(desk, "B").editor is writer


def test_the_citizens_conversation_is_one_press_away(desk, qtbot):
    """With everything that was said before."""
    with qtbot.waitSignal(desk.page.conversation_wanted) as asked:
        qtbot.mouseClick(desk.page.request.go, Qt.MouseButton.LeftButton)
    assert asked.args == [desk.asked.conversation]


@pytest.mark.parametrize(("width", "weighing"), [(1306, True), (800, False)])
def test_the_columns_fit_the_room(desk, width, weighing):
    """What is weighed stands below the cards where there is no column for it."""
    desk.page.resize(width, 600)
    assert desk.page.weighing.isVisible() == weighing
    assert desk.page.request.isVisible()


def test_a_small_window_shows_one_column_at_a_time(desk, qtbot):
    """Enter opens, Esc goes back."""
    desk.page.resize(640, 352)
    assert not desk.page.request.isVisible()
    qtbot.keyClick(desk.page.queue.list, Qt.Key.Key_Return)
    assert desk.page.request.isVisible()
    assert not desk.page.queue.isVisible()
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.page.queue.isVisible()


def test_every_command_of_the_page_can_be_found(desk):
    """The palette and the map of keys list the same deeds."""
    keys = {one.id: one.keys for one in desk.page.commands()}
    assert keys["approvals.approve"] == "A"
    assert keys["approvals.return"] == "K"
    assert SHORTER in card(desk, "B").radio.accessibleDescription()


def test_the_pictures_of_a_wording_are_seen(asked, qtbot):
    """With the words for who cannot see them."""
    image = QImage(8, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    kept = pictures.attach(asked.desk, bytes(buffer.data()))
    words = Composition(ANSWER, pictures=(replace(kept, alt="Peta RW 03"),))
    ticks = every_tick(asked.place.office)
    approvals.request(asked.desk, asked.conversation, [Candidate(words, ticks)])
    desk = deciding(asked)
    qtbot.addWidget(desk.page)
    desk.page.show()
    line = card(desk, "A").findChild(PictureLine)
    assert not line.view.pixmap().isNull()
    assert line.view.accessibleName() == "Peta RW 03"
