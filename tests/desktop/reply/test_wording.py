"""How time and length are told around an answer."""

import pytest

from kotakmasuk.desktop.reply import wording
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.deadlines import Window
from tests.helpers.workplaces import NOW


MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
HERE = Moment(NOW, "Asia/Jakarta")


STILL_OPEN = (
    "Jendela biasa sudah lewat; petugas masih dapat membalas sampai Senin 14.00"
)


@pytest.mark.parametrize(
    ("closes", "extended", "words", "look"),
    [
        (12 * HOUR, None, "Jendela balasan tutup 12 jam lagi", "plain"),
        (3 * HOUR + 59 * MINUTE, None, "Jendela balasan tutup 3 jam lagi", "soon"),
        (-HOUR, 5 * DAY, STILL_OPEN, "soon"),
        (-HOUR, None, "Jendela sudah tutup", "late"),
        (-8 * DAY, -DAY, "Jendela sudah tutup", "late"),
    ],
)
def test_the_platforms_window_is_told_with_what_is_left(closes, extended, words, look):
    """Rounded down; after it who may still answer, or what to do."""
    until = None if extended is None else NOW + extended

    said, seen = wording.window_words(Window(NOW + closes, until), HERE)

    assert said.startswith(words)
    assert seen == look


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (3 * HOUR, "hari ini 17.00"),
        (18 * HOUR, "besok 08.00"),
        (5 * DAY - 6 * HOUR, "Senin 08.00"),
        (20 * DAY, "9 Des 14.00"),
    ],
)
def test_a_time_to_come_is_told_as_people_say_it(at, words):
    """On the button that sends it then."""
    assert wording.time_words(NOW + at, HERE) == words


@pytest.mark.parametrize(
    ("size", "words"), [(300, "1 KB"), (340_000, "332 KB"), (1_500_000, "1,4 MB")]
)
def test_a_files_size_is_told_in_three_digits(size, words):
    """Small ones in KB, large ones in MB with a comma."""
    assert wording.size_words(size) == words
