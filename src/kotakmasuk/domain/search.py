"""What an officer types into the search field, understood.

Words and "quoted phrases" search the text; `dari:`, `kanal:`, `status:`, `tag:`,
`isu:`, `jenis:`, `sebelum:`, `sejak:` and `ada:` narrow it. An operator that makes no sense is a
KnownError with an example.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import KIND_WORDS, STATUS_WORDS, Kind, Status


Meant = TypeVar("Meant")
OPERATORS = (
    "dari",
    "kanal",
    "status",
    "tag",
    "isu",
    "jenis",
    "sebelum",
    "sejak",
    "ada",
)
PRESENCE = ("lampiran", "data-pribadi", "catatan", "balasan")
TOKEN = re.compile(r'(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True)
class Query:
    """A search: all words and phrases, and all of the operators, must hold."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    tags: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    before: date | None = None
    since: date | None = None
    presence: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """Understand a search; raises KnownError for an operator's bad value."""
    words: list[str] = []
    phrases: list[str] = []
    operators: dict[str, list[str]] = {}
    for name, quoted, bare in TOKEN.findall(text):
        if name.casefold() in OPERATORS:
            value = (quoted or bare).strip()
            if value:
                operators.setdefault(name.casefold(), []).append(value)
        elif name.isalpha() and not bare.startswith("//"):
            raise _unknown(name)
        elif quoted:
            phrases.append(quoted)
        elif bare.casefold().removesuffix(":") in OPERATORS and bare.endswith(":"):
            continue  # an operator whose value is still to be typed
        else:
            words.extend(re.findall(r"\w+", f"{name} {bare}"))
    return Query(
        words=tuple(words),
        phrases=tuple(phrases),
        authors=tuple(operators.get("dari", ())),
        channels=tuple(operators.get("kanal", ())),
        statuses=_all(_statuses, operators.get("status", ())),
        tags=tuple(value.lstrip("#") for value in operators.get("tag", ())),
        issues=tuple(operators.get("isu", ())),
        kinds=_all(_kinds, operators.get("jenis", ())),
        before=_day("sebelum", operators),
        since=_day("sejak", operators),
        presence=tuple(_presence(value) for value in operators.get("ada", ())),
    )


def _unknown(name: str) -> KnownError:
    return KnownError(
        f"“{name}:” bukan saringan.",
        "",
        f"Yang ada: {', '.join(f'{one}:' for one in OPERATORS)}.",
    )


def _bad(operator: str, value: str, example: str) -> KnownError:
    return KnownError(
        f"“{operator}:{value}” tidak dikenal.",
        "",
        f"Contoh: {operator}:{example}.",
    )


def _same(word: str, value: str) -> bool:
    return (
        word.casefold().replace(" ", "-").startswith(value.casefold().replace(" ", "-"))
    )


def _all(
    meaning: Callable[[str], tuple[Meant, ...]], values: Iterable[str]
) -> tuple[Meant, ...]:
    return tuple(dict.fromkeys(one for value in values for one in meaning(value)))


def _statuses(value: str) -> tuple[Status, ...]:
    found = tuple(one for one, word in STATUS_WORDS.items() if _same(word, value))
    if not found:
        raise _bad("status", value, "baru")
    return found


def _kinds(value: str) -> tuple[Kind, ...]:
    if _same("aduan", value):
        return (Kind.COMPLAINT,)
    found = tuple(one for one, word in KIND_WORDS.items() if _same(word, value))
    if not found:
        raise _bad("jenis", value, "pengaduan")
    return found


def _presence(value: str) -> str:
    for word in PRESENCE:
        if _same(word, value):
            return word
    raise _bad("ada", value, "lampiran")


def _day(operator: str, operators: dict[str, list[str]]) -> date | None:
    for value in operators.get(operator, ()):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _bad(operator, value, "2026-11-20") from None
    return None
