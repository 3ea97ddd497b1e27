"""Reply templates: one text, its variants for platforms, and what belongs to it.

The one rule to know: a template past its date (`expires_on`) is kept and shown, but no
longer offered. What may stand in braces is told in placeholders.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.placeholders import (
    Field,
    Filled,
    Span,
    fields_in,
    fill,
    find_fault,
    placeholders,
    unfilled,
)
from kotakmasuk.domain.replies import Picture


__all__ = [
    "Field",
    "Filled",
    "Span",
    "Template",
    "Usage",
    "Version",
    "body_for",
    "faults_of",
    "fields_of",
    "fill",
    "is_expired",
    "is_unchanged",
    "joined",
    "placeholders",
    "shortcut_of",
    "unfilled",
    "used_uids",
]

LONGEST_TITLE = 120
LONGEST_BODY = 10_000
LONGEST_SHORTCUT = 24
MOST_PICTURES = 4
_SHORTCUT = re.compile(r";[a-z0-9][a-z0-9_-]*")
_SPACE = re.compile(r"\s+")
_ROOM = 160
_ROOMS = {"inisial": 8, "sapaan": 30, "nama": 40, "nomor": 30}
_FEWEST_LETTERS = 12

_JOINT = ","


@dataclass(frozen=True)
class Template:
    """One answer to adapt; `version` counts its edits.

    `variants` are other bodies by platform; `shortcut` begins with ";"; `expires_on` is
    the last ISO date on which it is offered, empty where there is none.
    """

    uid: str
    key: str
    title: str
    folder: str
    body: str
    basis: str = ""
    version: int = 1
    situation: str = ""
    shortcut: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    expires_on: str = ""
    variants: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Version:
    """A template as it stood after one edit; `at` UTC ms, 0 where nobody noted it."""

    version: int
    at: int
    actor: str
    template: Template


@dataclass(frozen=True)
class Usage:
    """How often a template went out in 30 days, and how often only filled in."""

    used: int = 0
    unchanged: int = 0


def body_for(template: Template, platform: str = "") -> str:
    """The words for a platform: its variant where there is one."""
    return template.variants.get(platform) or template.body


def fields_of(template: Template, platform: str = "") -> tuple[Field, ...]:
    """What the words for a platform ask for."""
    return fields_in(body_for(template, platform))


def is_expired(template: Template, today: str) -> bool:
    """Tell whether an ISO date lies behind the template's last one."""
    return bool(template.expires_on) and template.expires_on < today


def joined(uids: Sequence[str]) -> str:
    """The templates of a reply as they stand in its revision."""
    return _JOINT.join(dict.fromkeys(uid for uid in uids if uid))


def used_uids(text: str) -> tuple[str, ...]:
    """The templates that a revision names."""
    return tuple(uid for uid in text.split(_JOINT) if uid)


def is_unchanged(body: str, text: str) -> bool:
    """Tell whether a text is a template in which only the isian were filled.

    The pieces between the isian must stand in it in their order, from its first letter to
    its last, with no more between them than the isian may hold; spaces do not count.
    """
    holes = unfilled(body)
    ends = [0, *(hole.end for hole in holes)]
    begins = [*(hole.start for hole in holes), len(body)]
    cuts = zip(ends, begins, strict=True)
    pieces = [_SPACE.sub("", body[end:begin]) for end, begin in cuts]
    if sum(map(len, pieces)) < _FEWEST_LETTERS:
        return bool(holes) is False and text.strip() == body.strip()
    return _stands(_SPACE.sub("", text), pieces, [_room(hole.name) for hole in holes])


def _stands(words: str, pieces: list[str], rooms: list[int]) -> bool:
    """Whether the pieces make up all of the words, with these rooms between them."""
    if not words.startswith(pieces[0]):
        return False
    at, room = len(pieces[0]), 0
    *inner, last = pieces[1:] or [""]
    for piece, more in zip(inner, rooms, strict=False):
        room += more
        if not piece:
            continue
        found = words.find(piece, at, at + room + len(piece))
        if found < 0:
            return False
        at, room = found + len(piece), 0
    room += sum(rooms[-1:])
    return words.endswith(last) and at <= len(words) - len(last) <= at + room


def _room(name: str) -> int:
    """How many letters an isian may hold before it is a text of its own."""
    return _ROOMS.get(name, _ROOM)


def shortcut_of(typed: str) -> str:
    """What was typed as a shortcut, as it is kept: small, with ";" before."""
    word = typed.strip().casefold()
    return f";{word.lstrip(';')}" if word.strip(";") else ""


def faults_of(template: Template, others: Sequence[Template]) -> dict[str, str]:
    """A sentence for each field that is not right, by the field's name.

    `others` are the templates in use; title and shortcut are told apart from theirs. The
    fault of a variant stands under "variants.x".
    """
    rest = [one for one in others if one.uid != template.uid]
    titles = {one.title.casefold() for one in rest}
    found = {
        "title": _title_fault(template.title.strip(), titles),
        "body": _body_fault(template.body),
        "shortcut": _shortcut_fault(template.shortcut, rest),
        "expires_on": _date_fault(template.expires_on),
        "pictures": _pictures_fault(template.pictures),
    }
    for platform, body in template.variants.items():
        known = platform in PLATFORMS
        unknown = f"Platform “{platform}” tidak dikenal."
        found[f"variants.{platform}"] = _body_fault(body) if known else unknown
    return {name: fault for name, fault in found.items() if fault}


def _title_fault(title: str, taken: set[str]) -> str:
    if not title:
        return "Tulis judul, misalnya Kabar tindak lanjut."
    if len(title) > LONGEST_TITLE:
        return f"Judul terlalu panjang: paling banyak {LONGEST_TITLE} huruf."
    if title.casefold() in taken:
        return "Judul ini sudah dipakai. Tulis judul yang lain."
    return ""


def _body_fault(body: str) -> str:
    if not body.strip():
        return "Tulis isinya, misalnya Halo {sapaan} {nama}, terima kasih …"
    if len(body) > LONGEST_BODY:
        return f"Isi terlalu panjang: paling banyak {LONGEST_BODY} huruf."
    return find_fault(body)


def _shortcut_fault(shortcut: str, rest: Sequence[Template]) -> str:
    if not shortcut:
        return ""
    if not _SHORTCUT.fullmatch(shortcut) or len(shortcut) > LONGEST_SHORTCUT:
        return "Pintasan hanya huruf kecil, angka, - dan _, misalnya ;kabar."
    holder = next((one.title for one in rest if one.shortcut == shortcut), "")
    return f"Pintasan ini sudah dipakai “{holder}”." if holder else ""


def _date_fault(written: str) -> str:
    try:
        date.fromisoformat(written or "2000-01-01")
    except ValueError:
        return f"“{written}” bukan tanggal; contoh: 2027-01-31."
    return ""


def _pictures_fault(pictures: Sequence[Picture]) -> str:
    if len(pictures) > MOST_PICTURES:
        return f"Paling banyak {MOST_PICTURES} gambar untuk satu templat."
    nameless = next((one.name for one in pictures if not one.alt.strip()), None)
    if nameless is not None:
        return f"Tulis apa yang terlihat pada gambar {nameless}, untuk pembaca layar."
    return ""
