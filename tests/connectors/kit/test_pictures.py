"""A picture is what its bytes say, and is refused before it is uploaded."""

import struct
import zlib

import pytest

from kotakmasuk.connectors.kit.pictures import Recognised, problems, recognise
from kotakmasuk.connectors.kit.platforms import PictureRules, facts
from kotakmasuk.domain.errors import KnownError


RULES = PictureRules(("image/jpeg", "image/png"), 5_000_000, 4, alt=True)


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    size = struct.pack(">I", len(head))
    return b"\x89PNG\r\n\x1a\n" + size + chunk + struct.pack(">I", zlib.crc32(chunk))


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xfe\x00\x06halo\xff\xff\xc2\x00\x11\x08\x01\xe0\x02\x80\x03"
)
GIF = b"GIF89a\x40\x01\xf0\x00\xf7\x00\x00"
WEBP_LOSSY = (
    b"RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01*\x80\x02\xe0\x01"
)
WEBP_LOSSLESS = (
    b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00/\x7f\xc2\x77\x00" + bytes(9)
)
WEBP_EXTENDED = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x7f\x02\x00\xdf\x01\x00"


@pytest.mark.parametrize(
    ("content", "recognised"),
    [
        (png(640, 480), Recognised("image/png", 640, 480)),
        (JPEG, Recognised("image/jpeg", 640, 480)),
        (GIF, Recognised("image/gif", 320, 240)),
        (WEBP_LOSSY, Recognised("image/webp", 640, 480)),
        (WEBP_LOSSLESS, Recognised("image/webp", 640, 480)),
        (WEBP_EXTENDED, Recognised("image/webp", 640, 480)),
    ],
)
def test_a_picture_is_known_by_its_bytes(
    content: bytes, recognised: Recognised
) -> None:
    """Whatever its name says."""
    assert recognise("gambar.txt", content) == recognised


@pytest.mark.parametrize("content", [b"", b"halo", b"<svg></svg>", b"%PDF-1.7", b"BM"])
def test_a_text_named_as_a_picture_is_told(content: bytes) -> None:
    """A name that ends in .png makes no picture."""
    with pytest.raises(KnownError, match=r"“surat\.png” bukan gambar"):
        recognise("surat.png", content)


@pytest.mark.parametrize("content", [JPEG[:20], png(0, 5), GIF[:6], WEBP_LOSSY[:20]])
def test_a_broken_picture_is_told(content: bytes) -> None:
    """Half a download is no picture."""
    with pytest.raises(KnownError, match="rusak atau terpotong"):
        recognise("banjir.jpg", content)


def test_fifty_megabytes_are_told_with_both_figures() -> None:
    """The officer learns how large it is and how large it may be."""
    with pytest.raises(KnownError) as caught:
        recognise("banjir.jpg", JPEG + bytes(50_000_000))
    assert "berukuran 50 MB; paling besar 20 MB" in str(caught.value)
    assert "Teks balasan tetap tersimpan" in caught.value.kept


def test_a_picture_that_fills_the_memory_is_told() -> None:
    """A few bytes may claim a hundred thousand pixels a side."""
    with pytest.raises(KnownError, match="terlalu besar"):
        recognise("peta.png", png(100_000, 100_000))


@pytest.mark.parametrize(
    ("media_type", "size", "number", "told"),
    [
        ("image/png", 4_999_999, 4, []),
        ("image/gif", 10, 1, ["GIF tidak diterima di sini; yang diterima: JPEG, PNG"]),
        ("image/png", 5_400_000, 1, ["berukuran 5,4 MB; paling besar 5 MB"]),
        ("image/png", 10, 5, ["Paling banyak 4 gambar; sekarang ada 5"]),
        ("image/webp", 6_000_000, 9, ["WebP", "6 MB", "sekarang ada 9"]),
    ],
)
def test_a_place_says_why_it_does_not_take_a_picture(
    media_type: str, size: int, number: int, told: list[str]
) -> None:
    """Every reason at once, in sentences."""
    found = problems(RULES, media_type, size, number=number)
    assert len(found) == len(told)
    assert all(words in sentence for words, sentence in zip(told, found, strict=True))


def test_a_place_without_pictures_says_so() -> None:
    """A comment on Instagram is words alone."""
    rules = facts("instagram").place(public=True).pictures
    assert problems(rules, "image/jpeg", 10, number=1) == [
        "Kanal ini tidak menerima gambar di sini; kirim tanpa gambar."
    ]
