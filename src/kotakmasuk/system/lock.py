"""One process at a time writes, sends or migrates; the others are told so."""

from pathlib import Path

from filelock import FileLock, Timeout

from kotakmasuk.domain.errors import KnownError


class InUse(KnownError):
    """Another process holds the data folder."""


def hold(folder: Path, *, wait: float = 0.0) -> FileLock:
    """Take the folder's lock for as long as the process lives.

    Raises InUse, or KnownError where nothing may be written.

    The lock is the operating system's: it goes when the process dies, however it dies.
    """
    lock = FileLock(folder / "lock", timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        raise InUse(
            "Kotak Masuk sudah terbuka untuk folder data ini.",
            "Tidak ada yang berubah.",
            "Pakai jendela yang sudah terbuka, atau tutup dulu.",
        ) from error
    except OSError as error:
        raise KnownError(
            f"Folder data {folder} tidak boleh ditulis.",
            "Tidak ada yang berubah.",
            "Periksa hak akses folder itu.",
        ) from error
    return lock
