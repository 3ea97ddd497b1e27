"""Each migration begins with a file of its own that stands before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.steps import Steps


@pytest.fixture
def steps(tmp_path: Path) -> Iterator[Steps]:
    at = Steps(tmp_path)
    yield at
    at.database.conn.close()
