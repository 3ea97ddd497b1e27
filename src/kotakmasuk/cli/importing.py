"""kotakmasuk import: store a file of messages."""

from pathlib import Path

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.services import importing, settings


MOST_SHOWN = 20


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--account", required=True, help="Nama kanal tempat pesan disimpan.")
@click.option("--map", "maps", multiple=True, metavar="ISIAN=KOLOM")
@click.option("--zone", default="", help="Zona waktu untuk waktu tanpa zona.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_command(
    tools: Tools,
    file: Path,
    account: str,
    maps: tuple[str, ...],
    zone: str,
    *,
    as_json: bool,
) -> None:
    """Impor berkas CSV, XLSX, atau JSON Lines; baris yang sudah ada tidak berulang."""
    mapping = dict(_mapped(one) for one in maps)
    with tools.desk() as desk:
        report = importing.import_file(
            tools.write(desk),
            file,
            account=account,
            mapping=mapping or importing.preview(desk.office, file).guessed,
            zone=zone or settings.load(desk.database.conn).zone,
            progress=lambda read: (
                None if as_json else click.echo(f"{read} baris…", err=True)
            ),
        )
    if as_json:
        tell_json(_as_json(report))
    else:
        _tell(report)


def _as_json(report: importing.ImportReport) -> dict[str, object]:
    return {
        "read": report.read,
        "stored": report.stored,
        "already": report.already,
        "rejected": [
            {"line": line, "reason": reason} for line, reason in report.rejected
        ],
        "account": report.account,
    }


def _tell(report: importing.ImportReport) -> None:
    tell(
        f"{report.read} baris dibaca: {report.stored} tersimpan,"
        f" {report.already} sudah ada, {len(report.rejected)} ditolak."
    )
    for line, reason in report.rejected[:MOST_SHOWN]:
        tell(f"  Baris {line}: {reason}")
    if len(report.rejected) > MOST_SHOWN:
        tell(f"  … dan {len(report.rejected) - MOST_SHOWN} baris lain (lihat --json).")


def _mapped(text: str) -> tuple[str, str]:
    name, sign, column = text.partition("=")
    if not sign or name not in importing.FIELDS:
        raise click.BadParameter(
            f"“{text}” harus berbentuk ISIAN=KOLOM; isian: {', '.join(importing.FIELDS)}."
        )
    return name, column
