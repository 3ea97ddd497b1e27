"""Recognizing on the platform what an officer sent there by hand.

The one rule to know: words are the same when only spaces, case and mentions differ,
because platforms add and fold those; anything else is another message.
"""

import re
import unicodedata


WEEK = 7 * 86_400_000
_MENTION = re.compile(r"(?<![\w@/])@[\w.\-]+(?:@[\w.\-]+)?")


def bare_words(text: str) -> str:
    """Reduce a text to what stays the same wherever it is shown."""
    plain = unicodedata.normalize("NFKC", _MENTION.sub(" ", text))
    return " ".join(plain.casefold().split())


def is_near(sent_at: int, declared_at: int) -> bool:
    """Tell whether two instants (UTC ms) lie within a week of each other."""
    return abs(sent_at - declared_at) <= WEEK
