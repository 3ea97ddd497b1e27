"""Reads resources/demo as plain rows; the tests of the demo's data start here.

Rule: no reading of the program's own loader, so that a mistake in it cannot hide one
in the data.
"""

import json
import tomllib
from pathlib import Path
from typing import Any


Row = dict[str, Any]

DEMO = Path(__file__).parents[2] / "resources" / "demo"


def read_agency() -> Row:
    return tomllib.loads((DEMO / "agency.toml").read_text(encoding="utf-8"))


def read_rows(name: str) -> list[Row]:
    lines = (DEMO / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def moment(row: Row) -> int:
    """Minutes since Monday 00:00 of week 0; earlier weeks are negative."""
    hour, minute = map(int, row["time"].split(":"))
    return ((row["week"] * 7 + row["day"] - 1) * 24 + hour) * 60 + minute


def in_threads(rows: list[Row]) -> dict[str, list[Row]]:
    threads: dict[str, list[Row]] = {}
    for row in rows:
        threads.setdefault(row["thread"], []).append(row)
    return threads


def is_answered(thread: list[Row]) -> bool:
    return any(row["by"] == "agency" for row in thread)
