"""Catching a message by hand: paste, paste, save."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication

from kotakmasuk.desktop.accounts.capture_dialog import CaptureDialog
from kotakmasuk.desktop.accounts.capturing import split_paste
from kotakmasuk.domain.messages import Form


LINK = "https://www.instagram.com/p/Cabc123/"
SAID = "Selamat pagi, lampu di depan SD 2 padam"


@pytest.fixture
def dialog(place, qtbot):
    made = CaptureDialog(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


def messages(place):
    rows = place.work.lanes.reader.execute("SELECT text, form FROM message")
    return rows.fetchall()


def fill_in(dialog):
    dialog.link.setText(LINK)
    dialog.text.setPlainText(SAID)
    dialog.author.setText("@dewi.anjani")


def test_a_link_is_recognised_as_soon_as_it_is_pasted(dialog):
    """Without asking the network."""
    dialog.link.setText(LINK)

    assert dialog.recognised.text() == "Instagram"
    assert dialog.link_field.error() == ""


def test_what_is_no_link_is_told_below_the_field(dialog):
    """The officer may leave it empty, too."""
    dialog.link.setText("bukan tautan")
    assert dialog.link_field.error()

    dialog.link.setText("")

    assert dialog.link_field.error() == ""
    assert "tanpa tautan" in dialog.recognised.text().casefold()


def test_one_paste_fills_link_and_text(dialog, qtbot):
    """As a telephone shares both together."""
    QGuiApplication.clipboard().setText(f"{SAID}\n{LINK}")
    dialog.link.setFocus()

    qtbot.keyClick(dialog.link, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert dialog.link.text() == LINK
    assert dialog.text.toPlainText() == SAID


def test_a_caught_message_is_stored_and_opened(dialog, place):
    """It keeps the same clocks, gate and report as any other."""
    fill_in(dialog)
    dialog.form.setCurrentIndex(dialog.form.findData(Form.DIRECT_MESSAGE))

    dialog.save()

    assert messages(place) == [(SAID, "direct_message")]
    assert place.told.pages[0][0] == "inbox"
    assert not dialog.isVisible()


def test_several_can_be_caught_one_after_the_other(dialog, place):
    """The form is empty again, the link stays chosen."""
    fill_in(dialog)

    dialog.save(again=True)

    assert len(messages(place)) == 1
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == ""
    assert dialog.link.selectedText() == LINK


def test_what_is_refused_stays_in_the_form(dialog, place):
    """Nobody types a citizen's words twice."""
    fill_in(dialog)
    dialog.author.clear()

    dialog.save()

    assert messages(place) == []
    assert dialog.banner.isVisible()
    assert dialog.text.toPlainText() == SAID


def test_a_time_in_the_future_is_refused(dialog, place):
    """A deadline would begin too late."""
    fill_in(dialog)
    dialog.day.setDate(QDate(2026, 1, 1))

    dialog.save()

    assert "masa depan" in dialog.banner.words()
    assert messages(place) == []


def test_the_form_begins_at_the_agencys_own_minute(dialog):
    """14.00 in Jakarta, wherever the computer thinks it is."""
    assert dialog.hour.time().toString("HH.mm") == "14.00"
    assert dialog.day.date() == QDate(2025, 11, 19)


@pytest.mark.parametrize(
    ("pasted", "link", "rest"),
    [
        (LINK, LINK, ""),
        (SAID, "", SAID),
        (f"{LINK}\n{SAID}", LINK, SAID),
    ],
)
def test_a_paste_is_parted_into_link_and_words(pasted, link, rest):
    """In whichever order they come."""
    assert split_paste(pasted) == (link, rest)
