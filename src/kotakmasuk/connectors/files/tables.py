"""A file as a table: its columns, and its lines one after the other.

Nothing is read ahead of what is asked for, so a large file costs no memory.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from kotakmasuk.connectors.files.encoding import SAMPLE, encoding_of, not_text
from kotakmasuk.domain.errors import KnownError


WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 200
LONGEST_FIELD = 1 << 30  # our own limit speaks first, in words

csv.field_size_limit(LONGEST_FIELD)

Record = tuple[int, Sequence[object] | None]


@dataclass(frozen=True)
class Shape:
    """How a file is written; `encoding` and `delimiter` are empty where they say nothing."""

    path: Path
    kind: str
    columns: tuple[str, ...]
    encoding: str = ""
    delimiter: str = ""


def shape_of(path: Path) -> Shape:
    """Find out how a file is written; KnownError when it is none that is read."""
    with _readable(path):
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
        if sample.startswith(WORKBOOKS):
            return _workbook_shape(path)
        encoding = encoding_of(path, sample)
        with path.open(encoding=encoding, errors="replace", newline="") as text:
            start = text.read(SAMPLE)
        return _text_shape(path, encoding, start)


def records(shape: Shape) -> Iterator[Record]:
    """Read the lines below the heading, each with its number in the file.

    A line that cannot be read at all has no cells. KnownError when the file vanishes.
    """
    readers = {"csv": _csv_records, "jsonl": _json_records, "xlsx": _workbook_records}
    with _readable(shape.path):
        yield from readers[shape.kind](shape)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        message = f"Berkas {path.name} tidak ditemukan."
        remedy = "Periksa letaknya, lalu coba lagi."
        raise KnownError(message, "Yang sudah masuk tetap ada.", remedy) from None
    except (OSError, CalamineError, csv.Error, UnicodeError) as error:
        message = f"Berkas {path.name} tidak dapat dibaca ({type(error).__name__})."
        remedy = "Tutup berkas di aplikasi lain atau salin ulang, lalu coba lagi."
        raise KnownError(message, "Yang sudah masuk tetap ada.", remedy) from error


def _text_shape(path: Path, encoding: str, start: str) -> Shape:
    head = start.lstrip("\ufeff \t\r\n")
    if not head:
        message = f"Berkas {path.name} kosong."
        remedy = "Pilih berkas yang berisi pesan."
        raise KnownError(message, "Tidak ada yang dimasukkan.", remedy)
    if head[:15].lower().startswith(("<!doctype", "<html", "<?xml")) or head[0] == "[":
        raise not_text(path)
    if head[0] == "{":
        shape = Shape(path, "jsonl", (), encoding)
        return Shape(path, "jsonl", _json_columns(shape), encoding)
    delimiter = _delimiter(start)
    lines = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    heading = next((row for row in lines if any(row)), [""])
    return Shape(path, "csv", _names(heading), encoding, delimiter)


def _delimiter(start: str) -> str:
    """Choose what divides the most lines into as many cells as the heading has."""

    def score(delimiter: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
        rows = [row for row in islice(lines, SAMPLE_LINES) if any(row)] or [[]]
        width = len(rows[0])
        # The last line of the sample may have been cut in two.
        even = sum(len(row) == width for row in (rows[0], *rows[1:-1]))
        return (even if width > 1 else 0), width

    return max(DELIMITERS, key=score)


def _names(cells: Sequence[object]) -> tuple[str, ...]:
    """Name every column, also one without a heading or with that of another."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = " ".join(shown(cell).split()) or f"Kolom {place}"
        names.append(name if name not in names else f"{name} ({place})")
    return tuple(names)


def _csv_records(shape: Shape) -> Iterator[Record]:
    with shape.path.open(encoding=shape.encoding, errors="replace", newline="") as text:
        lines = csv.reader(text, delimiter=shape.delimiter)
        begins, heading = 1, True
        for row in lines:
            if any(row) and not heading:
                yield begins, row
            heading = heading and not any(row)
            begins = lines.line_num + 1


def _json_records(shape: Shape) -> Iterator[Record]:
    with shape.path.open(encoding=shape.encoding, errors="replace") as text:
        for number, line in enumerate(text, start=1):
            if line.strip():
                values = _object(line)
                cells = None
                if values is not None:
                    cells = [values.get(name) for name in shape.columns]
                yield number, cells


def _json_columns(shape: Shape) -> tuple[str, ...]:
    names: dict[str, None] = {}
    with shape.path.open(encoding=shape.encoding, errors="replace") as text:
        for line in text:
            names.update(dict.fromkeys(_object(line) or {}))
    return tuple(names)


def _object(line: str) -> dict[str, Any] | None:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _workbook_shape(path: Path) -> Shape:
    for _number, row in _sheet(path):
        if any(shown(cell).strip() for cell in row):
            return Shape(path, "xlsx", _names(row))
    message = f"Lembar pertama berkas {path.name} kosong."
    remedy = "Pindahkan tabelnya ke lembar pertama, lalu coba lagi."
    raise KnownError(message, "Tidak ada yang dimasukkan.", remedy)


def _workbook_records(shape: Shape) -> Iterator[Record]:
    heading = True
    for number, row in _sheet(shape.path):
        filled = any(shown(cell).strip() for cell in row)
        if filled and not heading:
            yield number, row
        heading = heading and not filled


def _sheet(path: Path) -> Iterator[tuple[int, list[Any]]]:
    with CalamineWorkbook.from_path(path) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        first = (sheet.start or (0, 0))[0]
        rows = sheet.to_python(skip_empty_area=True)
    yield from enumerate(rows, start=first + 1)


def shown(cell: object) -> str:
    """Write a cell as its reader sees it; a whole number has no decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dict | list):
        return json.dumps(cell, ensure_ascii=False)
    return str(cell)
