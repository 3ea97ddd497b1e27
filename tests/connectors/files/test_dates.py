"""Delimiters, encodings and times are recognised, whoever wrote the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kotakmasuk.connectors.files import connector
from tests.connectors.files.reading import NINE, good


Write = Callable[..., Path]


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
