"""In whatever order messages arrive, the clocks come out the same."""

import random
from dataclasses import dataclass

import pytest

from kotakmasuk.domain.deadlines import Step, standing
from kotakmasuk.domain.messages import Incoming
from kotakmasuk.services import inbox
from tests.helpers.desks import MINUTE, NOW, Place, incoming, ours, receive


@dataclass
class Talk:
    """Twelve messages of one conversation, some deleted later, some answered elsewhere."""

    said: list[Incoming]
    removed: tuple[str, ...]


def talk(chance: random.Random) -> Talk:
    said = []
    for number in range(12):
        at = NOW + number * MINUTE
        if chance.random() < 0.35:
            one = ours(f"k{number}", conversation="t", sent_at=at)
        else:
            elsewhere = at + 5 if chance.random() < 0.2 else None
            one = incoming(
                f"m{number}", conversation="t", sent_at=at, answered_at=elsewhere
            )
        said.append(one)
    gone = tuple(one.remote_id for one in said if not one.own and chance.random() < 0.2)
    return Talk(said, gone)


def expected(place: Place, told: Talk) -> tuple[object, ...]:
    """Compute the clocks from the whole, as the domain does."""
    due = dict(place.reader.execute("SELECT remote_id, due_at FROM message").fetchall())
    steps = [
        Step(
            sent_at=one.sent_at,
            ours=one.own,
            due_at=due[one.remote_id],
            elsewhere=one.answered_at,
            deleted=one.remote_id in told.removed,
        )
        for one in told.said
    ]
    result = standing(steps)
    turns = [(int(turn.opens), turn.answered_at) for turn in result.turns]
    return result.waiting_since, result.due_at, turns


def stored(place: Place) -> tuple[object, ...]:
    thread = inbox.thread(place.reader, 1)
    turns = place.reader.execute(
        "SELECT opens_turn, answered_at FROM message ORDER BY sent_at"
    ).fetchall()
    return thread.waiting_since, thread.row.due_at, turns


@pytest.mark.parametrize("seed", range(25))
def test_pages_in_any_order_give_the_clocks_of_the_whole(
    place: Place, owner: int, seed: int
) -> None:
    """Late, early, in one page or in many, deleted before or after the rest."""
    chance = random.Random(seed)  # noqa: S311 -- a test repeats itself by its seed
    told = talk(chance)
    line = chance.sample(told.said, len(told.said))
    while line:
        size = chance.randint(1, 4)
        receive(place, owner, *line[:size])
        line = line[size:]
        if chance.random() < 0.5:
            receive(place, owner, removed=told.removed)
    receive(place, owner, removed=told.removed)
    assert stored(place) == expected(place, told)


@pytest.mark.parametrize("seed", range(5))
def test_one_page_and_single_messages_end_alike(
    place: Place, owner: int, seed: int
) -> None:
    """How a platform cuts its pages is its own affair."""
    told = talk(random.Random(seed))  # noqa: S311 -- as above
    for one in told.said:
        receive(place, owner, one)
    single = stored(place)
    row = inbox.rows(place.reader, [1])[0]
    receive(place, owner, *(replaced(one) for one in told.said))
    together = inbox.rows(place.reader, [2])[0]
    assert (row.last_at, row.snippet) == (together.last_at, together.snippet)
    assert single[0] == inbox.thread(place.reader, 2).waiting_since


def replaced(one: Incoming) -> Incoming:
    """The same words in another conversation."""
    return Incoming(
        **{**vars(one), "remote_id": f"b{one.remote_id}", "conversation": "b"}
    )
