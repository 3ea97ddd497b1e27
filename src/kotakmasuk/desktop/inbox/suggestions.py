"""What the text help suggests for a conversation, in the words of the details.

The one rule: a suggestion names the citizen's words that made it, and waits for a key.
"""

from dataclasses import dataclass

from kotakmasuk.desktop.inbox.masking import KINDS_OF_DATA
from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.domain.inbox import KIND_WORDS, Kind, Suggestion, Thread


MOST = 3


@dataclass(frozen=True)
class Offer:
    """Something to accept by its number: a tag or a kind."""

    title: str
    why: str
    tag: str = ""
    kind: Kind | None = None


def offers(thread: Thread) -> list[Offer]:
    """At most three: the kind where it differs, then topics that are no tags yet."""
    found: list[Offer] = []
    for one in thread.suggestions:
        if one.what == "kind" and one.value in set(Kind):
            kind = Kind(one.value)
            if kind is not thread.kind:
                words = say("jenis {kind}").format(kind=KIND_WORDS[kind].lower())
                found.append(Offer(words, because(one), kind=kind))
        elif one.what in ("topic", "tag"):
            tag = one.value.replace("_", "-")
            if tag not in thread.row.tags:
                found.append(Offer(tag, because(one), tag=tag))
    return found[:MOST]


def notices(thread: Thread) -> list[str]:
    """What was noticed and is nothing to accept: urgency, hoax, abuse, personal data."""
    words = {
        "urgency": say("Terasa mendesak"),
        "hoax": say("Ada ciri kabar bohong; periksa dahulu"),
        "abuse": say("Ada kata kasar"),
    }
    lines = []
    for one in thread.suggestions:
        if one.what in words:
            why = because(one)
            lines.append(f"{words[one.what]}, {why}" if why else words[one.what])
    data = [
        KINDS_OF_DATA.get(one.value, one.value)
        for one in thread.suggestions
        if one.what == "personal_data"
    ]
    if data:
        listed = ", ".join(dict.fromkeys(data))
        lines.append(say("Memuat data pribadi: {what}").format(what=listed))
    return lines


def because(suggestion: Suggestion) -> str:
    """The reason as the screen gives it: "karena: “pju”, “padam”"."""
    listed = ", ".join(f"“{word}”" for word in suggestion.because)
    return say("karena: {words}").format(words=listed) if listed else ""
