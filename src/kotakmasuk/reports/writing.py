"""Writing a report to disk: whole or not at all.

A report is written beside its place and then moved there, so that a full disk or a power
cut leaves the earlier one as it was.
"""

import errno
import os
from pathlib import Path

from kotakmasuk.domain.errors import KnownError


KEPT = "Data Anda aman dan berkas lama tidak berubah."
TRY_ANOTHER = "Pilih folder lain, lalu ekspor lagi."
CAUSES = {
    errno.ENOSPC: ("penyimpanan penuh", "Kosongkan ruang atau pilih folder lain."),
    errno.EDQUOT: (
        "jatah penyimpanan habis",
        "Kosongkan ruang atau pilih folder lain.",
    ),
    errno.EACCES: ("folder itu tidak boleh ditulisi", TRY_ANOTHER),
    errno.EPERM: ("folder itu tidak boleh ditulisi", TRY_ANOTHER),
    errno.EROFS: ("tempat itu hanya dapat dibaca", TRY_ANOTHER),
    errno.ENOTDIR: ("itu bukan folder", TRY_ANOTHER),
    errno.EEXIST: ("itu bukan folder", TRY_ANOTHER),
    errno.EISDIR: ("di tempat itu ada folder bernama sama", TRY_ANOTHER),
}


def write_report(path: Path, content: bytes) -> None:
    """Write a file whole, making its folder first; raises KnownError in words."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise _in_words(path, error) from error


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _in_words(path: Path, error: OSError) -> KnownError:
    cause, remedy = CAUSES.get(
        error.errno or 0, (error.strerror or "penyimpanan bermasalah", TRY_ANOTHER)
    )
    return KnownError(f"{path.name} tidak dapat ditulis: {cause}.", KEPT, remedy)
