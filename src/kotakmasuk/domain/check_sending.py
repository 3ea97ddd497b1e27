"""Checks of where an answer goes and in what shape: account, isian, length, links.

The one rule to know: what the officer chose by an explicit switch is told as evidence
and no longer fails.
"""

import re

from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.check_subject import Finding, Subject
from kotakmasuk.language.personal_data import Span


_LINK = re.compile(
    # Not behind @: that is an e-mail address or a handle on another instance.
    r"(?<![@\w.-])(?:https?://|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:]\S*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"https?://|www\.", re.IGNORECASE)
_ENDINGS = re.compile(
    r"\.(?:com|net|org|id|info|link|ly|me|gl|xyz|site|online|top|gg|io|co|biz|to|app"
    r"|dev|shop|store|club|live|click|my|page|tk|ru|cc|tv|vip|pro)$",
    re.IGNORECASE,
)
_OFTEN = 5
_DEEDS = {"like": "Menyukai", "share": "Membagikan", "hide": "Menyembunyikan"}


def account_visibility(subject: Subject, _words: tuple[str, ...]) -> Finding:
    """From the account the citizen wrote to, no more public than the citizen.

    An explicit switch passes with what was chosen as evidence.
    """
    sent = _as_whom(subject)
    expected = subject.expected_account or subject.account_handle
    chosen: list[str] = []
    if subject.account_handle.casefold() != expected.casefold():
        if not subject.switched_account:
            return Finding(f"{sent}; warga menulis kepada {expected}")
        chosen.append(f"akun dipilih petugas, warga menulis kepada {expected}")
    if subject.public and not subject.conversation_public:
        if not subject.switched_public:
            return Finding(f"{sent}; percakapan ini tidak publik")
        chosen.append("petugas memilih menjawab percakapan tertutup di ruang publik")
    return Finding("; ".join((sent, *chosen)), failed=False)


def _as_whom(subject: Subject) -> str:
    place = f"sebagai {subject.account_handle} di {platform_of(subject.platform).name}"
    if subject.purpose in _DEEDS:
        return f"{_DEEDS[subject.purpose]} {place}"
    if subject.purpose == "announcement":
        return f"Dikirim {place}, pengumuman"
    seen = "balasan publik" if subject.public else "pesan langsung"
    return f"Dikirim {place}, {seen}"


def made_public(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """Who answers a private matter in public asks an approver, switch or not."""
    if not subject.public or subject.conversation_public:
        return None
    evidence = "Percakapan tertutup akan dijawab di ruang publik"
    return Finding(evidence, failed=False, to_approve=True)


def needs_approver(_subject: Subject, _words: tuple[str, ...]) -> Finding:
    """Wherever the rule applies, a second person decides; the checklist says why."""
    return Finding("", failed=False, to_approve=True)


def unfilled_placeholder(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No isian is left in braces."""
    if not subject.unfilled:
        return None
    names = ", ".join(f"{{{hole.name}}}" for hole in subject.unfilled)
    spans = tuple(Span(one.start, one.end, "placeholder") for one in subject.unfilled)
    return Finding(f"Isian {names} masih kosong", spans)


def expired_template(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No words of a template that is past its date."""
    if not subject.expired_template:
        return None
    return Finding(f"Templat “{subject.expired_template}” sudah kedaluwarsa")


def verbatim_template(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Not always the same words; how often is too often may stand in the rule."""
    most = next((int(word) for word in words if word.isdigit()), _OFTEN)
    if not subject.verbatim_of or subject.verbatim_count < most:
        return None
    times = f"{subject.verbatim_count} kali dalam 30 hari"
    return Finding(f"Templat “{subject.verbatim_of}” terkirim tanpa diubah {times}")


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


def missing_alt_text(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """Who cannot see a picture can read what it shows."""
    if not subject.media_without_alt:
        return None
    count = subject.media_without_alt
    return Finding(f"{count} dari {subject.media} gambar belum punya teks alternatif")


def link_domain(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Links lead to .go.id, to a listed domain or to one that the agency knows."""
    allowed = (*words, *subject.known_domains)
    foreign = [
        match
        for match in _LINK.finditer(subject.text)
        if _is_link(match) and not _is_official(match[1], allowed)
    ]
    if not foreign:
        return None
    spans = tuple(Span(one.start(), one.end(), "link") for one in foreign)
    domains = ", ".join(dict.fromkeys(one[1].casefold() for one in foreign))
    return Finding(f"Tautan di luar domain resmi: {domains}", spans)


def _is_link(match: re.Match[str]) -> bool:
    """An address, not two sentences without a space (selesai.Terima)."""
    return bool(_SCHEME.match(match[0]) or _ENDINGS.search(match[1]))


def _is_official(domain: str, allowed: tuple[str, ...]) -> bool:
    known = (one.casefold().removeprefix("https://").strip("/") for one in allowed)
    folded = domain.casefold().removeprefix("www.")
    return folded.endswith(".go.id") or any(
        folded == one or folded.endswith(f".{one}") for one in known if one
    )
