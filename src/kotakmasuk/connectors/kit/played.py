"""What plays a platform in tests, and how a contract asks it.

Only tests use it; the contract suite stands on it.
"""

import random
from typing import Protocol

import pytest

from kotakmasuk.connectors.kit import registry
from kotakmasuk.connectors.kit.contract import Access, Connector
from kotakmasuk.connectors.kit.loopback import Loopback
from kotakmasuk.domain.messages import Cursor, Incoming, Page
from kotakmasuk.domain.replies import Outgoing


MOST_PAGES = 100


class Platform(Protocol):
    """What plays the platform; `server` is None where no HTTP is spoken."""

    access: Access
    server: Loopback | None

    def write(self, text: str) -> str:
        """Let a citizen write to the agency; give the item's remote id."""

    def edit(self, remote_id: str, text: str) -> None:
        """Let her change it."""

    def shuffle(self, order: random.Random) -> None:
        """Hand out each page in disorder from now on."""

    def lose_answer(self) -> None:
        """Carry out the next answer of ours and let nobody know."""

    def outgoing(self, remote_id: str, key: str) -> Outgoing:
        """Make an answer to that item."""

    def standing(self) -> int:
        """Count the answers of ours that stand there."""

    def done(self, purpose: str) -> int:
        """Count how often another purpose was carried out."""

    def shown(self, remote_id: str) -> list[tuple[str, str]]:
        """Give the pictures under a thing of ours: SHA-256 in hex, and their words."""

    def wait(self, milliseconds: int) -> None:
        """Let time pass there."""


class Played:
    """A connector under test, and the ways to ask it."""

    key: str

    @property
    def connector(self) -> Connector:
        """Load the connector under test."""
        return registry.find()[self.key].connector()

    def needs(self, capability: str) -> None:
        """Skip what this connector does not promise."""
        if capability not in registry.find()[self.key].manifest.capabilities:
            pytest.skip(f"{self.key} does not promise {capability}")

    def server(self, platform: Platform) -> Loopback:
        """Give the server, or skip where no HTTP is spoken."""
        return platform.server or pytest.skip(f"{self.key} speaks no HTTP")

    def read(
        self, platform: Platform, cursors: dict[str, Cursor] | None = None
    ) -> dict[str, Incoming]:
        """Read every stream to its end and move `cursors` along."""
        moved = cursors if cursors is not None else {}
        found: dict[str, Incoming] = {}
        for stream in registry.find()[self.key].manifest.streams:
            for _page in range(MOST_PAGES):
                page = self.page(platform, moved.get(stream, Cursor(stream)))
                moved[stream] = page.cursor
                found.update({each.remote_id: each for each in page.messages})
                if not page.has_more:
                    break
            else:
                pytest.fail(f"the stream {stream} does not end")
        return found

    def page(self, platform: Platform, cursor: Cursor) -> Page:
        """Read one page."""
        return self.connector.fetch(platform.access, cursor)
