"""kotakmasuk doctor: whether this machine is fit, and what is missing."""

import click

from kotakmasuk.cli.tools import Tools, tell


@click.command()
@click.pass_obj
def doctor(tools: Tools) -> None:
    """Periksa komputer ini: folder data, keyring, huruf, layar."""
    rows = tools.examine()
    for name, good, words in rows:
        tell(f"{'baik ' if good else 'PERLU'}  {name}: {words}")
    if not all(good for _, good, _ in rows):
        raise SystemExit(1)
