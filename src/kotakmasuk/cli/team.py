"""kotakmasuk team: who works here, and a new passphrase for an admin who forgot it.

The one rule: roles are given in the window; only the recovery words open a way here.
"""

import sys

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.team import ROLE_WORDS
from kotakmasuk.services import proving
from kotakmasuk.services import team as service
from kotakmasuk.services.team import Person


@click.group()
def team() -> None:
    """Lihat petugas, perannya, dan siapa yang sedang menggantikan."""


@team.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def listing(tools: Tools, as_json: bool) -> None:  # noqa: FBT001
    """Tampilkan semua petugas dengan perannya."""
    with tools.reader() as reader:
        found = service.people(reader, tools.office())
    if as_json:
        tell_json([_as_json(one) for one in found])
        return
    for one in found:
        parts = (ROLE_WORDS[one.officer.role], one.officer.title, one.acting)
        tell(f"{one.officer.name}: {', '.join(part for part in parts if part)}")
    if not found:
        tell("Belum ada petugas.")


@team.command()
@click.argument("name")
@click.pass_obj
def recover(tools: Tools, name: str) -> None:
    """Beri kata sandi baru bila admin lupa.

    Masukan standar: baris pertama kata pemulihan kotak masuk ini, baris kedua kata
    sandi yang baru.
    """
    words, passphrase = (sys.stdin.readline().strip() for _ in range(2))
    with tools.desk() as desk:
        proving.recover(desk, name, words, passphrase)
    tell(f"{name} punya kata sandi baru. Yang sudah disetujui tetap sah.")


def _as_json(one: Person) -> dict[str, object]:
    officer = one.officer
    deputy = {
        "kind": officer.deputy_kind,
        "for": officer.deputy_for,
        "since": officer.deputy_since,
        "until": officer.deputy_until,
        "today": bool(one.acting),
    }
    return {
        "name": officer.name,
        "initials": officer.initials,
        "role": officer.role,
        "title": officer.title,
        "deputy": deputy if officer.deputy_kind else None,
        "passphrase_set": one.ready,
    }
