"""Templates to and from files: one table, or a folder with a file for each.

The one rule to know: an import is looked at before it is done, and then all of it is
stored in one transaction or none of it.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.template_files import key_of, parse_templates, write_template
from kotakmasuk.domain.template_tables import (
    CHANGED,
    NEW,
    REFUSED,
    UNTOUCHED,
    Planned,
    Row,
    plan,
    read_table,
    write_table,
)
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import pictures, template_pictures
from kotakmasuk.services import templates as service
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal, media
from kotakmasuk.store import templates as store
from kotakmasuk.store.database import Connection


TABLE, ENTRY = ".csv", ".toml"
LARGEST = 8 * 1024 * 1024  # bytes of one table or one entry
MOST_FILES = 2000
_GIVEN = (*store.CONTENT, "key", "uid")


@dataclass(frozen=True)
class Intake:
    """What an import would do, row by row; `pictures` are the bytes by digest."""

    planned: tuple[Planned, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)

    def count(self, action: str) -> int:
        """How many rows would be new, changed, same or refused."""
        return Counter(one.action for one in self.planned)[action]


def write_files(reader: Connection, path: Path) -> list[Path]:
    """Write all templates to a table (*.csv) or into a folder; gives the files.

    Raises KnownError where the place cannot be written.
    """
    known = store.listed(reader)
    try:
        if path.suffix.casefold() == TABLE:
            path.write_bytes(write_table(known))
            return [path]
        path.mkdir(parents=True, exist_ok=True)
        return [
            file
            for one in _with_keys(known)
            for file in _write_entry(reader, path, one)
        ]
    except OSError as error:
        raise KnownError(
            f"Templat tidak dapat ditulis ke {path.name or path}: {error.strerror}.",
            "Templat di Kotak Masuk tidak berubah.",
            "Pilih tempat lain, lalu coba lagi.",
        ) from error


def _with_keys(known: Sequence[Template]) -> Iterator[Template]:
    """Each with a key that names its file and no other's."""
    taken: set[str] = set()
    for one in known:
        key = base = one.key or key_of(one.title)
        number = 1
        while key in taken:
            number += 1
            key = f"{base}_{number}"
        taken.add(key)
        yield replace(one, key=key)


def _write_entry(reader: Connection, folder: Path, one: Template) -> Iterator[Path]:
    named = []
    for number, picture in enumerate(one.pictures, start=1):
        suffix = Path(picture.name).suffix
        file = folder / f"{key_of(one.key)}-{number}{suffix}"
        file.write_bytes(pictures.load(reader, picture))
        named.append(replace(picture, name=file.name))
        yield file
    entry = folder / f"{key_of(one.key)}{ENTRY}"
    whole = replace(one, pictures=tuple(named))
    entry.write_text(write_template(whole), encoding="utf-8", newline="\n")
    yield entry


def preview(reader: Connection, path: Path) -> Intake:
    """Say what an import of a table, an entry or a folder of entries would do.

    Raises KnownError where there is nothing that can be read as one.
    """
    if not path.is_dir() and path.suffix.casefold() != ENTRY:
        return Intake(plan(store.listed(reader), read_table(_content(path))))
    files = sorted(path.glob(f"*{ENTRY}")) if path.is_dir() else [path]
    if not files or len(files) > MOST_FILES:
        raise KnownError(
            f"Di folder {path.name} tidak ada berkas templat ({ENTRY})."
            if not files
            else f"Di folder {path.name} ada lebih dari {MOST_FILES} berkas.",
            UNTOUCHED,
            "Pilih folder hasil ekspor templat, atau berkas CSV.",
        )
    found = [_entries(file) for file in files]
    pictures = {name: content for _, some, _ in found for name, content in some.items()}
    rows = [row for some, _, _ in found for row in some]
    refused = [one for _, _, bad in found for one in bad]
    return Intake((*plan(store.listed(reader), rows), *refused), pictures)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise KnownError(
                f"Berkas {path.name} terlalu besar untuk daftar templat.", UNTOUCHED
            )
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"Berkas {path.name} tidak dapat dibaca: {error.strerror}.",
            UNTOUCHED,
            "Periksa nama dan hak aksesnya.",
        ) from error


def _entries(file: Path) -> tuple[list[Row], dict[str, bytes], list[Planned]]:
    """The rows of one file and its pictures, or why it is refused as a whole."""
    rows: list[Row] = []
    pictures: dict[str, bytes] = {}
    try:
        values = tomllib.loads(_content(file).decode("utf-8"))
        for number, one in enumerate(parse_templates(values, file.name), start=1):
            there = [_beside(file, picture, pictures) for picture in one.pictures]
            given: dict[str, Any] = {name: getattr(one, name) for name in _GIVEN}
            given["pictures"] = tuple(there)
            rows.append(Row(number, given, file.name))
    except KnownError as error:
        return [], {}, [_refused(file, error.message)]
    except ValueError as error:
        return [], {}, [_refused(file, f"{file.name} tidak dapat dibaca: {error}.")]
    return rows, pictures, []


def _refused(file: Path, reason: str) -> Planned:
    nothing = Template("", "", file.stem, "", "")
    return Planned(1, REFUSED, nothing, reason, file.name)


def _beside(file: Path, told: Picture, pictures: dict[str, bytes]) -> Picture:
    """A picture that lies in the same folder, never one from elsewhere."""
    if Path(told.name).name != told.name:
        raise KnownError(f"Gambar {told.name} harus berada di folder yang sama.")
    content, media_type = template_pictures.read(file.parent / told.name)
    digest = hashlib.sha256(content).hexdigest()
    pictures[digest] = content
    return Picture(digest, told.name, media_type, len(content), told.alt)


def take_in(desk: Desk, path: Path) -> Intake:
    """Store what is new or changed; refused rows are left out and told."""
    found = preview(desk.database.conn, path)
    wanted = [one for one in found.planned if one.action in (NEW, CHANGED)]
    with desk.atomic():
        for one in wanted:
            for picture in one.template.pictures:
                content = found.pictures.get(picture.digest)
                if content is not None:
                    media.keep(
                        desk.database,
                        content,
                        name=picture.name,
                        media_type=picture.media_type,
                    )
            service.write(desk, one.template)
        journal.append(
            desk.database,
            desk.stamp(),
            "template.import",
            subject="templates",
            payload={"file": path.name, "new": found.count(NEW)}
            | {"changed": found.count(CHANGED), "refused": found.count(REFUSED)},
        )
    return found


def take_in_changes(desk: Desk, path: Path) -> Changes:
    """The same for the window, which only wants to know what to read again."""
    found = take_in(desk, path)
    return Changes(templates=bool(found.count(NEW) + found.count(CHANGED)))
