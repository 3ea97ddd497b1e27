"""Tells in a sentence what is wrong with a setting.

The one rule: the sentence holds an example of what works.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication


UNDO_SECONDS = (0, 5, 10, 30, 60)
LONGEST_LINE = 200
NIP_DIGITS = 18
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
LONGEST_TARGET = 30 * 24 * 60
LONGEST_SOON = 7 * 24 * 60


def wrong_value(name: str, value: Any) -> str:
    """Say why a value cannot be taken for a setting, or nothing."""
    judge = JUDGES.get(name, _line)
    return judge(value)


def _line(value: Any) -> str:
    if isinstance(value, str) and len(value) > LONGEST_LINE:
        return say("Paling banyak {n} huruf.").format(n=LONGEST_LINE)
    return ""


def _agency(value: str) -> str:
    if not value:
        return say("Tulis nama instansi, misalnya Pemerintah Kabupaten Sukamaju.")
    return _line(value)


def _link(value: str) -> str:
    if not value:
        return ""
    parts = urlsplit(value)
    good = parts.scheme in ("http", "https") and "." in parts.netloc
    return "" if good and " " not in value else say(LINK_EXAMPLE)


def _target(value: int) -> str:
    if 1 <= value <= LONGEST_TARGET:
        return ""
    return say("Tulis 1 menit sampai 30 hari, misalnya 450 menit.")


def _soon(value: int) -> str:
    if 1 <= value <= LONGEST_SOON:
        return ""
    return say("Tulis 1 menit sampai 7 hari, misalnya 240 menit.")


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        return say("Zona waktu ini tidak dikenal; pilih WIB, WITA, atau WIT.")
    return ""


def _greeting(value: str) -> str:
    if not value:
        return say("Tulis sapaan, misalnya Bapak/Ibu atau Kak.")
    return _line(value)


def _domains(value: tuple[str, ...]) -> str:
    wrong = [one for one in value if not DOMAIN.fullmatch(one)]
    if not wrong:
        return ""
    words = say("“{one}” bukan nama domain; contohnya sukamaju.example.")
    return words.format(one=wrong[0])


def _nip(value: str) -> str:
    digits = value.replace(" ", "")
    if not digits or (digits.isdecimal() and len(digits) == NIP_DIGITS):
        return ""
    return say("Tulis 18 angka, misalnya 19850214 201001 1 003.")


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Settings", text)


LINK_EXAMPLE = "Tulis alamat lengkap, misalnya https://ppid.sukamaju.example."
JUDGES: dict[str, Callable[[Any], str]] = {
    "agency": _agency,
    "ppid_link": _link,
    "target_minutes": _target,
    "due_soon_minutes": _soon,
    "zone": _zone,
    "greeting": _greeting,
    "signer_nip": _nip,
    "known_domains": _domains,
}
