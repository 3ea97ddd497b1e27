"""Templates as TOML: the starter set, and the files that agencies hand to each other.

The one rule to know: `key` is what makes two files the same template on every PC.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.templates import Template, faults_of


# Templates of a file keep their identity on every PC, so that teams share one.
_STARTERS = uuid.UUID("5d6f3a52-6a0e-5b7c-9d43-1f0a8e2c7b11")
_REQUIRED = ("key", "title", "folder", "body")
_OPTIONAL = ("situation", "shortcut", "basis", "owner")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def key_of(title: str) -> str:
    """A title as a name for files: "Terima aduan" becomes terima_aduan."""
    name = _NOT_IN_NAMES.sub("_", title.casefold()).strip("_")
    return name[:_LONGEST_NAME].strip("_") or "templat"


def parse_templates(mapping: Mapping[str, Any], source: str) -> tuple[Template, ...]:
    """The templates of one file; raises KnownError naming file and template.

    Their pictures have a name only; who reads the file finds the bytes beside it.
    """
    found: dict[str, Template] = {}
    entries = mapping.get("template", ())
    if not isinstance(entries, list | tuple):
        raise _wrong(source, "template", "harus ditulis sebagai [[template]]")
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, Mapping):
            raise _wrong(
                source, f"nomor {number}", "harus ditulis sebagai [[template]]"
            )
        key = str(entry.get("key", f"nomor {number}"))
        if problem := _problem(entry):
            raise _wrong(source, key, problem)
        if key in found:
            raise _wrong(source, key, "kunci ini dipakai dua kali")
        template = _template(entry)
        if faults := faults_of(template, tuple(found.values())):
            raise _wrong(source, key, next(iter(faults.values())).rstrip("."))
        found[key] = template
    return tuple(found.values())


def _problem(entry: Mapping[str, Any]) -> str:
    for name in _REQUIRED:
        if not str(entry.get(name, "")).strip():
            return f"“{name}” belum diisi"
    for name in (*_REQUIRED, *_OPTIONAL):
        if not isinstance(entry.get(name, ""), str):
            return f"“{name}” harus teks"
    if not isinstance(entry.get("tags", []), list):
        return "“tags” harus daftar teks"
    return _problem_of_parts(entry)


def _problem_of_parts(entry: Mapping[str, Any]) -> str:
    variants, pictures = entry.get("variants", {}), entry.get("pictures", [])
    if not isinstance(variants, Mapping) or not all(
        isinstance(body, str) for body in variants.values()
    ):
        return "“variants” harus tabel berisi teks, misalnya x = “…”"
    if not isinstance(pictures, list) or not all(
        isinstance(one, Mapping) and one.get("file") for one in pictures
    ):
        return "setiap “pictures” harus punya “file”"
    return ""


def _template(entry: Mapping[str, Any]) -> Template:
    key = entry["key"]
    expires = entry.get("expires_on", "")
    return Template(
        uid=str(uuid.uuid5(_STARTERS, key)),
        key=key,
        title=entry["title"].strip(),
        folder=entry["folder"].strip(),
        body=entry["body"].strip(),
        basis=entry.get("basis", ""),
        version=int(entry.get("version", 1)),
        situation=entry.get("situation", ""),
        shortcut=entry.get("shortcut", ""),
        tags=tuple(str(tag) for tag in entry.get("tags", ())),
        owner=entry.get("owner", ""),
        expires_on=expires.isoformat() if isinstance(expires, date) else str(expires),
        variants={
            platform: body.strip()
            for platform, body in entry.get("variants", {}).items()
        },
        pictures=tuple(
            Picture("", str(one["file"]), "", 0, str(one.get("alt", "")))
            for one in entry.get("pictures", ())
        ),
    )


def write_template(template: Template) -> str:
    """Write one template as TOML, in the form that `parse_templates` reads."""
    lines = ["[[template]]", f"key = {_text(template.key or key_of(template.title))}"]
    for name in ("title", "folder", "situation", "shortcut", "owner", "basis"):
        value = getattr(template, name)
        if value or name in _REQUIRED:
            lines.append(f"{name} = {_text(value)}")
    if template.tags:
        lines.append(f"tags = [{', '.join(map(_text, template.tags))}]")
    if template.expires_on:
        lines.append(f"expires_on = {template.expires_on}")
    lines.append(f"body = {_text(template.body)}")
    if template.variants:
        lines += ["", "[template.variants]"]
        lines += [
            f"{name} = {_text(body)}" for name, body in _sorted(template.variants)
        ]
    for picture in template.pictures:
        lines += ["", "[[template.pictures]]", f"file = {_text(picture.name)}"]
        lines.append(f"alt = {_text(picture.alt)}")
    return "\n".join(lines) + "\n"


def _sorted(variants: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return sorted(variants.items())


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(map(_sign, escaped)) + '"'


def _sign(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return (
        f"\\u{ord(sign):04x}" if ord(sign) < _FIRST_PRINTED or sign == "\x7f" else sign
    )


_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_FIRST_PRINTED = 0x20


def _wrong(source: str, key: str, problem: str) -> KnownError:
    return KnownError(
        f"{source}, templat {key}: {problem}.",
        "Templat yang sudah ada tidak berubah.",
        "Perbaiki berkas itu, lalu coba lagi.",
    )
