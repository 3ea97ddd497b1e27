"""The checklist's rules in force: what was shipped, as the agency has changed it."""

import json
from dataclasses import asdict, fields, replace
from functools import lru_cache
from typing import Any

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import checklist as store
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


_NAMES = frozenset(field.name for field in fields(Rule))


def in_force(reader: Connection) -> tuple[Rule, ...]:
    """Read the rules that an answer is checked with now."""
    return tuple(_rule(*row) for row in store.in_force(reader))


@lru_cache(maxsize=512)
def _rule(key: str, version: int, body: str) -> Rule:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(body).items()
        if name in _NAMES
    }
    return replace(Rule(**values), key=key, version=version)


def adopt(desk: Desk) -> Changes:
    """Put the shipped rules in force; a new version is written into the journal."""
    rules = [(rule.key, rule.version, asdict(rule)) for rule in desk.office.rules()]
    with desk.atomic(by_machine=True):
        fresh = store.adopt_rules(desk.database, rules)
        if fresh:
            journal.append(
                desk.database,
                desk.stamp(),
                "checklist.rules",
                subject="checklist",
                payload={"adopted": fresh},
            )
    return Changes()
