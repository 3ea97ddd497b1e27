"""kotakmasuk account: connect, list, test and let go of accounts."""

import sys

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.accounts import Health
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import accounts


@click.group()
def account() -> None:
    """Kelola kanal yang tersambung."""


@account.command()
@click.argument("platform")
@click.option("--name", default="", help="Nama kanal di Kotak Masuk.")
@click.option("--base-url", default="", help="Alamat server platform.")
@click.option("--set", "settings", multiple=True, metavar="NAMA=NILAI")
@click.pass_obj
def add(
    tools: Tools, platform: str, name: str, base_url: str, settings: tuple[str, ...]
) -> None:
    """Sambungkan kanal; rahasia dibaca dari masukan standar, satu baris satu rahasia."""
    given = dict(_pair(one) for one in settings)
    if base_url:
        given["base_url"] = base_url
    with tools.desk() as desk:
        found = desk.office.connectors.get(platform)
        wanted = found.manifest.sign_in.fields if found else ()
        changes = accounts.add(
            tools.write(desk),
            connector=platform,
            name=name,
            settings=given,
            secrets={
                field.name: sys.stdin.readline().strip()
                for field in wanted
                if field.secret
            },
        )
        stored = accounts.get(desk.database.conn, next(iter(changes.accounts)))
    tell(f"Kanal {stored.name} tersambung sebagai {stored.handle}.")


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.BadParameter(f"“{text}” harus berbentuk NAMA=NILAI.")
    return name, value


@account.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def listing(tools: Tools, as_json: bool) -> None:  # noqa: FBT001
    """Tampilkan semua kanal dan keadaannya."""
    with tools.reader() as reader:
        found = accounts.overview(reader)
    if as_json:
        tell_json([_as_json(one) for one in found])
        return
    for one in found:
        tell(
            f"{one.account.id}. {one.account.name} ({one.account.platform}): {_state(one)}"
        )
    if not found:
        tell("Belum ada kanal.")


def _state(one: Health) -> str:
    return one.problem or f"{one.messages} percakapan"


def _as_json(one: Health) -> dict[str, object]:
    return {
        "id": one.account.id,
        "name": one.account.name,
        "platform": one.account.platform,
        "connector": one.account.connector,
        "handle": one.account.handle,
        "state": one.account.state,
        "complete_until": one.complete_until,
        "last_success": one.last_success,
        "problem": one.problem,
        "gaps": one.gaps,
        "conversations": one.messages,
    }


def _known(tools: Tools, name: str) -> int:
    with tools.reader() as reader:
        for one in accounts.overview(reader):
            if name in (str(one.account.id), one.account.name, one.account.handle):
                return one.account.id
    raise KnownError(
        f"Kanal “{name}” tidak ada.", "", "Lihat: kotakmasuk account list."
    )


@account.command()
@click.argument("name")
@click.pass_obj
def remove(tools: Tools, name: str) -> None:
    """Lepaskan kanal; pesannya tetap ada, tokennya dihapus."""
    known = _known(tools, name)
    with tools.desk() as desk:
        accounts.remove(desk, known)
    tell(f"Kanal {name} dilepas. Pesannya tetap ada; tokennya dihapus.")


@account.command()
@click.argument("name")
@click.pass_obj
def test(tools: Tools, name: str) -> None:
    """Tanyakan kepada platform siapa kanal ini."""
    known = _known(tools, name)
    with tools.desk() as desk:
        handle = accounts.test(tools.write(desk), known)
    tell(f"Platform menjawab: {handle}.")
