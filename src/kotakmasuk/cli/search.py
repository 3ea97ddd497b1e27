"""kotakmasuk search: find conversations from the console."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.inbox import STATUS_WORDS, Listing, Row
from kotakmasuk.services import inbox, settings


@click.command()
@click.argument("query")
@click.option("--limit", default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def search(tools: Tools, query: str, limit: int, *, as_json: bool) -> None:
    """Cari di seluruh riwayat; operator: dari: kanal: status: tag: jenis: ada: ..."""
    listing = Listing(search=query, ranked=True)
    with tools.reader() as reader:
        known = settings.load(reader)
        ids = inbox.first_page(
            reader, tools.office(), listing, officer=known.officer, limit=limit
        )
        rows = inbox.rows(reader, ids)
    if as_json:
        tell_json([_as_json(row) for row in rows])
        return
    zone = ZoneInfo(known.zone)
    for row in rows:
        when = datetime.fromtimestamp(row.last_at / 1000, zone)
        tell(f"{when:%Y-%m-%d %H.%M}  {row.author}: {row.snippet}")
    if not rows:
        tell("Tidak ada percakapan yang cocok.")


def _as_json(row: Row) -> dict[str, object]:
    return {
        "id": row.uid,
        "platform": row.platform,
        "form": row.form,
        "author": row.author,
        "snippet": row.snippet,
        "last_at": row.last_at,
        "status": row.status,
        "status_words": STATUS_WORDS[row.status],
        "tags": list(row.tags),
    }
