"""What the store and the text help take: intake beside a raw insert, size, marks."""

import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path

from kotakmasuk.domain.messages import Incoming
from kotakmasuk.services import marking
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import messages as store
from tests.bench import cache, corpus, filled
from tests.bench.figures import Figure, at_least, at_most


MESSAGES = 20_000
MARKED = 6_000
TRIES = 3


def intake() -> Figure:
    """Save pages and insert the same rows raw, in turns, so that both meet one load."""
    lines = list(corpus.messages(MESSAGES))
    with tempfile.TemporaryDirectory() as folder:
        homes = [filled.home(Path(folder) / name) for name in ("all", "ours", "raw")]
        with homes[0].desk() as source, homes[1].desk() as ours, homes[2].desk() as raw:
            filled.fill(source, MESSAGES, page=500)
            spent = _in_turns(lines, source, ours, raw)
    share = 100 * spent[1] / spent[0]
    what = f"intake of {MESSAGES:,} beside executemany"
    return at_least(what, share, 60, "%")


def _in_turns(
    lines: list[corpus.Marked], source: Desk, ours: Desk, raw: Desk
) -> tuple[float, float]:
    known = filled.account(ours)
    copying = filled.Copying(source, raw)
    spent = [0.0, 0.0]
    for first in range(0, len(lines), filled.PAGE):
        batch = store.Batch(lines[first : first + filled.PAGE])
        began = time.perf_counter()
        store.save(ours.database, ours.stamp(), known, batch)
        spent[0] += time.perf_counter() - began
        spent[1] += copying.page(first)
    return spent[0], spent[1]


def size(number: int) -> Figure:
    """The whole file, shared out among the messages."""
    path = filled.home(cache.folder(number)).file
    return at_most("file size a message", path.stat().st_size / number, 1500, "bytes")


def marks() -> Figure:
    """Messages of citizens that the text help prepares in a second, clocks included."""
    given = [
        one.message
        for one in islice(corpus.messages(MARKED * 2), MARKED * 2)
        if not one.message.own
    ][:MARKED]
    with (
        tempfile.TemporaryDirectory() as folder,
        filled.home(Path(folder)).desk() as desk,
    ):
        marking.mark_all(desk, given[:50])
        rates = [_rate(desk, given) for _ in range(TRIES)]
    return at_least("marks", statistics.median(rates), 2000, "messages/s")


def _rate(desk: Desk, given: list[Incoming]) -> float:
    began = time.perf_counter()
    marking.mark_all(desk, given)
    return len(given) / (time.perf_counter() - began)
