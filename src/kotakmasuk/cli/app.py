"""The command line: 0 done, 1 a known problem in words, 2 wrong usage."""

import sys

import click

from kotakmasuk.cli.accounts import account
from kotakmasuk.cli.announcements import announcement
from kotakmasuk.cli.approvals import approval
from kotakmasuk.cli.check import check
from kotakmasuk.cli.checklist import checklist
from kotakmasuk.cli.demo import demo
from kotakmasuk.cli.importing import import_command
from kotakmasuk.cli.inspect import inspect
from kotakmasuk.cli.journal import verify
from kotakmasuk.cli.machine import doctor
from kotakmasuk.cli.search import search
from kotakmasuk.cli.summaries import summary
from kotakmasuk.cli.syncing import sync
from kotakmasuk.cli.team import team
from kotakmasuk.cli.templates import templates
from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.errors import KnownError


@click.group(invoke_without_command=True)
@click.version_option(package_name="kotakmasuk")
@click.pass_context
def kotakmasuk(context: click.Context) -> None:
    """Kotak Masuk: kotak masuk media sosial untuk tim humas."""
    if context.invoked_subcommand is None:
        raise SystemExit(context.obj.open_desktop())


for command in (
    account,
    announcement,
    approval,
    check,
    checklist,
    demo,
    import_command,
    inspect,
    verify,
    doctor,
    search,
    summary,
    sync,
    team,
    templates,
):
    kotakmasuk.add_command(command)


def run(tools: Tools) -> None:
    """Run one command; a known problem is told in words and ends with 1."""
    try:
        kotakmasuk.main(obj=tools, prog_name="kotakmasuk")
    except KnownError as error:
        click.echo(f"kotakmasuk: {error}", err=True)
        sys.exit(1)
