"""Letters are counted as people see them."""

import pytest

from kotakmasuk.connectors.kit.counting import graphemes


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("Terima kasih", 12),
        ("é", 1),
        ("e\u0301", 1),
        ("👨‍👩‍👧‍👦", 1),
        ("🇮🇩", 1),
        ("👍🏽", 1),
        ("ꦲꦤꦕꦫꦏ", 5),
        ("\r\n", 1),
    ],
)
def test_a_letter_is_what_is_seen(text: str, letters: int) -> None:
    """A family, a flag or an accented letter is one, as platforms count."""
    assert graphemes(text) == letters
