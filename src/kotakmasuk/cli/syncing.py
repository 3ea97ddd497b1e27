"""kotakmasuk sync: read all accounts once, one after the other."""

import time

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.services import accounts, sending, syncing


LONGEST = 120


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option(
    "--limit", default=LONGEST, show_default=True, help="Detik paling lama per kanal."
)
@click.pass_obj
def sync(tools: Tools, limit: int, *, as_json: bool) -> None:
    """Ambil pesan baru dari semua kanal, lalu kirim balasan yang sudah waktunya."""
    results = []
    with tools.desk() as desk:
        write = tools.write(desk)
        sending.recover(desk)
        for account, _ in syncing.next_checks(desk.database.conn):
            until = time.monotonic() + limit
            changes = syncing.sync(
                write, account, cancelled=lambda end=until: time.monotonic() > end
            )
            results.append((account, changes.arrived))
        for reply, _ in sending.due(desk.database.conn, desk.office.now()):
            sending.send(write, reply)
        healths = {one.account.id: one for one in accounts.overview(desk.database.conn)}
    rows = [
        {
            "account": account,
            "name": healths[account].account.name,
            "arrived": arrived,
            "complete_until": healths[account].complete_until,
            "problem": healths[account].problem,
            "remedy": healths[account].remedy,
        }
        for account, arrived in results
    ]
    if as_json:
        tell_json(rows)
    else:
        for row in rows:
            tell(f"{row['name']}: {row['problem'] or str(row['arrived']) + ' pesan baru.'}")
        if not rows:
            tell("Belum ada kanal yang dapat diambil.")
    if any(row["problem"] for row in rows):
        raise SystemExit(1)
