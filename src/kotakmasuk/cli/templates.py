"""kotakmasuk templates: hand the agency's templates on, and take others' in."""

from pathlib import Path

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.template_tables import ACTIONS, REFUSED, Planned
from kotakmasuk.services import template_exchange


WORDS = {"new": "baru", "changed": "berubah", "same": "sama", "refused": "ditolak"}


@click.group()
def templates() -> None:
    """Tukar templat balasan lewat berkas."""


@templates.command(name="export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def export(tools: Tools, path: Path, *, as_json: bool) -> None:
    """Tulis semua templat ke satu tabel (*.csv) atau ke folder."""
    with tools.reader() as reader:
        written = template_exchange.write_files(reader, path)
    if as_json:
        tell_json({"files": [str(one) for one in written]})
    else:
        tell(f"{len(written)} berkas templat tertulis di {path}.")


@templates.command(name="import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--preview", is_flag=True, help="Hanya tunjukkan apa yang akan berubah.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_command(tools: Tools, path: Path, *, preview: bool, as_json: bool) -> None:
    """Ambil templat dari tabel (*.csv), berkas *.toml, atau folder."""
    if preview:
        with tools.reader() as reader:
            found = template_exchange.preview(reader, path)
    else:
        with tools.desk() as desk:
            found = template_exchange.take_in(desk, path)
    if as_json:
        tell_json(_as_json(found, stored=not preview))
    else:
        _tell(found, stored=not preview)


def _as_json(found: template_exchange.Intake, *, stored: bool) -> dict[str, object]:
    rows = [
        {
            "file": one.file,
            "line": one.line,
            "title": one.template.title,
            "action": one.action,
            "reason": one.reason,
        }
        for one in found.planned
    ]
    return {name: found.count(name) for name in ACTIONS} | {
        "rows": rows,
        "stored": stored,
    }


def _tell(found: template_exchange.Intake, *, stored: bool) -> None:
    counted = ", ".join(f"{found.count(name)} {WORDS[name]}" for name in ACTIONS)
    tell(f"{'Templat disimpan' if stored else 'Belum disimpan'}: {counted}.")
    for one in found.planned:
        if one.action == REFUSED:
            tell(f"  {_place(one)}: {one.reason}")


def _place(one: Planned) -> str:
    return f"{one.file} templat {one.line}" if one.file else f"Baris {one.line}"
