"""Messages from a file: a preview to check, then one message a line.

A line that cannot be taken is named with its reason; the same file read again gives the
same ids, so nothing is stored twice.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kotakmasuk.connectors.files.dates import DateReader, Moment, day_first, format_of
from kotakmasuk.connectors.files.tables import Record, Shape, records, shape_of, shown
from kotakmasuk.connectors.kit.files import FIELDS, Preview, Rejected
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import import_id
from kotakmasuk.domain.messages import Author, Form, Incoming
from kotakmasuk.domain.tags import tag_name


PREVIEW_ROWS = 20
PREVIEW_SAMPLE = 2_000
LONGEST_TEXT = 100_000
LONGEST_TAG = 40
NEEDED = ("text", "sent_at")
GUESSES = {
    "text": "text teks isi pesan message komentar comment aduan keluhan laporan isi_aduan "
    "isi_laporan content konten body uraian deskripsi tweet full_text caption",
    "sent_at": "sent_at received diterima tanggal waktu tgl date timestamp created_at "
    "created_time datetime time tanggal_masuk waktu_masuk dibuat",
    "remote_id": "remote_id id id_pesan nomor no_tiket tiket ticket ticket_id kode "
    "tracking_id message_id comment_id tweet_id",
    "author": "author pengirim nama pelapor username user akun handle from sender penulis",
    "url": "url link tautan permalink",
    "tag": "tag topik topic kategori category label",
    "answered_at": "answered_at answered dijawab ditanggapi waktu_jawab tanggal_jawab "
    "replied_at selesai",
}


def preview(path: Path, settings: Mapping[str, str]) -> Preview:
    """Look at the beginning of a file; KnownError when it is none that is read.

    `settings` may name columns for fields, as the mapping of an earlier file did.
    """
    shape = shape_of(path)
    sample = list(islice(records(shape), PREVIEW_SAMPLE))
    guessed = _guess(shape.columns, settings)
    return Preview(
        kind=shape.kind,
        columns=shape.columns,
        rows=tuple(_shown_row(shape, cells) for _line, cells in sample[:PREVIEW_ROWS]),
        guessed=guessed,
        encoding=shape.encoding,
        delimiter=shape.delimiter,
        date_format=_date_format(shape, sample, guessed),
    )


def rows(
    path: Path, mapping: Mapping[str, str], *, zone: str, account: str
) -> Iterator[Incoming | Rejected]:
    """Read a file line by line; KnownError for the file, Rejected for a line.

    `mapping` is field to column; `zone` is for times without one.
    """
    shape = shape_of(path)
    places = _places(shape, mapping)
    dates = DateReader(_zone(zone), _day_first(shape, places))
    reading = _Reading(places, dates, account, shape.columns)
    for line, cells in records(shape):
        yield _message(reading, line, cells)


@dataclass
class _Reading:
    """What one reading of a file needs; `seen` counts equal lines without an id."""

    places: Mapping[str, int]
    dates: DateReader
    account: str
    columns: tuple[str, ...]
    seen: Counter[tuple[int, str, str]] = field(default_factory=Counter)

    def cell(self, cells: Sequence[object], name: str) -> object:
        place = self.places.get(name)
        return cells[place] if place is not None and place < len(cells) else None

    def text(self, cells: Sequence[object], name: str) -> str:
        return shown(self.cell(cells, name)).strip()


def _message(
    reading: _Reading, line: int, cells: Sequence[object] | None
) -> Incoming | Rejected:
    if cells is None:
        return Rejected(line, "bukan JSON yang utuh")
    reason = _unfit(reading, cells)
    if reason:
        return Rejected(line, reason)
    sent = reading.dates.read(reading.cell(cells, "sent_at"))
    answered = reading.dates.read(reading.cell(cells, "answered_at"))
    late = reading.text(cells, "answered_at")
    if sent is None or (answered is None and late):
        what, written = ("waktu jawaban", late) if sent else ("waktu", "")
        return Rejected(line, _no_time(what, written or reading.text(cells, "sent_at")))
    return _incoming(reading, cells, sent, answered)


def _unfit(reading: _Reading, cells: Sequence[object]) -> str:
    """Say why a line cannot be taken, or nothing."""
    text = reading.text(cells, "text")
    whole = "".join(shown(cell) for cell in cells)
    reasons = {
        "jumlah kolom melebihi judulnya": len(cells) > len(reading.columns)
        and any(shown(cell).strip() for cell in cells[len(reading.columns) :]),
        "memuat byte NUL; berkas rusak di baris ini": "\x00" in whole,
        "memuat huruf yang rusak": "\ufffd" in whole or not _storable(whole),
        "teks kosong": not text,
        "lebih panjang dari 100.000 huruf": len(text) > LONGEST_TEXT,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_time(what: str, written: str) -> str:
    return f"{what} tidak mungkin: “{written[:40]}”" if written else f"{what} kosong"


def _incoming(
    reading: _Reading, cells: Sequence[object], sent: Moment, answered: Moment | None
) -> Incoming:
    text, name = reading.text(cells, "text"), reading.text(cells, "author")
    remote_id = reading.text(cells, "remote_id")
    if not remote_id:
        equal = (sent.at, name, text)
        remote_id = import_id(
            account=reading.account,
            sent_at=sent.at,
            author=name,
            text=text,
            occurrence=reading.seen[equal],
        )
        reading.seen[equal] += 1
    url = reading.text(cells, "url")
    return Incoming(
        remote_id=remote_id,
        conversation=remote_id,
        form=Form.NOTE,
        public=False,
        author=Author(name or f"anonim:{remote_id}", name=name or "Anonim"),
        text=text,
        sent_at=sent.at,
        sent_offset=sent.offset,
        url=url if url.startswith(("https://", "http://")) else "",
        answered_at=answered.at if answered else None,
        tags=_tags(reading.text(cells, "tag")),
        raw=_raw(reading.columns, cells),
    )


def _raw(columns: tuple[str, ...], cells: Sequence[object]) -> str:
    values = {name: shown(cell) for name, cell in zip(columns, cells, strict=False)}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _tags(written: str) -> tuple[str, ...]:
    parts = written.replace(";", ",").replace("|", ",").split(",")
    named = (part.strip()[:LONGEST_TAG] for part in parts if re.search(r"\w", part))
    return tuple(dict.fromkeys(map(tag_name, named)))


def _guess(columns: Sequence[str], settings: Mapping[str, str]) -> dict[str, str]:
    """Find a column for each field by its name, the likelier name first."""
    by_name = {name.strip().casefold().replace(" ", "_"): name for name in columns}
    guessed: dict[str, str] = {}
    for each, names in GUESSES.items():
        wanted = settings.get(each, "")
        found = wanted if wanted in columns else ""
        found = found or next((by_name[n] for n in names.split() if n in by_name), "")
        if found and found not in guessed.values():
            guessed[each] = found
    return guessed


def _shown_row(shape: Shape, cells: Sequence[object] | None) -> tuple[str, ...]:
    listed = [shown(cell) for cell in cells or ()][: len(shape.columns)]
    return (*listed, *[""] * (len(shape.columns) - len(listed)))


def _date_format(
    shape: Shape, sample: Sequence[Record], guessed: Mapping[str, str]
) -> str:
    if "sent_at" not in guessed:
        return ""
    place = shape.columns.index(guessed["sent_at"])
    column = [cells[place] for _line, cells in sample if cells and place < len(cells)]
    written = [cell for cell in column if shown(cell).strip()]
    return format_of(written[0], first=day_first(column)) if written else ""


def _places(shape: Shape, mapping: Mapping[str, str]) -> dict[str, int]:
    for name in mapping:
        if name not in FIELDS:
            message = f"Bidang “{name}” tidak dikenal."
            raise KnownError(message, "", f"Yang ada: {', '.join(FIELDS)}.")
    for name in NEEDED:
        if not mapping.get(name):
            message = f"Bidang “{name}” belum dicocokkan dengan kolom."
            raise KnownError(message, "Tidak ada yang dimasukkan.", _existing(shape))
    for column in mapping.values():
        if column and column not in shape.columns:
            message = f"Kolom “{column}” tidak ada di berkas {shape.path.name}."
            raise KnownError(message, "Tidak ada yang dimasukkan.", _existing(shape))
    return {
        name: shape.columns.index(column) for name, column in mapping.items() if column
    }


def _existing(shape: Shape) -> str:
    return f"Kolom yang ada: {', '.join(shape.columns)}."


def _day_first(shape: Shape, places: Mapping[str, int]) -> bool:
    wanted = [places[name] for name in ("sent_at", "answered_at") if name in places]
    return day_first(
        cells[place]
        for _line, cells in records(shape)
        for place in wanted
        if cells is not None and place < len(cells)
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        message = f"Zona waktu “{name}” tidak dikenal."
        raise KnownError(message, "", "Contoh: Asia/Jakarta.") from None
