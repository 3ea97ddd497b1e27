"""Import and export in the page: looked at first, done when she says so."""

import pytest
from PySide6.QtWidgets import QDialog

from kotakmasuk.desktop.templates import exchange
from kotakmasuk.desktop.templates.exchange import IntakeDialog, exchange_menu
from kotakmasuk.services import template_exchange, templates


TABLE = "judul;isi\nJam layanan;Kami buka {jam}.\nRusak;Halo {nama\n"


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "templat humas.csv"
    file.write_text(TABLE, encoding="utf-8-sig")
    return file


@pytest.fixture
def answered(monkeypatch):
    """Every dialog is answered by what the test says, and remembered."""
    seen = []

    def answer(code):
        monkeypatch.setattr(
            IntakeDialog, "exec", lambda dialog: seen.append(dialog) or code
        )
        return seen

    return answer


def titles(desk):
    return {one.title for one in templates.listed(desk.work.lanes.reader)}


def test_an_import_is_shown_before_it_is_done(page, desk, table, answered):
    """With each line; leaving it changes nothing."""
    before = titles(desk)
    (seen,) = [answered(QDialog.DialogCode.Rejected)]
    page._exchange.look(table)
    assert titles(desk) == before
    assert len(seen) == 1


def test_what_is_refused_says_its_line_and_why(page, desk, table, qtbot):
    """The verb counts what would be stored."""
    found = template_exchange.preview(desk.work.lanes.reader, table)
    dialog = IntakeDialog(page._theme, page, table, found)
    qtbot.addWidget(dialog)
    rows = [dialog.rows.item(row).text() for row in range(dialog.rows.count())]
    assert dialog.verb_button.text() == "Impor 1 templat"
    assert dialog.summary.text() == "1 baru, 0 berubah, 0 sama, 1 ditolak."
    assert rows[0] == "Baris 2 · baru: Jam layanan"
    assert rows[1].startswith("Baris 3 · ditolak: Rusak. Kurung kurawal di huruf 6")


def test_an_import_that_is_agreed_to_is_stored(page, desk, table, answered):
    """The list shows it at once."""
    answered(QDialog.DialogCode.Accepted)
    page._exchange.look(table)
    assert "Jam layanan" in titles(desk)
    shown = [page.side.rows.line(n).title for n in range(page.side.rows.rowCount())]
    assert "Jam layanan" in shown
    assert desk.told.toasts[-1] == ("1 templat diimpor", None)


def test_a_file_that_is_none_is_told_in_the_page(page, desk, tmp_path):
    """Nothing changes."""
    before = titles(desk)
    page._exchange.look(tmp_path / "hilang.csv")
    assert "tidak dapat dibaca" in page.editor.problem.words()
    assert titles(desk) == before


@pytest.mark.parametrize("name", ["keluar.csv", "keluar"])
def test_all_templates_are_written_out(page, desk, tmp_path, name):
    """As a table or as a folder; the toast counts the files."""
    page._exchange.write(tmp_path / name)
    assert (tmp_path / name).exists()
    words, _ = desk.told.toasts[-1]
    assert words.endswith(f"berkas tertulis di {name}")


def test_the_menu_asks_where_and_does_it(page, desk, tmp_path, monkeypatch):
    """A table gets its ending; nothing is done where nothing was chosen."""
    answers = [str(tmp_path / "semua"), ""]
    monkeypatch.setattr(
        exchange.QFileDialog,
        "getSaveFileName",
        lambda *_: (answers.pop(0), ""),
    )
    menu = exchange_menu(page._theme, page, page._exchange)
    write = next(one for one in menu.actions() if one.text() == "Ekspor tabel (CSV)…")
    write.trigger()
    write.trigger()
    assert [one.name for one in tmp_path.glob("*.csv")] == ["semua.csv"]
    assert len(desk.told.toasts) == 1
