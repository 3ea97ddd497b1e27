"""Citizens' personal data as it may be shown: hidden, and told what it is."""

from dataclasses import dataclass

from kotakmasuk.language import personal_data


KINDS_OF_DATA = personal_data.KIND_WORDS


@dataclass(frozen=True)
class Masked:
    """A text as it may be shown, [start, end) of what was hidden, and what in words."""

    text: str
    places: tuple[tuple[int, int], ...] = ()
    words: str = ""


def masked(text: str) -> Masked:
    """Hide what identifies a person, and say where and what it was."""
    found = personal_data.find(text)
    places: list[tuple[int, int]] = []
    shift = 0
    for span in found:
        before = text[span.start : span.end]
        whole = personal_data.Span(0, len(before), span.kind)
        hidden = personal_data.mask(before, [whole])
        start = span.start + shift
        places.append((start, start + len(hidden)))
        shift += len(hidden) - len(before)
    words = ", ".join(dict.fromkeys(KINDS_OF_DATA[span.kind] for span in found))
    shown = personal_data.mask(text, found) if found else text
    return Masked(shown, tuple(places), words[:1].upper() + words[1:])
