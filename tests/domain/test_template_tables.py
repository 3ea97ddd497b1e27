"""Templates as a table: what spreadsheets make of CSV, and what an import would do."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.template_tables import (
    iso_date,
    plan,
    read_table,
    tags_in,
    write_table,
)
from kotakmasuk.domain.templates import Template


OLD = Template(
    uid="t1",
    key="terima",
    title="Terima aduan",
    folder="Aduan",
    body="Halo {nama}.",
    basis="SOP",
    shortcut=";terima",
    tags=("jalan",),
    expires_on="2027-01-31",
    variants={"x": "Ringkas."},
)


def test_what_is_written_is_read_again_and_changes_nothing():
    """Line breaks, commas, quotes and the mark of UTF-8 included."""
    other = Template("t2", "", 'Dua, "kutip"', "F", "Satu\ndua; tiga, empat")
    table = write_table([OLD, other])
    assert table.startswith(b"\xef\xbb\xbf")
    assert [one.action for one in plan([OLD, other], read_table(table))] == ["same"] * 2


def test_a_cell_that_a_spreadsheet_would_run_stays_a_text():
    """And comes back as it was."""
    sly = replace(OLD, body='=HYPERLINK("http://x")')
    table = write_table([sly])
    assert b"'=HYPERLINK" in table
    assert plan([sly], read_table(table))[0].action == "same"


@pytest.mark.parametrize(
    "text",
    [
        "judul,isi\nA,Halo\n",
        "\ufeffjudul;isi\r\nA;Halo\r\n",
        "sep=;\r\nJudul; Isi\r\nA;Halo\r\n",
        "judul\tisi\nA\tHalo\n",
    ],
)
def test_the_tables_of_spreadsheets_are_read(text):
    """Commas, semicolons, tabs, a mark at the beginning, Excel's own first line."""
    [row] = read_table(text.encode())
    assert dict(row.given) == {"title": "A", "body": "Halo"}


def test_lines_are_counted_as_an_editor_counts_them():
    """A cell of two lines and an empty line do not lead astray."""
    text = 'judul,isi\nA,"satu\ndua"\n\nB,Halo\n'
    assert [row.line for row in read_table(text.encode())] == [2, 5]
    assert [r.line for r in read_table(f"sep=,\n{text}".encode())] == [3, 6]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"nama,isi\nA,B\n", "Kolom judul tidak ada"),
        (b"", "Kolom judul dan isi tidak ada"),
        (b"judul,isi,varian_friendster\n", "varian_friendster"),
        ("judul,isi\nA,café\n".encode("latin-1"), "bukan UTF-8"),
        (b'judul,isi\nA,"' + b"x" * 200_000, "baris"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_words(content, words):
    """Before anything is stored."""
    with pytest.raises(KnownError, match="tidak berubah") as caught:
        read_table(content)
    assert words in caught.value.message


def test_an_import_tells_what_is_new_changed_and_refused():
    """With the line of each; what is refused says why."""
    text = (
        "judul,isi,pintasan\n"
        "Baru,Halo {nama},baru\n"
        "terima ADUAN,Halo kembali,;terima\n"
        "Rusak,Halo {nama,\n"
        "Kembar,Halo,;baru\n"
        "baru,Halo,\n"
    )
    planned = plan([OLD], read_table(text.encode()))
    told = [(one.line, one.action, one.reason) for one in planned]
    assert told[:2] == [(2, "new", ""), (3, "changed", "")]
    assert [one.action for one in planned[2:]] == ["refused"] * 3
    assert "huruf 6 belum ditutup" in planned[2].reason
    assert "sudah dipakai “Baru”" in planned[3].reason
    assert "baris sebelumnya" in planned[4].reason


def test_a_column_that_is_not_there_changes_nothing():
    """Shortcut, tags, date and variants stay; an empty cell empties."""
    [one] = plan([OLD], read_table(b"judul,isi\nTerima aduan,Baru\n"))
    assert one.template == replace(OLD, title="Terima aduan", body="Baru")
    table = b"judul,isi,varian_x,tag\nTerima aduan,Baru,,\n"
    [two] = plan([OLD], read_table(table))
    assert (two.template.variants, two.template.tags) == ({}, ())
    assert two.template.uid == "t1"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2027-01-31", "2027-01-31"),
        ("31/01/2027", "2027-01-31"),
        ("31 Januari 2027", "2027-01-31"),
        ("1 agu 2027", "2027-08-01"),
        ("31/02/2027", "31/02/2027"),
        ("", ""),
        ("segera", "segera"),
    ],
)
def test_dates_are_read_as_people_and_spreadsheets_write_them(typed, iso):
    """What is none stays as it was typed, for the sentence that refuses it."""
    assert iso_date(typed) == iso


def test_tags_are_typed_with_commas():
    """The hash of a tag is no part of its name."""
    assert tags_in(" #jalan-rusak, lampu,,jalan-rusak") == ("jalan-rusak", "lampu")
