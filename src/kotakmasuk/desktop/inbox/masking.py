"""Citizens' personal data in a message, hidden until an officer asks to see it.

The one rule: the open text is never given to a widget before that was written down.
"""

from dataclasses import dataclass

from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.language import personal_data


KINDS_OF_DATA = personal_data.KIND_WORDS


@dataclass(frozen=True)
class Masked:
    """A text as it may be shown, where it was changed, and what it hides in words."""

    text: str
    spans: tuple[Span, ...] = ()
    words: str = ""


def masked(text: str) -> Masked:
    """Hide what identifies a person, and say where and what it was."""
    found = personal_data.find(text)
    if not found:
        return Masked(text)
    spans: list[Span] = []
    shift = 0
    for span in found:
        before = text[span.start : span.end]
        hidden = personal_data.mask(
            before, [personal_data.Span(0, len(before), span.kind)]
        )
        start = span.start + shift
        spans.append(Span(start, start + len(hidden)))
        shift += len(hidden) - len(before)
    kinds = dict.fromkeys(KINDS_OF_DATA[span.kind] for span in found)
    words = ", ".join(kinds)
    return Masked(
        personal_data.mask(text, found), tuple(spans), words[:1].upper() + words[1:]
    )
