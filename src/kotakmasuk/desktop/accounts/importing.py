"""Decides the way of a file into the inbox: look, map, read, report.

The one rule: it holds no widget; what was read before a cancel or an error stays.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.accounts.wording import say
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import importing as service
from kotakmasuk.services.importing import ImportReport


FIELDS = ("text", "sent_at", "author", "remote_id", "url", "tag", "answered_at")
NEEDED = ("text", "sent_at")


@dataclass(frozen=True)
class Looked:
    """The beginning of a file: its columns, its first rows, and how it was understood."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Mapping[str, str]
    facts: str


class ImportPresenter(QObject):
    """Emits what a file looks like, what came of it, or why it could not be read."""

    looked = Signal(object)
    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Nothing is read before `look`."""
        super().__init__()
        self._work = workplace
        self._stopped = threading.Event()
        self.path: Path | None = None
        self.running = False
        self.read = 0

    def look(self, path: Path) -> None:
        """Look at the beginning of a file, away from the window's thread."""
        self.path = path
        office = self._work.office
        self._work.lanes.network(
            0,
            lambda _: service.preview(office, path),
            then=lambda found: self._show(path, found),
            failed=self.refused.emit,
        )

    def start(self, account: str, mapping: Mapping[str, str], zone: str) -> None:
        """Store the file's lines under an account, in batches."""
        if self.path is None or self.running:
            return
        self._stopped = threading.Event()
        stopped, closing = self._stopped, self._work.lanes.is_closing
        self.running, self.read = True, 0
        self._work.lanes.network(
            0,
            service.import_file,
            self.path,
            account=account.strip(),
            mapping=dict(mapping),
            zone=zone,
            progress=self._count,
            cancelled=lambda: stopped.is_set() or closing(),
            then=self._finish,
            failed=self._fail,
        )

    def stop(self) -> None:
        """End after the present batch; what was stored stays."""
        self._stopped.set()

    def _count(self, read: int) -> None:
        # Called on the lane; the dialog looks at the number by its own clock.
        self.read = read

    def _show(self, path: Path, found: Any) -> None:
        if path == self.path:
            self.looked.emit(
                Looked(found.columns, found.rows, found.guessed, facts_words(found))
            )

    def _finish(self, report: ImportReport) -> None:
        self.running = False
        touched = report.changes | Changes(accounts=frozenset((report.account,)))
        self._work.lanes.changed.emit(touched, self)
        self.finished.emit(report)

    def _fail(self, error: KnownError) -> None:
        self.running = False
        if self.read:
            # Whole batches were stored before; every list has to be read again.
            touched = Changes(conversations=frozenset((0,)), accounts=frozenset((0,)))
            self._work.lanes.changed.emit(touched, self)
        self.refused.emit(error)


def field_words(field: str) -> str:
    """What a field of a message is called in the mapping."""
    words = {
        "text": say("Isi pesan"),
        "sent_at": say("Waktu pesan"),
        "author": say("Nama penulis"),
        "remote_id": say("Nomor atau ID"),
        "url": say("Tautan"),
        "tag": say("Tag atau kategori"),
        "answered_at": say("Waktu dijawab"),
    }
    return words[field]


def facts_words(found: Any) -> str:
    """How a file was understood, in one line of words."""
    kinds = {"csv": "CSV", "xlsx": "XLSX", "jsonl": "JSON Lines"}
    delimiters = {
        ",": say("koma (,)"),
        ";": say("titik koma (;)"),
        "\t": say("tab"),
        "|": say("garis tegak (|)"),
    }
    facts = [kinds.get(found.kind, found.kind)]
    if found.encoding:
        facts.append(say("aksara {name}").format(name=found.encoding.upper()))
    if found.delimiter:
        sign = delimiters.get(found.delimiter, found.delimiter)
        facts.append(say("pemisah {sign}").format(sign=sign))
    if found.date_format:
        facts.append(say("tanggal {form}").format(form=date_words(found.date_format)))
    facts.append(say("{n} kolom").format(n=len(found.columns)))
    return ", ".join(facts)


def date_words(form: str) -> str:
    """A date format in words: "dd/mm/yyyy" is "hari/bulan/tahun"."""
    parts = (("yyyy", "tahun"), ("mm", "bulan"), ("dd", "hari"), ("yy", "tahun"))
    for short, word in parts:
        form = form.replace(short, word)
    return form


def wrong_mapping(account: str, mapping: Mapping[str, str]) -> dict[str, str]:
    """Say of each needed field what is missing; `account` is one of them."""
    words = say("Pilih kolom untuk {field}.")
    wrong = {
        field: words.format(field=field_words(field).lower())
        for field in NEEDED
        if not mapping.get(field)
    }
    if not account.strip():
        wrong["account"] = say("Tulis nama kanal, misalnya LAPOR! 2026.")
    return wrong
