"""Opening a data folder: its key, its office, its desks and its readers."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kotakmasuk.bootstrap.office import furnish
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.team import Seat
from kotakmasuk.services.desk import Chair, Desk, Office
from kotakmasuk.store import database, settings
from kotakmasuk.system import clock, keys, lock, paths


if TYPE_CHECKING:
    from sqlite_utils import Database

PASSPHRASE = "KOTAKMASUK_PASSPHRASE"  # noqa: S105 -- where it is given, not what
NOBODY = "Petugas"


@dataclass(frozen=True)
class Home:
    """An unlocked data folder.

    `chair` holds who sits at the window; without one the desk's last petugas acts.
    """

    folder: Path
    key: bytes
    office: Office
    chair: Chair | None = None

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / database.FILE_NAME

    def open_reader(self) -> database.Connection:
        """Open a reading connection; raises KnownError."""
        return database.open_reader(self.file, self.key)

    def open_prepared(self) -> database.Connection:
        """Open a reading connection, after the migrations where some are pending."""
        reader = self.open_reader()
        if database.is_current(reader):
            return reader
        reader.close()
        self.open_desk().database.conn.close()
        return self.open_reader()

    def open_desk(self) -> Desk:
        """Open the writing connection, migrate, adopt rules and starters.

        The folder's lock must be held; raises KnownError.
        """
        opened = database.open_writer(self.file, self.key)
        try:
            return self._seated(opened)
        except BaseException:
            opened.conn.close()
            raise

    def _seated(self, opened: "Database") -> Desk:
        from kotakmasuk.services import contacts, rules, templates

        desk = Desk(
            database=opened,
            office=self.office,
            device=_device(opened),
            seat=self.chair or (lambda: _petugas(opened)),
            entropy=clock.entropy,
        )
        rules.adopt(desk)
        contacts.adopt_emergency(desk)
        templates.adopt_starters(desk)
        return desk

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Hold the folder's lock and a desk for a while."""
        held = lock.hold(self.folder)
        try:
            desk = self.open_desk()
            try:
                yield desk
            finally:
                desk.database.conn.close()
        finally:
            held.release()


def _petugas(opened: "Database") -> Seat:
    return Seat(settings.load(opened.conn).officer or NOBODY)


def _device(opened: "Database") -> str:
    known = settings.internal(opened.conn, "device")
    if known is None:
        known = uuid7(clock.now(), clock.entropy(10))
        settings.set_internal(opened, "device", known)
    return known


def open_home(
    folder: Path | None = None, *, ask: Callable[[], str] | None = None
) -> Home:
    """Unlock the data folder: keyring, KOTAKMASUK_PASSPHRASE, then `ask`.

    Raises KnownError when there is no inbox yet or nothing opens it.
    """
    folder = folder or paths.data_folder()
    if keys.is_new(folder):
        raise KnownError(
            "Kotak masuk belum dibuat di folder ini.",
            "",
            f"Jalankan kotakmasuk sekali, atau isi {PASSPHRASE} untuk membuatnya.",
        )
    slots = keys.load(folder)
    key = keys.from_keyring(slots)
    if key is None and PASSPHRASE in os.environ:
        key = keys.unlock(slots, os.environ[PASSPHRASE])
    if key is None and ask is not None:
        key = keys.unlock(slots, ask())
    if key is None:
        raise KnownError(
            "Kotak masuk terkunci: keyring tidak memberi kuncinya.",
            "Data Anda aman.",
            f"Isi {PASSPHRASE} dengan kata sandinya, lalu ulangi.",
        )
    return home_of(folder, key)


def create_home(folder: Path, passphrase: str | None) -> tuple[Home, tuple[str, ...]]:
    """Make a new inbox; gives it and the recovery words, shown only this once."""
    with lock.hold(folder):
        return make_home(folder, passphrase)


def make_home(folder: Path, passphrase: str | None) -> tuple[Home, tuple[str, ...]]:
    """Make a new inbox in a folder whose lock is held.

    Raises KnownError where an inbox lies whose keys are lost.
    """
    if keys.is_new(folder) and (folder / database.FILE_NAME).exists():
        raise KnownError(
            f"Di folder ini ada kotak masuk, tetapi {keys.FILE_NAME} hilang.",
            "Kotak masuk itu tidak diubah.",
            f"Pulihkan {keys.FILE_NAME} dari cadangan, atau pakai folder lain.",
        )
    from kotakmasuk.bootstrap import resources

    key, chosen = keys.create(
        folder,
        entropy=clock.entropy,
        words=resources.recovery_words(paths.resources_folder()),
        passphrase=passphrase,
    )
    home = home_of(folder, key)
    home.open_desk().database.conn.close()
    return home, chosen


def open_or_create(folder: Path | None = None) -> Home:
    """Open the inbox, or make one headless with a keyring or KOTAKMASUK_PASSPHRASE."""
    folder = folder or paths.data_folder()
    if not keys.is_new(folder):
        return open_home(folder)
    return create_home(folder, os.environ.get(PASSPHRASE))[0]


def home_of(
    folder: Path, key: bytes, *, now: Callable[[], int] = clock.now, tokens: bool = True
) -> Home:
    """Join the parts for an unlocked folder; without `tokens` they stay in the vault."""
    return Home(folder, key, furnish(folder, key, now=now, keyring=tokens))
