"""Who waits since when, read from what was said."""

from itertools import permutations

import pytest

from kotakmasuk.domain.deadlines import Standing, Step, Turn, standing


def citizen(at: int, **more: int) -> Step:
    return Step(at, ours=False, due_at=at + 100, **more)


def us(at: int) -> Step:
    return Step(at, ours=True)


def test_nothing_said_is_nothing_waited_for() -> None:
    """An empty conversation has no clock."""
    assert standing([]) == Standing(())


def test_the_clock_belongs_to_the_first_message_of_a_turn() -> None:
    """Who writes twice does not wait from the second time on."""
    result = standing([citizen(1), citizen(2)])
    assert (result.waiting_since, result.due_at) == (1, 101)
    assert result.turns == (Turn(opens=True), Turn())


def test_our_answer_closes_the_turn() -> None:
    """And says when it was answered."""
    result = standing([citizen(1), citizen(2), us(5)])
    assert result.turns[0] == Turn(opens=True, answered_at=5)
    assert (result.waiting_since, result.answered) == (None, True)


def test_a_citizen_who_comes_back_opens_a_new_turn() -> None:
    """With a clock of its own."""
    result = standing([citizen(1), us(5), citizen(9)])
    assert (result.waiting_since, result.due_at) == (9, 109)
    assert [turn.opens for turn in result.turns] == [True, False, True]


def test_our_second_answer_belongs_to_no_turn() -> None:
    """The first one counts."""
    assert standing([citizen(1), us(5), us(7)]).turns[0].answered_at == 5


def test_nobody_waits_for_a_deleted_message() -> None:
    """The next one opens the turn instead."""
    result = standing([Step(1, ours=False, deleted=True), citizen(3)])
    assert result.waiting_since == 3


def test_an_answer_given_elsewhere_closes_its_own_turn() -> None:
    """As an import tells it."""
    result = standing([citizen(1, elsewhere=4)])
    assert result.turns == (Turn(opens=True, answered_at=4),)
    assert (result.waiting_since, result.answered) == (None, True)


def test_an_answer_elsewhere_to_a_later_message_leaves_the_earlier_one_open() -> None:
    """A line that was not answered is not hidden by one that was."""
    assert standing([citizen(1), citizen(2, elsewhere=4)]).waiting_since == 1


@pytest.mark.parametrize("line", list(permutations("ccuu")))
def test_at_most_one_turn_is_open(line: tuple[str, ...]) -> None:
    """However the two sides take turns."""
    steps = [citizen(at) if who == "c" else us(at) for at, who in enumerate(line, 1)]
    result = standing(steps)
    open_turns = [turn for turn in result.turns if turn.opens and not turn.answered_at]
    assert len(open_turns) == (0 if result.waiting_since is None else 1)
    assert (result.waiting_since is not None) == (line[-1] == "c")
