"""Nothing new at a sync: what the connector asks a server that has nothing new."""

from kotakmasuk.connectors.mastodon import connector
from kotakmasuk.domain.messages import Cursor, Page
from tests.bench.figures import Figure, at_most
from tests.connectors.mastodon.fake_server import FakeMastodon


STREAMS = ("notifications", "conversations", "own")
MESSAGES = 30


def requests() -> Figure:
    """Read everything, then count what one more round asks."""
    fake = FakeMastodon()
    try:
        for number in range(MESSAGES):
            fake.write(f"Pesan {number}")
        read = {stream: _read(fake, Cursor(stream)) for stream in STREAMS}
        before = len(fake.server.seen)
        for cursor in read.values():
            _read(fake, cursor)
        asked = len(fake.server.seen) - before
    finally:
        fake.close()
    return at_most(
        "nothing new at a sync", asked / len(STREAMS), 1, "requests a stream"
    )


def _read(fake: FakeMastodon, cursor: Cursor) -> Cursor:
    page = Page(cursor, has_more=True)
    while page.has_more:
        page = connector.fetch(fake.access, page.cursor)
    return page.cursor
