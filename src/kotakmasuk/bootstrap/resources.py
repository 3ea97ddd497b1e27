"""Finding and reading the data files; the floors below are handed values, not files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kotakmasuk.domain.calendar import WorkingCalendar
from kotakmasuk.domain.calendar_rules import parse_calendar
from kotakmasuk.domain.checklist import Rule, parse_rules
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.template_files import parse_templates
from kotakmasuk.domain.templates import Template
from kotakmasuk.language.lexicons import Lexicon


LEXICONS = ("topics", "kinds", "urgency", "hoaxes", "abuse")
RECOVERY_WORDS = 256


def read_toml(path: Path) -> dict[str, Any]:
    """Read one data file; raises KnownError naming it and the line that is wrong."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnownError(
            f"Berkas {path.name} di {path.parent.name} tidak dapat dibaca: {error}.",
            "Data Anda tidak berubah.",
            "Pasang ulang Kotak Masuk, atau perbaiki berkas itu.",
        ) from error


@cache
def lexicon(resources: Path) -> Lexicon:
    """Read the word lists of the text help."""
    folder = resources / "lexicons"
    return Lexicon.from_mappings(
        read_toml(folder / "words.toml"),
        {name: read_toml(folder / f"{name}.toml") for name in LEXICONS},
    )


@cache
def rules(resources: Path) -> tuple[Rule, ...]:
    """Read the ethics checklist."""
    path = resources / "rules" / "checklist.toml"
    mapping = read_toml(path)
    return parse_rules(mapping, path.name, written=path.read_text(encoding="utf-8"))


@cache
def starters(resources: Path) -> tuple[Template, ...]:
    """Read the starter templates of every file."""
    return tuple(
        template
        for path in sorted((resources / "templates").glob("*.toml"))
        for template in parse_templates(read_toml(path), path.name)
    )


def recovery_words(resources: Path) -> tuple[str, ...]:
    """Read the words of which recovery words are drawn; there must be 256."""
    path = resources / "lexicons" / "recovery_words.txt"
    words = tuple(path.read_text(encoding="utf-8").split())
    if len(set(words)) != RECOVERY_WORDS:
        message = f"{path.name} must have {RECOVERY_WORDS} different words"
        raise ValueError(message)
    return words


@cache
def calendar(resources: Path, zone: str) -> WorkingCalendar:
    """Read office hours and holidays and bind them to a zone."""
    path = resources / "rules" / "calendar.toml"
    return parse_calendar(read_toml(path), path.name, zone=zone)
