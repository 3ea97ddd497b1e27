"""What is offered at an open isian."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
