"""The two ways in: the command line and the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.home import Home, open_home, open_or_create
from kotakmasuk.cli import app
from kotakmasuk.cli.tools import Tools
from kotakmasuk.services.desk import Desk
from kotakmasuk.system import log, paths


def main() -> None:
    """Run the command line; without a command it opens the window."""
    app.run(
        Tools(
            office=lambda: open_home().office,
            reader=_reader,
            desk=_desk,
            open_desktop=_open_desktop,
            run_demo=_run_demo,
            examine=_examine,
        )
    )


def desktop() -> None:
    """Open the window, as the menu of the desktop does."""
    raise SystemExit(_open_desktop())


@contextmanager
def _reader() -> Iterator[Any]:
    reader = open_home().open_reader()
    try:
        yield reader
    finally:
        reader.close()


@contextmanager
def _desk() -> Iterator[Desk]:
    home: Home = open_or_create()
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
