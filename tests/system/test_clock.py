"""The one place that reads the clock and throws the dice."""

import time

from kotakmasuk.system import clock


def test_the_time_is_utc_milliseconds() -> None:
    """As it is everywhere in the program."""
    assert abs(clock.now() - time.time() * 1000) < 5000


def test_random_bytes_are_as_many_as_asked_for_and_never_the_same() -> None:
    """Fit for keys."""
    first, second = clock.entropy(32), clock.entropy(32)
    assert (len(first), len(second)) == (32, 32)
    assert first != second
