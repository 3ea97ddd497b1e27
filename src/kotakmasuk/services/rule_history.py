"""What became of one rule: each version with who put it in force and when.

The one rule to know: who and when are the journal's, the words are the versions' own; a
version that the journal does not tell of is shown all the same, without a name.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.rules import Rule
from kotakmasuk.services import rules
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


ADOPTED, CHANGED, RESTORED, RETIRED = "adopted", "changed", "restored", "retired"
_EVERY = 10_000


@dataclass(frozen=True)
class Step:
    """One thing that was done: the rule as it stood then and as it stood before.

    `at` is UTC ms, 0 where nobody knows; `before` is None at the first version.
    """

    deed: str
    rule: Rule
    before: Rule | None
    at: int = 0
    actor: str = ""


@dataclass(frozen=True)
class _Event:
    """What the journal tells; without a version it was about the one in force."""

    deed: str
    version: int | None
    at: int
    actor: str


def steps(reader: Connection, key: str) -> list[Step]:
    """Tell what was done to a rule, the newest first."""
    versions = rules.history(reader, key)[::-1]
    return list(_joined(versions, list(_events(reader, key))))[::-1]


def _events(reader: Connection, key: str) -> Iterator[_Event]:
    """Read the journal, the oldest row first."""
    for subject in ("checklist", key):
        rows = journal.of_subjects(reader, (subject,), limit=_EVERY)
        for at, actor, kind, body in rows[::-1]:
            told = json.loads(body)
            deed = _deed(kind, told, key)
            if deed:
                yield _Event(deed, _version(told, key), at, actor)


def _deed(kind: str, told: dict[str, Any], key: str) -> str:
    if kind == rules.CHANGED:
        return CHANGED if "after" in told else RESTORED
    if kind == rules.RETIRED:
        return RETIRED
    if kind == rules.ADOPTED and key in told.get("retired", ()):
        return RETIRED
    named = key in told.get("in_force", ()) or key in told.get("adopted", ())
    return ADOPTED if kind == rules.ADOPTED and named else ""


def _version(told: dict[str, Any], key: str) -> int | None:
    """Find the version; the first release adopted every rule as version 1."""
    if key in told.get("adopted", ()):
        return 1
    number = told.get("in_force", {}).get(key, [told.get("version")])[0]
    return None if number is None else int(number)


def _joined(versions: list[Rule], events: list[_Event]) -> Iterator[Step]:
    made = {one.version: one for one in events if one.deed != RETIRED}
    gone = [one for one in events if one.deed == RETIRED]
    before = None
    for rule in versions:
        event = made.get(rule.version, _Event(ADOPTED, rule.version, 0, ""))
        yield Step(event.deed, rule, before, event.at, event.actor)
        for one in gone:
            if one.version == rule.version:
                yield Step(RETIRED, rule, rule, one.at, one.actor)
        before = rule
    for one in gone:
        if one.version is None and before is not None:
            yield Step(RETIRED, before, before, one.at, one.actor)
