"""Letters are counted as people see them, or as a platform says."""

import pytest

from kotakmasuk.connectors.kit.counting import COUNTS, graphemes, mastodon


FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("Terima kasih", 12),
        ("é", 1),
        ("e\u0301", 1),
        (FAMILY, 1),
        ("🇮🇩", 1),
        ("👍🏽", 1),
        ("ꦲꦤꦕꦫꦏ", 5),
        ("\r\n", 1),
        ("a\r\nb\n\r", 5),
    ],
)
def test_a_letter_is_what_is_seen(text: str, letters: int) -> None:
    """A family, a flag or an accented letter is one, as platforms count."""
    assert graphemes(text) == letters


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("graphemes", 7),
        ("characters", 13),
        ("utf8_bytes", 32),
        ("utf16_units", 17),
        ("emoji_bytes", 31),
        ("weighted", 8),
        ("mastodon", 7),
    ],
)
def test_each_platform_counts_a_family_in_its_own_way(name: str, length: int) -> None:
    """Seven code points, eleven units, twenty-five bytes, or one picture."""
    assert COUNTS[name](f"Halo, {FAMILY}".replace("o", "ó")) == length


@pytest.mark.parametrize(
    ("text", "url_length", "length"),
    [
        ("lihat https://a.example/jalan/panjang/sekali.", 23, 6 + 23 + 1),
        ("https://a.example", 25, 25),
        ("lapor.go.id", 23, 11),
        ("@rini@warga.example halo", 23, 10),
        ("surel rini@warga.example", 23, 24),
    ],
)
def test_mastodon_counts_links_and_remote_handles(
    text: str, url_length: int, length: int
) -> None:
    """A link with its protocol is 23, or what the server says."""
    assert mastodon(text, url_length) == length
