"""The two ways in: the command line and the window.

The one rule: each loads what it needs itself, so that the window never waits for the
command line's parts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kotakmasuk.system import paths


if TYPE_CHECKING:
    from kotakmasuk.domain.checklist import Rule
    from kotakmasuk.services.desk import Desk, Office


def main() -> None:
    """Run the command line; without a command it opens the window."""
    from kotakmasuk.cli import app
    from kotakmasuk.cli.tools import Tools

    app.run(
        Tools(
            office=_office,
            reader=_reader,
            desk=_desk,
            open_desktop=_open_desktop,
            run_demo=_run_demo,
            examine=_examine,
            rules=_rules,
        )
    )


def desktop() -> None:
    """Open the window, as the menu of the desktop does."""
    raise SystemExit(_open_desktop())


def _office() -> "Office":
    from kotakmasuk.bootstrap.home import open_home

    return open_home().office


@contextmanager
def _reader() -> Iterator[Any]:
    from kotakmasuk.bootstrap.home import open_home

    reader = open_home().open_reader()
    try:
        yield reader
    finally:
        reader.close()


@contextmanager
def _desk() -> Iterator["Desk"]:
    from kotakmasuk.bootstrap.home import open_or_create
    from kotakmasuk.system import log

    home = open_or_create()
    log.start(home.folder)
    with home.desk() as desk:
        yield desk


def _open_desktop() -> int:
    from kotakmasuk.bootstrap.window import open_window

    return open_window(
        paths.data_folder(), lambda: _run_demo(out=Path(), headless=False)
    )


def _run_demo(*, out: Path, headless: bool) -> int:
    from kotakmasuk.bootstrap.demo_run import run

    return run(out, headless=headless)


def _examine() -> list[tuple[str, bool, str]]:
    from kotakmasuk.bootstrap.doctor import examine

    return examine()


def _rules() -> "tuple[Rule, ...]":
    from kotakmasuk.bootstrap import resources

    return resources.rules(paths.resources_folder())
