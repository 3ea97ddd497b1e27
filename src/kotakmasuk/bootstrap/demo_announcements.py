"""The demo's Isu and the announcement that is still being written.

The one rule: they are made by the same services as in an office.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kotakmasuk.domain.announcements import Announcement, Preset
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import announcements, issues
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import settings


FILE = "announcements.toml"


def put_together(
    desk: Desk, story: Path, ids: Mapping[str, int], accounts: Mapping[str, int]
) -> None:
    """Make what the story tells of; `ids` are conversations, `accounts` by their keys."""
    told = tomllib.loads((story / FILE).read_text(encoding="utf-8"))
    officers = settings.load(desk.database.conn).officers
    names = {one.initials: one.name for one in officers}
    for one in told["issue"]:
        by = _as(desk, names[one["officer"]])
        issues.begin(by, one["title"], [ids[thread] for thread in one["threads"]])
    for one in told["announcement"]:
        _write(_as(desk, names[one["officer"]]), one, accounts)


def _write(desk: Desk, one: Mapping[str, Any], accounts: Mapping[str, int]) -> None:
    announcements.begin(desk, Preset(one["preset"]))
    fresh = announcements.newest(desk.database.conn) or Announcement()
    written = replace(
        fresh,
        title=one["title"],
        source=one["source"],
        text=one["text"].strip(),
        variants=one.get("variants", {}),
        accounts=tuple(accounts[key] for key in one["accounts"]),
    )
    announcements.save(desk, written)


def _as(desk: Desk, officer: str) -> Desk:
    return replace(desk, seat=lambda: Seat(officer))
