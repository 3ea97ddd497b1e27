"""A day of answers, approvals and a warning in the real window, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kotakmasuk.domain.announcements import Preset, Standing
from kotakmasuk.domain.replies import Outgoing
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import announcements, inbox, settings, tags, templates
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.desks import (
    DAY,
    OFFICER,
    Place,
    account,
    incoming,
    make_place,
    receive,
)
from tests.helpers.seats import APPROVER, PASSPHRASE
from tests.helpers.sitting import CONTROL, Sitting, sitting


pytestmark = pytest.mark.slow
ALT, ENTER, SPACE = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Return, Qt.Key.Key_Space
WAITING = "SELECT count(*) FROM approval_request WHERE state = 'waiting'"
LAMP, FLOOD = 1, 2
SHORT = "Terima kasih laporannya. Petugas kami sudah di lokasi."
MORE = " Mohon menjauhi sungai."
RISING = "Air Sungai Melati naik. Warga RW 02 diminta menuju Balai Desa Melati."


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Two citizens wrote, one about a flood; Sari and Hendra share the desk."""
    monkeypatch.setattr(signing, "derive", seats.derived)
    made = make_place(tmp_path)
    lamp = incoming("m1", "Min, lampu jalan di Cibening mati", author="dewi")
    flood = incoming("m2", "Banjir di RW 03 sejak subuh, tolong", author="rudi")
    receive(made, account(made), lamp, flood)
    tags.add_by_name(made.desk, [FLOOD], "bencana")
    templates.adopt_starters(made.desk)
    seats.set_up(made)
    seats.write_down(made, Officer(OFFICER, "SR"))
    settings.save(made.desk, officer=OFFICER, greeting="Kak", undo_seconds=5)
    yield made
    made.close()


@pytest.fixture
def window(place: Place, qapp: QApplication, qtbot: QtBot) -> Iterator[Sitting]:
    assert qapp
    with sitting(place, qtbot) as made:
        made.inside.show_first("")
        made.wait(made.inside.inbox.list.list.hasFocus)
        yield made


def begin(window: Sitting, conversation: int) -> None:
    """J until it is open, then R."""
    for _ in range(3):
        if window.inside.inbox.presenter.conversation != conversation:
            window.type("j")
            window.wait(lambda: True)
    assert window.inside.inbox.presenter.conversation == conversation
    window.type("r")
    window.wait(lambda: window.focus() is window.parts.composer.editor)


def send(window: Sitting) -> None:
    """Ctrl+Enter to the first open question, Space on each, Ctrl+Enter."""
    window.press(ENTER, CONTROL)
    window.wait(lambda: window.target().objectName().startswith("tick-"))
    for _ in range(6):
        window.press(SPACE)
    window.press(ENTER, CONTROL)


def sit(window: Sitting, name: str, passphrase: str = "") -> None:
    """Somebody else takes the chair."""
    window.command("ganti petugas")
    dialog = window.inside.seating.dialog
    for way in [Qt.Key.Key_Up] * len(dialog.rows) + [Qt.Key.Key_Down] * len(
        dialog.rows
    ):
        if not dialog.rows[name].radio.isChecked():
            window.press(way)
    if passphrase:
        window.press(Qt.Key.Key_Tab)
        window.type(passphrase)
    window.press(ENTER)
    window.wait(lambda: window.inside.seating.dialog is None)
    assert window.started.chair().officer == name


def show_requests(window: Sitting) -> None:
    """Alt+3, and the first request is read."""
    window.press(Qt.Key.Key_3, ALT)
    window.wait(lambda: window.page is window.inside.pages.get("approvals"))
    window.wait(lambda: window.page.presenter.shown)


def leave(window: Sitting) -> list[Outgoing]:
    """Time passes, twice; gives everything that was posted."""
    for _ in range(2):
        window.place.clock.pass_by(10_000)
        window.inside.rounds.send_due()
        window.wait(lambda: True)
    return window.place.platform.posted


def test_a_template_is_filled_mended_ticked_and_sent(
    window: Sitting, place: Place
) -> None:
    """By `;`, Tab and Ctrl+Enter; a number is taken out by Space, and nothing is asked."""
    begin(window, LAMP)
    window.type(";")
    window.type("kabar")
    window.press(ENTER)
    editor = window.parts.composer.editor
    for name, words in (
        ("{nomor}", "2025-17"),
        ("{opd}", "Dishub"),
        ("{tindakan}", "mengganti lampunya, NIK 3273010101900001,"),
    ):
        window.wait(lambda wanted=name: editor.textCursor().selectedText() == wanted)
        window.type(words)
        window.press(Qt.Key.Key_Tab)
    window.type("20 November 2025")
    window.press(ENTER, CONTROL)
    window.wait(lambda: window.named() == "Hapus nomor")
    assert place.one("SELECT count(*) FROM outbox") == 0
    window.press(SPACE)
    assert "3273010101900001" not in editor.text()
    window.wait(lambda: window.focus() is editor)
    window.press(ENTER, CONTROL)
    window.wait(lambda: place.one("SELECT count(*) FROM outbox") == 1)
    (posted,) = leave(window)
    assert posted.text.startswith("Halo Kak Dewi, kabar aduan 2025-17: Dishub")


def test_a_sensitive_answer_is_asked_for_edited_approved_and_answered(
    window: Sitting, place: Place
) -> None:
    """It leaves once, as Hendra left it, and what the citizen says comes below."""
    begin(window, FLOOD)
    window.type(SHORT)
    send(window)
    window.wait(lambda: place.one("SELECT state FROM approval_request") == "waiting")
    sit(window, APPROVER, PASSPHRASE)
    show_requests(window)
    window.command("ubah balasan")
    window.press(Qt.Key.Key_End, CONTROL)
    window.type(MORE)
    window.tab_to("Simpan perubahan")
    window.press(SPACE)
    window.wait(lambda: place.one("SELECT max(number) FROM revision") == 2)
    window.wait(lambda: window.page.presenter.shown.option.composition.text[-1:] == ".")
    window.press(ENTER, CONTROL)
    window.wait(lambda: place.one("SELECT state FROM approval_request") == "approved")
    posted = leave(window)
    assert [(one.text, one.in_reply_to) for one in posted] == [(SHORT + MORE, "m2")]
    now, thread = place.clock.pass_by(DAY), "utas-m2"
    receive(place, 1, incoming("m3", "Siap", conversation=thread, sent_at=now))
    items = inbox.thread(place.reader, FLOOD).items
    whats = [one.what for one in items if one.what in ("in", "out")]
    assert whats == ["in", "out", "in"]


def test_a_warning_is_written_approved_sent_and_declared_over(
    window: Sitting, place: Place
) -> None:
    """Each post by two people; at the end it says so, in the list as well."""
    warn(window)
    window.wait(lambda: place.one("SELECT count(*) FROM approval_request") == 1)
    approve(window)
    assert [(one.purpose, one.text) for one in leave(window)] == [
        ("announcement", RISING)
    ]
    place.clock.pass_by(DAY)
    sit(window, OFFICER)
    window.inside.go("announcements")
    window.page.presenter.reload()
    assert standing(place) is Standing.TO_END
    window.tab_to("Nyatakan berakhir")
    window.press(SPACE)
    window.wait(lambda: window.page.presenter.sheet.announcement.preset is Preset.ENDED)
    window.tab_to("Isi pengumuman")
    window.press(ENTER, CONTROL)
    window.wait(lambda: window.named() == "Isi waktu_berakhir")
    window.press(SPACE)
    window.type("Kamis pukul 08.00")
    window.press(Qt.Key.Key_Tab)
    window.type("Air sudah surut.")
    send(window)
    window.wait(lambda: place.one("SELECT count(*) FROM approval_request") == 2)
    approve(window)
    assert len(leave(window)) == 2
    assert standing(place) is Standing.ENDED


def warn(window: Sitting) -> None:
    """Fill the form from field to field."""
    window.command("peringatan darurat")
    window.wait(lambda: window.page.presenter.sheet)
    window.tab_to("Judul")
    window.type("Banjir Melati")
    for name, words in (
        ("Sumber", "BPBD Sukamaju, laporan pukul 13.40"),
        ("Kontak", "112"),
        ("Waktu kejadian", "19-11-2025 13.40"),
        ("Berlaku sampai", "19-11-2025 20.00"),
    ):
        window.tab_to(name)
        window.type(words)
    window.tab_to("Penyetuju")
    window.press(Qt.Key.Key_Down)
    window.tab_to("@kotasukamaju")
    window.press(SPACE)
    window.tab_to("Isi pengumuman")
    window.type(RISING)
    send(window)


def approve(window: Sitting) -> None:
    """Hendra sits down, looks, and says yes."""
    sit(window, APPROVER, PASSPHRASE)
    show_requests(window)
    window.type("a")
    window.wait(lambda: window.place.one(WAITING) == 0)


def standing(place: Place) -> Standing:
    """Where the first announcement stands."""
    return announcements.listed(place.reader, place.office)[-1].standing
