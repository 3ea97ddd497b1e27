"""Each test of Kanal has a desk, a scripted platform, and lanes that answer at once."""

import pytest

from tests.helpers.workplaces import scripted_place


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    made = scripted_place(tmp_path)
    yield made
    made.close()
