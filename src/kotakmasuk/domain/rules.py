"""The rules of the checklist as data: what one says, when it applies, whether it is whole.

The one rule to know: a rule that is not whole is refused with its file, its name and
what is wrong, before anything is checked by it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from kotakmasuk.domain.checks import CHECKS, WITH_WORDS
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.language import wordings


AUTOMATIC, MANUAL = "automatic", "manual"
BLOCK, WARN = "block", "warn"
# What may leave through the gate besides an answer.
ANSWER, ANNOUNCEMENT, LIKE, SHARE, HIDE = PURPOSES = (
    "answer",
    "announcement",
    "like",
    "share",
    "hide",
)
THANKS, NORMAL, SENSITIVE = RISKS = ("thanks", "normal", "sensitive")


@dataclass(frozen=True)
class Rule:
    """One line of the checklist.

    `applies` is public, private or any; `risk` are the risks at which a manual rule is
    asked; `words` are what its automatic check looks for or allows. The rule applies to
    these `purposes` only and, where they are given, to these `kinds`, `topics` (the
    conversation's tags), `urgencies` and `platforms`, between the ISO dates `starts` and
    `ends` (both included). `first_exempt` leaves out a first acknowledgement; `media`
    asks only where a picture is attached; a rule that is not `overridable` stops even an
    approver. `origin` is shipped or agency; `shipped` is the version in the resources.
    """

    key: str
    version: int
    text: str
    basis: str
    confidence: str
    checked_on: str
    severity: str
    mode: str
    check: str = ""
    applies: str = "any"
    risk: tuple[str, ...] = RISKS
    words: tuple[str, ...] = ()
    purposes: tuple[str, ...] = (ANSWER, ANNOUNCEMENT)
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""
    first_exempt: bool = False
    media: bool = False
    overridable: bool = True
    origin: str = "shipped"
    shipped: int = 0


_CHOICES = {
    "severity": (BLOCK, WARN),
    "mode": (AUTOMATIC, MANUAL),
    "confidence": ("A", "B", "C"),
    "applies": ("public", "private", "any"),
    "origin": ("shipped", "agency"),
}
_DEFAULTS = {"applies": "any", "origin": "shipped"}
_TEXTS = ("key", "text", "basis")
_LISTS = ("risk", "words", "purposes", "kinds", "topics", "urgencies", "platforms")
_SWITCHES = ("first_exempt", "media", "overridable", "active")
_DAYS = ("checked_on", "starts", "ends")
_KNOWN = frozenset((*(field.name for field in fields(Rule)), "active"))
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,19}")
_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")


def parse_rules(
    mapping: Mapping[str, Any], source: str, *, written: str = ""
) -> tuple[Rule, ...]:
    """The active rules of checklist.toml; raises KnownError naming file, line and rule.

    `written` is the file itself, for the line; without it the rule alone is named.
    """
    found: dict[str, Rule] = {}
    seen: set[str] = set()
    lines = _lines(written)
    for number, entry in enumerate(_entries(mapping, source), start=1):
        name = str(entry.get("key") or f"nomor {number}")
        place = (
            f"{source} baris {lines[number - 1]}" if number <= len(lines) else source
        )
        wrong = _problem(entry) or (
            "kunci ini dipakai dua kali" if name in seen else ""
        )
        if wrong:
            raise _wrong(place, f"aturan {name}", wrong)
        seen.add(name)
        if entry.get("active", True):
            shipped = {"origin": "shipped", "shipped": entry["version"]}
            found[name] = _rule({**entry, **shipped})
    if not found:
        raise _wrong(source, "aturan", "tidak ada satu pun aturan yang berlaku")
    return tuple(found.values())


def rule_from(mapping: Mapping[str, Any], source: str) -> Rule:
    """One rule as the agency wrote it; raises KnownError naming what is wrong.

    Days may be dates or ISO text, lists may be lists or tuples; without `origin` it is
    the agency's own.
    """
    entry = {"origin": "agency", **mapping}
    wrong = _problem(entry)
    if wrong:
        name = str(entry.get("key") or "tanpa kunci")
        raise KnownError(
            f"{source}, aturan {name}: {wrong}.",
            "Ceklis yang lama tetap berlaku.",
            "Perbaiki isian itu, lalu simpan lagi.",
        )
    return _rule(entry)


def rule_as_dict(rule: Rule) -> dict[str, Any]:
    """The rule as `rule_from` reads it back, fit for JSON."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(rule).items()
    }


def _entries(mapping: Mapping[str, Any], source: str) -> list[Mapping[str, Any]]:
    entries = mapping.get("rule", [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise _wrong(source, "aturan", "setiap aturan harus ditulis sebagai [[rule]]")
    return entries


def _lines(written: str) -> list[int]:
    """The line on which each rule begins; TOML gives none."""
    lines = enumerate(written.splitlines(), start=1)
    return [number for number, line in lines if _HEADER.match(line)]


def _problem(entry: Mapping[str, Any]) -> str:
    """The first thing wrong with an entry, or empty."""
    for find in (_unknown, _wrong_shape, _wrong_choice, _wrong_days, _wrong_check):
        wrong = find(entry)
        if wrong:
            return wrong
    return ""


def _unknown(entry: Mapping[str, Any]) -> str:
    strange = sorted(set(entry) - _KNOWN)
    return f"“{strange[0]}” tidak dikenal" if strange else ""


def _wrong_shape(entry: Mapping[str, Any]) -> str:
    version = entry.get("version")
    tests: tuple[tuple[bool, str], ...] = (
        *((bool(str(entry.get(n, "")).strip()), f"“{n}” belum diisi") for n in _TEXTS),
        *(
            (isinstance(entry.get(n, ""), str), f"“{n}” harus teks")
            for n in (*_TEXTS, "check")
        ),
        (
            bool(_KEY.fullmatch(str(entry.get("key")))),
            "“key” hanya boleh huruf, angka, titik, dan tanda hubung",
        ),
        (
            isinstance(version, int) and version is not True and version >= 1,
            "“version” harus bilangan bulat mulai dari 1",
        ),
        *((_is_list(entry.get(n, ())), f"“{n}” harus daftar teks") for n in _LISTS),
        *(
            (isinstance(entry.get(n, True), bool), f"“{n}” harus true atau false")
            for n in _SWITCHES
        ),
    )
    return next((words for fine, words in tests if not fine), "")


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(one, str) for one in value
    )


def _wrong_choice(entry: Mapping[str, Any]) -> str:
    for name, choices in _CHOICES.items():
        if entry.get(name, _DEFAULTS.get(name)) not in choices:
            return _one_of(name, choices)
    for name, choices in (("risk", RISKS), ("purposes", PURPOSES)):
        if not set(entry.get(name, choices)) <= set(choices):
            return _one_of(name, choices)
    return ""


def _one_of(name: str, choices: Iterable[str]) -> str:
    return f"“{name}” harus salah satu dari {', '.join(choices)}"


def _wrong_days(entry: Mapping[str, Any]) -> str:
    days = {name: _day(entry.get(name, "")) for name in _DAYS}
    bad = next((name for name, day in days.items() if day is None), "")
    if bad or not days["checked_on"]:
        return f"“{bad or 'checked_on'}” harus tanggal, misalnya 2026-11-22"
    starts, ends = days["starts"], days["ends"]
    return (
        "“ends” lebih awal daripada “starts”"
        if starts and ends and ends < starts
        else ""
    )


def _day(value: object) -> str | None:
    """A day as ISO text, empty where none is given, None where it is no day."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value)).isoformat() if value else ""
    except ValueError:
        return None


def _wrong_check(entry: Mapping[str, Any]) -> str:
    check, words = entry.get("check", ""), entry.get("words", ())
    if entry["mode"] == MANUAL:
        return "“check” hanya untuk mode automatic" if check else ""
    if check not in CHECKS:
        return _one_of("check", CHECKS)
    if check in WITH_WORDS and not words:
        return "“words” belum diisi"
    problems = ((word, wordings.problem(word)) for word in words)
    return next((f"kata “{word}”: {wrong}" for word, wrong in problems if wrong), "")


def _rule(entry: Mapping[str, Any]) -> Rule:
    given = {name: value for name, value in entry.items() if name != "active"}
    for name in _LISTS:
        if name in given:
            given[name] = tuple(given[name])
    for name in _DAYS:
        given[name] = _day(given.get(name, "")) or ""
    return Rule(**given)


def _wrong(source: str, entry: str, problem: str) -> KnownError:
    return KnownError(
        f"{source}, {entry}: {problem}.",
        "Ceklis yang lama tetap berlaku.",
        "Perbaiki berkas itu, lalu buka lagi Kotak Masuk.",
    )
