"""Fake servers for a test, closed after it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.connectors.mastodon.fake_server import FakeMastodon, Habits


@pytest.fixture
def start() -> Iterator[Callable[..., FakeMastodon]]:
    started: list[FakeMastodon] = []

    def make(**habits: Any) -> FakeMastodon:
        started.append(FakeMastodon(Habits(**habits)))
        return started[-1]

    yield make
    for fake in started:
        fake.close()
