"""kotakmasuk sync: read all accounts once, one after the other, and send what is due."""

import time
from collections.abc import Callable

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.accounts import Health
from kotakmasuk.services import accounts, sending, syncing
from kotakmasuk.services.desk import Desk, Write


LONGEST = 120


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option(
    "--limit", default=LONGEST, show_default=True, help="Detik paling lama per kanal."
)
@click.pass_obj
def sync(tools: Tools, limit: int, *, as_json: bool) -> None:
    """Ambil pesan baru dari semua kanal, lalu kirim balasan yang sudah waktunya."""
    with tools.desk() as desk:
        arrived = _read_all(desk, tools.write(desk), limit)
        healths = accounts.overview(desk.database.conn)
    read = [one for one in healths if one.account.id in arrived]
    if as_json:
        tell_json([_as_json(one, arrived[one.account.id]) for one in read])
    else:
        for one in read:
            tell(f"{one.account.name}: {_news(one, arrived[one.account.id])}")
        if not read:
            tell("Belum ada kanal yang dapat diambil.")
    if any(one.problem for one in read):
        raise SystemExit(1)


def _read_all(desk: Desk, write: Write, limit: int) -> dict[int, int]:
    """Settle, read and send as the window does; gives what arrived by account."""
    sending.recover(desk)
    arrived = {
        account: syncing.sync(write, account, cancelled=_after(limit)).arrived
        for account, _ in syncing.next_checks(desk.database.conn)
    }
    for reply, _ in sending.due(desk.database.conn, desk.office, desk.office.now()):
        sending.send(write, reply)
    reader, office = desk.database.conn, desk.office
    for reply, _ in sending.to_look(reader, office, office.now()):
        sending.look_again(write, reply)
    return arrived


def _after(seconds: int) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def _news(one: Health, arrived: int) -> str:
    if one.problem:
        return " ".join(part for part in (one.problem, one.remedy) if part)
    return f"{arrived} pesan baru."


def _as_json(one: Health, arrived: int) -> dict[str, object]:
    return {
        "account": one.account.id,
        "name": one.account.name,
        "arrived": arrived,
        "complete_until": one.complete_until,
        "problem": one.problem,
        "remedy": one.remedy,
    }
