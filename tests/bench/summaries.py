"""The weekly summary of 10,000 conversations, beside typst on the same pages.

Budget: one second for figures and PDF together.
"""

import time
from datetime import date
from itertools import islice
from pathlib import Path

from kotakmasuk.domain.messages import Author, Form, Incoming, Marked
from kotakmasuk.domain.weeks import Week
from kotakmasuk.reports.summary_pdf import summary_pdf
from kotakmasuk.services import settings, summaries
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import messages
from tests.bench import filled


WEEK = Week(date(2022, 3, 7), "Asia/Jakarta")
MINUTE = 60_000
TAGS = ("jalan-rusak", "sampah", "air-minum", "adminduk", "lampu-jalan")


def measure(folder: Path, conversations: int = 10_000) -> dict[str, float]:
    """Fill a folder of its own and give seconds: figures, PDF (all of it typst), both."""
    home = filled.home(folder)
    desk = home.open_desk()
    fill(desk, conversations)
    desk.database.conn.close()
    reader = home.open_reader()
    began = time.perf_counter()
    summary = summaries.weekly(reader, home.office, WEEK.monday)
    counted = time.perf_counter()
    known, resources = settings.load(reader), home.office.resources
    summary_pdf(summary, known, resources=resources)
    ended = time.perf_counter()
    reader.close()
    return {
        "figures": counted - began,
        "pdf": ended - counted,
        "both": ended - began,
        "conversations": summary.answering.stock.arrived,
    }


def fill(desk: Desk, conversations: int) -> None:
    """Store so many waits over the two weeks, nine of ten answered elsewhere."""
    account = filled.account(desk)
    lines = (_marked(index) for index in range(2 * conversations))
    while batch := list(islice(lines, messages.LARGEST_BATCH)):
        messages.save(
            desk.database, desk.stamp(), account, messages.Batch(batch, source="bench")
        )


def _marked(index: int) -> Marked:
    sent_at = WEEK.before.start + index * 7_919 % (14 * 24 * 60) * MINUTE
    answered = None if index % 10 == 0 else sent_at + index * 37 % 4_000 * MINUTE
    message = Incoming(
        remote_id=str(index),
        conversation=f"c{index}",
        form=Form.COMMENT,
        public=True,
        author=Author(f"a{index}", f"warga.{index}", f"Warga {index}"),
        text="Lampu jalan padam sejak kemarin",
        sent_at=sent_at,
        answered_at=answered,
        tags=(TAGS[index % len(TAGS)],),
    )
    return Marked(message, kind="complaint", due_at=sent_at + 24 * 60 * MINUTE)
