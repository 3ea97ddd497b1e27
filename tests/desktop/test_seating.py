"""Who sits at the desk, in the whole window on real lanes."""

import pytest
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import app
from kotakmasuk.desktop.pictures import settle
from kotakmasuk.domain.inbox import Status
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import inbox as inbox_service
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services import team
from kotakmasuk.services.desk import Chair, Desk
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.desks import KEY, OFFICER
from tests.helpers.seats import APPROVER, PASSPHRASE


GUEST = "Dewi Anggraini"


@pytest.fixture
def place(place, monkeypatch):
    monkeypatch.setattr(signing, "derive", seats.derived)
    seats.set_up(place)
    seats.write_down(place, Officer(OFFICER, "SR"), Officer(GUEST, "DA", Role.OBSERVER))
    return place


@pytest.fixture
def started(qapp, qtbot, place, tmp_path):
    """A window whose lanes ask the same chair."""
    assert qapp is not None
    chair = Chair(Seat(OFFICER))

    def open_desk():
        writer = open_writer(tmp_path / FILE_NAME, KEY)
        return Desk(writer, place.office, "meja-1", chair, place.desk.entropy)

    made = app.start(
        office=place.office,
        open_desk=open_desk,
        open_reader=lambda: open_reader(tmp_path / FILE_NAME, KEY),
        settings=settings_service.load(place.reader),
        chair=chair,
    )
    qtbot.addWidget(made.window)
    made.window.resize(1366, 720)
    made.window.show()
    settle(made)
    yield made
    made.close()


def sit(started, name, passphrase=""):
    """Choose somebody in the question, as from the foot of the rail."""
    inside = started.window.filled
    inside.rail.seat.click()
    dialog = inside.seating.dialog
    dialog.rows[name].radio.click()
    dialog.passphrase.setText(passphrase)
    dialog.submit()
    settle(started)


def test_the_rail_asks_and_shows_who_sat_down(started, window):
    """With the role that was proved, heard as well as seen."""
    sit(started, APPROVER, PASSPHRASE)

    assert started.chair().role is Role.APPROVER
    assert window.rail.seat.accessibleName() == f"{APPROVER}, penyetuju"
    assert window.seating.dialog is None


def test_what_is_done_afterwards_is_done_by_who_sits_there(started, place):
    """The journal carries the new name from the next act on."""
    sit(started, APPROVER)
    started.lanes.write(inbox_service.set_status, [1], Status.DONE)
    settle(started)

    last = "SELECT actor FROM journal WHERE kind = 'conversation.set'"
    assert place.one(last) == APPROVER


def test_a_role_is_laid_down_by_its_command(started, window):
    """Whoever leaves the desk leaves no right behind."""
    sit(started, APPROVER, PASSPHRASE)
    commands = {one.id: one for one in window.window().commanding.commands()}

    commands["seat.lay_down"].run()
    settle(started)

    assert started.chair() == Seat(APPROVER)
    names = [one.id for one in window.window().commanding.commands()]
    assert "seat.prove" in names
    assert "seat.lay_down" not in names


def test_proving_begins_with_the_passphrase(started, window, qtbot):
    """Two keys less for who does it ten times a day."""
    sit(started, APPROVER)
    window.window().activateWindow()

    window.go("seat", "prove")

    dialog = window.seating.dialog
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.passphrase)
    dialog.reject()


def test_a_pengamat_cannot_begin_an_answer(started, window):
    """It is said at once, not after the answer was written."""
    sit(started, GUEST)
    window.inbox.show_conversation(1)
    settle(started)

    window.writing.open(1, "reply")
    settle(started)

    assert "Pengamat hanya dapat melihat." in _toasts(window)
    assert window.writing._parts is None


def test_a_pengamats_deed_is_refused_in_words(started, window, place):
    """Whatever key was pressed, the file is as it was."""
    sit(started, GUEST)

    window.inbox.deeds.actions.set_status([1], Status.DONE)
    settle(started)

    assert place.one("SELECT count(*) FROM conversation WHERE status = 'done'") == 0
    assert any("Pengamat hanya dapat melihat" in one for one in _toasts(window))


def test_a_reset_takes_the_role_from_an_open_window(started, window, place):
    """The old passphrase is worth nothing from the moment of the new one."""
    sit(started, APPROVER, PASSPHRASE)
    place.clock.pass_by(1)
    seats.give_key(place, APPROVER, "kata sandi yang baru")

    started.lanes.write(settings_service.save, unit="Humas")
    settle(started)

    assert started.chair() == Seat(APPROVER)
    assert window.rail.seat.accessibleName() == f"{APPROVER}, petugas"


def test_the_question_is_asked_once_at_a_time(window):
    """Pressing twice opens no second one."""
    window.go("seat")
    first = window.seating.dialog
    window.go("seat")

    assert window.seating.dialog is first
    first.reject()


def test_closing_the_question_at_the_start_closes_the_window(started, window):
    """Nobody works under a name that was not chosen."""
    window.go("seat", "start")
    window.seating.dialog.cancel_button.click()
    settle(started)

    assert not window.window().isVisible()


def test_whoever_was_chosen_is_known_to_the_next_start(started, place):
    """By name alone."""
    sit(started, APPROVER, PASSPHRASE)

    known = settings_service.load(place.reader)
    again = team.seat_of(place.reader, place.office, known.officer)
    assert again == Seat(APPROVER)


def _toasts(window):
    return [strip.words() for strip in window.undoing.toasts.strips()]
