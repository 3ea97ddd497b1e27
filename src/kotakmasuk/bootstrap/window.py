"""Opening the window on an inbox: found, unlocked, or made at the first run."""

import os
import sys
from pathlib import Path

from kotakmasuk.bootstrap.home import Home, create_home, home_of
from kotakmasuk.services import settings
from kotakmasuk.system import clock, keys, lock, log, secrets


PASSPHRASE = "KOTAKMASUK_PASSPHRASE"
NO_SCREEN = (
    "kotakmasuk: Tidak ada layar untuk membuka jendela. Data Anda tidak berubah."
    " Pakai kotakmasuk --help untuk perintah tanpa jendela."
)


def has_screen() -> bool:
    """Tell whether a window can be shown; Qt itself would abort."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return shown or chosen in ("offscreen", "minimal", "vnc")


def open_window(folder: Path) -> int:
    """Show the inbox of a folder until it is closed; gives the exit code."""
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    from kotakmasuk.desktop import app

    app.application()
    if app.raise_running(folder):
        return 0
    held = lock.hold(folder)
    try:
        log.start(folder)
        home = _unlocked(folder)
        return 0 if home is None else show(home)
    finally:
        held.release()


def show(home: Home) -> int:
    """Show the window of an unlocked inbox whose lock is held."""
    from kotakmasuk.desktop import app

    reader = home.open_prepared()
    known = settings.load(reader)
    reader.close()
    return app.run(
        office=home.office,
        open_desk=home.open_desk,
        open_reader=home.open_reader,
        settings=known,
    )
