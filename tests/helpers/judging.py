"""An answer to be judged, and the shipped rules to judge it by."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kotakmasuk.domain.checklist import Rule, Subject, parse_rules
from kotakmasuk.domain.checks import CHECKS, Finding
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language.personal_data import find


RESOURCES = Path(__file__).parents[2] / "resources"
CHECKLIST = RESOURCES / "rules" / "checklist.toml"


def answer(text: str = "Halo Kak, terima kasih.", **given: Any) -> Subject:
    """A public answer on Instagram; `given` changes what surrounds it."""
    plain = Subject(
        text=text,
        public=True,
        account_handle="@pemkab_sukamaju",
        platform="Instagram",
        conversation_public=True,
        unfilled=unfilled(text),
        personal_data=find(text),
        today="2026-11-22",
    )
    return replace(plain, **given)


@cache
def shipped() -> dict[str, Rule]:
    """The rules of resources/, by key."""
    written = CHECKLIST.read_text(encoding="utf-8")
    rules = parse_rules(tomllib.loads(written), CHECKLIST.name, written=written)
    return {rule.key: rule for rule in rules}


def finding(check: str, subject: Subject, *words: str) -> Finding | None:
    """What one check says with words of the test's own."""
    return CHECKS[check](subject, words)


def by_rule(key: str, subject: Subject) -> Finding | None:
    """What the check of a shipped rule says with the rule's own words."""
    rule = shipped()[key]
    return CHECKS[rule.check](subject, rule.words)


def quoted(subject: Subject, found: Finding | None) -> list[str]:
    """The words of the text that a finding points at."""
    spans = found.spans if found else ()
    return [subject.text[one.start : one.end] for one in spans]
