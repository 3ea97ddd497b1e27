"""A file on its way into the inbox."""

import pytest
from PySide6.QtGui import QGuiApplication

from kotakmasuk.desktop.accounts import import_dialog as dialogs
from kotakmasuk.desktop.accounts.import_dialog import ImportDialog
from kotakmasuk.domain.inbox import Listing


LINES = (
    "tanggal;pengirim;isi",
    "03/11/2025 08.00;warga satu;Lampu jalan di RT 3 padam",
    "04/11/2025 09.30;warga dua;Sampah menumpuk di pasar",
    "31/02/2025 09.30;warga tiga;Tanggalnya tidak ada",
)


@pytest.fixture
def dialog(place, qtbot):
    made = ImportDialog(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "aduan november.csv"
    made.write_text("\n".join(LINES), encoding="utf-8")
    return made


def test_a_file_is_shown_as_it_was_understood(dialog, file):
    """Separator and date order are said in words before anything is stored."""
    dialog.choose(file)

    assert dialog.pages.currentIndex() == dialogs.CHECK
    assert "pemisah titik koma (;)" in dialog._facts.text()
    assert "tanggal hari/bulan/tahun" in dialog._facts.text()
    assert dialog.rows.rowCount() == 3


def test_the_columns_are_guessed_and_the_file_names_the_account(dialog, file):
    """Usually one press of a button is enough."""
    dialog.choose(file)

    mapping = dialog.mapping.mapping()
    assert (mapping["text"], mapping["sent_at"]) == ("isi", "tanggal")
    assert mapping["author"] == "pengirim"
    assert dialog.mapping.account.text() == "aduan november"


def test_a_column_that_is_needed_is_asked_for(dialog, file):
    """Nothing is read before it is chosen."""
    dialog.choose(file)
    dialog.mapping.boxes["text"].setCurrentIndex(0)

    dialog.start()

    assert "isi pesan" in dialog.mapping.fields["text"].error()
    assert dialog.pages.currentIndex() == dialogs.CHECK


def test_the_report_names_what_was_not_taken_with_line_and_reason(dialog, file):
    """So that it can be mended in the file."""
    dialog.choose(file)

    dialog.start()

    figures = dialog.report.figures()
    assert figures == {"read": "3", "stored": "2", "already": "0", "rejected": "1"}
    assert dialog.report.list.toPlainText().startswith("4\t")


def test_the_list_of_rejected_lines_can_be_copied(dialog, file):
    """Into a message to whoever made the file."""
    dialog.choose(file)
    dialog.start()

    dialog.report.copy_rejected()

    assert QGuiApplication.clipboard().text().startswith("4\t")


def test_the_same_file_again_stores_nothing(dialog, file):
    """The officer may import the growing file every week."""
    dialog.choose(file)
    dialog.start()
    dialog.choose(file)

    dialog.start()

    assert dialog.report.figures()["stored"] == "0"
    assert dialog.report.figures()["already"] == "2"


def test_a_file_that_is_none_is_refused_in_words(dialog, tmp_path):
    """And another can be chosen at once."""
    picture = tmp_path / "foto.csv"
    picture.write_bytes(bytes(range(256)) * 40)

    dialog.choose(picture)

    assert dialog.banner.isVisible()
    assert dialog.pages.currentIndex() == dialogs.DROP


def test_every_screen_hears_of_what_came_in(dialog, file, place):
    """Lists and counts are read again after an import."""
    heard = []
    place.work.lanes.changed.connect(lambda changes, _: heard.append(changes))
    dialog.choose(file)

    dialog.start()

    assert any(len(changes.conversations) == 2 for changes in heard)


def test_the_report_leads_to_the_conversations(dialog, file, place):
    """Of this very account."""
    dialog.choose(file)
    dialog.start()

    dialog.report.show_button.click()

    page, listing = place.told.pages[-1]
    assert page == "inbox"
    assert isinstance(listing, Listing)
    assert listing.account
