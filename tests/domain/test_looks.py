"""When a thread is read again by itself."""

from kotakmasuk.domain.looks import MINUTE, PAUSES, next_look


def test_the_looks_lie_further_and_further_apart() -> None:
    """A platform that shows late is given time."""
    at, looked = 0, []
    for pause in PAUSES:
        at = next_look(0, looked) or 0
        assert at - (looked[-1][0] if looked else 0) == pause
        looked.append((at, True))
    assert next_look(0, looked) is None


def test_a_look_that_was_cut_off_does_not_count() -> None:
    """An hour without a line uses up no look, but nobody is asked in a circle."""
    looked = [(number * MINUTE, False) for number in range(9)]
    assert next_look(0, looked) == 8 * MINUTE + PAUSES[-1]
