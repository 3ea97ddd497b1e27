"""The templates page: finding, writing, saving and removing the agency's texts."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.templates import view
from kotakmasuk.services import templates, undo
from tests.desktop.templates.conftest import choose


@pytest.fixture
def agreed(monkeypatch):
    """The officer says yes to every question."""
    asked = []
    monkeypatch.setattr(
        view, "ask", lambda *_, title, **__: asked.append(title) or True
    )
    return asked


def titles(page):
    rows = page.side.rows
    lines = [rows.line(number) for number in range(rows.rowCount())]
    return [line.title for line in lines if line.uid]


def stored(desk):
    return {one.title: one for one in templates.listed(desk.work.lanes.reader)}


def test_the_starters_stand_in_their_folders(page, desk):
    """The first is open and the head counts them all."""
    assert len(titles(page)) == len(stored(desk))
    assert page.side.rows.line(0).title == "Aduan"
    assert page.editor.title.text() == titles(page)[0]


def test_a_word_of_the_text_finds_a_template(page):
    """Officers remember words, not titles."""
    page.side.search.setText("kabar aduan")
    assert titles(page)[0] == "Kabar tindak lanjut"


def test_what_is_not_found_is_said(page):
    """No empty list without a word."""
    page.side.search.setText("zzzz")
    assert page.side.stack.currentIndex() == 1


def test_the_preview_shows_how_it_will_read(page):
    """With example values in place of the isian, at each key."""
    choose(page, "Kabar tindak lanjut")
    page.editor.body.text.setPlainText("Halo {sapaan} {nama}, {sebab_lain}.")
    page._presenter.try_now()

    assert page.preview.text() == "Halo Kak Dewi, (sebab lain)."


def test_a_changed_text_is_saved_as_the_next_version(page, desk, qtbot):
    """And the toast says so."""
    choose(page, "Kabar tindak lanjut")
    page.editor.body.text.setPlainText("Halo {nama}, sudah kami cek.")

    qtbot.mouseClick(page.editor.head.save, Qt.MouseButton.LeftButton)

    saved = stored(desk)["Kabar tindak lanjut"]
    assert (saved.body, saved.version) == ("Halo {nama}, sudah kami cek.", 2)
    assert desk.told.toasts == [("Templat disimpan", None)]
    assert not page.editor.head.save.isEnabled()


def test_a_new_template_needs_a_title_and_a_text(page, desk, qtbot):
    """What is missing is said under each field; nothing is stored."""
    page._begin_new()
    page.editor.basis.setText("SOP")

    qtbot.mouseClick(page.editor.head.save, Qt.MouseButton.LeftButton)

    assert "Tulis judul" in page.editor.fields["title"].error()
    assert "Tulis isinya" in page.editor.body.field.error()
    assert "" not in stored(desk)


def test_a_brace_without_its_partner_is_told(page):
    """It would never be asked for."""
    page._begin_new()
    page.editor.title.setText("Jam layanan")
    page.editor.body.text.setPlainText("Halo {nama, buka 07.30.")

    page._presenter.save()

    assert "huruf 6 belum ditutup" in page.editor.body.field.error()


def test_two_templates_never_share_a_title(page):
    """Nobody could tell them apart in the list."""
    page._begin_new()
    page.editor.title.setText("kabar tindak lanjut")
    page.editor.body.text.setPlainText("Halo.")

    page._presenter.save()

    assert "sudah dipakai" in page.editor.fields["title"].error()


def test_a_new_template_is_stored_and_stays_open(page, desk):
    """In the folder that was typed."""
    page._begin_new()
    page.editor.title.setText("Jam layanan")
    page.editor.folder.setEditText("Informasi")
    page.editor.body.text.setPlainText("Kami buka {jam}, {sapaan}.")

    page._presenter.save()

    assert stored(desk)["Jam layanan"].folder == "Informasi"
    assert page.editor.title.text() == "Jam layanan"
    assert page._presenter.edited.uid


def test_a_removed_template_can_be_brought_back(page, desk, agreed):
    """She is asked by name, and the toast carries the way back."""
    choose(page, "Kabar tindak lanjut")

    page._remove()

    assert agreed == ["Hapus templat “Kabar tindak lanjut”?"]
    assert "Kabar tindak lanjut" not in titles(page)
    words, token = desk.told.toasts[0]
    assert words == "Templat “Kabar tindak lanjut” dihapus"
    undo.undo(desk.desk, token)
    assert "Kabar tindak lanjut" in stored(desk)


def test_words_are_not_dropped_without_asking(page, monkeypatch):
    """Another template is opened only when she lets the changes go."""
    monkeypatch.setattr(view, "ask", lambda *_, **__: False)
    choose(page, "Kabar tindak lanjut")
    page.editor.body.text.setPlainText("Sedang ditulis")

    choose(page, "Terima aduan")

    assert page.editor.body.text.toPlainText() == "Sedang ditulis"
    assert page._presenter.edited.title == "Kabar tindak lanjut"


def test_going_back_brings_the_saved_words(page, qtbot):
    """*Batalkan* drops what was typed since."""
    choose(page, "Kabar tindak lanjut")
    before = page.editor.body.text.toPlainText()
    page.editor.body.text.setPlainText("Sedang ditulis")

    qtbot.mouseClick(page.editor.head.discard, Qt.MouseButton.LeftButton)

    assert page.editor.body.text.toPlainText() == before


def test_in_one_pane_a_chosen_template_takes_the_room(page):
    """At 200 % the list and the editor take turns."""
    page.resize(640, 360)
    shown_first = (page.side.isVisible(), page.editor.isVisible())

    choose(page, "Kabar tindak lanjut")

    assert shown_first == (True, False)
    assert (page.side.isVisible(), page.editor.isVisible()) == (False, True)


def test_the_palette_offers_what_can_be_done(page):
    """Saving is named with its keys once there is something to save."""
    page.editor.title.setText("Judul lain")

    offered = {one.title: one.keys for one in page.commands()}

    assert offered == {
        "Templat baru": "",
        "Riwayat versi templat": "",
        "Simpan templat": "Ctrl+S",
    }


def test_another_page_can_ask_for_one_template(page):
    """The palette leads straight to it."""
    uid = next(
        o.uid for o in page._presenter._shelf.templates if o.title == "Terima aduan"
    )

    page.show_template(uid)

    assert page.editor.title.text() == "Terima aduan"
