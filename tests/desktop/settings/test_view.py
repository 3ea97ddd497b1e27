"""The page Atur: every field saves itself and says why it could not."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from kotakmasuk.desktop.settings.view import build
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import accounts, journal
from kotakmasuk.services import settings as service
from tests.helpers.workplaces import immediate_place


SARI = Officer("Sari Rahmawati", "SR")
ACCOUNT = Account(0, "akun-ig", "manual", "instagram", "h", "1", "@sukamaju", "IG")


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


def test_words_between_commas_are_kept_as_a_list(page, place):
    """Each site once, in small letters."""
    type_into(page, "known_domains", "Sukamaju.example, lapor.example sukamaju.example")

    assert stored(place).known_domains == ("sukamaju.example", "lapor.example")
    assert page.bindings.inputs["known_domains"].text().count(",") == 1


def test_what_is_no_site_is_told_with_an_example(page, place):
    """An address with its path would never match a link."""
    type_into(page, "known_domains", "https://sukamaju.example/ppid")

    assert stored(place).known_domains == ()
    assert "sukamaju.example" in page.bindings.fields["known_domains"].error()


def test_the_regional_basis_and_the_outside_approval_are_settings(page, place):
    """They stand where the agency looks for them."""
    type_into(page, "regional_basis", "Perbup Sukamaju Nomor 12 Tahun 2024")
    box = page.bindings.inputs["approval_outside_app"]
    assert isinstance(box, QCheckBox)
    box.click()

    assert stored(place).regional_basis == "Perbup Sukamaju Nomor 12 Tahun 2024"
    assert not stored(place).approval_outside_app


def test_each_connected_platform_may_have_its_own_greeting(page, place):
    """An empty field goes back to the greeting of the agency."""
    assert not page.greetings.isVisible()
    accounts.store_account(place.desk, ACCOUNT, manual=True)
    page.presenter.load()
    edit = page.greetings.edits["instagram"]
    assert edit.placeholderText() == stored(place).greeting

    edit.setText(" Kak ")
    edit.editingFinished.emit()
    assert stored(place).greetings == {"instagram": "Kak"}

    edit.setText("")
    edit.editingFinished.emit()
    assert stored(place).greetings == {}


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
