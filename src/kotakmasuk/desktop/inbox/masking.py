"""Citizens' personal data in a message, hidden until an officer asks to see it.

The one rule: the open text is never given to a widget before that was written down.
"""

from dataclasses import dataclass

from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.services import privacy


KINDS_OF_DATA = privacy.KINDS_OF_DATA


@dataclass(frozen=True)
class Masked:
    """A text as it may be shown, where it was changed, and what it hides in words."""

    text: str
    spans: tuple[Span, ...] = ()
    words: str = ""


def masked(text: str) -> Masked:
    """Hide what identifies a person, as a passage of text shows it."""
    found = privacy.masked(text)
    return Masked(
        found.text, tuple(Span(*place) for place in found.places), found.words
    )
