"""A second encrypted file for tokens that find no place in the keyring."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.store.database import Connection


FILE_NAME = "vault.db"


class Vault:
    """Secrets by name, under a key of its own; opened for each use.

    Each method raises KnownError when the file cannot be read or written.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / FILE_NAME
        self._key = key

    def read(self, name: str) -> str | None:
        """Give a secret, None when there is none."""
        if not self._path.exists():
            return None
        with self._opened() as connection:
            row = connection.execute(
                "SELECT value FROM secret WHERE name = ?", (name,)
            ).fetchone()
        return row[0] if row else None

    def save(self, name: str, value: str) -> None:
        """Store a secret."""
        with self._opened() as connection:
            connection.execute(
                "INSERT INTO secret VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def forget(self, name: str) -> None:
        """Erase a secret."""
        if not self._path.exists():
            return
        with self._opened() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("DELETE FROM secret WHERE name = ?", (name,))

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        connection = None
        try:
            connection = dbapi2.connect(str(self._path), isolation_level=None)
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS secret"
                " (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
            )
            yield connection
        except dbapi2.DatabaseError as error:
            raise KnownError(
                "Brankas token tidak dapat dibuka atau ditulis.",
                "Pesan Anda tidak berubah.",
                f"Kosongkan ruang, atau hapus {FILE_NAME} dan sambungkan kanal lagi.",
            ) from error
        finally:
            if connection is not None:
                connection.close()
