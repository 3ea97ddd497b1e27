"""Files as agencies have them: every line comes in, or is named with its reason."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kotakmasuk.connectors.files import connector
from kotakmasuk.connectors.kit.files import Rejected
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Incoming


MAP = {"text": "isi", "sent_at": "waktu"}
NINE = 1_763_604_000_000  # 2025-11-20 09:00 WIB
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes, name: str = "aduan.csv") -> Path:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


def read(path: Path, **mapping: str) -> list[Incoming | Rejected]:
    return list(connector.rows(path, MAP | mapping, zone="Asia/Jakarta", account="uid"))


def good(path: Path, **mapping: str) -> list[Incoming]:
    return [each for each in read(path, **mapping) if isinstance(each, Incoming)]


def bad(path: Path, **mapping: str) -> list[Rejected]:
    return [each for each in read(path, **mapping) if isinstance(each, Rejected)]


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


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_recognised(write: Write, delimiter: str) -> None:
    """Indonesian spreadsheets write semicolons; texts hold commas all the same."""
    lines = [["waktu", "isi"], ["2025-11-20 09:00", '"Jalan, gang, dan; lampu"']] * 1
    path = write("\r\n".join(delimiter.join(line) for line in lines))
    assert connector.preview(path, {}).delimiter == delimiter
    assert good(path)[0].text == "Jalan, gang, dan; lampu"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("cp1252", "cp1252"),
    ],
)
def test_every_encoding_is_recognised(write: Write, encoding: str, name: str) -> None:
    """Also where the one special letter stands at the far end of the file."""
    plain = "waktu,isi\n" + "2025-11-20 09:00,Jalan rusak\n" * 4000
    path = write((plain + "2025-11-20 09:00,Café “Merdeka” rusak\n").encode(encoding))
    assert connector.preview(path, {}).encoding == name
    assert good(path)[-1].text == "Café “Merdeka” rusak"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2025-11-20 09:00:00", NINE),
        ("2025-11-20T02:00:00Z", NINE),
        ("2025-11-20T09:00:00.123+07:00", NINE + 123),
        ("2025/11/20 09:00", NINE),
        ("20/11/2025 09:00", NINE),
        ("20-11-2025 09.00", NINE),
        ("20.11.2025 09.00 WIB", NINE),
        ("20/11/25 09:00", NINE),
        ("20/11/2025 09:00:00 AM", NINE),
        ("20 November 2025 09.00", NINE),
        ("Kamis, 20 Nop 2025 pukul 09.00 WIB", NINE),
        ("Kamis, 20 November 2025, 10:00 WITA", NINE),
        ("20 Nov 2025 11.00 WIT", NINE),
        ("Nov 20, 2025 9:00 AM", NINE),
        ("1763604000", NINE),
        ("1763604000000", NINE),
        ("45981.375", NINE),
        ("20251120", NINE - 9 * 3_600_000),
        ("20 Agustus 2025", 1_755_622_800_000),
    ],
)
def test_times_are_read_as_people_write_them(
    write: Write, written: str, at: int
) -> None:
    """With or without a zone, in Indonesian, from a spreadsheet or a program."""
    assert good(write(f'isi,waktu\nhalo,"{written}"\n'))[0].sent_at == at


def test_one_line_decides_day_and_month_for_the_column(write: Write) -> None:
    """03/04 is April with 20/11 beside it, and March with 11/20."""
    first = good(write("waktu,isi\n03/04/2025 09:00,a\n20/11/2025 09:00,b\n"))
    second = good(write("waktu,isi\n03/04/2025 09:00,a\n11/20/2025 09:00,b\n"))
    assert first[0].sent_at - second[0].sent_at == 30 * 86_400_000
    assert first[1].sent_at == second[1].sent_at
    assert connector.preview(write("waktu,isi\n11/20/2025,b\n"), {}).date_format == (
        "mm/dd/yyyy"
    )


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
