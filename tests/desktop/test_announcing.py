"""How an officer comes to announcements: from Kiriman, and from the palette."""

from PySide6.QtWidgets import QPushButton

from kotakmasuk.desktop.announcements.view import AnnouncementsPage
from kotakmasuk.desktop.pictures import settle


def test_the_outbox_leads_to_announcements(started, window):
    """They have no place of their own on the rail; Kiriman stays marked."""
    window.go("outbox")
    way = window.findChild(QPushButton, "outboxAnnouncements")
    way.click()
    settle(started)
    assert isinstance(window.stack.currentWidget(), AnnouncementsPage)
    assert window.rail.button("outbox").isChecked()


def test_the_palette_begins_one_of_each_kind(started, window):
    """By its name, from anywhere."""
    commanding = started.window.commanding
    titles = [one.title for one in commanding.commands()]
    assert "Buat klarifikasi hoaks…" in titles
    commanding._run("announcements.emergency")
    settle(started)
    page = window.stack.currentWidget()
    assert page.presenter.sheet.announcement.preset == "emergency"


def test_what_was_typed_a_moment_ago_is_kept_when_the_window_closes(
    started, window, place
):
    """Nobody waits for the next second."""
    started.window.commanding._run("announcements.announcement")
    settle(started)
    page = window.stack.currentWidget()
    page.middle.form.put.emit("title", "Mobil KTP")
    started.close()
    assert place.one("SELECT title FROM announcement") == "Mobil KTP"
