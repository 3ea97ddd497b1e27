"""The agency's own words for sorting."""

import re
import unicodedata
from dataclasses import dataclass

from kotakmasuk.domain.errors import KnownError


LONGEST = 40


@dataclass(frozen=True)
class Tag:
    """One tag with the number of open conversations that carry it."""

    id: int
    uid: str
    name: str
    open: int = 0


def tag_name(text: str) -> str:
    """Write a tag the one way it is stored: small letters, words joined by hyphens.

    Raises KnownError when nothing is left or the name is too long.
    """
    words = unicodedata.normalize("NFC", text).strip().lstrip("#").casefold()
    name = re.sub(r"[^\w]+", "-", words).strip("-")
    if not name or len(name) > LONGEST:
        message = f"Nama tag harus berisi 1 sampai {LONGEST} huruf atau angka."
        raise KnownError(message, "Tag lama tidak berubah.", "Tulis nama yang lain.")
    return name
