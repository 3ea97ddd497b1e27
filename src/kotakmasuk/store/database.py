"""Opening the encrypted file: one writer, many readers, migrations with a backup.

Readers are plain SQLCipher connections, so that the first paint needs no sqlite_utils.
"""

import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.store import migrations


if TYPE_CHECKING:
    from sqlite_utils import Database

Connection = dbapi2.Connection
FILE_NAME = "inbox.db"
SAFE = "Data Anda tidak berubah."


def _unlock(connection: Connection, key: bytes) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA temp_store = MEMORY")


def _open(path: Path, key: bytes, *, read_only: bool) -> Connection:
    mode = "ro" if read_only else "rwc"
    connection = dbapi2.connect(
        f"file:{_quoted(path)}?mode={mode}",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        _unlock(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        raise damaged(path, error) from error
    return connection


def _quoted(path: Path) -> str:
    return path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def damaged(path: Path, error: Exception) -> KnownError:
    """Tell in words why the file could not be opened."""
    if "locked" in str(error):
        return KnownError(
            "Kotak masuk sedang dipakai program lain.",
            SAFE,
            "Tutup program itu, lalu coba lagi.",
        )
    return KnownError(
        f"Berkas {path.name} tidak dapat dibaca: rusak atau kuncinya bukan kunci ini.",
        "Berkas itu tidak diubah.",
        "Periksa kata sandi, atau pulihkan cadangan di folder “cadangan”.",
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
    pending = known.pending(database)
    _refuse_newer({applied.name for applied in known.applied(database)})
    if not pending:
        return
    if backup_of is not None:
        _back_up(database, backup_of)
    database.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        known.apply(database, stop_before=stop_before)
    finally:
        database.conn.execute("PRAGMA foreign_keys = ON")


def migration_names() -> list[str]:
    """List the migrations in their order."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules(migrations.__path__)
        if module.name.startswith("m")
    )


def _registered():  # type: ignore[no-untyped-def]
    from sqlite_utils import Migrations

    known = Migrations("kotakmasuk")
    for name in migration_names():
        module = importlib.import_module(f"{migrations.__name__}.{name}")
        known(name=name)(_checked(module.apply))
    return known


def _checked(apply):  # type: ignore[no-untyped-def]
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
    database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = path.parent / "cadangan"
    folder.mkdir(exist_ok=True)
    number = len(list(folder.glob(f"{path.stem}-*.db"))) + 1
    shutil.copy2(path, folder / f"{path.stem}-{number:03}.db")


@contextmanager
def atomic(database: "Database") -> Iterator[None]:
    """Write all or nothing; raises KnownError when the disk will not take it."""
    try:
        with database.atomic():
            yield
    except dbapi2.OperationalError as error:
        raise _told(error) from error


def _told(error: Exception) -> Exception:
    kept = "Yang sudah tersimpan tetap ada; perubahan ini tidak disimpan separuh."
    if "full" in str(error) or "disk I/O" in str(error):
        return KnownError(
            "Ruang penyimpanan penuh atau rusak.", kept, "Kosongkan ruang, lalu coba lagi."
        )
    if "locked" in str(error):
        return KnownError(
            "Kotak masuk sedang dipakai program lain.", kept, "Coba lagi sebentar lagi."
        )
    if "readonly" in str(error):
        return KnownError(
            "Berkas kotak masuk tidak boleh ditulis.", kept, "Periksa hak akses foldernya."
        )
    return error


def broken_references(reader: Connection) -> list[str]:
    """Name each row that points at nothing."""
    rows = reader.execute("PRAGMA foreign_key_check")
    return [f"{row[0]} {row[1]} -> {row[2]}" for row in rows]


def broken_pages(reader: Connection) -> list[str]:
    """Name what the file's own check finds damaged."""
    rows = reader.execute("PRAGMA integrity_check(20)")
    return [row[0] for row in rows if row[0] != "ok"]
