"""The whole window on real lanes: pages, palette, undo, a second start, and closing."""

import pytest
from PySide6.QtCore import QSize, Qt

from kotakmasuk.desktop.main_window import MainWindow, fitting
from kotakmasuk.desktop.pictures import settle
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import inbox as inbox_service
from kotakmasuk.services import settings as settings_service
from tests.helpers.desks import (
    HOUR,
    NOW,
)


def test_the_title_names_the_agency(window):
    """Whoever has two inboxes open knows which is which."""
    assert window.window().windowTitle() == "Pemerintah Kota Sukamaju — Kotak Masuk"


def test_the_first_key_goes_through_the_list(window, started, qtbot):
    """The morning begins with J, without a click before it."""
    window.rail.button("inbox").setFocus()
    window.show_first("")
    qtbot.waitUntil(window.inbox.list.list.hasFocus)
    qtbot.keyClick(window.window().focusWidget(), Qt.Key.Key_J)
    settle(started)

    assert window.inbox.presenter.conversation is not None


def test_the_window_begins_no_larger_than_the_screen():
    """At 200 % a screen of 1366 x 768 has room for 683 x 352."""
    assert fitting(QSize(683, 384)) == QSize(683, 352)
    assert fitting(QSize(1920, 1040)) == QSize(1366, 720)


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
