"""The numbers beside the views are exact after any sequence of actions."""

import random
from collections.abc import Callable

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing, Status, View
from kotakmasuk.services import inbox, tags, undo
from kotakmasuk.store import inbox as store
from tests.helpers.desks import (
    HOUR,
    NOW,
    OFFICER,
    Place,
    account,
    incoming,
    ours,
    receive,
)


STEPS = 60
Step = Callable[["Walk"], object]


class Walk:
    """An officer who does one thing after the other without a plan."""

    def __init__(self, place: Place, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.owners = [account(place), account(place, "Dinas", key="dinas")]
        self.number = 0
        self.tokens: list[str] = []

    def some(self) -> list[int]:
        every = [
            row[0] for row in self.place.reader.execute("SELECT id FROM conversation")
        ]
        return self.chance.sample(every, min(len(every), self.chance.randint(1, 4)))

    def tag(self) -> int:
        return self.chance.choice(tags.all_tags(self.place.reader)).id

    def arrive(self) -> None:
        self.number += 1
        at = NOW + self.chance.randint(-9, 9) * HOUR
        kind = ours if self.chance.random() < 0.3 else incoming
        where = f"t{self.chance.randint(0, 9)}"
        one = kind(f"m{self.number}", conversation=where, sent_at=at)
        receive(self.place, self.chance.choice(self.owners), one)

    def step(self) -> None:
        deed = self.chance.choice(DEEDS)
        try:
            changes = deed(self)
        except (KnownError, IndexError):
            return
        if getattr(changes, "undo", None):
            self.tokens.append(changes.undo)


DEEDS: tuple[Step, ...] = (
    lambda at: at.arrive(),
    lambda at: at.arrive(),
    lambda at: inbox.set_status(
        at.place.desk, at.some(), at.chance.choice(tuple(Status))
    ),
    lambda at: inbox.assign(at.place.desk, at.some(), at.chance.choice(("", OFFICER))),
    lambda at: inbox.snooze(at.place.desk, at.some(), NOW + HOUR),
    lambda at: tags.add_by_name(at.place.desk, at.some(), at.chance.choice("abcd")),
    lambda at: tags.set_tags(
        at.place.desk, at.some(), add=[at.tag()], remove=[at.tag()]
    ),
    lambda at: tags.merge(at.place.desk, at.tag(), at.tag()),
    lambda at: tags.remove(at.place.desk, at.tag()),
    lambda at: tags.rename(at.place.desk, at.tag(), at.chance.choice("abcdef")),
    lambda at: undo.undo(at.place.desk, at.tokens.pop()),
)


@pytest.mark.parametrize("seed", range(8))
def test_counters_equal_a_recount(place: Place, seed: int) -> None:
    """After every single step."""
    walk = Walk(place, random.Random(seed))  # noqa: S311 -- a test repeats itself
    for _ in range(STEPS):
        walk.step()
        assert store.recount(place.reader) == []
    assert_views(place)


def assert_views(place: Place) -> None:
    counts = inbox.counts(place.reader, officer=OFFICER, now=place.clock())
    for view in View:
        listed = inbox.snapshot(
            place.reader, place.office, Listing(view), officer=OFFICER
        )
        assert len(set(listed)) == len(listed) == counts.views[view], view
    for tag in tags.all_tags(place.reader):
        assert tag.open == counts.tags.get(tag.id, 0)
