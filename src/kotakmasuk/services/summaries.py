"""The weekly summary: which weeks there are, their figures, and their files.

A summary is computed anew each time; nothing of it is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from kotakmasuk.domain.calendar import working_minutes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.summary_figures import summarise
from kotakmasuk.domain.weeks import Week, week_of
from kotakmasuk.reports.summary_json import report_code, summary_json
from kotakmasuk.reports.summary_pdf import summary_pages, summary_pdf
from kotakmasuk.reports.writing import write_report
from kotakmasuk.services.desk import Office
from kotakmasuk.store import settings as store_settings
from kotakmasuk.store import summaries as store
from kotakmasuk.store.database import Connection


FORMATS = ("pdf", "json")
FILE_NAME = "ringkasan"


@dataclass(frozen=True)
class Proof:
    """Whether a summary may go out: its sum against a recount, and its privacy.

    `recounted` is what the file counts by itself; `personal` are topics in whose names
    personal data was found.
    """

    recounted: int
    personal: tuple[str, ...]
    agrees: bool


def weeks_with_messages(reader: Connection) -> list[date]:
    """List the Mondays of the weeks that have messages of citizens, oldest first."""
    zone = store_settings.load(reader).zone
    mondays: list[date] = []
    at = store.first_message(reader, since=0)
    while at is not None:
        week = week_of(at, zone)
        mondays.append(week.monday)
        at = store.first_message(reader, since=week.end)
    return mondays


def weekly(reader: Connection, office: Office, monday: date) -> WeeklySummary:
    """Compute the figures of the week in which a day lies."""
    settings = store_settings.load(reader)
    week = Week(monday - timedelta(days=monday.weekday()), settings.zone)
    return summarise(
        week,
        store.week_rows(reader, week),
        worked=partial(working_minutes, office.calendar(settings.zone)),
        target_minutes=settings.target_minutes,
        now=office.now(),
    )


def prove(reader: Connection, office: Office, summary: WeeklySummary) -> Proof:
    """Recount the messages in another way and look for personal data in topic names."""
    recounted = store.count_messages(
        reader, since=summary.week.start, until=summary.as_of
    )
    stock = summary.answering.stock
    return Proof(
        recounted=recounted,
        personal=tuple(
            topic.name
            for topic in summary.topics
            if office.mark(topic.name).personal_data
        ),
        agrees=recounted == summary.total.now
        and stock.opening + stock.arrived - stock.answered == stock.closing,
    )


def preview(office: Office, summary: WeeklySummary, settings: Settings) -> list[bytes]:
    """Set the pages of the report as PNG pictures, for screens without a PDF viewer."""
    return summary_pages(summary, settings, resources=office.resources)


def export(
    office: Office,
    summary: WeeklySummary,
    settings: Settings,
    *,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    name: str = FILE_NAME,
) -> list[Path]:
    """Write the report to a folder in each of the formats; gives the files.

    All are set before one is written. Raises KnownError when the folder or the format
    will not do.
    """
    makers = {
        "pdf": lambda: summary_pdf(summary, settings, resources=office.resources),
        "json": lambda: summary_json(summary),
    }
    unknown = [one for one in formats if one not in makers]
    if unknown:
        message = f"Format {', '.join(unknown)} tidak dikenal."
        raise KnownError(message, "Tidak ada yang ditulis.", "Pilih pdf atau json.")
    contents = {folder / f"{name}.{one}": makers[one]() for one in formats}
    for path, content in contents.items():
        write_report(path, content)
    return list(contents)


def code(summary: WeeklySummary) -> str:
    """Give the code that names exactly these figures."""
    return report_code(summary)
