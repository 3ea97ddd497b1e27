"""The automatic checks of the ethics checklist: each looks at an answer and quotes.

The one rule to know: a check that finds something says where and in which words, so the
officer can see why; it never changes the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kotakmasuk.domain.templates import Span as Hole
from kotakmasuk.language.personal_data import KIND_WORDS, Span


@dataclass(frozen=True)
class Subject:
    """The answer to be checked and what surrounds it.

    `expected_account` is the handle of the account the citizen wrote to;
    `conversation_public` whether others can read that conversation; `kind` what the
    citizen wanted, "clarification" for an answer to a hoax; `limit_allowed` None where
    the platform has no limit. `dates_confirmed` says that a stored answer of a unit
    stands behind the dates. Spans are places in `text`. `purpose` is one of
    checklist.PURPOSES; `today` the agency's ISO date. `unit_answer` are the stored words
    of the Jawaban OPD that the answer is tied to. `reporter` are the name and handle of
    the citizen. `verbatim_of` is the template's title when the words were not adapted,
    `verbatim_count` how often that went out unchanged in 30 days; `expired_template` the
    title of a template past its date. `switched_account` and `switched_public` say that
    the officer chose so by an explicit switch. `target_text` is what is liked, shared
    or hidden. `media` counts attached pictures, `media_without_alt` those nobody
    described.
    """

    text: str
    public: bool
    account_handle: str
    platform: str
    conversation_public: bool
    kind: str = ""
    limit_used: int = 0
    limit_allowed: int | None = None
    unfilled: tuple[Hole, ...] = ()
    personal_data: tuple[Span, ...] = ()
    expected_account: str = ""
    topics: frozenset[str] = frozenset()
    dates_confirmed: bool = False
    purpose: str = "answer"
    today: str = ""
    urgency: str = ""
    unit_answer: str = ""
    reporter: tuple[str, ...] = ()
    verbatim_of: str = ""
    verbatim_count: int = 0
    expired_template: str = ""
    first_answer: bool = False
    switched_account: bool = False
    switched_public: bool = False
    target_text: str = ""
    media: int = 0
    media_without_alt: int = 0


@dataclass(frozen=True)
class Finding:
    """What a check saw: the words for the officer, and where they stand.

    `failed` False is evidence of something in order.
    """

    evidence: str
    spans: tuple[Span, ...] = ()
    failed: bool = True


Check = Callable[[Subject, tuple[str, ...]], Finding | None]

_ROOM = 24
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_LINK = re.compile(
    # Not behind @: that is an e-mail address or a handle on another instance.
    r"(?<![@\w.-])(?:https?://|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:]\S*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"https?://|www\.", re.IGNORECASE)
_ENDINGS = re.compile(
    r"\.(?:com|net|org|id|info|link|ly|me|gl|xyz|site|online|top|gg|io|co|biz|to)$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:\s+[A-Z]{2,}){2,}\b")
_SHOUTS = re.compile(r"!{2,}|\?{3,}")
_DATE = re.compile(
    r"\b(?:[0-3]?\d (?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*"
    r"|[0-3]?\d[/-][01]?\d(?:[/-]\d{2,4})?|besok|lusa|minggu depan|bulan depan)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:kirim|kirimkan|tulis|tuliskan|sebutkan|cantumkan|sertakan|balas|infokan|"
    r"isi|isikan|berikan|share)\b",
    re.IGNORECASE,
)
_PRIVATE_WAY = re.compile(
    r"\b(?:dm|pesan langsung|inbox|japri|pesan pribadi|jangan|surel|email|loket|kantor|"
    r"kelurahan|kecamatan|dinas|formulir)\b",
    re.IGNORECASE,
)


def account_visibility(subject: Subject, _words: tuple[str, ...]) -> Finding:
    """From the account the citizen wrote to, no more public than the citizen."""
    seen = "balasan publik" if subject.public else "pesan langsung"
    sent = f"Dikirim sebagai {subject.account_handle} di {subject.platform}, {seen}"
    expected = subject.expected_account or subject.account_handle
    if subject.account_handle != expected:
        return Finding(f"{sent}; warga menulis kepada {expected}")
    if subject.public and not subject.conversation_public:
        return Finding(f"{sent}; percakapan ini tidak publik")
    return Finding(sent, failed=False)


def personal_data(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No NIK, number or address of a citizen."""
    spans = subject.personal_data
    if not spans:
        return None
    kinds = dict.fromkeys(KIND_WORDS.get(span.kind, span.kind) for span in spans)
    quoted = _quoted(subject.text, spans[0])
    return Finding(f"Memuat {', '.join(kinds)}: {quoted}", spans)


def asks_personal_data(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Nobody is asked to write personal data where all can read."""
    for sentence in _SENTENCE.finditer(subject.text):
        asked = _first_word(sentence[0], words)
        if asked and _ASKS.search(sentence[0]) and not _PRIVATE_WAY.search(sentence[0]):
            span = _placed(sentence, asked)
            return Finding(
                f"Meminta data pribadi di ruang publik: {_quoted(subject.text, span)}",
                (span,),
            )
    return None


def unfilled_placeholder(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No isian is left in braces."""
    if not subject.unfilled:
        return None
    names = ", ".join(f"{{{hole.name}}}" for hole in subject.unfilled)
    spans = tuple(Span(one.start, one.end, "placeholder") for one in subject.unfilled)
    return Finding(f"Isian {names} masih kosong", spans)


def over_limit(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """The platform takes the whole text, counted its own way."""
    allowed = subject.limit_allowed
    if allowed is None or subject.limit_used <= allowed:
        return None
    used, limit, over = (
        f"{count:,}".replace(",", ".")
        for count in (subject.limit_used, allowed, subject.limit_used - allowed)
    )
    return Finding(f"Panjang {used} dari {limit}, kelebihan {over}")


def link_domain(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Links lead to .go.id or to a listed domain."""
    foreign = [
        match
        for match in _LINK.finditer(subject.text)
        if _is_link(match) and not _is_official(match[1], words)
    ]
    if not foreign:
        return None
    spans = tuple(Span(one.start(), one.end(), "link") for one in foreign)
    domains = ", ".join(dict.fromkeys(one[1].casefold() for one in foreign))
    return Finding(f"Tautan di luar domain resmi: {domains}", spans)


def shouting(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No capitals over several words, no rows of signs."""
    found = _CAPITALS.search(subject.text) or _SHOUTS.search(subject.text)
    if not found:
        return None
    span = Span(found.start(), found.end(), "shouting")
    return Finding(f"Terkesan membentak: {_quoted(subject.text, span)}", (span,))


def promise(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No certainty that nobody can give, and no date that no unit has confirmed."""
    found = _first_word(subject.text, words)
    reason = "Menjanjikan yang belum pasti"
    if not found and not subject.dates_confirmed:
        found = _DATE.search(subject.text)
        reason = "Tanggal belum tercatat sebagai jawaban OPD"
    if not found:
        return None
    span = Span(found.start(), found.end(), "promise")
    return Finding(f"{reason}: {_quoted(subject.text, span)}", (span,))


def abuse_or_threat(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No insult, threat or summons to a citizen (MK 105/PUU-XXII/2024)."""
    found = _first_word(subject.text, words)
    if not found:
        return None
    span = Span(found.start(), found.end(), "abuse")
    return Finding(f"Kata kasar atau ancaman: {_quoted(subject.text, span)}", (span,))


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        account_visibility,
        personal_data,
        asks_personal_data,
        unfilled_placeholder,
        over_limit,
        link_domain,
        shouting,
        promise,
        abuse_or_threat,
    )
}


def _first_word(text: str, words: tuple[str, ...]) -> re.Match[str] | None:
    if not words:
        return None
    either = "|".join(re.escape(word) for word in words)
    return re.search(rf"(?<!\w)(?:{either})(?!\w)", text, re.IGNORECASE)


def _placed(sentence: re.Match[str], found: re.Match[str]) -> Span:
    start = sentence.start()
    return Span(start + found.start(), start + found.end(), "asked")


def _is_link(match: re.Match[str]) -> bool:
    """An address, not two sentences without a space (selesai.Terima)."""
    return bool(_SCHEME.match(match[0]) or _ENDINGS.search(match[1]))


def _is_official(domain: str, allowed: tuple[str, ...]) -> bool:
    folded = domain.casefold()
    return folded.endswith(".go.id") or any(
        folded == one or folded.endswith(f".{one}") for one in allowed
    )


def _quoted(text: str, span: Span) -> str:
    """The words in question with a little of what stands around them."""
    start, end = max(0, span.start - _ROOM), min(len(text), span.end + _ROOM)
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"“{before}{text[start:end].strip()}{after}”"
