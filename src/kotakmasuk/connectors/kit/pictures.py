"""What a picture is by its own bytes, and whether a place takes it.

A file's name proves nothing: the first bytes say what it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kotakmasuk.connectors.kit.platforms import PictureRules
from kotakmasuk.domain.errors import KnownError


MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE  # more than any platform takes
MOST_PIXELS = 100_000_000  # what a preview can hold in memory
NAMES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WebP",
}
KEPT = "Teks balasan tetap tersimpan; gambar tidak dilampirkan."
MARKER = 0xFF
WEBP_HEADER = 30
JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset([0x01, *range(0xD0, 0xD9)])  # JPEG markers without a length


@dataclass(frozen=True)
class Recognised:
    """A picture's true kind and its size in pixels."""

    media_type: str
    width: int
    height: int


def recognise(name: str, content: bytes) -> Recognised:
    """Tell what a file is; KnownError when it is too large, no picture or a broken one."""
    demand_size(name, len(content))
    media_type = _media_type(content)
    if media_type is None:
        raise KnownError(
            f"“{name}” bukan gambar JPEG, PNG, GIF, atau WebP.",
            KEPT,
            "Simpan gambarnya sebagai JPEG atau PNG, lalu lampirkan lagi.",
        )
    width, height = PIXELS[media_type](content)
    if not 0 < width * height <= MOST_PIXELS:
        what = "terlalu besar" if width * height else "rusak atau terpotong"
        raise KnownError(
            f"Gambar “{name}” {what}.",
            KEPT,
            "Simpan ulang gambarnya dengan ukuran lebih kecil, lalu lampirkan lagi.",
        )
    return Recognised(media_type, width, height)


def demand_size(name: str, size: int) -> None:
    """Raise KnownError for a file of so many bytes that no platform takes it.

    Ask before reading a file, so that a large one is not read at all.
    """
    if size > MOST_BYTES:
        raise KnownError(
            f"“{name}” berukuran {megabytes(size)}; paling besar {megabytes(MOST_BYTES)}.",
            KEPT,
            "Perkecil gambarnya, lalu lampirkan lagi.",
        )


def problems(
    rules: PictureRules, media_type: str, size: int, *, number: int
) -> list[str]:
    """Say in sentences why a place does not take a picture; empty when it does.

    `size` is in bytes, `number` how many pictures there are with this one.
    """
    if not rules.most:
        return ["Kanal ini tidak menerima gambar di sini; kirim tanpa gambar."]
    found = []
    if media_type not in rules.types:
        taken = ", ".join(NAMES[each] for each in rules.types)
        kind = NAMES.get(media_type, media_type)
        found.append(f"Gambar {kind} tidak diterima di sini; yang diterima: {taken}.")
    if size > rules.most_bytes:
        most = megabytes(rules.most_bytes)
        found.append(f"Gambar berukuran {megabytes(size)}; paling besar {most}.")
    if number > rules.most:
        found.append(f"Paling banyak {rules.most} gambar; sekarang ada {number}.")
    return found


def megabytes(size: int) -> str:
    """Write a number of bytes as people read it: 4,2 MB."""
    if size < MEGABYTE:
        return f"{-(-size // 1000)} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".0 ", " ").replace(".", ",")


def _media_type(content: bytes) -> str | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    is_webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    return "image/webp" if is_webp else None


def _png(content: bytes) -> tuple[int, int]:
    return _big(content, 16, 4), _big(content, 20, 4)


def _gif(content: bytes) -> tuple[int, int]:
    return _little(content, 6, 2), _little(content, 8, 2)


def _jpeg(content: bytes) -> tuple[int, int]:
    """Walk from marker to marker until the frame tells its size (ITU T.81 B.2)."""
    place = 2
    while place + 9 <= len(content) and content[place] == MARKER:
        kind = content[place + 1]
        if kind in JPEG_SIZES:
            return _big(content, place + 7, 2), _big(content, place + 5, 2)
        if kind == MARKER:  # a byte that only fills
            place += 1
        else:
            place += 2 + (0 if kind in ALONE else _big(content, place + 2, 2))
    return 0, 0


def _webp(content: bytes) -> tuple[int, int]:
    """Read one of three headers (RFC 9649 2.5 to 2.7)."""
    kind = content[12:16]
    if len(content) < WEBP_HEADER:
        return 0, 0
    if kind == b"VP8X":
        return _little(content, 24, 3) + 1, _little(content, 27, 3) + 1
    if kind == b"VP8L":
        packed = _little(content, 21, 4)
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    return _little(content, 26, 2) & 0x3FFF, _little(content, 28, 2) & 0x3FFF


def _big(content: bytes, at: int, size: int) -> int:
    return int.from_bytes(content[at : at + size], "big")


def _little(content: bytes, at: int, size: int) -> int:
    return int.from_bytes(content[at : at + size], "little")


PIXELS: Mapping[str, Callable[[bytes], tuple[int, int]]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/gif": _gif,
    "image/webp": _webp,
}
