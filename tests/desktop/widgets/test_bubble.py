"""Messages are plain text, and personal data stays covered until it is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import (
    BubbleBody,
    IncomingBubble,
    NoteBubble,
    OutgoingBubble,
)
from kotakmasuk.desktop.widgets.passage import Passage, Span


OPEN = "Nomor saya 0812-4410-9947, terima kasih"
COVERED = "Nomor saya 0812 •••• ••47, terima kasih"


@pytest.fixture
def bubble(theme: Theme, qtbot: QtBot) -> IncomingBubble:
    made = IncomingBubble(
        theme,
        author="dewi.anjani.smj",
        meta="Komentar publik · 13.42",
        text=COVERED,
        masked=(Span(11, 25),),
        masked_words="Nomor HP",
    )
    qtbot.addWidget(made)
    return made


def reveal_button(bubble: QWidget) -> QPushButton:
    return next(b for b in bubble.findChildren(QPushButton) if b.text() == "Tampilkan")


def test_the_number_is_nowhere_until_it_is_revealed(bubble: IncomingBubble) -> None:
    """Neither on the screen nor in what a screen reader hears."""
    heard = [bubble.accessibleName(), bubble.passage.accessibleName()]

    assert "9947" not in bubble.passage.text()
    assert not any("9947" in words for words in heard)


def test_tampilkan_only_asks(bubble: IncomingBubble) -> None:
    """The service writes the journal first; the bubble shows nothing by itself."""
    asked: list[bool] = []
    bubble.reveal_requested.connect(lambda: asked.append(True))

    reveal_button(bubble).click()

    assert asked == [True]
    assert bubble.passage.text() == COVERED


def test_a_revealed_number_is_covered_again(bubble: IncomingBubble) -> None:
    """After its 30 seconds the bubble is as it was."""
    bubble.reveal(OPEN)
    shown = bubble.passage.text()
    bubble.conceal()

    assert shown == OPEN
    assert bubble.passage.text() == COVERED
    assert not reveal_button(bubble).isHidden()


def test_copying_gives_the_covered_form(bubble: IncomingBubble) -> None:
    """What is masked on the screen is masked in the clipboard."""
    QTest.keyClick(bubble.passage, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(bubble.passage, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == COVERED


def test_the_reveal_button_says_what_it_reveals(bubble: IncomingBubble) -> None:
    """*Tampilkan* alone would not tell a listener what."""
    name = reveal_button(bubble).accessibleName()

    assert name == "Tampilkan Nomor HP selama 30 detik"


def test_markup_of_a_citizen_is_only_letters(theme: Theme, qtbot: QtBot) -> None:
    """A message with tags in it is shown as it was written."""
    written = "<b>tebal</b> <img src='http://example.invalid/x.png'>"
    passage = Passage(theme, written)
    qtbot.addWidget(passage)

    assert passage._document.toPlainText() == written
    assert not passage._document.isEmpty()


def test_a_narrow_column_wraps_the_text(theme: Theme, qtbot: QtBot) -> None:
    """Each line more makes the passage one line height taller."""
    passage = Passage(theme, "satu dua tiga empat lima enam tujuh delapan")
    qtbot.addWidget(passage)
    line = theme.line_height("message")

    assert passage.heightForWidth(2000) == line
    assert passage.heightForWidth(120) >= 3 * line


def test_each_kind_of_message_is_heard_as_what_it_is(
    theme: Theme, qtbot: QtBot
) -> None:
    """A note cannot be taken for an answer, nor an answer for a note."""
    note = NoteBubble(theme, meta="Bagas · 09.16", text="Menunggu")
    answer = OutgoingBubble(
        theme, meta="Sari · 17.31", text="Halo", state_words="Terkirim"
    )
    for widget in (note, answer):
        qtbot.addWidget(widget)

    assert note.accessibleName() == "Catatan internal · Bagas · 09.16. Menunggu"
    assert answer.accessibleName() == "Sari · 17.31. Terkirim. Halo"


def test_messages_are_drawn_without_a_warning(
    window: QWidget, bubble: IncomingBubble
) -> None:
    """At any width, also with a text that has no room to break."""
    bubble.setParent(window)
    bubble.passage.set_text("x" * 500)
    for width in (200, 900):
        bubble.resize(width, 200)
        assert not bubble.grab().isNull()


def test_a_text_that_changes_keeps_inside_its_ground(
    theme: Theme, qtbot: QtBot
) -> None:
    """The ground of a preview grows with the words that are being written."""
    passage = Passage(theme)
    body = BubbleBody(theme, passage, outgoing=True)
    qtbot.addWidget(body)
    body.resize(268, 60)
    body.show()
    passage.set_text("Halo.")
    body.fit(body.width())
    small = body.layout().contentsMargins().left()
    passage.set_text("Halo, kabar aduan Anda sudah kami teruskan.")
    body.fit(body.width())
    assert body.layout().contentsMargins().left() < small
