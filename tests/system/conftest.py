"""A keyring in memory for who asks for one."""

import pytest

from tests.helpers.keyrings import InMemory, use


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    found: InMemory = use(monkeypatch, InMemory())
    return found
