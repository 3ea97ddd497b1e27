"""What `kotakmasuk doctor` looks at: what this machine has and what is missing."""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from kotakmasuk.bootstrap import resources as files
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import keys, lock, paths, secrets


Finding = tuple[str, bool, str]
ROOM = 500_000_000


def examine() -> list[Finding]:
    """Look at folder, key, keyring, data files, screen and disk; nothing is changed."""
    examinations: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Folder data", _folder),
        ("Kunci", _key),
        ("Keyring", _keyring),
        ("Berkas program", _resources),
        ("Layar", _screen),
        ("Ruang simpan", _room),
    )
    return [_finding(name, look) for name, look in examinations]


def _finding(name: str, look: Callable[[], str]) -> Finding:
    try:
        return name, True, look()
    except KnownError as error:
        return name, False, str(error)


def _folder() -> str:
    folder = paths.data_folder()
    try:
        lock.hold(folder).release()
    except lock.InUse:
        return f"{folder}, sedang dipakai oleh jendela yang terbuka"
    return str(folder)


def _key() -> str:
    folder = paths.data_folder()
    if keys.is_new(folder):
        return "belum dibuat; dibuat saat pertama kali dibuka"
    slots = keys.load(folder)
    held = [
        name
        for name, there in (
            ("keyring", keys.from_keyring(slots) is not None),
            ("kata sandi", slots.passphrase is not None),
            ("kata pemulihan", slots.recovery is not None),
        )
        if there
    ]
    return f"dijaga oleh {', '.join(held)}"


def _keyring() -> str:
    if not secrets.is_there():
        raise KnownError(
            "tidak ada atau terkunci.",
            "Token disimpan terenkripsi di folder data.",
            "Kotak Masuk akan meminta kata sandi.",
        )
    return "ada"


def _resources() -> str:
    folder = paths.resources_folder()
    rules, starters = files.rules(folder), files.starters(folder)
    files.calendar(folder, "Asia/Jakarta")
    files.lexicon(folder)
    return f"{len(rules)} aturan ceklis, {len(starters)} templat awal"


def _screen() -> str:
    if importlib.util.find_spec("PySide6") is None:
        raise KnownError("PySide6 tidak terpasang.", "", "Jalankan packaging/start.sh.")
    if os.name == "posix" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    ):
        return "tidak ada; perintah tanpa jendela tetap jalan"
    return "ada"


def _room() -> str:
    free = shutil.disk_usage(Path(paths.data_folder())).free
    if free < ROOM:
        raise KnownError(
            f"tinggal {free // 1_000_000} MB.", "", "Kosongkan paling sedikit 500 MB."
        )
    return f"{free // 1_000_000_000} GB kosong"
