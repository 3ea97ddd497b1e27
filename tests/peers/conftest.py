"""A real server of Mastodon's API on this machine, and the bad line to it."""

from collections.abc import Iterator

import pytest

from tests.peers import mastodon_mock, proxy


@pytest.fixture(scope="module")
def server() -> Iterator[mastodon_mock.Server]:
    with mastodon_mock.running() as running:
        yield running


@pytest.fixture
def line(server: mastodon_mock.Server) -> Iterator[proxy.Line]:
    with proxy.between(server.base_url) as line:
        yield line
