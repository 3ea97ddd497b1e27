"""The question *Siapa di meja ini?* as a team meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from kotakmasuk.desktop.team.view import SeatDialog
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import settings
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.seats import APPROVER, PASSPHRASE
from tests.helpers.workplaces import OFFICER, immediate_place


GUEST = "Dewi Anggraini"


@pytest.fixture
def place(qapp, tmp_path, monkeypatch):
    """Sari is petugas, Hendra approves, Dewi only watches, Bagas has no passphrase."""
    assert qapp is not None
    monkeypatch.setattr(signing, "derive", seats.derived)
    made = immediate_place(tmp_path)
    seats.write_down(
        made,
        Officer(OFFICER, "SR"),
        Officer(APPROVER, "HW", Role.APPROVER, "Kepala Bidang"),
        Officer(GUEST, "DA", Role.OBSERVER),
        Officer("Bagas", "BN", Role.ADMIN),
    )
    seats.give_key(made, APPROVER)
    yield made
    made.close()


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.resize(1366, 720)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(place, window):
    made = SeatDialog(place.work, window)
    made.show()
    return made


def choose(dialog, name):
    dialog.rows[name].radio.click()


def test_who_sits_here_is_chosen_to_begin_with(dialog):
    """Most days nobody changes seats."""
    assert dialog.rows[OFFICER].radio.isChecked()
    assert not dialog.field.isVisible()


def test_roles_are_told_in_words_with_the_post(dialog):
    """By ear, too."""
    heard = [row.radio.accessibleName() for row in dialog.rows.values()]

    assert heard == [
        f"{OFFICER}, Petugas",
        f"{APPROVER}, Penyetuju · Kepala Bidang",
        f"{GUEST}, Pengamat",
        "Bagas, Admin",
    ]


def test_a_petugas_sits_down_without_being_asked(dialog, place):
    """The name is known to every screen and to the next start."""
    told = []
    dialog.seated.connect(told.append)
    choose(dialog, GUEST)
    choose(dialog, OFFICER)

    dialog.submit()

    assert told == [Seat(OFFICER)]
    assert settings.load(place.work.lanes.reader).officer == OFFICER
    assert not dialog.isVisible()


def test_an_approver_without_passphrase_sits_as_petugas_and_is_told_so(dialog, place):
    """Before it happens."""
    choose(dialog, APPROVER)
    assert "bertugas sebagai petugas" in dialog.sentence.text()

    dialog.submit()

    assert place.work.seat() == Seat(APPROVER)


def test_the_right_passphrase_earns_the_role(dialog, place):
    """And stands in no field any more."""
    choose(dialog, APPROVER)
    dialog.passphrase.setText(PASSPHRASE)
    assert "sebagai penyetuju" in dialog.sentence.text()

    dialog.submit()

    seat = place.work.seat()
    assert (seat.officer, seat.role) == (APPROVER, Role.APPROVER)
    assert seat.signer is not None
    assert dialog.passphrase.text() == ""


def test_a_wrong_passphrase_is_told_below_the_field(dialog, place):
    """Nobody has sat down, and the keyboard is where it goes on."""
    choose(dialog, APPROVER)
    dialog.passphrase.setText("bukan kata sandinya")

    dialog.submit()

    assert "tidak cocok" in dialog.field.error()
    assert place.work.seat() == Seat(OFFICER)
    assert dialog.verb_button.isEnabled()


def test_after_three_the_time_of_the_next_try_is_told(dialog):
    """With the clock's time, so that nobody presses in vain."""
    choose(dialog, APPROVER)
    for _ in range(3):
        dialog.passphrase.setText("bukan kata sandinya")
        dialog.submit()

    assert "Coba lagi pukul 14.00.05 WIB" in dialog.field.error()


def test_who_has_no_passphrase_yet_is_told_where_it_is_set(dialog):
    """An admin on the list is none before that."""
    choose(dialog, "Bagas")

    assert "belum punya kata sandi" in dialog.sentence.text()
    assert not dialog.field.isVisible()


def test_another_person_begins_with_an_empty_field(dialog):
    """Nobody's passphrase is tried on somebody else."""
    choose(dialog, APPROVER)
    dialog.passphrase.setText(PASSPHRASE)

    choose(dialog, GUEST)
    choose(dialog, APPROVER)

    assert dialog.passphrase.text() == ""
    assert dialog.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_at_the_start_esc_chooses_for_nobody(place, window):
    """Only a name, or closing the program, leads on."""
    left = []
    dialog = SeatDialog(place.work, window, at_start=True)
    dialog.left.connect(lambda: left.append(True))
    dialog.show()

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.cancel_button.click()

    assert left == [True]
    assert dialog.cancel_button.text() == "Tutup aplikasi"


def test_later_esc_leaves_everything_as_it_was(dialog, place):
    """Whoever opened it by mistake is not asked twice."""
    choose(dialog, GUEST)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert place.work.seat() == Seat(OFFICER)


def test_a_whole_row_can_be_clicked(dialog):
    """The name is a larger target than the circle."""
    row = dialog.rows[GUEST]

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    assert row.radio.isChecked()
    assert "tidak mengubah apa pun" in dialog.sentence.text()


def test_on_a_small_screen_the_list_scrolls_and_the_buttons_stay(place, window):
    """At 200 % the client is 683 x 352."""
    window.resize(683, 352)
    dialog = SeatDialog(place.work, window)
    dialog.show()
    choose(dialog, APPROVER)

    assert dialog.height() <= 352
    assert dialog.area.height() < dialog.area.widget().sizeHint().height()


def test_a_click_on_who_proves_leads_to_the_passphrase(dialog, place):
    """Choose, type, Enter: the hand does not go back to the mouse."""
    dialog.activateWindow()
    QTest.mouseClick(dialog.rows[APPROVER], Qt.MouseButton.LeftButton)
    typed = dialog.focusWidget()
    assert typed is dialog.passphrase

    QTest.keyClicks(typed, PASSPHRASE)
    QTest.keyClick(typed, Qt.Key.Key_Return)

    assert place.work.seat().role == Role.APPROVER


def test_the_arrow_keys_go_on_through_the_list(dialog):
    """Who only passes a name is not taken away from the list."""
    dialog.activateWindow()
    dialog.rows[OFFICER].radio.setFocus()

    QTest.keyClick(dialog.rows[OFFICER].radio, Qt.Key.Key_Down)

    assert dialog.rows[APPROVER].radio.isChecked()
    assert dialog.focusWidget() is dialog.rows[APPROVER].radio
