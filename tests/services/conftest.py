"""Each test of the services sits at a desk of its own."""

import pytest

from tests.helpers.desks import Place, answer, incoming, receive
from tests.helpers.places import owner, place


__all__ = ["owner", "place"]


@pytest.fixture
def reply(place: Place, owner: int) -> int:
    """A checked answer whose undo time is over."""
    receive(place, owner, incoming())
    return answer(place, 1)
