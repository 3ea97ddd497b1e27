"""Templates as a table: reading and writing CSV as spreadsheets make it.

The one rule to know: a column that is not in the table changes nothing; an empty cell of
a column that is there empties the field.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template, faults_of, shortcut_of
from kotakmasuk.domain.wording import MONTHS


COLUMNS = {
    "judul": "title",
    "kategori": "folder",
    "isi": "body",
    "dasar": "basis",
    "pemilik": "owner",
    "berlaku_sampai": "expires_on",
    "pintasan": "shortcut",
    "tag": "tags",
}
VARIANT = "varian_"
NO_FOLDER = "Lainnya"
NEW, CHANGED, SAME, REFUSED = ACTIONS = ("new", "changed", "same", "refused")
UNTOUCHED = "Templat yang sudah ada tidak berubah."
_NEEDED = ("judul", "isi")
_SEPARATORS = ";,\t"
# A spreadsheet would run a cell that begins so; the apostrophe keeps it a text.
_RUNS = ("=", "+", "-", "@")
_DATE = re.compile(r"(\d{1,2})[/.\s-](\d{1,2}|[a-z]+)[/.\s-](\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One template as a file tells it; `given` holds the fields that it has."""

    line: int
    given: Mapping[str, Any]
    file: str = ""


@dataclass(frozen=True)
class Planned:
    """What an import would do with one row; `reason` says why it is refused."""

    line: int
    action: str
    template: Template
    reason: str = ""
    file: str = ""


def read_table(content: bytes) -> list[Row]:
    """Read the rows of a CSV; raises KnownError where it is none."""
    text = _decoded(content)
    separator, text, skipped = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        head = [name.strip().casefold() for name in next(reader, [])]
        _refuse_head(head)
        return [
            Row(line + skipped, _given(head, cells))
            for line, cells in _with_lines(reader)
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise _unread(f"baris {reader.line_num + skipped} tidak utuh") from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unread("hurufnya bukan UTF-8") from error


def _unread(why: str) -> KnownError:
    return KnownError(
        f"Berkas itu tidak dapat dibaca sebagai CSV: {why}.",
        UNTOUCHED,
        "Simpan dari lembar kerja sebagai “CSV UTF-8”, lalu coba lagi.",
    )


def _separator(text: str) -> tuple[str, str, int]:
    """Excel writes semicolons where commas are decimal, and may say so in a first line."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == len("sep=") + 1:
        return told[-1], rest, 1
    return max(_SEPARATORS, key=first.count), text, 0


def _refuse_head(head: Sequence[str]) -> None:
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        raise KnownError(
            f"Kolom {' dan '.join(missing)} tidak ada di baris pertama.",
            UNTOUCHED,
            f"Kolom yang dikenal: {', '.join(COLUMNS)}, varian_x, varian_instagram, …",
        )
    strange = {
        name
        for name in head
        if name.startswith(VARIANT) and name.removeprefix(VARIANT) not in PLATFORMS
    }
    if strange:
        raise KnownError(
            f"Kolom {', '.join(sorted(strange))} menyebut platform yang tidak dikenal.",
            UNTOUCHED,
            f"Platform: {', '.join(sorted(PLATFORMS))}.",
        )


def _with_lines(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line on which it begins."""
    begins = reader.line_num + 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1


def _given(head: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    variants: dict[str, str] = {}
    for name, cell in zip(head, [*cells, *[""] * len(head)], strict=False):
        value = _unguarded(cell.replace("\r\n", "\n").strip())
        if name.startswith(VARIANT):
            variants[name.removeprefix(VARIANT)] = value
        elif name in COLUMNS:
            given[COLUMNS[name]] = value
    if "shortcut" in given:
        given["shortcut"] = shortcut_of(given["shortcut"])
    if "tags" in given:
        given["tags"] = tags_in(given["tags"])
    if "expires_on" in given:
        given["expires_on"] = iso_date(given["expires_on"])
    return {**given, **({"variants": variants} if variants else {})}


def tags_in(typed: str) -> tuple[str, ...]:
    """The tags that were typed with commas between them, each once."""
    words = (word.strip().lstrip("#").strip() for word in typed.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def iso_date(typed: str) -> str:
    """An ISO date for "31/01/2027" or "31 Januari 2027"; the rest stays as typed."""
    match = _DATE.fullmatch(typed.strip())
    if match is None:
        return typed.strip()
    names = [month.casefold() for month in MONTHS]
    word = match[2].casefold()
    found = [place for place, name in enumerate(names, 1) if name.startswith(word)]
    month = int(word) if word.isdecimal() else (found[0] if len(found) == 1 else 0)
    try:
        return date(int(match[3]), month, int(match[1])).isoformat()
    except ValueError:
        return typed.strip()


def plan(current: Sequence[Template], rows: Iterable[Row]) -> tuple[Planned, ...]:
    """Decide for each row what it would do; the same key or title is the same template."""
    by_name = {one.title.casefold(): one for one in current}
    by_name |= {f"\0{one.key}": one for one in current if one.key}
    coming = {one.uid: one for one in current}
    planned: list[Planned] = []
    met: set[str] = set()
    for row in rows:
        title = str(row.given.get("title", "")).strip()
        old = by_name.get(f"\0{row.given.get('key', '')}") or by_name.get(
            title.casefold()
        )
        wanted = _merged(old, row.given)
        reason = _twice(title, met) or _fault(wanted, list(coming.values()))
        met.add(title.casefold())
        if not reason:
            name = wanted.uid or f"\0{row.line} {row.file}"
            coming[name] = replace(wanted, uid=name)
        action = REFUSED if reason else _action(old, wanted)
        planned.append(Planned(row.line, action, wanted, reason, row.file))
    return tuple(planned)


def _twice(title: str, met: set[str]) -> str:
    if title and title.casefold() in met:
        return "Judul ini sudah ada di baris sebelumnya."
    return ""


def _fault(wanted: Template, others: Sequence[Template]) -> str:
    return next(iter(faults_of(wanted, others).values()), "")


def _action(old: Template | None, wanted: Template) -> str:
    if old is None:
        return NEW
    return SAME if wanted == old else CHANGED


def _merged(old: Template | None, given: Mapping[str, Any]) -> Template:
    start = old or Template(uid="", key="", title="", folder="", body="")
    values = dict(given)
    if "variants" in values:
        together = {**start.variants, **values["variants"]}
        values["variants"] = {name: body for name, body in together.items() if body}
    if "pictures" in values:
        # Files are named for their folder; the same picture keeps its own name.
        names = {one.digest: one.name for one in start.pictures}
        values["pictures"] = tuple(
            replace(one, name=names.get(one.digest, one.name))
            for one in values["pictures"]
        )
    if old is not None:
        values |= {"uid": old.uid, "key": old.key or values.get("key", "")}
    merged = replace(start, **values)
    return replace(merged, folder=merged.folder or NO_FOLDER)


def write_table(templates: Sequence[Template]) -> bytes:
    """Write templates as CSV: UTF-8 with its mark, so that a spreadsheet reads it."""
    platforms = sorted({name for one in templates for name in one.variants})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    variants = [f"{VARIANT}{name}" for name in platforms]
    writer.writerow(["judul", "kategori", "isi", *variants, *list(COLUMNS)[3:]])
    for one in templates:
        rest = (one.basis, one.owner, one.expires_on, one.shortcut, ", ".join(one.tags))
        bodies = (one.variants.get(name, "") for name in platforms)
        cells = (one.title, one.folder, one.body, *bodies, *rest)
        writer.writerow([_guarded(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_RUNS, "'")) else cell


def _unguarded(cell: str) -> str:
    return (
        cell[1:]
        if cell.startswith("'") and cell[1:].startswith((*_RUNS, "'"))
        else cell
    )
