"""What is offered at an open isian."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.reply.marks import filled_ranges
from kotakmasuk.desktop.reply.month_grid import month_on
from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.services import contacts, templates


@pytest.fixture
def opened(parts, desk):
    parts.presenter.open(desk.mention)
    return parts


def take(parts, desk, body):
    """Put a template of this body into the text."""
    known = templates.listed(desk.work.lanes.reader)[0]
    templates.save(desk.desk, replace(known, body=body, variants={}))
    parts.presenter.close()
    parts.presenter.open(desk.mention)
    parts.presenter.composing.take_template(known.uid)


def popup(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def test_a_day_is_picked_from_a_calendar(opened, desk, qtbot):
    """Right and Enter: tomorrow, in words."""
    take(opened, desk, "Perbaikan pada {tanggal}.")
    grid = popup(qtbot).grid

    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)

    assert opened.composer.editor.text() == "Perbaikan pada Kamis, 20 November 2025."


def test_a_closed_day_says_that_it_is_one(opened, desk, qtbot):
    """Whoever goes to Sunday hears it before she promises it."""
    take(opened, desk, "Perbaikan pada {tanggal}.")
    grid = popup(qtbot).grid

    grid.go(date(2025, 11, 23))
    said = grid.accessibleName()
    popup(qtbot).close()

    assert said == "Minggu, 23 November 2025: hari libur kantor"


def test_letters_meant_for_the_text_go_there(opened, desk, qtbot):
    """Whoever would rather type it just types."""
    take(opened, desk, "Perbaikan pada {tanggal}.")

    qtbot.keyClicks(popup(qtbot).grid, "p")
    qtbot.keyClicks(opened.composer.editor, "ekan depan")

    assert opened.composer.editor.text() == "Perbaikan pada pekan depan."


def test_one_of_several_words_is_chosen_from_a_list(opened, desk, qtbot):
    """Some letters and Enter."""
    take(opened, desk, "Diteruskan ke {opd:DPUPR|Dinas Kesehatan}.")
    field = popup(qtbot).field

    qtbot.keyClicks(field, "kese")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert opened.composer.editor.text() == "Diteruskan ke Dinas Kesehatan."


def test_another_word_than_those_offered_stands_as_typed(opened, desk, qtbot):
    """The list is a help, no fence."""
    take(opened, desk, "Diteruskan ke {opd:DPUPR|Dinas Kesehatan}.")
    field = popup(qtbot).field

    qtbot.keyClicks(field, "BPBD")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert opened.composer.editor.text() == "Diteruskan ke BPBD."


def test_an_official_contact_is_offered_where_one_is_asked_for(opened, desk, qtbot):
    """Its number passes the checklist: the body has made it public itself."""
    phone = Contact("", "Damkar", "Damkar", ContactKind.PHONE, "0812-4410-9947")
    contacts.save(desk.desk, phone)
    take(opened, desk, "Hubungi {kontak_damkar}.")

    qtbot.keyClick(popup(qtbot).field, Qt.Key.Key_Return)
    opened.presenter.check_now()

    assert opened.composer.editor.text() == "Hubungi Damkar 0812-4410-9947."
    assert "E05" not in [one._card.key for one in opened.checklist._cards]


def test_an_isian_that_may_stay_empty_goes_with_its_space(opened, desk, qtbot):
    """*Kosongkan* leaves no hole and no two spaces."""
    take(opened, desk, "Salam {catatan?} dari kami.")

    qtbot.keyClick(popup(qtbot).field, Qt.Key.Key_Return)

    assert opened.composer.editor.text() == "Salam dari kami."


def test_esc_leaves_the_isian_as_it_was(opened, desk, qtbot):
    """Still marked, so that typing fills it."""
    take(opened, desk, "Diteruskan ke {opd:DPUPR|Dinas Kesehatan}.")

    qtbot.keyClick(popup(qtbot).field, Qt.Key.Key_Escape)

    assert opened.composer.editor.textCursor().selectedText() == "{opd}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_blank_fills_no_isian(opened, desk, qtbot, key):
    """A Space that was meant for a tick leaves the isian open and marked."""
    take(opened, desk, "Aduan {nomor} kami catat.")
    qtbot.keyClick(opened.composer.editor, key)

    assert opened.composer.editor.text() == "Aduan {nomor} kami catat."
    assert opened.composer.editor.textCursor().selectedText() == "{nomor}"


def test_an_isian_of_which_blanks_are_left_is_open_again(opened, desk, qtbot):
    """Erased to its last letter, or overwritten by a Space, it waits to be filled."""
    take(opened, desk, "Aduan {nomor} kami catat.")
    editor = opened.composer.editor
    qtbot.keyClicks(editor, "7 ")
    editor.select(6, 7)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text() == "Aduan {nomor} kami catat."

    qtbot.keyClicks(editor, "7")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)

    assert editor.text() == "Aduan {nomor} kami catat."
    assert not opened.composer.send_row.send.isEnabled()


def test_the_keys_that_lead_to_the_open_isian_never_fill_it(opened, desk, qtbot):
    """Ctrl+Enter goes to its card; Space upon Space only shows the isian."""
    take(opened, desk, "Aduan {nomor} kami catat.")
    editor = opened.composer.editor
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(editor, Qt.Key.Key_Return, control)
    qtbot.waitUntil(lambda: not editor.hasFocus())
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        qtbot.wait(1)

    assert editor.text() == "Aduan {nomor} kami catat."


def test_a_typed_isian_is_marked_to_its_last_letter(opened, desk, qtbot):
    """Shift, held before a capital, ends nothing."""
    take(opened, desk, "Diteruskan ke {dinas}.")
    editor = opened.composer.editor
    for letter in "DPUPR":
        qtbot.keyPress(editor, Qt.Key.Key_Shift)
        qtbot.keyClicks(editor, letter)

    block = editor.document().firstBlock()
    marked = [block.text()[at : at + n] for at, n in filled_ranges(block)]
    assert marked == ["DPUPR"]


def test_initials_stand_once_at_the_end_of_stacked_templates(opened, desk):
    """The second template takes the initials of the first along."""
    take(opened, desk, "Terima kasih. ^{inisial}")
    known = opened.presenter.now.templates[0]
    opened.presenter.composing.take_template(known.uid)
    editor = opened.composer.editor
    assert editor.text() == "Terima kasih. Terima kasih. ^SR"

    editor.moveCursor(QTextCursor.MoveOperation.Start)
    opened.presenter.composing.take_template(known.uid)

    assert editor.text().count("^SR") == 1
    assert editor.text().endswith("^SR")


@pytest.mark.parametrize(
    ("day", "by", "wanted"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 1, 5), -1, date(2025, 12, 5)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(day, by, wanted):
    """PageDown on the 31st lands on a day that exists."""
    assert month_on(day, by) == wanted
