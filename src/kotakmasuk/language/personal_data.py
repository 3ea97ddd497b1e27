"""Personal data of citizens in a text: found by shape, checked by context.

The one rule to know: a number alone is weak evidence, so each shape is confirmed by its
own arithmetic (province and date of a NIK) or by the nearest word before it, and words
such as "nomor tiket" deny it. What counts as personal: UU 27/2022 Pasal 4.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kotakmasuk.language import identifiers
from kotakmasuk.language.cues import Cue, family_card_follows, nearest
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
_WORTH_LOOKING = re.compile(r"[0-9@]|[\[(] ?at ?[\])]")
_WRITTEN_AT = re.compile(r"[\[(] ?at ?[\])]")
# Not behind another @: @warga@contoh.id is a handle on another instance.
_LOCAL_PART = r"(?<![@\w.+-])[A-Za-z0-9][A-Za-z0-9._%+-]*"
_EMAIL = re.compile(
    _LOCAL_PART + r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
)
_PROVIDERS = r"(?:gmail|yahoo|ymail|rocketmail|outlook|hotmail|icloud)"
_SPACED_EMAIL = re.compile(
    _LOCAL_PART + r" ?(?:@|[\[(] ?at ?[\])]) ?" + _PROVIDERS + r"(?: ?[.,] ?"
    r"(?:com|co\.id|co|id|net|org))?(?![A-Za-z])",
    re.IGNORECASE,
)
_AT_PROVIDER = re.compile(
    r"[^@]+@" + _PROVIDERS + r"\.(?:com|co\.id)(?=\.)", re.IGNORECASE
)
# humas@ and the like at a government's address is an office, not a person.
_OFFICE = re.compile(
    r"(?:humas|ppid|info|admin|kontak|layanan|pengaduan|sekretariat|diskominfo|dinas"
    r"|kecamatan|kelurahan|bappeda|bpbd|rsud|dprd)"
    r"[A-Za-z0-9._-]*@[A-Za-z0-9.-]+\.go\.id",
    re.IGNORECASE,
)
# Digits as people group them; what they are follows from length and context.
_RUN = re.compile(
    r"(?<![0-9])[0-9](?:[ .()/_\u00a0\u2010-\u2015-]{0,3}[0-9]){6,30}(?![0-9])"
)
_GROUP = re.compile(r"[0-9]+")
_PLATE = re.compile(
    r"(?<![A-Za-z0-9./-])([A-Za-z]{1,2})([ .-]?)([0-9]{1,4})([ .-]?)([A-Za-z]{1,3})"
    r"(?![A-Za-z0-9])"
)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2} ?[0-9]{6,7}(?![0-9])")
# A block or a room is numbered like a car.
_NO_CAR = re.compile(
    r"(?:blok|kav|kavling|gang|gg|jl|jalan|lantai|unit|kamar|jalur|pasal|sk|seri|tipe)"
    r"[. ]*$",
    re.IGNORECASE,
)
_PLAIN_PLATE, _WHOLE = 3, 4
_LETTERS = re.compile(r"[A-Za-z]+")
_NATIONAL = re.compile(r"^62(?=[1-9])")
_DOT = "•"
_MOST_GROUPS = 16


def find(text: str, *, public: Collection[str] = ()) -> tuple[Span, ...]:
    """What in the text identifies a person, in order and without overlap.

    `public` are the agency's own contacts (Kontak resmi), written as one likes: they
    are no personal data.
    """
    if not _WORTH_LOOKING.search(text):
        return ()
    spans: list[Span] = []
    if "@" in text or _WRITTEN_AT.search(text):
        spans.extend(_emails(text))
    for run in _RUN.finditer(text):
        spans.extend(_numbers(text, run))
    spans.extend(_plates(text))
    spans.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    if not (kept and public):
        return tuple(kept)
    known = {contact_key(contact) for contact in public}
    return tuple(
        span for span in kept if contact_key(text[span.start : span.end]) not in known
    )


def contact_key(value: str) -> str:
    """One way to write a number or an address, however it is grouped or begun.

    (+62) 812-3456-7847 and 0812 3456 7847 are the same number, Humas@... and humas@...
    the same address.
    """
    if "@" in value:
        return "".join(value.split()).casefold()
    digits = "".join(_GROUP.findall(value))
    return identifiers.local_mobile(digits) or _NATIONAL.sub("0", digits)


def _emails(text: str) -> Iterator[Span]:
    for shape in (_EMAIL, _SPACED_EMAIL):
        for match in shape.finditer(text):
            if not _OFFICE.match(match[0]):
                # Two sentences without a space: budi@gmail.com.Terima kasih.
                whole = _AT_PROVIDER.match(match[0]) or match[0]
                end = match.start() + len(whole if isinstance(whole, str) else whole[0])
                yield Span(match.start(), end, "email")


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
            if (
                kind == "nik"
                and not cue.kind
                and family_card_follows(text, candidate.end)
            ):
                kind = "kk"
            if kind:
                yield Span(candidate.start, candidate.end, kind)
                taken = size
                break
        at += taken or 1


def _candidate(text: str, groups: list[re.Match[str]], cue: Cue) -> Candidate:
    start, end = groups[0].start(), groups[-1].end()
    while start > 0 and text[start - 1] in "+(":
        start -= 1
    # A bracket belongs to the number when it closes inside: (0812) 34..., not (0812...).
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
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
            and _is_of_a_car(text, match)
        ):
            yield Span(match.start(), match.end(), "plate")
    for match in _PASSPORT.finditer(text):
        if nearest(text, match.start()).kind == "passport":
            yield Span(match.start(), match.end(), "passport")


def _is_of_a_car(text: str, match: re.Match[str]) -> bool:
    if nearest(text, match.start()).kind == "plate":
        return True
    numbered = _NO_CAR.search(text, max(0, match.start() - 12), match.start())
    return _is_plain_plate(match) and not numbered


def _is_plain_plate(match: re.Match[str]) -> bool:
    """Whether it can be nothing else: capitals or one word, three digits, no unit."""
    letters, digits = match[1] + match[5], match[3]
    units = match[5].upper() in identifiers.NO_PLATE_ENDINGS
    dotted = "." in match[2] + match[4]
    whole = (
        not match[2] and not match[4] and len(match[5]) > 1 and len(digits) == _WHOLE
    )
    told = letters.isupper() or (whole and letters.islower())
    return told and len(digits) >= _PLAIN_PLATE and not units and not dotted


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
