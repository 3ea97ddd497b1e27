"""kotakmasuk approval: what waits, and deciding by file without the inbox."""

import sys
import time
from pathlib import Path

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.approvals import RequestRow
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import approval_files, approvals
from kotakmasuk.services.approval_answers import (
    Asked,
    Verdict,
    decide_file,
    read_request,
)
from kotakmasuk.services.approval_imports import import_decision


FILE = click.Path(path_type=Path)


@click.group()
def approval() -> None:
    """Kelola permintaan persetujuan, juga lewat berkas."""


@approval.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def listing(tools: Tools, *, as_json: bool) -> None:
    """Tampilkan balasan yang menunggu persetujuan."""
    with tools.reader() as reader:
        found = approvals.waiting(reader)
    if as_json:
        tell_json([_as_json(one) for one in found])
        return
    for one in found:
        tell(f"{one.id}. {one.recipient}: {one.choices} pilihan, oleh {one.by}")
    if not found:
        tell("Tidak ada yang perlu disetujui.")


def _as_json(one: RequestRow) -> dict[str, object]:
    return {
        "id": one.id,
        "uid": one.uid,
        "platform": one.platform,
        "recipient": one.recipient,
        "choices": one.choices,
        "by": one.by,
        "at": one.at,
        "due_at": one.due_at,
        "note": one.note,
        "approver": one.approver,
    }


@approval.command()
@click.argument("request", type=int, metavar="ID")
@click.argument("file", type=FILE)
@click.option("--for", "approver", required=True, help="Nama penyetuju yang menjawab.")
@click.pass_obj
def export(tools: Tools, request: int, file: Path, approver: str) -> None:
    """Tulis satu permintaan sebagai berkas untuk diputuskan di komputer lain."""
    with tools.desk() as desk:
        approval_files.export_request(desk, request, file, approver=approver)
    tell(f"Tertulis: {file}. Berlaku tiga hari, hanya untuk {approver}.")


@approval.command()
@click.argument("file", type=FILE)
@click.option("--approve", is_flag=True, help="Setujui satu pilihan.")
@click.option("--return", "note", metavar="CATATAN", help="Kembalikan dengan catatan.")
@click.option("--choose", default="", metavar="HURUF", help="Pilihan yang disetujui.")
@click.option("--reason", "reasons", multiple=True, metavar="ATURAN=ALASAN")
@click.option("--out", type=FILE, help="Berkas jawaban; tanpa ini di sebelahnya.")
def decide(
    file: Path,
    note: str | None,
    choose: str,
    reasons: tuple[str, ...],
    out: Path | None,
    *,
    approve: bool,
) -> None:
    """Putuskan berkas permintaan; kata sandi dibaca dari masukan standar.

    Tidak memerlukan kotak masuk di komputer ini.
    """
    now = time.time_ns() // 1_000_000
    asked = read_request(file, now=now)
    if approve == (note is not None):
        _show(asked)
        raise KnownError(
            "Tulis --approve, atau --return dengan catatannya.",
            "Tidak ada yang diputuskan.",
        )
    verdict = Verdict(
        letter=_letter(asked, choose) if approve else "",
        note=note or "",
        reasons=dict(_pair(one) for one in reasons),
    )
    passphrase = sys.stdin.readline().rstrip("\r\n")
    answer = decide_file(file, verdict, passphrase=passphrase, now=now, out=out)
    tell(f"Tertulis: {answer}. Kirim kembali kepada {asked.by}.")


def _letter(asked: Asked, chosen: str) -> str:
    letters = [one.letter for one in asked.offered]
    if chosen or len(letters) == 1:
        return chosen.upper() or letters[0]
    raise KnownError(
        f"Ada {len(letters)} pilihan: {', '.join(letters)}.",
        "Tidak ada yang diputuskan.",
        "Tambahkan --choose dengan hurufnya.",
    )


def _pair(text: str) -> tuple[str, str]:
    rule, sign, why = text.partition("=")
    if not sign or not why.strip():
        raise click.BadParameter(f"“{text}” harus berbentuk ATURAN=ALASAN.")
    return rule.strip(), why.strip()


def _show(asked: Asked) -> None:
    tell(f"{asked.agency or 'Kotak Masuk'}, diajukan {asked.by}; kunci {asked.office}")
    for words in asked.said:
        tell(f"  Warga: {words}")
    for one in asked.offered:
        way = "publik" if one.public else "pribadi"
        tell(f"  {one.letter} ({one.handle}, {way}): {one.text}")
        for alt in one.pictures:
            tell(f"     gambar: {alt}")
        for line in one.lifted:
            tell(f"     perlu alasan {line.rule}: {line.text} ({line.evidence})")


@approval.command(name="import")
@click.argument("file", type=FILE)
@click.pass_obj
def import_answer(tools: Tools, file: Path) -> None:
    """Impor berkas jawaban; yang berubah, kedaluwarsa, atau basi ditolak."""
    with tools.desk() as desk:
        import_decision(desk, file)
    tell("Jawaban diimpor.")
