"""Opening the window on an inbox: found, unlocked, or made at the first run.

The one rule: a start is answered by an empty frame before anything else is loaded.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import keys, lock, paths, secrets


if TYPE_CHECKING:
    from kotakmasuk.bootstrap.home import Home
    from kotakmasuk.desktop.main_window import MainWindow

NO_SCREEN = (
    "kotakmasuk: Tidak ada layar untuk membuka jendela. Data Anda tidak berubah."
    " Pakai kotakmasuk --help untuk perintah tanpa jendela."
)
DEMO = "demo"


def has_screen() -> bool:
    """Tell whether a window can be shown; Qt itself would abort."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return shown or chosen in ("offscreen", "minimal", "vnc")


def open_window(folder: Path, run_demo: Callable[[], int]) -> int:
    """Show the inbox of a folder until it is closed; gives the exit code."""
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return 1
    from kotakmasuk.desktop import app

    app.application()
    try:
        with lock.hold(folder):
            return _open(folder, run_demo)
    except lock.InUse as error:
        return 0 if app.raise_running(folder) else _tell(error)
    except KnownError as error:
        return _tell(error)


def _open(folder: Path, run_demo: Callable[[], int]) -> int:
    """Show the empty frame at once; the key is fetched while the rest is loaded."""
    if keys.is_new(folder):
        _start_log(folder)
        return _first_run(folder, run_demo)
    from kotakmasuk.desktop import app

    frame = app.show_frame()
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        key = beside.submit(_key_of, folder)
        _start_log(folder)
        _load()
    home = _unlocked(folder, key.result())
    return 0 if home is None else show(home, frame=frame)


def _start_log(folder: Path) -> None:
    from kotakmasuk.system import log

    log.start(folder)


def _load() -> None:
    """Load what the window will be filled with."""
    import kotakmasuk.bootstrap.home
    import kotakmasuk.desktop.inside  # noqa: F401


def _key_of(folder: Path) -> bytes | None:
    """Fetch the key where nobody need be asked; None where somebody must."""
    from kotakmasuk.bootstrap.home import PASSPHRASE

    slots = keys.load(folder)
    key = keys.from_keyring(slots)
    given = os.environ.get(PASSPHRASE)
    return keys.unlock(slots, given) if key is None and given else key


def _unlocked(folder: Path, key: bytes | None) -> "Home | None":
    from kotakmasuk.bootstrap.home import home_of

    if key is not None:
        return home_of(folder, key)
    from kotakmasuk.desktop.welcome.unlock import ask_passphrase

    slots = keys.load(folder)
    found: list[bytes] = []

    def attempt(given: str) -> bool:
        try:
            found.append(keys.unlock(slots, given))
        except keys.WrongPassphrase:
            return False
        return True

    return home_of(folder, found[0]) if ask_passphrase(_theme(), attempt) else None


def _theme() -> Any:
    from kotakmasuk.desktop import theme

    return theme.load(paths.resources_folder())


def _first_run(folder: Path, run_demo: Callable[[], int]) -> int:
    from kotakmasuk.bootstrap.home import make_home
    from kotakmasuk.desktop.welcome.presenter import FirstRun
    from kotakmasuk.desktop.welcome.view import run_first
    from kotakmasuk.services import settings

    made: list[Home] = []

    def create(passphrase: str | None) -> tuple[str, ...]:
        home, words = make_home(folder, passphrase)
        made.append(home)
        return words

    def keep(changes: Mapping[str, Any]) -> None:
        desk = made[0].open_desk()
        try:
            settings.save(desk, **changes)
        finally:
            desk.database.conn.close()

    choice = run_first(_theme(), FirstRun(secrets.is_there(), create, keep))
    if choice == DEMO:
        return run_demo()
    return show(made[0], way=choice) if made else 0


def show(home: "Home", *, way: str = "", frame: "MainWindow | None" = None) -> int:
    """Show the window of an unlocked inbox whose lock is held.

    `way` is how the first run ended: connect, import, capture, or nothing; `frame` is
    the empty window where it is shown already.
    """
    from kotakmasuk.bootstrap.home import NOBODY
    from kotakmasuk.desktop import app
    from kotakmasuk.services import settings, team
    from kotakmasuk.services.desk import Chair

    reader = home.open_prepared()
    known = settings.load(reader)
    seat = team.seat_of(reader, home.office, known.officer or NOBODY)
    reader.close()
    home = replace(home, chair=Chair(seat))
    return app.run(
        office=home.office,
        open_desk=home.open_desk,
        open_reader=home.open_reader,
        settings=known,
        chair=home.chair,
        way=way,
        window=frame,
    )


def _tell(error: KnownError) -> int:
    """Say in a window of its own why the inbox cannot be opened."""
    from kotakmasuk.desktop.crash import tell_problem

    tell_problem(_theme(), error)
    return 1
