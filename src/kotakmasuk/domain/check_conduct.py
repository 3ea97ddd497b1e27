"""Checks of how the agency speaks: no insult, threat, side, shout or joke.

The one rule to know: which words offend is data of the rule (language/wordings.py says
how an entry is written); here stands only what no word list can tell.
"""

import re

from kotakmasuk.domain.check_subject import (
    Finding,
    Subject,
    about,
    quoted,
    spans_of,
    told,
)
from kotakmasuk.language import wordings
from kotakmasuk.language.personal_data import Span


GRIEF_TOPICS = frozenset({"bencana", "duka"})
_GRIEF = (
    "bencana",
    "banjir*",
    "longsor*",
    "gempa*",
    "kebakaran",
    "puting beliung",
    "erupsi",
    "tsunami",
    "korban",
    "meninggal*",
    "wafat",
    "duka",
    "berduka",
    "belasungkawa",
    "innalillahi",
    "almarhum*",
    "pengungsi*",
    "kecelakaan",
)
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:\s+[A-Z]{2,}){2,}\b")
_SHOUTS = re.compile(r"!{2,}|\?{3,}")


def abuse_or_threat(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No insult, threat or summons to a citizen (MK 105/PUU-XXII/2024)."""
    return about(subject, "Kata kasar atau ancaman", words, "abuse")


def hate_or_obscenity(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Nothing against a religion, people or group, and nothing obscene."""
    reason = "Menyerang golongan atau tidak senonoh"
    return about(subject, reason, words, "hate")


def partisanship(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No candidate, party or call of a campaign."""
    return about(subject, "Menyinggung peserta pemilihan", words, "partisan")


def listed_words(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """None of the words that the rule lists; for rules of the agency's own."""
    return about(subject, "Memuat kata yang perlu diperiksa", words, "listed")


def shouting(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No capitals over several words, no rows of signs."""
    found = _CAPITALS.search(subject.text) or _SHOUTS.search(subject.text)
    if not found:
        return None
    span = Span(found.start(), found.end(), "shouting")
    return Finding(f"Terkesan membentak: {quoted(subject.text, span)}", (span,))


def joking(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """No laughter where somebody suffers: by the topic, or by the answer's own words."""
    if not subject.topics & GRIEF_TOPICS and not wordings.find(subject.text, _GRIEF):
        return None
    laughter = spans_of(subject.text, words, "joke")
    return told("Bercanda pada bencana atau duka", subject.text, laughter)
