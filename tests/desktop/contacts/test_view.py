"""The page Kontak resmi: adding, changing, removing, and pasting many."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.contacts import build
from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.domain.team import Role
from kotakmasuk.services import contacts, undo
from tests.helpers.seats import set_up
from tests.helpers.workplaces import immediate_place


CENTER = Contact("", "Dinas Kesehatan", "Call center", ContactKind.PHONE, "0263-1")
HEAD = Contact("", "Dinas Kesehatan", "Kepala", ContactKind.PERSON, "dr. Rina")
ROADS = Contact("", "DPUPR", "Layanan jalan", ContactKind.PHONE, "0263-2")


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    made = immediate_place(tmp_path)
    contacts.save_all(made.desk, [CENTER, HEAD, ROADS])
    yield made
    made.close()


@pytest.fixture
def page(place, qtbot):
    made = build(place.work)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def stored(place):
    return {one.label: one for one in contacts.offered(place.work.lanes.reader)}


def rows(page):
    model = page.model
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def choose(page, label):
    page.table.setCurrentIndex(page.model.index(rows(page).index(label), 0))


def test_the_contacts_stand_under_their_unit(page):
    """Each unit says how many it has, and a row says all of it to a listener."""
    assert rows(page) == [
        "Dinas Kesehatan  2",
        "Call center",
        "Kepala",
        "DPUPR  1",
        "Layanan jalan",
    ]
    said = page.model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dinas Kesehatan, Call center, Telepon, 0263-1"


def test_a_word_narrows_the_table(page):
    """Of unit, name, kind or value."""
    page.search.setText("pejabat")
    assert rows(page) == ["Dinas Kesehatan  1", "Kepala"]

    page.search.setText("zzz")
    assert page.stack.currentIndex() == 1


def test_a_new_contact_begins_in_the_unit_one_is_at(page, place):
    """What is missing is said under its field; then it is stored and told."""
    choose(page, "Layanan jalan")
    page.add.click()
    dialog = page.asked
    dialog.label.setText("Surel")
    dialog.accept()
    missing = dialog.fields["value"].error()
    dialog.kind.setCurrentIndex(dialog.kind.findData(ContactKind.EMAIL))
    dialog.value.setText("dpupr@sukamajukab.go.id")

    dialog.accept()

    assert "Tulis isinya" in missing
    kept = stored(place)["Surel"]
    assert (kept.unit, kept.kind) == ("DPUPR", ContactKind.EMAIL)
    assert not dialog.isVisible()
    assert place.told.toasts == [("Kontak Surel disimpan", None)]


def test_a_contact_is_changed_by_enter(page, place, qtbot):
    """It stays the same contact."""
    choose(page, "Kepala")
    uid = stored(place)["Kepala"].uid
    page.table.activated.emit(page.table.currentIndex())
    page.asked.value.setText("dr. Rina Hapsari")

    qtbot.mouseClick(page.asked.verb_button, Qt.MouseButton.LeftButton)

    kept = stored(place)["Kepala"]
    assert (kept.uid, kept.value) == (uid, "dr. Rina Hapsari")


def test_the_delete_key_removes_and_the_toast_brings_back(page, place, qtbot):
    """Removing does not ask, because it can be undone where it is told."""
    choose(page, "Call center")
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Delete)

    assert "Call center" not in stored(place)
    assert page.chosen().label == "Kepala"
    words, token = place.told.toasts[0]
    assert words == "Kontak Call center dihapus"
    undo.undo(place.desk, token)
    assert "Call center" in stored(place)


def test_lines_are_judged_while_they_are_pasted(page, place):
    """The button counts what will be stored, the lines below say what will not."""
    page.paste.click()
    dialog = page.pasting
    dialog.edit.setPlainText(
        "PMI; Ambulans; Darurat; 118\nPMI; Kantor\nDPUPR; layanan jalan; telp; 0263-2"
    )
    verb, told = dialog.verb_button.text(), dialog.told.text()

    dialog.accept()

    assert verb == "Simpan 1 kontak"
    assert told == (
        "Baris 2: harus empat bagian: Unit; Nama; Jenis; Isi.\n"
        "Baris 3: sudah ada di daftar."
    )
    assert stored(place)["Ambulans"].kind is ContactKind.EMERGENCY
    assert place.told.toasts == [("1 kontak disimpan", None)]


def test_with_no_whole_line_nothing_can_be_stored(page):
    """The button is off and says nought."""
    page.paste.click()

    page.pasting.edit.setPlainText("nomor kantor")

    assert not page.pasting.verb_button.isEnabled()


def test_a_refusal_keeps_what_was_typed(page, place):
    """Once there is an admin, who is not one is told so in the dialog and beforehand."""
    set_up(place, "Maya Lestari", Role.ADMIN)
    page._presenter.reload()
    page.paste.click()
    page.pasting.edit.setPlainText("PMI; Ambulans; Darurat; 118")

    page.pasting.accept()
    page.right.acted.emit()

    assert "hanya dapat dilakukan admin" in page.pasting.problem.words()
    assert page.pasting.edit.toPlainText() == "PMI; Ambulans; Darurat; 118"
    assert "Ambulans" not in stored(place)
    assert place.told.pages == [("seat", "prove")]


def test_a_refused_removal_is_told_on_the_page(page, place):
    """And the row stays."""
    set_up(place, "Maya Lestari", Role.ADMIN)
    choose(page, "Kepala")

    page.remove.click()

    assert "hanya dapat dilakukan admin" in page.problem.words()
    assert "Kepala" in stored(place)


def test_what_takes_the_keyboard_has_a_name(page):
    """A listener always knows where she is, in the dialogs too."""
    page.add.click()
    page.paste.click()
    reached = [
        one
        for whole in (page, page.asked, page.pasting)
        for one in (whole, *whole.findChildren(QWidget))
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    silent = [
        one
        for one in reached
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]

    page.asked.reject()
    page.pasting.reject()
    assert len(reached) > 10
    assert silent == []


def test_the_palette_offers_what_can_be_done(page):
    """By its verb."""
    assert [one.title for one in page.commands()] == [
        "Kontak resmi baru",
        "Tempel daftar kontak",
    ]
