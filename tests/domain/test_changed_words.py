"""What became of a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kotakmasuk.domain.changed_words import (
    ADDED,
    REMOVED,
    SAME,
    Part,
    after,
    before,
    changed_words,
)


@pytest.mark.parametrize("text", ["", "Baik, Kak.", "Air mati\n\ndi RW 03"])
def test_the_same_text_has_no_change(text: str) -> None:
    """Nothing is marked."""
    assert all(part.kind == SAME for part in changed_words(text, text))


def test_a_phrase_is_struck_as_one() -> None:
    """The space between two words that both went does not part them."""
    parts = changed_words("maaf atas gangguan ini, Pak", "maaf atas air mati, Pak")
    assert parts == (
        Part(SAME, "maaf atas "),
        Part(REMOVED, "gangguan ini"),
        Part(ADDED, "air mati"),
        Part(SAME, ", Pak"),
    )


def test_words_that_only_came_are_only_added() -> None:
    """And those that only went are only removed."""
    kinds = [part.kind for part in changed_words("selesai", "selesai hari ini")]
    assert kinds == [SAME, ADDED]
    kinds = [part.kind for part in changed_words("selesai hari ini", "selesai")]
    assert kinds == [SAME, REMOVED]


@given(some.text("ab ,.\n", max_size=40), some.text("ab ,.\n", max_size=40))
def test_both_texts_can_be_put_together_again(old: str, new: str) -> None:
    """To the letter, so that nothing is hidden by the marks."""
    parts = changed_words(old, new)
    assert (before(parts), after(parts)) == (old, new)
