"""A data folder of the test's own, and a keyring in memory for who asks for one."""

from pathlib import Path

import pytest

from tests.helpers.keyrings import InMemory, use


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    found: InMemory = use(monkeypatch, InMemory())
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made
