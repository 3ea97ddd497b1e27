"""Importing a file: read in order, stored in batches, nothing stored twice.

What was good is kept when a line is bad, when the officer cancels, or when the machine
dies: each batch is whole, and importing again stores only what is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from kotakmasuk.connectors.kit.files import FIELDS, Preview, Rejected
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.messages import Incoming, Saved
from kotakmasuk.services import accounts, marking
from kotakmasuk.services.desk import Desk, Office, Write
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import messages


FILES = "files"
__all__ = ["FIELDS", "ImportReport", "import_file", "preview"]
Line = Incoming | Rejected


@dataclass(frozen=True)
class ImportReport:
    """What became of a file's lines; `rejected` are (line, reason in Indonesian)."""

    read: int = 0
    stored: int = 0
    already: int = 0
    rejected: tuple[tuple[int, str], ...] = ()
    account: int = 0
    cancelled: bool = False
    changes: Changes = field(default_factory=Changes)


def preview(office: Office, path: Path) -> Preview:
    """Look at the beginning of a file; raises KnownError when it is none we read."""
    return office.connectors[FILES].files().preview(path, {})


def import_file(  # noqa: PLR0913 -- what, whither, how it is read, and two ways to watch it
    write: Write,
    path: Path,
    *,
    account: str,
    mapping: Mapping[str, str],
    zone: str,
    progress: Callable[[int], None] = lambda _read: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Store a file's lines under an account; `progress` hears how many were read.

    Raises KnownError when the file cannot be read or the disk is full; the batches
    before that stay stored.
    """
    if not account.strip():
        raise KnownError("Nama kanal belum diisi.", "Belum ada yang disimpan.")
    known = write(_account, account.strip())
    lines = write(_open, path, mapping, zone=zone, account=known)
    report = ImportReport(account=known.id)
    while batch := list(islice(lines, messages.LARGEST_BATCH)):
        report = _joined(report, write(_store, known, batch), batch)
        progress(report.read)
        if cancelled():
            return replace(report, cancelled=True)
    return report


def _open(
    desk: Desk, path: Path, mapping: Mapping[str, str], *, zone: str, account: Account
) -> Iterator[Line]:
    reader = desk.office.connectors[FILES].files()
    return iter(reader.rows(path, mapping, zone=zone, account=account.remote_id))


def _store(desk: Desk, account: Account, batch: list[Line]) -> Saved:
    good = [line for line in batch if isinstance(line, Incoming)]
    batch_of_file = messages.Batch(marking.mark_all(desk, good), source="import")
    with desk.atomic():
        return messages.save(desk.database, desk.stamp(), account, batch_of_file)


def _joined(report: ImportReport, saved: Saved, batch: list[Line]) -> ImportReport:
    rejected = [(one.line, one.reason) for one in batch if isinstance(one, Rejected)]
    return ImportReport(
        read=report.read + len(batch),
        stored=report.stored + saved.stored,
        already=report.already + saved.already,
        rejected=(*report.rejected, *rejected),
        account=report.account,
        changes=report.changes
        | Changes(conversations=saved.conversations, arrived=saved.stored),
    )


def _account(desk: Desk, name: str) -> Account:
    """Find the account to import under, or make one of the platform *Berkas*."""
    known = account_store.by_name(desk.database.conn, name)
    if known is not None:
        return known
    stamp = desk.stamp()
    made = Account(
        id=0,
        uid=uuid7(stamp.at, stamp.entropy(10)),
        connector=FILES,
        platform=FILES,
        host="",
        remote_id=name.casefold(),
        handle="",
        name=name,
    )
    changes = accounts.store_account(desk, made, manual=True)
    return account_store.get(desk.database.conn, next(iter(changes.accounts)))
