"""Each test of the services sits at a desk of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desks import Place, account, answer, incoming, placed, receive


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    yield from placed(tmp_path)


@pytest.fixture
def owner(place: Place) -> int:
    """The agency's account on the scripted platform."""
    return account(place)


@pytest.fixture
def reply(place: Place, owner: int) -> int:
    """A checked answer whose undo time is over."""
    receive(place, owner, incoming())
    return answer(place, 1)
