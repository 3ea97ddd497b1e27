"""Mastodon is held to the contract, on servers of several habits."""

from collections.abc import Iterator

import pytest

from kotakmasuk.connectors.kit.testing import ConnectorContract
from tests.connectors.mastodon.fake_server import FakeMastodon, Habits


HABITS = {
    "as documented": Habits(),
    "small pages of ULIDs": Habits(page=15, ulids=True, links=False),
    "bare": Habits(links=False, min_id=False, conversations=False, v2_instance=False),
}


@pytest.mark.parametrize("habit", HABITS, scope="class")
class TestMastodon(ConnectorContract):
    """Each habit runs the whole suite."""

    key = "mastodon"

    @pytest.fixture
    def platform(self, habit: str) -> Iterator[FakeMastodon]:
        fake = FakeMastodon(HABITS[habit])
        yield fake
        fake.close()

    @pytest.fixture(autouse=True)
    def _named(self, habit: str) -> None:
        """Every test of the suite runs once a habit, also those without a server."""
