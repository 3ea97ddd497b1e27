"""Personal data of citizens in a text: found by shape, checked by context.

The one rule to know: a number alone is weak evidence, so each shape is confirmed by its
own arithmetic (province and date of a NIK) or by the nearest word before it, and words
such as "nomor tiket" deny it. What counts as personal: UU 27/2022 Pasal 4.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kotakmasuk.language import identifiers
from kotakmasuk.language.cues import Cue, nearest
from kotakmasuk.language.numbers import Candidate, kind_of


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, [start, end), and what it is."""

    start: int
    end: int
    kind: str


KIND_WORDS = {
    "nik": "NIK",
    "kk": "nomor KK",
    "npwp": "NPWP",
    "phone": "nomor telepon",
    "email": "alamat surel",
    "plate": "nomor kendaraan",
    "account_number": "nomor rekening",
    "bpjs": "nomor BPJS",
    "passport": "nomor paspor",
}

# One cheap look decides for most messages that there is nothing to find.
_WORTH_LOOKING = re.compile(r"[0-9@]")
# Not behind another @: @warga@contoh.id is a handle on another instance.
_LOCAL_PART = r"(?<![@\w.+-])[A-Za-z0-9][A-Za-z0-9._%+-]*"
_EMAIL = re.compile(
    _LOCAL_PART + r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
)
_SPACED_EMAIL = re.compile(
    _LOCAL_PART + r" ?@ ?(?:gmail|yahoo|ymail|outlook|hotmail|icloud)"
    r" ?\.[A-Za-z]{2,3}(?:\.[A-Za-z]{2})?"
)
# humas@ and the like at a government's address is an office, not a person.
_OFFICE = re.compile(
    r"(?:humas|ppid|info|admin|kontak|layanan|pengaduan|sekretariat|diskominfo|dinas"
    r"|kecamatan|kelurahan|bappeda|bpbd|rsud|dprd)"
    r"[A-Za-z0-9._-]*@[A-Za-z0-9.-]+\.go\.id",
    re.IGNORECASE,
)
# Digits as people group them; what they are follows from length and context.
_RUN = re.compile(r"(?<![0-9])[0-9](?:[ .()/-]{0,3}[0-9]){6,30}(?![0-9])")
_GROUP = re.compile(r"[0-9]+")
_PLATE = re.compile(
    r"(?<![A-Za-z0-9./-])([A-Za-z]{1,2})([ -]?)([0-9]{1,4})([ -]?)([A-Za-z]{1,3})"
    r"(?![A-Za-z0-9])"
)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z] ?[0-9]{7}(?![0-9])")
_PLAIN_PLATE = 3
_LETTERS = re.compile(r"[A-Za-z]+")
_DOT = "•"
_MOST_GROUPS = 8


def find(text: str, *, public: Collection[str] = ()) -> tuple[Span, ...]:
    """What in the text identifies a person, in order and without overlap.

    `public` are the agency's own contacts (Kontak resmi), numbers as digits only and
    addresses in lower case: they are no personal data.
    """
    if not _WORTH_LOOKING.search(text):
        return ()
    spans: list[Span] = []
    if "@" in text:
        spans.extend(_emails(text))
    for run in _RUN.finditer(text):
        spans.extend(_numbers(text, run))
    spans.extend(_plates(text))
    spans.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in spans:
        apart = not kept or span.start >= kept[-1].end
        if apart and not (public and _bare(text, span) in public):
            kept.append(span)
    return tuple(kept)


def _bare(text: str, span: Span) -> str:
    value = text[span.start : span.end]
    return value.casefold() if span.kind == "email" else "".join(_GROUP.findall(value))


def _emails(text: str) -> Iterator[Span]:
    for shape in (_EMAIL, _SPACED_EMAIL):
        for match in shape.finditer(text):
            if not _OFFICE.match(match[0]):
                yield Span(match.start(), match.end(), "email")


def _numbers(text: str, run: re.Match[str]) -> Iterator[Span]:
    """Read a run of digits from the left, each number as long as its shape allows."""
    groups = list(_GROUP.finditer(text, run.start(), run.end()))
    at = 0
    while at < len(groups):
        cue = nearest(text, groups[at].start())
        taken = 0
        for size in range(min(_MOST_GROUPS, len(groups) - at), 0, -1):
            candidate = _candidate(text, groups[at : at + size], cue)
            kind = kind_of(candidate)
            if kind:
                yield Span(candidate.start, candidate.end, kind)
                taken = size
                break
        at += taken or 1


def _candidate(text: str, groups: list[re.Match[str]], cue: Cue) -> Candidate:
    start, end = groups[0].start(), groups[-1].end()
    while start > 0 and text[start - 1] in "+(":
        start -= 1
    return Candidate(
        start,
        end,
        "".join(group[0] for group in groups),
        text[start:end],
        cue,
        tuple(len(group[0]) for group in groups),
    )


def _plates(text: str) -> Iterator[Span]:
    for match in _PLATE.finditer(text):
        if (
            match[1].upper() in identifiers.PLATE_REGIONS
            and match[3][0] != "0"
            and (_is_plain_plate(match) or nearest(text, match.start()).kind == "plate")
        ):
            yield Span(match.start(), match.end(), "plate")
    for match in _PASSPORT.finditer(text):
        if nearest(text, match.start()).kind == "passport":
            yield Span(match.start(), match.end(), "passport")


def _is_plain_plate(match: re.Match[str]) -> bool:
    """Whether it can be nothing else: capitals, three digits, no unit behind."""
    letters, digits = match[1] + match[5], match[3]
    units = match[5] in identifiers.NO_PLATE_ENDINGS
    return letters.isupper() and len(digits) >= _PLAIN_PLATE and not units


def mask(text: str, spans: Iterable[Span]) -> str:
    """The text with each span hidden but for what lets an officer tell two apart."""
    pieces: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start >= at:
            pieces += [
                text[at : span.start],
                _hidden(text[span.start : span.end], span),
            ]
            at = span.end
    return "".join((*pieces, text[at:]))


def masked(text: str) -> str:
    """The text with all personal data hidden."""
    return mask(text, find(text))


def _hidden(value: str, span: Span) -> str:
    if span.kind == "email":
        return f"{value[0]}•••@…"
    if span.kind in ("plate", "passport"):
        # The region says little and keeps the sentence readable.
        letters = _LETTERS.match(value)
        shown = letters[0] if letters else ""
        return f"{shown} {_DOT * 4} {_DOT * 2}"
    digits = "".join(_GROUP.findall(value))
    first = 4 if span.kind == "phone" else 2
    dotted = digits[:first] + _DOT * (len(digits) - first - 2) + digits[-2:]
    grouped = " ".join(dotted[i : i + 4] for i in range(0, len(dotted), 4))
    return f"+{grouped}" if value.lstrip("(").startswith("+") else grouped
