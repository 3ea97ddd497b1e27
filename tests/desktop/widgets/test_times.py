"""Moments and lengths of time, the same words on every page."""

import pytest

from kotakmasuk.desktop.widgets.times import MINUTE, Moment, moment_words, span_words
from tests.helpers.workplaces import NOW


HERE = Moment(NOW, "Asia/Jakarta")  # Wednesday, 14.00


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-5, "13.55"),
        (-24 * 60, "Sel 14.00"),
        (24 * 60, "Kam 14.00"),
        (-30 * 24 * 60, "20 Okt 14.00"),
        (-365 * 24 * 60, "19 Nov 2024 14.00"),
    ],
)
def test_a_moment_is_as_short_as_it_can_be(minutes: int, words: str) -> None:
    """Today the hour, this week the day, else the date, with another year told."""
    assert moment_words(HERE, NOW + minutes * MINUTE) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(59, "59 menit"), (119, "1 jam"), (2 * 1440, "2 hari")]
)
def test_a_span_is_rounded_down(minutes: int, words: str) -> None:
    """Nobody is told a longer delay than there is."""
    assert span_words(minutes * MINUTE) == words
