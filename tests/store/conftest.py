"""Each test of the store has an encrypted file of its own, made by the migrations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desks import Place, account, incoming, placed, receive
from tests.helpers.gate import Gate, two_rules


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    yield from placed(tmp_path)


@pytest.fixture
def owner(place: Place) -> int:
    """The agency's account on the scripted platform."""
    return account(place)


@pytest.fixture
def gate(place: Place, owner: int) -> Gate:
    """Two rules in force and one conversation."""
    receive(place, owner, incoming())
    return two_rules(place.desk.database)
