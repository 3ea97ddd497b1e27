"""Opening the window on an inbox: found, unlocked, or made at the first run."""

import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.home import PASSPHRASE, Home, home_of, make_home
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import settings
from kotakmasuk.system import keys, lock, log, paths, secrets


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
    """Show the inbox of a folder until it is closed; gives the exit code.

    The keyring is asked while Qt is being loaded: either takes as long as the other.
    """
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return 1
    with ThreadPoolExecutor(1) as beside:
        key = beside.submit(_key_of, folder)
        from kotakmasuk.desktop import app

        app.application()
        if app.raise_running(folder):
            return 0
        try:
            with lock.hold(folder):
                return _open(folder, key, run_demo)
        except KnownError as error:
            return _tell(error)


def _open(
    folder: Path, key: "Future[bytes | None]", run_demo: Callable[[], int]
) -> int:
    log.start(folder)
    if keys.is_new(folder):
        return _first_run(folder, run_demo)
    home = _unlocked(folder, key.result())
    return 0 if home is None else show(home)


def _key_of(folder: Path) -> bytes | None:
    """Fetch the key where nobody need be asked; None where somebody must."""
    if keys.is_new(folder):
        return None
    slots = keys.load(folder)
    key = keys.from_keyring(slots)
    given = os.environ.get(PASSPHRASE)
    return keys.unlock(slots, given) if key is None and given else key


def _unlocked(folder: Path, key: bytes | None) -> Home | None:
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
    from kotakmasuk.desktop.welcome.presenter import FirstRun
    from kotakmasuk.desktop.welcome.view import run_first

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


def show(home: Home, *, way: str = "") -> int:
    """Show the window of an unlocked inbox whose lock is held.

    `way` is how the first run ended: connect, import, capture, or nothing.
    """
    from kotakmasuk.desktop import app

    reader = home.open_prepared()
    known = settings.load(reader)
    reader.close()
    return app.run(
        office=home.office,
        open_desk=home.open_desk,
        open_reader=home.open_reader,
        settings=known,
        way=way,
    )


def _tell(error: KnownError) -> int:
    """Say in a window of its own why the inbox cannot be opened."""
    from kotakmasuk.desktop.crash import tell_problem

    tell_problem(_theme(), error)
    return 1
