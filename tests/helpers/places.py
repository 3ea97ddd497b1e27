"""A desk over an encrypted file of its own, for the tests of services and store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desks import Place, account, make_place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = make_place(tmp_path)
    yield made
    made.close()


@pytest.fixture
def owner(place: Place) -> int:
    """The agency's account on the scripted platform."""
    return account(place)
