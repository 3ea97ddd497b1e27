"""Counting a text as people and platforms see it, by the name a platform's facts use.

Every function takes the text as it will stand there; what a platform adds is the
connector's to put in first.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

import regex

from kotakmasuk.connectors.kit import weights


CLUSTER = regex.compile(r"\X")
URL = re.compile(r"(?<![\w@/])https?://[^\s<>\"'()]+[^\s<>\"'().,;:!?]", re.IGNORECASE)
REMOTE_MENTION = re.compile(r"(?<![\w/])@(\w+)@[\w.-]*\w(?::\d+)?")
URL_LENGTH = 23


def graphemes(text: str) -> int:
    """Count grapheme clusters (Unicode annex 29): a family emoji is one letter."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(CLUSTER.findall(text))


def characters(text: str) -> int:
    """Count code points: a family emoji is seven."""
    return len(text)


def utf8_bytes(text: str) -> int:
    """Count the bytes of UTF-8: an emoji is four or more."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16_units(text: str) -> int:
    """Count UTF-16 code units, as Telegram does: a lone emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def emoji_bytes(text: str) -> int:
    """Count characters, but an emoji as its UTF-8 bytes, as Threads does."""
    composed = unicodedata.normalize("NFC", text)
    more = sum(
        utf8_bytes(composed[start:end]) - (end - start)
        for start, end in weights.emoji(composed)
    )
    return len(composed) + more


def weighted(text: str) -> int:
    """Count as X does: a link is 23, an emoji or a Chinese letter 2."""
    return weights.length(text)


def mastodon(text: str, url_length: int = URL_LENGTH) -> int:
    """Count graphemes; a link is 23, a citizen on another server her name alone."""
    short = URL.sub("x" * url_length, text)
    return graphemes(REMOTE_MENTION.sub(r"@\1", short))


COUNTS: Mapping[str, Callable[[str], int]] = {
    "characters": characters,
    "emoji_bytes": emoji_bytes,
    "graphemes": graphemes,
    "mastodon": mastodon,
    "utf16_units": utf16_units,
    "utf8_bytes": utf8_bytes,
    "weighted": weighted,
}
