"""kotakmasuk summary: the report of a week as PDF and JSON.

The keys of the JSON are documented in reports/summary_json.py.
"""

from pathlib import Path

import click

from kotakmasuk.cli.tools import Tools, tell
from kotakmasuk.domain.summary_words import period
from kotakmasuk.domain.weeks import monday_of
from kotakmasuk.domain.wording import number
from kotakmasuk.services import settings, summaries


@click.command()
@click.option("--week", required=True, metavar="2022-W10", help="Pekan menurut ISO.")
@click.option(
    "--out",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder tempat ringkasan.pdf dan ringkasan.json ditulis.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(summaries.FORMATS),
    help="Boleh lebih dari sekali; tanpa ini keduanya.",
)
@click.pass_obj
def summary(tools: Tools, week: str, out: Path, formats: tuple[str, ...]) -> None:
    """Buat ringkasan mingguan dari Senin sampai Minggu."""
    monday = monday_of(week)
    office = tools.office()
    with tools.reader() as reader:
        found = summaries.weekly(reader, office, monday)
        known = settings.load(reader)
    files = summaries.export(
        office,
        found,
        known,
        folder=out.expanduser(),
        formats=formats or summaries.FORMATS,
    )
    tell(f"Pekan {period(found.week)}: {number(found.total.now)} pesan masuk.")
    for file in files:
        tell(f"Tertulis: {file}")
