"""Files as agencies have them: every line comes in, or is named with its reason."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kotakmasuk.connectors.files import connector
from kotakmasuk.domain.errors import KnownError
from tests.connectors.files.reading import MAP, NINE, bad, good, read


Write = Callable[..., Path]


def test_a_line_becomes_a_message(write: Write) -> None:
    """All seven fields are taken, the time in the agency's zone."""
    path = write(
        "no,waktu,isi,nama,tautan,topik,dijawab\n"
        "7,2025-11-20 09:00:00,Lampu mati,Rini,https://a.example/7,"
        "Lampu Jalan; PJU,2025-11-20T10:00:00+07:00\n"
    )
    [message] = good(
        path,
        remote_id="no",
        author="nama",
        url="tautan",
        tag="topik",
        answered_at="dijawab",
    )
    assert (message.remote_id, message.conversation) == ("7", "7")
    assert (message.sent_at, message.sent_offset) == (NINE, None)
    assert message.answered_at == NINE + 3_600_000
    assert (message.author.remote_id, message.author.name) == ("Rini", "Rini")
    assert message.tags == ("lampu-jalan", "pju")
    assert json.loads(message.raw)["isi"] == "Lampu mati"


def test_the_same_file_again_has_the_same_ids(write: Write) -> None:
    """Lines without an id are known by what stands in them, equal ones by their count."""
    content = (
        "waktu,isi\n" + "2025-11-20 09:00,Sampah\n" * 2 + "2025-11-20 09:01,Sampah\n"
    )
    first = [each.remote_id for each in good(write(content))]
    again = [each.remote_id for each in good(write(content, "salinan.csv"))]
    assert first == again
    assert len(set(first)) == 3


def test_a_line_without_author_is_one_citizen(write: Write) -> None:
    """Nobody is merged with anybody because both are unnamed."""
    content = "waktu,isi,nama\n2025-11-20 09:00,satu,\n2025-11-20 09:00,dua,\n"
    authors = {each.author.remote_id for each in good(write(content), author="nama")}
    assert len(authors) == 2
    assert all(each.startswith("anonim:") for each in authors)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2025-11-20 09:00,   ", "teks kosong"),
        ("31/02/2025,halo", "waktu tidak mungkin: “31/02/2025”"),
        ("kemarin,halo", "waktu tidak mungkin: “kemarin”"),
        ("0001-01-01,halo", "waktu tidak mungkin"),
        (",halo", "waktu kosong"),
        ("2025-11-20 09:00,ha\x00lo", "NUL"),
        ("2025-11-20 09:00,halo,lebih", "jumlah kolom"),
        ("2025-11-20 09:00," + "a" * 100_001, "lebih panjang dari 100.000 huruf"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_comes_in(
    write: Write, line: str, reason: str
) -> None:
    """Its number is that in the file, and the good lines around it are kept."""
    content = f"waktu,isi\n2025-11-20 09:00,satu\n{line}\n2025-11-20 09:00,dua\n"
    path = write(content)
    [rejected] = bad(path)
    assert rejected.line == 3
    assert reason in rejected.reason
    assert [each.text for each in good(path)] == ["satu", "dua"]


def test_two_megabytes_of_text_are_one_bad_line(write: Write) -> None:
    """A huge text does not stop the reading."""
    huge = "x" * 2_000_000
    path = write(f'waktu,isi\n2025-11-20 09:00,"{huge}"\n2025-11-20 09:00,dua\n')
    assert [each.line for each in bad(path)] == [2]
    assert [each.text for each in good(path)] == ["dua"]


def test_a_line_number_counts_lines_of_the_file(write: Write) -> None:
    """A text over three lines moves the numbers of those below it."""
    path = write('waktu,isi\n2025-11-20 09:00,"a\nb\nc"\n,kosong\n')
    assert [each.line for each in bad(path)] == [5]
    assert good(path)[0].text == "a\nb\nc"


def test_broken_letters_reject_their_line_only(write: Write) -> None:
    """One damaged place in a UTF-8 file leaves the other lines whole."""
    lines = "waktu,isi\n" + "2025-11-20 09:00,kafé\n" * 50
    path = write(lines.encode() + b"2025-11-20 09:00,rus\xc3k\n")
    assert [each.line for each in bad(path)] == [52]
    assert good(path)[0].text == "kafé"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b"\xef\xbb\xbf \n", "kosong"),
        (b"%PDF-1.7 ...", "bukan CSV"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "bukan CSV"),
        (bytes(range(256)) * 20, "bukan CSV"),
        (b"<!DOCTYPE html><p>Masuk", "bukan CSV"),
        (b"PK\x03\x04 bukan buku kerja", "tidak dapat dibaca"),
        (b"waktu,isi\n2025-11-20," + b"\x81\x8d\x8f\x90\x9d" * 40, "tidak dikenal"),
    ],
)
def test_what_is_no_table_is_told(write: Write, content: bytes, words: str) -> None:
    """Each in its own words, and nothing is taken in."""
    with pytest.raises(KnownError, match=words):
        read(write(content))


def test_a_missing_column_names_those_that_exist(write: Write) -> None:
    """The officer sees what she may choose."""
    path = write("tanggal,uraian\n2025-11-20,halo\n")
    with pytest.raises(KnownError) as caught:
        read(path)
    assert "“isi” tidak ada" in str(caught.value)
    assert "tanggal, uraian" in str(caught.value)


@pytest.mark.parametrize(
    "mapping", [{"text": ""}, {"sent_at": ""}, {"warna": "isi"}, {"url": "tiada"}]
)
def test_a_mapping_that_cannot_be_is_told(
    write: Write, mapping: dict[str, str]
) -> None:
    """A needed field without column, an unknown field, an unknown column."""
    with pytest.raises(KnownError):
        read(write("waktu,isi\n2025-11-20,halo\n"), **mapping)


def test_a_vanished_file_is_told(tmp_path: Path) -> None:
    """Between choosing and reading it was moved away."""
    with pytest.raises(KnownError, match="tidak ditemukan"):
        read(tmp_path / "hilang.csv")
    with pytest.raises(KnownError, match="tidak dapat dibaca"):
        connector.preview(tmp_path, {})


def test_an_unknown_zone_is_told(write: Write) -> None:
    """A typing mistake in the zone is not a day's difference."""
    path = write("waktu,isi\n2025-11-20,halo\n")
    with pytest.raises(KnownError, match="Zona waktu"):
        list(connector.rows(path, MAP, zone="Asia/Sukamaju", account="uid"))


def test_json_lines_are_read(write: Write) -> None:
    """One object a line; a broken line is named, numbers are times too."""
    path = write(
        '{"isi": "satu", "waktu": 1763604000, "id": 9}\n\n'
        '{"isi": "dua", "waktu": \n'
        '{"waktu": "2025-11-20 09:00", "isi": "tiga"}\n'
        '{"waktu": "2025-11-20 09:00", "isi": "\\ud800"}\n',
        "aduan.jsonl",
    )
    assert connector.preview(path, {}).kind == "jsonl"
    assert [each.text for each in good(path, remote_id="id")] == ["satu", "tiga"]
    assert good(path, remote_id="id")[0].remote_id == "9"
    assert [(each.line, each.reason) for each in bad(path)] == [
        (3, "bukan JSON yang utuh"),
        (5, "memuat huruf yang rusak"),
    ]


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """Dates, numbers and empty rows of a spreadsheet are what they look like."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    datetime = pytest.importorskip("datetime").datetime
    path = tmp_path / "aduan.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(1, 0, ["no", "waktu", "isi"])
        sheet.write_number(2, 0, 12)
        sheet.write_datetime(2, 1, datetime(2025, 11, 20, 9), moment)
        sheet.write_string(2, 2, "Jalan rusak")
        sheet.write_row(4, 0, [13, "20/11/2025 09.00", ""])
    [message] = good(path, remote_id="no")
    assert (message.remote_id, message.sent_at) == ("12", NINE)
    assert [each.line for each in bad(path)] == [5]
    assert connector.preview(path, {}).kind == "xlsx"


def test_a_preview_guesses_the_columns(write: Write) -> None:
    """The officer mostly has only to agree."""
    lines = "".join(f"{n},20/11/2025 09.00,Aduan {n},Rini\n" for n in range(50))
    path = write("ID;Tanggal;Isi Laporan;Pelapor\n".replace(";", ",") + lines)
    preview = connector.preview(path, {})
    assert preview.guessed == {
        "remote_id": "ID",
        "sent_at": "Tanggal",
        "text": "Isi Laporan",
        "author": "Pelapor",
    }
    assert preview.date_format == "dd/mm/yyyy"
    assert len(preview.rows) == 20
    assert preview.rows[0] == ("0", "20/11/2025 09.00", "Aduan 0", "Rini")


def test_headings_are_made_distinct(write: Write) -> None:
    """Columns without a name, or with the same, can still be chosen."""
    preview = connector.preview(write("isi,isi,,waktu\na,b,c,2025-11-20\n"), {})
    assert preview.columns == ("isi", "isi (2)", "Kolom 3", "waktu")


def test_seven_thousand_complaints_are_read_quickly(write: Write) -> None:
    """A year of a city's complaints is far within the officer's patience."""
    line = "2025-11-20 09:00:00,Jalan rusak di depan balai desa mohon diperbaiki\n"
    path = write("waktu,isi\n" + line * 7240)
    begun = time.monotonic()
    assert len(good(path)) == 7240
    assert time.monotonic() - begun < 20
