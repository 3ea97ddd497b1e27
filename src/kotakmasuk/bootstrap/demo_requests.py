"""The demo's requests for approval: asked for by officers, one edited by the approver.

The one rule: they go through the same services as in an office, the passphrase included.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.checklist import MANUAL
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Seat
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import approvals, proving, unit_answers
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import settings


At = Callable[[Mapping[str, Any]], None]


def ask(
    desk: Desk, story: Path, ids: Mapping[str, int], *, told: Mapping[str, str], at: At
) -> None:
    """File the story's requests; `told` are the passphrases by name, `at` sets the clock."""
    names = {
        one.initials: one.name for one in settings.load(desk.database.conn).officers
    }
    lines = (story / "requests.jsonl").read_text(encoding="utf-8").splitlines()
    for one in map(json.loads, lines):
        _ask(desk, one, ids[one["thread"]], names=names, at=at)
        if "edit" in one:
            _edit(desk, one, names=names, told=told, at=at)


def _ask(
    desk: Desk, one: dict[str, Any], thread: int, *, names: dict[str, str], at: At
) -> None:
    officer = replace(desk, seat=lambda: Seat(names[one["officer"]]))
    source = _keep_answer(officer, one, thread, at)
    rules = desk.office.rules()
    ticks = frozenset(rule.key for rule in rules if rule.mode == MANUAL)
    at(one)
    approvals.request(
        officer,
        thread,
        [
            Candidate(
                Composition(choice["text"], unit_answer=source), ticks, choice["label"]
            )
            for choice in one["choices"]
        ],
        note=one["note"],
    )


def _keep_answer(desk: Desk, one: dict[str, Any], thread: int, at: At) -> int | None:
    told = one.get("unit")
    if told is None:
        return None
    at({**one, "time": told["time"]})
    now = desk.office.now()
    answer = UnitAnswer(
        id=0,
        unit=told["name"],
        text=told["text"],
        answered_at=now,
        at=now,
        actor=desk.seat().officer,
        conversation=thread,
    )
    return unit_answers.add(desk, answer)[0]


def _edit(
    desk: Desk,
    one: dict[str, Any],
    *,
    names: dict[str, str],
    told: Mapping[str, str],
    at: At,
) -> None:
    name = names[one["edit"]["by"]]
    seat = proving.prove(desk, name, told[name])
    above = replace(desk, seat=lambda: seat)
    at({**one, "time": one["edit"]["time"]})
    row = max(approvals.waiting(desk.database.conn), key=lambda row: row.id)
    view = approvals.open_request(desk.database.conn, desk.office, row.id)
    option = view.options[0]
    words = replace(option.composition, text=one["edit"]["text"])
    approvals.edit(above, row.id, option.reply, words)
