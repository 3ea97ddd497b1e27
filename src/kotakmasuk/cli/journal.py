"""kotakmasuk verify: whether anything was altered."""

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.services import journal


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def verify(tools: Tools, *, as_json: bool) -> None:
    """Periksa rantai jurnal, rujukan, penghitung, dan isi berkas."""
    with tools.reader() as reader:
        report = journal.verify(reader)
    if as_json:
        tell_json(
            {
                "whole": report.whole,
                "journal_rows": report.rows,
                "chain": list(report.chain),
                "references": list(report.references),
                "counters": list(report.counters),
                "unjournaled": list(report.unjournaled),
                "pages": list(report.pages),
            }
        )
    elif report.whole:
        tell(f"Utuh: {report.rows} baris jurnal, rujukan, dan penghitung cocok.")
    else:
        for name, found in vars(report).items():
            for one in found if isinstance(found, tuple) else ():
                tell(f"{WORDS[name]}: {one}")
    if not report.whole:
        raise SystemExit(1)


WORDS = {
    "chain": "Rantai jurnal putus",
    "references": "Rujukan rusak",
    "counters": "Penghitung tidak cocok",
    "unjournaled": "Tidak ada dalam jurnal",
    "pages": "Halaman berkas rusak",
}
