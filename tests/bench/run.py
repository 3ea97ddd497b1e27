"""Measures every budget and prints one table; what is over its budget says so.

Figures are ratios within one run, or medians and percentiles of many tries; a slow or
busy machine still makes them worse.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path


sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import cache, polling, searching, storing, weekly, windows
from tests.bench.figures import Figure, left_out, table


Measure = Callable[[], Figure | list[Figure]]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--messages", type=int, default=100_000)
    arguments.add_argument("--only", default="", help="measures, by comma")
    chosen = arguments.parse_args()
    number = chosen.messages
    measures: dict[str, Measure] = {
        "starts": lambda: windows.starts(number),
        "steps": lambda: windows.steps(number),
        "search": lambda: searching.search(number),
        "intake": storing.intake,
        "marks": storing.marks,
        "ticks": lambda: windows.ticks(number),
        "size": lambda: storing.size(number),
        "summary": weekly.summary,
        "polling": polling.requests,
        "notmuch": notmuch,
    }
    wanted = chosen.only.split(",") if chosen.only else list(measures)
    cache.folder(number)
    figures: list[Figure] = []
    for name in wanted:
        sys.stderr.write(f"measuring: {name}\n")
        figures += measured(name, measures[name])
        sys.stderr.write(f"{table(figures[-1:]).splitlines()[-1]}\n")
    sys.stdout.write(f"{number:,} messages\n{table(figures)}\n")


def measured(name: str, measure: Measure) -> list[Figure]:
    """Measure one thing; what cannot be measured is told, and the rest goes on."""
    try:
        found = measure()
    except Exception as error:  # noqa: BLE001  told in the table
        return [left_out(name, f"not measured: {type(error).__name__} {error}"[:120])]
    return found if isinstance(found, list) else [found]


def notmuch() -> Figure:
    if shutil.which("notmuch"):
        return left_out("search beside notmuch", "not compared")
    return left_out("search beside notmuch", "notmuch is not installed")


if __name__ == "__main__":
    main()
