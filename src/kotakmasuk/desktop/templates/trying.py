"""How a template would read on a platform, how long it is and what the checklist says.

The one rule: the length is counted with the example values in it, so it is told as
about (±); the checklist judges the template's own words alone, and braces that are
broken are told before what it says.
"""

from dataclasses import dataclass
from typing import Any

from kotakmasuk.desktop.templates.examples import preview_of
from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.placeholders import find_fault
from kotakmasuk.domain.templates import Template, body_for
from kotakmasuk.services import template_trials


MOST_COUNTS = 2


@dataclass(frozen=True)
class Count:
    """How long the words would be on one platform."""

    glyph: str
    name: str
    used: int
    allowed: int

    @property
    def over(self) -> int:
        """How many too many."""
        return max(0, self.used - self.allowed)


@dataclass(frozen=True)
class Tried:
    """What the preview and the line below the text show.

    `failed` quotes what the automatic checks found.
    """

    platform: str
    text: str
    spans: tuple[Span, ...]
    counts: tuple[Count, ...]
    passed: int = 0
    failed: tuple[str, ...] = ()


def platforms_for(reader: Any, template: Template) -> tuple[str, ...]:
    """The platforms to look at: those of the accounts, then those with a variant."""
    known = (*template_trials.used_platforms(reader), *template.variants)
    return tuple(dict.fromkeys(known))


def tried(reader: Any, template: Template, *, seen: str, tab: str) -> Tried:
    """Try the words of the open tab; the preview shows them as on platform `seen`."""
    text, spans = preview_of(body_for(template, seen))
    wanted = (tab,) if tab else platforms_for(reader, template)
    found = template_trials.trial(reader, template, tab)
    fault = find_fault(body_for(template, tab))
    return Tried(
        platform=seen,
        text=text,
        spans=tuple(spans),
        counts=_tightest(template, wanted),
        passed=found.passed,
        failed=tuple(
            words for words in (fault, *(one.evidence for one in found.failed)) if words
        ),
    )


def _tightest(template: Template, platforms: tuple[str, ...]) -> tuple[Count, ...]:
    """The platforms with the least room left come first."""
    counts = []
    for platform in platforms:
        text, _ = preview_of(body_for(template, platform))
        limit = template_trials.measure(text, platform)
        if limit.allowed:
            known = platform_of(platform)
            counts.append(Count(known.glyph, known.name, limit.used, limit.allowed))
    counts.sort(key=lambda one: -one.used / one.allowed)
    return tuple(counts[:MOST_COUNTS])
