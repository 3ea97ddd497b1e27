"""Opening the encrypted file: one writer, many readers, migrations with a backup.

Readers are plain SQLCipher connections, so that the first paint needs no sqlite_utils.
"""

import importlib
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.store import migrations


if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

Connection = dbapi2.Connection
FILE_NAME = "inbox.db"
BACKUPS = "cadangan"
PATIENCE = 5000  # ms to wait for another program's lock
SAFE = "Data Anda tidak berubah."
WHOLE = "Yang sudah tersimpan tetap ada; perubahan ini tidak disimpan separuh."


def _unlock(connection: Connection, key: bytes) -> None:
    # SQLCipher would write its own lines beside our sentence.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    connection.execute("PRAGMA temp_store = MEMORY")


def _open(path: Path, key: bytes, *, read_only: bool) -> Connection:
    mode = "ro" if read_only else "rwc"
    try:
        connection = dbapi2.connect(
            f"file:{_quoted(path)}?mode={mode}",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            cached_statements=256,
        )
    except dbapi2.Error as error:
        raise unreadable(path, error) from error
    try:
        _unlock(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        raise unreadable(path, error) from error
    return connection


def _quoted(path: Path) -> str:
    return path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def unreadable(path: Path, error: Exception) -> KnownError:
    """Tell in words why the file could not be opened."""
    if "locked" in str(error):
        return KnownError(
            "Kotak masuk sedang dipakai program lain.",
            SAFE,
            "Tutup program itu, lalu coba lagi.",
        )
    if "unable to open" in str(error):
        return KnownError(
            f"Berkas {path.name} tidak dapat dibuka.",
            SAFE,
            "Periksa hak akses folder data.",
        )
    return KnownError(
        f"Berkas {path.name} tidak dapat dibaca: rusak atau kuncinya bukan kunci ini.",
        "Berkas itu tidak diubah.",
        f"Periksa kata sandi, atau pulihkan cadangan di folder “{BACKUPS}”.",
    )


def open_reader(path: Path, key: bytes) -> Connection:
    """Open the file for reading only; raises KnownError when it cannot be read."""
    if not path.exists():
        raise KnownError(
            "Kotak masuk belum dibuat di folder ini.",
            "",
            "Jalankan kotakmasuk sekali untuk membuatnya.",
        )
    connection = _open(path, key, read_only=True)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_writer(path: Path, key: bytes) -> "Database":
    """Open or create the file for writing and bring it up to date.

    Raises KnownError for a damaged file, a wrong key, or a newer version's file.
    """
    from sqlite_utils import Database

    existed = path.exists()
    connection = _open(path, key, read_only=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        database = Database(connection)
        migrate(database, backup_of=path if existed else None)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise _told(error) or unreadable(path, error) from error
    except BaseException:
        connection.close()
        raise
    return database


def migrate(
    database: "Database",
    *,
    backup_of: Path | None = None,
    stop_before: str | None = None,
) -> None:
    """Apply the pending migrations, after a copy of the file when there are any.

    Foreign keys are off while tables change and are checked before each commit.
    """
    known = _registered()
    applied = {one.name for one in known.applied(database)}
    _refuse_newer(applied)
    if not known.pending(database):
        return
    if backup_of is not None and applied:
        _back_up(database, backup_of)
    database.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        known.apply(database, stop_before=stop_before)
    finally:
        database.conn.execute("PRAGMA foreign_keys = ON")


def is_current(reader: Connection) -> bool:
    """Tell whether no migration is pending; raises KnownError for a newer file.

    Plain SQL, so that a start need not load sqlite_utils.
    """
    try:
        rows = reader.execute("SELECT name FROM _sqlite_migrations").fetchall()
    except dbapi2.OperationalError:
        return False
    applied = {row[0] for row in rows}
    _refuse_newer(applied)
    return applied == set(migration_names())


def migration_names() -> list[str]:
    """List the migrations in their order."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules(migrations.__path__)
        if module.name.startswith("m")
    )


def _registered() -> "Migrations":
    from sqlite_utils import Migrations

    known = Migrations("kotakmasuk")
    for name in migration_names():
        module = importlib.import_module(f"{migrations.__name__}.{name}")
        known(name=name)(_checked(module.apply))
    return known


def _checked(apply: Callable[["Database"], None]) -> Callable[["Database"], None]:
    def run(database: "Database") -> None:
        apply(database)
        broken = database.conn.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            message = f"a migration left a broken reference: {broken}"
            raise RuntimeError(message)

    return run


def _refuse_newer(applied: set[str]) -> None:
    unknown = applied - set(migration_names())
    if unknown:
        raise KnownError(
            "Kotak masuk ini dibuat oleh versi Kotak Masuk yang lebih baru.",
            "Isinya tidak diubah.",
            "Pasang versi terbaru, lalu buka lagi.",
        )


def _back_up(database: "Database", path: Path) -> None:
    """Copy the file beside itself under the next free number.

    While somebody reads, what was written last still lies in the log beside it.
    """
    database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = path.parent / BACKUPS
    numbers = [int(one.stem.rpartition("-")[2]) for one in folder.glob("*-[0-9]*.db")]
    copy = folder / f"{path.stem}-{max(numbers, default=0) + 1:03}.db"
    try:
        folder.mkdir(exist_ok=True)
        for source, target in _with_log(path, copy):
            shutil.copy2(source, target)
    except OSError as error:
        for _, target in _with_log(path, copy):
            target.unlink(missing_ok=True)
        raise KnownError(
            "Cadangan sebelum pembaruan tidak dapat dibuat.",
            SAFE,
            "Kosongkan ruang atau periksa hak akses folder data, lalu buka lagi.",
        ) from error


def _with_log(path: Path, copy: Path) -> list[tuple[Path, Path]]:
    logs = [one.with_name(f"{one.name}-wal") for one in (path, copy)]
    held = logs[0].exists() and logs[0].stat().st_size > 0
    return [(path, copy), (logs[0], logs[1])] if held else [(path, copy)]


@contextmanager
def atomic(database: "Database") -> Iterator[None]:
    """Write all or nothing; raises KnownError when the disk will not take it."""
    try:
        with database.atomic():
            yield
    except dbapi2.DatabaseError as error:
        told = _told(error)
        if told is None:
            raise
        raise told from error


PROBLEMS = {
    "disk is full": ("Ruang penyimpanan penuh.", "Kosongkan ruang, lalu coba lagi."),
    "disk I/O error": (
        "Penyimpanan tidak dapat ditulis.",
        "Periksa disk dan ruangnya.",
    ),
    "is locked": (
        "Kotak masuk sedang dipakai program lain.",
        "Coba lagi sebentar lagi.",
    ),
    "readonly database": (
        "Berkas kotak masuk tidak boleh ditulis.",
        "Periksa hak aksesnya.",
    ),
    "image is malformed": (
        "Berkas kotak masuk rusak.",
        f"Pulihkan cadangan di folder “{BACKUPS}”.",
    ),
}


def _told(error: Exception) -> KnownError | None:
    for sign, (message, remedy) in PROBLEMS.items():
        if sign in str(error):
            return KnownError(message, WHOLE, remedy)
    return None


def broken_references(reader: Connection) -> list[str]:
    """Name each row that points at nothing."""
    rows = reader.execute("PRAGMA foreign_key_check")
    return [f"{row[0]} {row[1]} -> {row[2]}" for row in rows]


def broken_pages(reader: Connection) -> list[str]:
    """Name what the file's own check finds damaged."""
    try:
        rows = reader.execute("PRAGMA integrity_check(20)").fetchall()
    except dbapi2.DatabaseError as error:
        return [str(error)]
    return [row[0] for row in rows if row[0] != "ok"]
