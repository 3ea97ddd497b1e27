"""Reading files is held to what of the contract concerns it."""

import pytest

from kotakmasuk.connectors.kit.testing import ConnectorContract


class TestFiles(ConnectorContract):
    """Nothing is fetched and nothing is sent."""

    key = "files"

    @pytest.fixture
    def platform(self) -> None:
        """There is none."""
