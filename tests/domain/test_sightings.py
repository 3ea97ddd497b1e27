"""Which of two texts are the same answer."""

import pytest

from kotakmasuk.domain.sightings import WEEK, bare_words, is_near


@pytest.mark.parametrize(
    "seen",
    [
        "@warga Sudah kami catat. Hubungi dishub@sukamaju.example",
        "Sudah  kami\ncatat. @warga@server.example Hubungi dishub@sukamaju.example ",
        "sudah kami catat. Hubungi DISHUB@sukamaju.example",
    ],
)
def test_spaces_case_and_mentions_make_no_difference(seen: str) -> None:
    """Platforms add and fold them; an address is not a mention."""
    written = "Sudah kami catat. Hubungi dishub@sukamaju.example"
    assert bare_words(seen) == bare_words(written)


def test_another_word_is_another_answer() -> None:
    """However small."""
    assert bare_words("Sudah kami catat.") != bare_words("Belum kami catat.")


def test_a_week_is_near_and_no_more() -> None:
    """In both directions."""
    assert is_near(WEEK, 0)
    assert is_near(0, WEEK)
    assert not is_near(WEEK + 1, 0)
