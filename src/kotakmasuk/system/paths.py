"""Where the agency's data lies, and where the program's own files lie."""

import os
from importlib import resources
from pathlib import Path

import platformdirs

from kotakmasuk.domain.errors import KnownError


HOME = "KOTAKMASUK_HOME"


def data_folder() -> Path:
    """Give the data folder, made if need be; KOTAKMASUK_HOME moves it.

    Raises KnownError when it cannot be made or written.
    """
    given = os.environ.get(HOME)
    folder = (
        Path(given).expanduser()
        if given
        else Path(platformdirs.user_data_dir("kotakmasuk", appauthor=False))
    )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unusable(folder, "dibuat") from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise _unusable(folder, "ditulis")
    return folder


def _unusable(folder: Path, deed: str) -> KnownError:
    return KnownError(
        f"Folder data {folder} tidak dapat {deed}.",
        "Belum ada yang disimpan.",
        f"Periksa hak akses atau {HOME}.",
    )


def demo_folder() -> Path:
    """Give the folder that the demo owns and empties at each run."""
    given = os.environ.get(HOME)
    if given:
        return Path(given).expanduser() / "demo"
    return Path(platformdirs.user_cache_dir("kotakmasuk", appauthor=False)) / "demo"


def resources_folder() -> Path:
    """Give the folder of icons, rules and templates: the checkout's, else the wheel's."""
    checkout = Path(__file__).parents[3] / "resources"
    if (checkout / "rules").is_dir():
        return checkout
    return Path(str(resources.files("kotakmasuk") / "resources"))
