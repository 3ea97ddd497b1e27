"""The table of the budgets: what was measured, what is allowed, and the verdict."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured thing; `share` is how much of the budget it uses, 1.0 is all."""

    what: str
    figure: str
    budget: str
    share: float | None

    @property
    def verdict(self) -> str:
        if self.share is None:
            return "-"
        if self.share <= 1:
            return "ok"
        return f"short by {self.share - 1:.0%}"


def at_most(what: str, figure: float, budget: float, unit: str) -> Figure:
    """Less is better."""
    share = figure / budget
    return Figure(what, f"{figure:,.2f} {unit}", f"<= {budget:g} {unit}", share)


def at_least(what: str, figure: float, budget: float, unit: str) -> Figure:
    """More is better."""
    share = budget / figure
    return Figure(what, f"{figure:,.2f} {unit}", f">= {budget:g} {unit}", share)


def left_out(what: str, why: str) -> Figure:
    """Say why something was not measured."""
    return Figure(what, why, "", None)


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def table(figures: Sequence[Figure]) -> str:
    """Set the figures in columns."""
    head = ("what", "figure", "budget", "of budget", "verdict")
    rows = [head] + [
        (
            one.what,
            one.figure,
            one.budget,
            "" if one.share is None else f"{one.share:.2f}",
            one.verdict,
        )
        for one in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)
