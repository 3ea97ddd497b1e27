"""The files of the demo, read once for the tests beside this file."""

from typing import Any

import pytest

from tests.helpers.demo_rows import read_agency, read_rows


Row = dict[str, Any]


@pytest.fixture(scope="module")
def agency() -> Row:
    return read_agency()


@pytest.fixture(scope="module")
def messages() -> list[Row]:
    return read_rows("messages.jsonl")


@pytest.fixture(scope="module")
def arrivals() -> list[Row]:
    return read_rows("arrivals.jsonl")


@pytest.fixture(scope="module")
def posts() -> list[Row]:
    return read_rows("posts.jsonl")


@pytest.fixture(scope="module")
def work() -> list[Row]:
    return read_rows("work.jsonl")
