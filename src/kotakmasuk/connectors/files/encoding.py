"""In which encoding a file is written, decided from all of its bytes.

A sample is not enough: the one letter that is not ASCII may stand in the last line.
"""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from kotakmasuk.domain.errors import KnownError


CHUNK = 1 << 20
SAMPLE = 1 << 16
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"),
    *(b"SQLite format", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"MZ\x90"),
)
MOST_CONTROLS = 0.02
TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
GOOD_PER_BAD = 10


def encoding_of(path: Path, sample: bytes) -> str:
    """Name the encoding; KnownError when the file is not text.

    `utf-8` may still hold single broken letters; the reader marks their lines.
    """
    for mark, name in BOMS:
        if sample.startswith(mark):
            return name
    if sample.startswith(BINARY):
        raise not_text(path)
    wide = _utf16(sample)
    if wide:
        return wide
    controls = sum(byte < ord(" ") and byte not in TEXT_CONTROLS for byte in sample)
    if controls > MOST_CONTROLS * len(sample):
        raise not_text(path)
    bad, good = _utf8_letters(path)
    return "utf-8" if bad * GOOD_PER_BAD <= good else _single_byte(path)


def not_text(path: Path) -> KnownError:
    """Tell that a file is none of those that are read."""
    return KnownError(
        f"Berkas {path.name} bukan CSV, XLSX, atau JSON Lines.",
        "Tidak ada yang dimasukkan.",
        "Simpan ulang dari aplikasi asalnya sebagai CSV, lalu coba lagi.",
    )


def _utf16(sample: bytes) -> str:
    """Recognise UTF-16 without its mark: every other byte of Latin text is zero."""
    pairs = len(sample) // 2
    if pairs and sample[1::2].count(0) > pairs * 0.4 and not sample[0::2].count(0):
        return "utf-16-le"
    if pairs and sample[0::2].count(0) > pairs * 0.4 and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _utf8_letters(path: Path) -> tuple[int, int]:
    """Count broken letters and good ones beyond ASCII, read as UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    bad = good = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if chunk.isascii():
                continue
            text = decoder.decode(chunk)
            broken = text.count("\ufffd")
            bad += broken
            good += sum(not letter.isascii() for letter in text) - broken
    bad += decoder.decode(b"", final=True).count("\ufffd")
    return bad, good


def _single_byte(path: Path) -> str:
    """Tell Windows' letters from what nobody can read."""
    with path.open("rb") as file:
        odd = b"\n".join(line for line in file if not line.isascii())[:SAMPLE]
    best = from_bytes(odd, cp_isolation=["cp1252", "latin_1"]).best()
    if best is None:
        message = f"Pengodean huruf berkas {path.name} tidak dikenal."
        remedy = "Simpan ulang sebagai CSV UTF-8, lalu coba lagi."
        raise KnownError(message, "Tidak ada yang dimasukkan.", remedy)
    return "cp1252"
