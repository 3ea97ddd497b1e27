"""A second encrypted file for tokens that find no place in the keyring."""

from pathlib import Path

from sqlcipher3 import dbapi2


FILE_NAME = "vault.db"


class Vault:
    """Secrets by name, under a key of its own; opened for each use."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / FILE_NAME
        self._key = key

    def read(self, name: str) -> str | None:
        """Give a secret, None when there is none."""
        if not self._path.exists():
            return None
        connection = self._open()
        try:
            row = connection.execute(
                "SELECT value FROM secret WHERE name = ?", (name,)
            ).fetchone()
        finally:
            connection.close()
        return row[0] if row else None

    def save(self, name: str, value: str) -> None:
        """Store a secret."""
        connection = self._open()
        try:
            connection.execute(
                "INSERT INTO secret VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
        finally:
            connection.close()

    def forget(self, name: str) -> None:
        """Erase a secret."""
        if not self._path.exists():
            return
        connection = self._open()
        try:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("DELETE FROM secret WHERE name = ?", (name,))
        finally:
            connection.close()

    def _open(self) -> dbapi2.Connection:
        connection = dbapi2.connect(str(self._path), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS secret"
            " (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
        )
        return connection
