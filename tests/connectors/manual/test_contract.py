"""Entering by hand is held to what of the contract concerns it."""

import pytest

from kotakmasuk.connectors.kit.testing import ConnectorContract


class TestManual(ConnectorContract):
    """Nothing is fetched and nothing is sent."""

    key = "manual"

    @pytest.fixture
    def platform(self) -> None:
        """There is none."""
