"""The weekly summary of ten thousand conversations, from the rows to the PDF."""

import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from kotakmasuk.services import summaries
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import messages as store
from kotakmasuk.store import settings
from tests.bench import corpus, filled
from tests.bench.figures import Figure, at_most


CONVERSATIONS = 10_000
MONDAY = datetime(2025, 11, 10, tzinfo=UTC)
MINUTE = 60_000
TRIES = 3


def summary() -> Figure:
    """Compute a week's figures and set them, as the window does."""
    with (
        tempfile.TemporaryDirectory() as folder,
        filled.home(Path(folder)).desk() as desk,
    ):
        _fill(desk)
        spent = [_spent(desk, Path(folder)) for _ in range(TRIES)]
    what = f"weekly summary of {CONVERSATIONS:,} conversations, PDF"
    return at_most(what, statistics.median(spent), 1, "s")


def _fill(desk: Desk) -> None:
    known = filled.account(desk)
    lines = (
        replace(
            one,
            message=replace(
                one.message,
                conversation=f"w{index}",
                own=False,
                sent_at=int(MONDAY.timestamp() * 1000) + index * MINUTE // 2,
            ),
        )
        for index, one in enumerate(corpus.messages(CONVERSATIONS))
    )
    while batch := list(islice(lines, 500)):
        store.save(desk.database, desk.stamp(), known, store.Batch(batch))


def _spent(desk: Desk, folder: Path) -> float:
    reader = desk.database.conn
    began = time.perf_counter()
    week = summaries.weekly(reader, desk.office, MONDAY.date())
    summaries.export(
        desk.office, week, settings.load(reader), folder=folder, formats=("pdf",)
    )
    return time.perf_counter() - began
