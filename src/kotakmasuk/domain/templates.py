"""Reply templates: text with isian in braces, such as {nama}.

The one rule to know: an isian without a value stays in the text in its braces, where
the checklist finds it; an optional one, {nama?}, goes away with the space before it.
"""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from kotakmasuk.domain.errors import KnownError


_HOLE = re.compile(r"\{([a-z][a-z0-9_]*)(\?)?\}")
# Starters keep their identity on every PC, so that teams share one.
_STARTERS = uuid.UUID("5d6f3a52-6a0e-5b7c-9d43-1f0a8e2c7b11")
_CLOSE_ENOUGH = 0.75
_SHORTEST_WITH_SLIP = 4
_WORD = re.compile(r"[^\W_]+")
_REQUIRED = ("key", "title", "folder", "body")


@dataclass(frozen=True)
class Template:
    """One answer to adapt; `version` counts its edits."""

    uid: str
    key: str
    title: str
    folder: str
    body: str
    basis: str = ""
    version: int = 1
    situation: str = ""


@dataclass(frozen=True)
class Span:
    """Where an isian stands in a text, [start, end), and its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Filled:
    """A template with its values: what was filled and what is still open."""

    text: str
    filled: tuple[Span, ...] = ()
    unfilled: tuple[Span, ...] = ()


def placeholders(body: str) -> tuple[str, ...]:
    """The names of the isian, each once, in order; optional ones too."""
    return tuple(dict.fromkeys(match[1] for match in _HOLE.finditer(body)))


def unfilled(text: str) -> tuple[Span, ...]:
    """The isian that still stand in a text."""
    return tuple(
        Span(match.start(), match.end(), match[1]) for match in _HOLE.finditer(text)
    )


def fill(body: str, values: Mapping[str, str]) -> Filled:
    """Put the values in; a missing or blank value leaves its isian open."""
    pieces: list[str] = []
    filled: list[Span] = []
    at = length = 0
    for match in _HOLE.finditer(body):
        value = values.get(match[1], "").strip()
        before = body[at : match.start()]
        at = match.end()
        if match[2] and not value:
            before = before.removesuffix(" ")
        pieces.append(before)
        length += len(before)
        if value:
            filled.append(Span(length, length + len(value), match[1]))
        shown = value or ("" if match[2] else match[0])
        pieces.append(shown)
        length += len(shown)
    text = "".join((*pieces, body[at:]))
    places = {(span.start, span.end) for span in filled}
    # A value may itself hold braces; they are its author's words, not an isian.
    still_open = tuple(span for span in unfilled(text) if not _inside(span, places))
    return Filled(text, tuple(filled), still_open)


def _inside(span: Span, places: set[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in places)


def matches(template: Template, query: str) -> int:
    """How well a template fits what was typed: 0 not at all, more is better.

    Every word must be found, in the title rather than the body, from its beginning
    rather than inside; a word with a slip of the finger still finds a title.
    """
    total = 0
    for word in _WORD.findall(query.casefold()):
        points = max(
            4 * _points(word, template.title),
            2 * _points(word, f"{template.folder} {template.situation} {template.key}"),
            _points(word, template.body),
        )
        if not points:
            return 0
        total += points
    return total or 1


def _points(word: str, text: str) -> int:
    folded = text.casefold()
    words = _WORD.findall(folded)
    if word in words:
        return 4
    if any(other.startswith(word) for other in words):
        return 3
    if word in folded:
        return 2
    return 1 if any(_is_close(word, other) for other in words) else 0


def _is_close(word: str, other: str) -> bool:
    if (
        abs(len(word) - len(other)) > 1
        or min(len(word), len(other)) < _SHORTEST_WITH_SLIP
    ):
        return False
    return SequenceMatcher(None, word, other).ratio() >= _CLOSE_ENOUGH


def search(templates: Sequence[Template], query: str) -> tuple[Template, ...]:
    """The templates that fit, best first; all of them for an empty query."""
    ranked = [(matches(template, query), template) for template in templates]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].title))
    return tuple(template for points, template in ranked if points)


def parse_templates(mapping: Mapping[str, Any], source: str) -> tuple[Template, ...]:
    """The starter templates of one file; raises KnownError naming file and template."""
    found: dict[str, Template] = {}
    for number, entry in enumerate(mapping.get("template", ()), start=1):
        key = str(entry.get("key", f"nomor {number}"))
        for name in _REQUIRED:
            if not str(entry.get(name, "")).strip():
                raise _wrong(source, key, f"“{name}” belum diisi")
        if key in found:
            raise _wrong(source, key, "kunci ini dipakai dua kali")
        found[key] = Template(
            uid=str(uuid.uuid5(_STARTERS, key)),
            key=key,
            title=entry["title"],
            folder=entry["folder"],
            body=entry["body"].strip(),
            basis=entry.get("basis", ""),
            version=int(entry.get("version", 1)),
            situation=entry.get("situation", ""),
        )
    return tuple(found.values())


def _wrong(source: str, key: str, problem: str) -> KnownError:
    return KnownError(
        f"{source}, templat {key}: {problem}.",
        "Templat yang sudah ada tidak berubah.",
        "Perbaiki berkas itu, lalu buka lagi Kotak Masuk.",
    )
