"""Where an answer stands, and how much of it is too much."""

import pytest

from kotakmasuk.domain.replies import FOLLOWS, REPLY_WORDS, Limit, ReplyState


def test_every_state_has_its_word() -> None:
    """Each its own, as the outbox shows it."""
    assert set(REPLY_WORDS) == set(ReplyState)
    assert len(set(REPLY_WORDS.values())) == len(ReplyState)


@pytest.mark.parametrize("end", [ReplyState.SENT, ReplyState.SENT_MANUALLY])
def test_what_was_sent_goes_nowhere(end: ReplyState) -> None:
    """It is over."""
    assert FOLLOWS[end] == ()


def test_only_what_is_being_sent_or_was_looked_for_becomes_sent() -> None:
    """Never straight from the queue."""
    before = {state for state, after in FOLLOWS.items() if ReplyState.SENT in after}
    assert before == {ReplyState.SENDING, ReplyState.UNSURE}


@pytest.mark.parametrize(
    ("used", "allowed", "over"), [(5, 10, 0), (10, 10, 0), (13, 10, 3), (999, None, 0)]
)
def test_the_limit_says_how_many_too_many(
    used: int, allowed: int | None, over: int
) -> None:
    """Nothing where there is no limit."""
    assert Limit(used, allowed).over == over
