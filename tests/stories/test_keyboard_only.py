"""An officer and an approver who never touch the mouse, in the real window."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import app
from kotakmasuk.desktop.pictures import settle
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import settings, tags
from kotakmasuk.services.desk import Chair, Desk
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.desks import (
    KEY,
    OFFICER,
    account,
    incoming,
    make_place,
    receive,
)
from tests.helpers.seats import APPROVER, PASSPHRASE


CONTROL = Qt.KeyboardModifier.ControlModifier
ANSWER = "Terima kasih laporannya. BPBD dan petugas kami sudah di lokasi."


class Keys:
    """A keyboard: every key goes to whatever has the focus."""

    def __init__(self, started):
        self.started = started

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyPress(self._target(), key, modifier)
        settle(self.started)
        # What had the focus may be gone by now.
        QTest.keyRelease(self._target(), key, modifier)

    def type(self, text):
        QTest.keyClicks(self._target(), text)
        settle(self.started)

    def command(self, words):
        """The palette: Ctrl+K, some letters, Enter."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def _target(self):
        if QApplication.activeWindow() is None:
            # As a screen gives the window back when its dialog has closed.
            self.started.window.activateWindow()
            settle(self.started)
        return QApplication.focusWidget() or self.started.window


@pytest.fixture
def place(tmp_path):
    """Two citizens wrote; the first one about a flood, which asks for an approver."""
    made = make_place(tmp_path)
    texts = ("Banjir di Cibening, perahu belum datang", "Lampu jalan mati")
    written = [
        incoming(f"m{n}", text, author=f"warga{n}") for n, text in enumerate(texts)
    ]
    made.ids = receive(made, account(made), *written)
    settings.save(made.desk, officer=OFFICER, agency="Pemkab Sukamaju", undo_seconds=5)
    tags.add_by_name(made.desk, made.ids, "bencana")
    yield made
    made.close()


@pytest.fixture
def keys(qapp, qtbot, place, tmp_path, monkeypatch):
    assert qapp is not None
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)
    monkeypatch.setattr(signing, "derive", seats.derived)
    seats.set_up(place)
    seats.write_down(place, Officer(OFFICER, "SR"))
    chair = Chair(Seat(OFFICER))
    office, entropy = place.office, place.desk.entropy
    made = app.start(
        office=office,
        open_desk=lambda: Desk(
            open_writer(tmp_path / FILE_NAME, KEY), office, "meja-1", chair, entropy
        ),
        open_reader=lambda: open_reader(tmp_path / FILE_NAME, KEY),
        settings=settings.load(place.reader),
        chair=chair,
    )
    qtbot.addWidget(made.window)
    made.window.resize(1366, 720)
    made.window.show()
    made.window.activateWindow()
    made.window.filled.show_first("")
    settle(made)
    yield Keys(made)
    made.close()


def write_and_ask(keys):
    """The officer: next conversation, answer, check, ask."""
    keys.type("j")
    keys.type("r")
    keys.type(ANSWER)
    keys.press(Qt.Key.Key_Return, CONTROL)
    for _ in range(5):
        keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, CONTROL)


def sit_down(keys):
    """The approver: her name, her passphrase."""
    keys.command("ganti petugas")
    dialog = keys.started.window.filled.seating.dialog
    for _ in dialog.rows:
        if not dialog.rows[APPROVER].radio.isChecked():
            keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Tab)
    keys.type(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)


def test_an_answer_is_written_checked_approved_and_sent_by_keys_alone(keys, place):
    """J, R, text, Ctrl+Enter, Space five times, Ctrl+Enter; then A; then it goes."""
    write_and_ask(keys)
    waiting = place.one("SELECT state FROM approval_request")

    sit_down(keys)
    role = keys.started.chair().role
    keys.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    keys.type("a")
    place.clock.pass_by(6000)
    keys.started.window.filled.rounds.send_due()
    settle(keys.started)

    assert (waiting, role) == ("waiting", Role.APPROVER)
    assert place.one("SELECT state FROM approval_request") == "approved"
    assert place.one("SELECT state FROM outbox") == "sent"
    assert [one.text for one in place.platform.posted] == [ANSWER]


def test_the_officer_stays_where_she_answered(keys, place):
    """After Ctrl+Enter the same conversation is open, and says what it waits for."""
    write_and_ask(keys)

    inbox = keys.started.window.filled.inbox
    assert inbox.presenter.conversation in place.ids
    assert inbox.conversation.bar._since.text().startswith("Menunggu persetujuan sejak")
