"""The page *Pengumuman*: written as one answers, kept as typed, followed to its end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMainWindow, QPushButton

from kotakmasuk.desktop import pages
from kotakmasuk.domain.announcements import Preset, Standing
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import (
    announcements,
    contacts,
    declaring,
    issues,
    publishing,
    rules,
)
from tests.helpers.desks import account, every_tick, incoming, make_place, receive
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.seats import APPROVER, set_up
from tests.helpers.workplaces import Told, make_workplace


TEXT = "Mobil layanan KTP ada di Pasar Melati pada jam kantor. Gratis."


@pytest.fixture
def there(qapp, tmp_path):
    assert qapp is not None
    made = make_place(tmp_path)
    rules.retire(made.desk, "E16D")
    set_up(made)
    made.owner = account(made)
    made.told = Told()
    yield made
    made.close()


@pytest.fixture
def page(there, qtbot):
    window = QMainWindow()
    lanes = ImmediateLanes(there.desk, there.reader)
    work = make_workplace(lanes, there.office, there.told)
    made = pages.BUILDERS["announcements"](work)
    window.setCentralWidget(made)
    window.resize(1306, 720)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield made
    window.close()


def begin(page, preset=Preset.ANNOUNCEMENT):
    page.show_what(preset)
    return page.presenter.sheet


def fill(page, there, title="Mobil KTP", text=TEXT):
    """Type all that a plain announcement asks for, and tick all."""
    page.middle.form.title.setText(title)
    page.middle.form.put.emit("title", title)
    box(page).click()
    page.middle.text.editor.setPlainText(text)
    for rule in every_tick(there.office):
        page.editing.tick(rule, ticked=True)
    page.presenter.check_now()


def box(page):
    return next(
        one
        for one in page.middle.form.findChildren(QCheckBox)
        if one.text() == "@kotasukamaju"
    )


def press(page, words):
    button = next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == words and not one.isHidden()
    )
    button.click()


def kept(there):
    return announcements.newest(there.reader)


def test_what_is_typed_is_kept_when_the_program_dies(page, there):
    """Stored within a second, without any button."""
    begin(page)
    fill(page, there)
    page.presenter.save()
    found = kept(there)
    assert (found.title, found.text) == ("Mobil KTP", TEXT)
    assert found.accounts == (there.owner,)
    assert found.ticks[""] == every_tick(there.office)


def test_ctrl_enter_on_an_empty_form_says_what_is_missing(page, there, qtbot):
    """Beside each field, and the first of them at the foot."""
    begin(page, Preset.EMERGENCY)
    qtbot.keyClick(page.middle.form.title, Qt.Key.Key_Return, CTRL)
    fields = page.middle.form.fields
    assert "BPBD" in fields["source"].error()
    assert "kontak" in fields["contact"].error()
    assert page.middle.reason.text() == fields["title"].error()
    assert kept(there).title == ""


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_kind_shows_only_what_it_asks_for(page):
    """A plain announcement has no expiry; a warning has."""
    begin(page)
    assert not page.middle.form.fields["expires_at"].isVisible()
    begin(page, Preset.EMERGENCY)
    assert page.middle.form.fields["expires_at"].isVisible()
    assert not page.middle.form.fields["issue"].isVisible()


def test_ctrl_enter_goes_to_the_first_open_tick(page, there, qtbot):
    """The same keys as in the composer."""
    begin(page)
    fill(page, there)
    page.editing.tick("E02", ticked=False)
    qtbot.keyClick(page.middle.text.editor, Qt.Key.Key_Return, CTRL)
    assert page.window().focusWidget().objectName() == "tick-E02"
    assert there.one("SELECT count(*) FROM reply") == 0


def test_a_whole_announcement_goes_into_the_outbox(page, there, qtbot):
    """Told in a toast that can take it back; its words are locked."""
    begin(page)
    fill(page, there)
    qtbot.keyClick(page.middle.text.editor, Qt.Key.Key_Return, CTRL)
    assert page.presenter.sheet.standing is Standing.QUEUED
    words, token = there.told.toasts[-1]
    assert "antrean" in words
    assert token
    assert page.middle.text.editor.isReadOnly()
    assert not page.middle.send.isVisible()


def test_other_words_empty_the_ticks(page, there):
    """A tick holds for what was read; a comma more does not matter."""
    begin(page)
    fill(page, there)
    page.middle.text.editor.setPlainText(TEXT.replace(".", "!"))
    assert page.presenter.sheet.announcement.ticks[""]
    page.middle.text.editor.setPlainText(f"{TEXT} Bawa KK.")
    assert "" not in page.presenter.sheet.announcement.ticks
    assert page.presenter.sheet.emptied
    lent = page._lent.checklist
    assert "isi pengumuman berubah" in lent._emptied.text()
    assert "bersama pengumuman" in lent._ready.accessibleName()


def test_a_variant_has_its_own_words_and_ticks(page, there):
    """Taken back, the platform reads the common words again."""
    begin(page)
    fill(page, there)
    page.editing.open_text("mastodon")
    assert page.middle.text.editor.isReadOnly()
    press(page, "Buat varian untuk Mastodon")
    page.middle.text.editor.setPlainText("Khusus Mastodon.")
    sheet = page.presenter.sheet
    assert sheet.announcement.text_for("mastodon") == "Khusus Mastodon."
    assert sheet.announcement.ticks_for("mastodon") == frozenset()
    press(page, "Pakai teks bersama lagi")
    assert sheet.announcement.text_for("mastodon") == TEXT


def test_the_checklist_names_the_account_and_the_evidence(page, there):
    """A telephone number in public keeps the post back."""
    begin(page)
    fill(page, there, text="Hubungi Pak Budi di 0812-3456-7847.")
    page.presenter.check_now()
    assert "@kotasukamaju · Mastodon: 1 perlu diperbaiki" in page.middle.reason.text()
    press(page, "Hapus nomor")
    assert "0812" not in page.middle.text.editor.text()


def test_the_approver_of_a_warning_is_one_of_the_team(page):
    """Chosen from those who may approve today."""
    begin(page, Preset.EMERGENCY)
    approver = page.middle.form.fields["approver"].control
    assert [approver.itemText(at) for at in range(approver.count())] == ["", APPROVER]


def sent(there):
    """An emergency warning that the officer put up herself, expired by now."""
    announcements.begin(there.desk, Preset.ANNOUNCEMENT)
    ticks = {"": every_tick(there.office)}
    values = {"title": "Banjir", "text": TEXT, "accounts": (there.owner,)}
    announcements.save(there.desk, replace(kept(there), ticks=ticks, **values))
    number = kept(there).id
    publishing.submit(there.desk, number)
    (post,) = announcements.state_of(there.reader, there.office, number).posts
    declaring.declare_sent(there.desk, post.reply)
    change = "UPDATE announcement SET preset = 'emergency', expires_at = ?"
    there.desk.database.execute(change, (there.clock.at - 1,))
    return number


def test_an_expired_warning_asks_to_be_declared_over(there, page):
    """One press begins the post that says so, to the same accounts."""
    number = sent(there)
    page.presenter.reload()
    assert page.presenter.sheet.standing is Standing.TO_END
    assert "Masa berlakunya sudah lewat" in page.middle.banner.words()
    press(page, "Nyatakan berakhir…")
    sheet = page.presenter.sheet
    assert (sheet.announcement.preset, sheet.announcement.follows) == ("ended", number)
    assert sheet.announcement.accounts == (there.owner,)


def test_a_post_by_hand_is_copied_and_then_stated(page, there):
    """The account has no permission to post by itself here."""
    begin(page)
    fill(page, there)
    page.submit()
    (post,) = page.presenter.sheet.posts
    page.leaving.declare(post.reply, "", "")
    (post,) = page.presenter.sheet.posts
    assert post.state is ReplyState.SENT_MANUALLY


def test_a_clarification_leads_to_those_who_asked(page, there):
    """Tied to an Isu, one draft can answer them all."""
    receive(there, there.owner, incoming())
    issues.begin(there.desk, "Kabar gas langka", [1])
    page.show_what(("clarification", 1))
    assert page.presenter.sheet.announcement.title == "Kabar gas langka"
    press(page, "Jawab yang bertanya")
    name, listing = there.told.pages[-1]
    assert (name, listing.issue) == ("inbox", 1)


def test_a_removed_draft_comes_back_by_the_toast(page, there):
    """And the page shows what is left."""
    begin(page)
    page.leaving.remove()
    assert page.presenter.sheet is None
    words, token = there.told.toasts[-1]
    assert words == "Pengumuman dihapus"
    assert token


def test_in_a_narrow_window_one_column_leads_to_the_next(page, qtbot):
    """List, text, checklist, and back by Esc."""
    begin(page)
    page.window().resize(639, 352)
    page.window().activateWindow()
    page._turn(to_list=False)
    assert not page.list.isVisible()
    press(page, "Ceklis")
    assert page.side.isVisible()
    assert not page.middle.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.middle.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_public_contacts_are_offered_while_one_types(page, there):
    """A number from the list is never mistyped."""
    contacts.adopt_emergency(there.desk)
    begin(page, Preset.EMERGENCY)
    field = page.middle.form.fields["contact"].control
    field.completer().setCompletionPrefix("ambul")
    assert field.completer().currentCompletion() == "Ambulans 119"
    field.setText("Ambulans 119")
    field.completer().activated.emit("Ambulans 119")
    assert page.presenter.sheet.announcement.contact == "Ambulans 119"
