"""Each test of the store has an encrypted file of its own, made by the migrations."""

import pytest

from tests.helpers.desks import Place, incoming, receive
from tests.helpers.gate import Gate, two_rules
from tests.helpers.places import owner, place


__all__ = ["owner", "place"]


@pytest.fixture
def gate(place: Place, owner: int) -> Gate:
    """Two rules in force and one conversation."""
    receive(place, owner, incoming())
    return two_rules(place.desk.database)
