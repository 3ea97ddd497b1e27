"""A desk on the Monday after the week, with the agency's real resources."""

from dataclasses import replace

import pytest

from tests.helpers.summaries import at
from tests.helpers.week_file import real_office
from tests.helpers.workplaces import immediate_place


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    made = immediate_place(tmp_path)
    made.work = replace(made.work, office=real_office(tmp_path, now=at(8, 8)))
    yield made
    made.close()
