"""kotakmasuk demo: the fictional Kabupaten Sukamaju, in a window or as pictures."""

from pathlib import Path

import click

from kotakmasuk.cli.tools import Tools


@click.command()
@click.option(
    "--headless", is_flag=True, help="Tanpa layar: tinggalkan gambar dan ringkasan."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("kotakmasuk-demo"),
    show_default=True,
)
@click.pass_obj
def demo(tools: Tools, out: Path, *, headless: bool) -> None:
    """Buka data contoh Kabupaten Sukamaju (semua nama dan pesan rekaan)."""
    raise SystemExit(tools.run_demo(out=out, headless=headless))
