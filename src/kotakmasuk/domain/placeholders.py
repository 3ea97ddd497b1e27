"""The isian of a text: words in braces that somebody or something fills in.

    {nama}                      must be filled before an answer may leave
    {nama?}                     may stay empty; then it goes away with the space before
    {nama=warga}                "warga" where nothing better is known
    {opd:DPUPR|Dinas Kesehatan} one of these
    {tanggal:tanggal}           a day from the calendar: "Rabu, 25 November 2026"
    {opd?:A|B=A}                all of it together, in this order

Names are small letters, digits and _. A name that begins with tanggal or batas is a day
and one that begins with kontak an official contact, also without saying so.

The one rule to know: an isian without a value stays in the text as {nama} or {nama?},
where the composer offers it and the checklist finds it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kotakmasuk.domain.wording import DAYS, MONTHS


TEXT, CHOICE, DATE, CONTACT = KINDS = ("text", "choice", "date", "contact")

_HOLE = re.compile(
    r"\{(?P<name>[a-z][a-z0-9_]*)(?P<optional>\?)?"
    r"(?::(?P<kind>[^{}=\n]*))?(?:=(?P<default>[^{}\n]*))?\}"
)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DATE_WORD = "tanggal"
_KIND_OF_NAMES = {"tanggal": DATE, "batas": DATE, "kontak": CONTACT}
_FEWEST_CHOICES = 2


@dataclass(frozen=True)
class Field:
    """What the composer asks for: a name and how it may be answered.

    `choices` only where `kind` is "choice"; `default` stands in where nothing is known.
    """

    name: str
    required: bool = True
    default: str = ""
    choices: tuple[str, ...] = ()
    kind: str = TEXT


@dataclass(frozen=True)
class Span:
    """Where an isian stands in a text, [start, end), and its name."""

    start: int
    end: int
    name: str
    optional: bool = False


@dataclass(frozen=True)
class Filled:
    """A template with its values: what was filled and what is still open."""

    text: str
    filled: tuple[Span, ...] = ()
    unfilled: tuple[Span, ...] = ()


def placeholders(body: str) -> tuple[str, ...]:
    """The names of the isian, each once, in order; optional ones too."""
    return tuple(dict.fromkeys(match["name"] for match in _HOLE.finditer(body)))


def fields_in(body: str) -> tuple[Field, ...]:
    """What a text asks for, each name once, in order.

    A name that stands twice takes its choices and default from where they are written
    first; it is required when one of its places is.
    """
    found: dict[str, Field] = {}
    for match in _HOLE.finditer(body):
        new = _field(match)
        old = found.get(new.name, new)
        found[new.name] = Field(
            name=new.name,
            required=old.required or new.required,
            default=old.default or new.default,
            choices=old.choices or new.choices,
            kind=old.kind if old.kind != TEXT else new.kind,
        )
    return tuple(found.values())


def _field(match: re.Match[str]) -> Field:
    name, kind = match["name"], (match["kind"] or "").strip()
    choices = _choices(kind) if kind != _DATE_WORD else ()
    if choices:
        told = CHOICE
    elif kind == _DATE_WORD:
        told = DATE
    else:
        told = _KIND_OF_NAMES.get(name.partition("_")[0], TEXT)
    return Field(
        name=name,
        required=not match["optional"],
        default=(match["default"] or "").strip(),
        choices=choices,
        kind=told,
    )


def _choices(kind: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in kind.split("|") if word.strip())


def unfilled(text: str) -> tuple[Span, ...]:
    """The isian that still stand in a text, the optional ones too."""
    return tuple(
        Span(match.start(), match.end(), match["name"], bool(match["optional"]))
        for match in _HOLE.finditer(text)
    )


def fill(body: str, values: Mapping[str, str]) -> Filled:
    """Put the values in, else the defaults; the rest stays as {nama} or {nama?}.

    A blank value says that there is none: an optional isian then goes away with the
    space before it, a required one stays open.
    """
    known = {field.name: field for field in fields_in(body)}
    text = ""
    filled: list[Span] = []
    at = 0
    for match in _HOLE.finditer(body):
        field = known[match["name"]]
        value = values.get(field.name, "").strip() or field.default
        before = body[at : match.start()]
        at = match.end()
        shown = value or ("{%s?}" if match["optional"] else "{%s}") % field.name
        if not value and match["optional"] and field.name in values:
            before, shown = before.removesuffix(" "), ""
        text += before
        if value:
            filled.append(Span(len(text), len(text) + len(value), field.name))
        text += shown
    text += body[at:]
    return Filled(text, tuple(filled), _still_open(text, filled))


def _still_open(text: str, filled: list[Span]) -> tuple[Span, ...]:
    """A value may itself hold braces; they are its author's words, not an isian."""
    return tuple(
        hole
        for hole in unfilled(text)
        if not any(one.start <= hole.start and hole.end <= one.end for one in filled)
    )


def with_required(body: str, name: str, *, required: bool) -> str:
    """The same text, in which every place of an isian is required or may stay empty."""

    def rewritten(match: re.Match[str]) -> str:
        if match["name"] != name or bool(match["optional"]) is not required:
            return match[0]
        rest = match[0][len(name) + 1 :].removeprefix("?")
        return f"{{{name}{'' if required else '?'}{rest}"

    return _HOLE.sub(rewritten, body)


def find_fault(body: str) -> str:
    """Say what is wrong with the braces and where, or nothing."""
    opened = -1
    for place, sign in enumerate(body):
        if sign == "{":
            if opened >= 0:
                break
            opened = place
        elif sign == "}" and opened < 0:
            return (
                f"Kurung kurawal tutup di {_place(body, place)} tidak ada pembukanya."
            )
        elif sign == "}":
            inside = body[opened + 1 : place]
            if fault := _fault_inside(inside):
                return f"Isian di {_place(body, opened)} {fault}"
            opened = -1
    if opened >= 0:
        return f"Kurung kurawal di {_place(body, opened)} belum ditutup."
    return _fault_between(body)


def _place(body: str, at: int) -> str:
    before = body[:at]
    letter = at - (before.rfind("\n") + 1) + 1
    if "\n" not in body:
        return f"huruf {letter}"
    return f"baris {before.count(chr(10)) + 1} huruf {letter}"


def _fault_inside(inside: str) -> str:
    name = re.split(r"[?:=]", inside, maxsplit=1)[0]
    match = _HOLE.fullmatch(f"{{{inside}}}")
    if not name.strip():
        return "belum bernama; contoh: {nama}."
    if not _NAME.fullmatch(name):
        return (
            f"bernama “{name}”; nama hanya boleh huruf kecil, angka, dan garis bawah,"
            " contoh: {nama_jalan}."
        )
    if match is None:
        return f"“{{{inside}}}” tidak dapat dibaca; contoh: {{opd?:A|B=A}}."
    return _fault_of_answers(match)


def _fault_of_answers(match: re.Match[str]) -> str:
    field = _field(match)
    default = match["default"]
    if match["kind"] is not None and match["kind"].strip() != _DATE_WORD:
        if len(field.choices) < _FEWEST_CHOICES:
            return "perlu sedikitnya dua pilihan, contoh: {opd:A|B}, atau :tanggal."
        if default and default.strip() not in field.choices:
            return (
                f"bernilai awal “{default.strip()}”, yang bukan salah satu pilihannya."
            )
    if default is not None and not default.strip():
        return "bernilai awal kosong; contoh: {nama=warga}, atau {nama?} bila boleh kosong."
    return ""


def _fault_between(body: str) -> str:
    """Two places of one name must not ask for different things."""
    seen: dict[str, Field] = {}
    for match in _HOLE.finditer(body):
        field = replace(_field(match), required=True)
        if not match["kind"] and not match["default"]:
            continue
        if seen.setdefault(field.name, field) != field:
            where = _place(body, match.start())
            return f"Isian {{{field.name}}} di {where} lain daripada yang pertama."
    return ""


def date_words(day: date) -> str:
    """Write a day as "Rabu, 25 November 2026"."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"
