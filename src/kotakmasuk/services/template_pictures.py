"""The pictures of templates: taken in from a file, checked before anything is stored.

The one rule to know: what a file is, its first bytes say, not its name.
"""

from pathlib import Path

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import media
from kotakmasuk.store.database import Connection


LARGEST = 16 * 1024 * 1024  # bytes; more than any platform takes for one picture
MEGABYTE = 1024 * 1024
KEPT = "Templat tidak berubah."
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_RIFF, _WEBP = b"RIFF", b"WEBP"


def read(path: Path) -> tuple[bytes, str]:
    """Read a picture and tell its media type; raises KnownError where it is none."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise KnownError(
                f"Gambar {path.name} terlalu besar: {size // MEGABYTE} MB, paling banyak"
                f" {LARGEST // MEGABYTE} MB.",
                KEPT,
                "Perkecil gambarnya, lalu pilih lagi.",
            )
        content = path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"Gambar {path.name} tidak dapat dibaca.", KEPT, "Periksa berkasnya."
        ) from error
    return content, _type_of(content, path.name)


def _type_of(content: bytes, name: str) -> str:
    for beginning, media_type in _BEGINNINGS.items():
        if content.startswith(beginning):
            return media_type
    if content[:4] == _RIFF and content[8:12] == _WEBP:
        return "image/webp"
    raise KnownError(
        f"{name} bukan gambar yang dikenal.", KEPT, "Pilih PNG, JPEG, GIF, atau WebP."
    )


def keep(desk: Desk, path: Path) -> Picture:
    """Store a picture that a template may then name; raises KnownError."""
    content, media_type = read(path)
    with desk.atomic():
        return media.keep(desk.database, content, name=path.name, media_type=media_type)


def load(reader: Connection, picture: Picture) -> bytes:
    """Give the bytes of a picture; none where they are no longer stored."""
    return media.load(reader, picture.digest) or b""
