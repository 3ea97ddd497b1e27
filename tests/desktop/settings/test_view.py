"""The page Atur: every field saves itself and says why it could not."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from kotakmasuk.desktop.settings import people
from kotakmasuk.desktop.settings.view import build
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import journal
from kotakmasuk.services import settings as service
from tests.helpers.workplaces import immediate_place


SARI, BAYU = Officer("Sari Rahmawati", "SR"), Officer("Bayu Nugroho", "BN")


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    made = immediate_place(tmp_path)
    service.save(
        made.desk, agency="Pemkab Sukamaju", officers=(SARI,), officer=SARI.name
    )
    yield made
    made.close()


@pytest.fixture
def page(place, qtbot):
    made = build(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


def stored(place):
    return service.load(place.work.lanes.reader)


def type_into(page, name, words):
    edit = page.bindings.inputs[name]
    assert isinstance(edit, QLineEdit)
    edit.setText(words)
    edit.editingFinished.emit()


def test_a_line_is_saved_as_soon_as_it_is_left(page, place):
    """There is no button to forget."""
    type_into(page, "unit", "  Dinas Kominfo ")

    assert stored(place).unit == "Dinas Kominfo"
    assert page.saved_words() == "Tersimpan"


def test_a_wrong_link_is_not_saved_and_an_example_stands_below(page, place):
    """What was typed stays in the field."""
    type_into(page, "ppid_link", "ppid sukamaju")

    assert stored(place).ppid_link == ""
    assert "https://" in page.bindings.fields["ppid_link"].error()
    assert page.bindings.inputs["ppid_link"].text() == "ppid sukamaju"


def test_the_agency_cannot_be_left_without_a_name(page, place):
    """Every report begins with it."""
    type_into(page, "agency", " ")

    assert stored(place).agency == "Pemkab Sukamaju"
    assert page.bindings.fields["agency"].error()


def test_the_same_value_is_not_written_again(page, place):
    """The journal tells changes, not visits."""
    before = len(place.work.lanes.asked)

    type_into(page, "agency", "Pemkab Sukamaju")

    assert len(place.work.lanes.asked) == before


def test_a_target_of_no_minutes_is_refused(page, place):
    """A deadline that is always over helps nobody."""
    box = page.bindings.inputs["target_minutes"]
    assert isinstance(box, QSpinBox)

    box.setValue(0)

    assert stored(place).target_minutes == 450
    assert "450" in page.bindings.fields["target_minutes"].error()


def test_dark_and_large_are_seen_at_once(page, place):
    """Nobody has to start again to read better."""
    theme = place.work.theme

    for name, value in (("theme", "dark"), ("text_size", 120), ("density", "compact")):
        box = page.bindings.inputs[name]
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    assert (theme.dark, theme.text_percent, theme.compact) == (True, 120, True)
    assert stored(place).text_size == 120


def test_the_undo_time_offers_five_lengths(page):
    """0, 5, 10, 30 and 60 seconds."""
    box = page.bindings.inputs["undo_seconds"]
    assert isinstance(box, QComboBox)

    assert [box.itemData(row) for row in range(box.count())] == [0, 5, 10, 30, 60]


def test_single_letters_can_be_switched_off(page, place):
    """Who dictates or uses other keys is not surprised by them."""
    box = page.bindings.inputs["single_letters"]
    assert isinstance(box, QCheckBox)

    box.click()

    assert not stored(place).single_letters


def test_a_new_officer_gets_letters_that_nobody_has(page, place):
    """Two circles with the same letters could not be told apart."""
    page.people.name.setText("Siti Rahayu")

    page.people.add_officer()

    assert stored(place).officers[1] == Officer("Siti Rahayu", "SI")
    assert page.people.name.text() == ""


def test_the_same_officer_twice_is_refused(page, place):
    """The name stays in the field, with the reason below."""
    page.people.name.setText("sari rahmawati")

    page.people.add_officer()

    assert len(stored(place).officers) == 1
    assert "sudah ada" in page.people.field.error()


def test_whoever_sits_here_is_chosen_by_a_mark(page, place):
    """From then on the journal carries that name."""
    page.presenter.add_officer(BAYU.name)

    page.people.seats[BAYU.name].click()

    assert stored(place).officer == BAYU.name


def test_removing_the_officer_at_the_desk_seats_the_next(page, place, monkeypatch):
    """There is always somebody to answer for what is done."""
    page.presenter.add_officer(BAYU.name)
    monkeypatch.setattr(people, "ask", lambda *_, **__: True)

    page.people.remove_officer(SARI.name)

    assert stored(place).officers == (BAYU,)
    assert stored(place).officer == BAYU.name


def test_a_whole_journal_is_told_in_words(page):
    """The supervisor can read the result."""
    page.safety.verify()

    assert page.safety.result.words().startswith("Jurnal utuh.")
    assert page.safety.verify_button.isEnabled()


def test_an_altered_journal_is_told_with_what_does_not_match(page, monkeypatch):
    """And with what to do, without touching the data."""
    report = journal.VerifyReport(rows=9, chain=("meja-1:4",))
    monkeypatch.setattr(journal, "verify", lambda _: report)

    page.safety.verify()

    words = page.safety.result.words()
    assert "1 catatan jurnal diubah: meja-1:4" in words
    assert "Data tidak diubah" in words


def test_the_data_folder_is_shown(page, place):
    """For backups, and for whoever looks after the computer."""
    assert page.safety.folder.text() == str(place.work.office.folder)


def test_every_input_has_a_name_for_a_screen_reader(page):
    """A field without a name cannot be filled in by ear."""
    nameless = [
        name
        for name, box in page.bindings.inputs.items()
        if not (box.accessibleName() or getattr(box, "text", str)())
    ]

    assert nameless == []
