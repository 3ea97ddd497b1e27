"""The whole window on real lanes: pages, palette, undo, a second start, and closing."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import app, instance
from kotakmasuk.desktop.crash import place_of
from kotakmasuk.desktop.main_window import MainWindow
from kotakmasuk.desktop.pictures import settle
from kotakmasuk.desktop.standing import offline_since
from kotakmasuk.domain.accounts import Account, Health
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import inbox as inbox_service
from kotakmasuk.services import replies
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.desk import Desk
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from tests.helpers.desks import (
    HOUR,
    KEY,
    NOW,
    OFFICER,
    account,
    every_tick,
    incoming,
    make_place,
    receive,
)


ANSWER = "Terima kasih laporannya. Petugas kami periksa sore ini."


@pytest.fixture
def place(tmp_path):
    made = make_place(tmp_path)
    owner = account(made)
    messages = [
        incoming(f"m{number}", f"Lampu jalan {number} mati", author=f"warga{number}")
        for number in range(3)
    ]
    made.ids = receive(made, owner, *messages)
    settings_service.save(
        made.desk, officer=OFFICER, agency="Pemerintah Kota Sukamaju", undo_seconds=5
    )
    yield made
    made.close()


@pytest.fixture
def started(qapp, qtbot, place, tmp_path, monkeypatch):
    assert qapp is not None
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)

    def open_desk():
        desk = place.desk
        return Desk(
            database=open_writer(tmp_path / FILE_NAME, KEY),
            office=desk.office,
            device=desk.device,
            officer=desk.officer,
            entropy=desk.entropy,
        )

    made = app.start(
        office=place.office,
        open_desk=open_desk,
        open_reader=lambda: open_reader(tmp_path / FILE_NAME, KEY),
        settings=settings_service.load(place.reader),
    )
    qtbot.addWidget(made.window)
    made.window.resize(1366, 720)
    made.window.show()
    made.window.activateWindow()
    settle(made)
    yield made
    made.close()


@pytest.fixture
def window(started):
    """What is inside the frame."""
    return started.window.filled


def test_the_title_names_the_agency(window):
    """Whoever has two inboxes open knows which is which."""
    assert window.window().windowTitle() == "Kotak Masuk — Pemerintah Kota Sukamaju"


def test_a_start_builds_the_inbox_alone(window):
    """Pages that nobody opened cost nothing."""
    assert list(window.pages) == ["inbox"]
    assert window.stack.currentWidget() is window.inbox


@pytest.mark.parametrize(
    "page", ["outbox", "summary", "templates", "accounts", "settings", "welcome"]
)
def test_a_page_is_built_at_its_first_visit(window, started, page):
    """Each place on the rail opens, and the inbox is still there."""
    window.go(page)
    settle(started)

    assert window.stack.currentWidget() is window.pages[page]
    window.go("inbox")
    assert window.stack.currentWidget() is window.inbox


def test_the_rail_counts_what_waits_for_an_answer(window):
    """The number on the rail is that of the list."""
    name = window.rail.button("inbox").accessibleName()

    assert name == "Pesan, 3 perlu ditanggapi"


def test_control_k_finds_every_command(window, started, qtbot):
    """What one wants to do is typed, and Enter does it."""
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.window().commanding.palette_.field.setText("buka kiriman")
    window.window().commanding.palette_.choose_current()
    settle(started)

    assert window.stack.currentWidget() is window.pages["outbox"]


def test_the_palette_seeks_in_messages_on_tab(window, started):
    """What is no command is searched for."""
    window.window().commanding.open_palette()
    window.window().commanding.palette_.field.setText("lampu")
    window.window().commanding.palette_.search_asked.emit("lampu")
    settle(started)

    assert window.inbox.presenter.listing.search == "lampu"


def test_control_z_takes_the_last_action_back(window, started, place, qtbot):
    """Undo works after the toast has gone, too."""
    window.inbox.list.list.step(1)
    window.inbox.deeds.run("finish")
    settle(started)
    for strip in window.undoing.toasts.strips():
        strip.close_now()

    window.window().activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(started)

    done = "SELECT count(*) FROM conversation WHERE status = 'done'"
    assert place.one(done) == 0


def test_an_error_that_no_screen_took_is_told(window, started):
    """A refusal is a sentence, never silence."""

    def refuse(_desk):
        raise KnownError("Tag sudah ada.", "Tidak ada yang berubah.")

    started.lanes.write(refuse)
    settle(started)

    words = [strip.words() for strip in window.undoing.toasts.strips()]
    assert words == ["Tag sudah ada. Tidak ada yang berubah."]


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


def test_the_text_grows_and_stays_grown(window, started, place, qtbot):
    """Ctrl+= makes all text larger and is remembered."""
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
        settle(started)

    assert started.theme.text_percent == 120
    assert settings_service.load(place.reader).text_size == 120


def test_the_map_lists_every_key(window):
    """The question mark shows what can be pressed."""
    window.window().commanding.open_map()

    lines = window.window().commanding.key_map.lines()

    assert "Balas: R" not in lines
    assert "Ambil pesan sekarang: F5" in lines


def test_a_snoozed_conversation_comes_back_by_the_clock(window, started, place):
    """What was put away until tomorrow is there tomorrow."""
    inbox_service.snooze(place.desk, [place.ids[0]], NOW + HOUR)
    place.clock.pass_by(2 * HOUR)

    window.rounds.wake()
    settle(started)

    asleep = "SELECT count(*) FROM conversation WHERE status = 'snoozed'"
    assert place.one(asleep) == 0


def test_the_window_opens_where_it_was_closed(started, tmp_path):
    """Size and columns are kept in the data folder."""
    started.window.remember_in(tmp_path)
    started.window.inbox.panes._sizes[4, False, False] = [200, 300, 500, 300]
    started.window.resize(760, 640)
    started.window.close()

    again = MainWindow()
    again.fill(started.workplace)
    again.remember_in(tmp_path)

    assert again.size().width() == 760
    assert again.inbox.panes.saved() == "[[4, false, false, [200, 300, 500, 300]]]"
    again.close()
    again.deleteLater()


def test_a_second_start_raises_the_first_window(qapp, qtbot, tmp_path):
    """Two windows never work on one folder."""
    assert qapp is not None
    door = instance.Door(tmp_path)

    with qtbot.waitSignal(door.knocked):
        assert instance.raise_running(tmp_path)

    door.close()
    assert not instance.raise_running(tmp_path)


def test_a_bug_is_told_without_anybodys_words():
    """Neither the page nor the log repeats what a citizen wrote."""
    try:
        int("NIK 3201010101010001")
    except ValueError as error:
        told = place_of(error)

    assert told.startswith("ValueError\ntest_main_window.py:")
    assert "3201" not in told


def test_a_bug_shows_the_crash_page_once(started, caplog):
    """The page says that the data is safe; a second bug opens no second page."""
    for _ in range(2):
        started.lanes.read(lambda _: 1 / 0)
    settle(started)

    pages = [one for one in QApplication.topLevelWidgets() if is_crash_page(one)]
    assert len(pages) == 1
    assert "Data Anda aman" in pages[0].accessibleName()
    assert "ZeroDivisionError" in caplog.text
    pages[0].accept()


def test_without_a_line_the_strip_says_since_when():
    """Only when no account at all can be read is the office offline."""

    def health(number, **more):
        known = Account(
            number, f"u{number}", "mastodon", "mastodon", "h", "r", "a", "n"
        )
        return Health(known, **more)

    here = health(1, problem="Tidak tersambung.", last_success=NOW)
    there = health(2, last_success=NOW)

    assert offline_since([here]) == NOW
    assert offline_since([here, there]) is None
    assert offline_since([]) is None


def is_crash_page(widget):
    return type(widget).__name__ == "CrashPage" and widget.isVisible()


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
