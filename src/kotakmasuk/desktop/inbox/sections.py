"""Which row of the list shows which conversation, when groups stand between them.

The one rule: groups are ranges over the snapshot; a collapsed one keeps its header only.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A range of positions with its header's row; without a title it has no header.

    `count` is how many are loaded, `whole` how many the group has.
    """

    title: str
    first: int
    count: int
    row: int
    whole: int
    collapsed: bool = False

    @property
    def rows(self) -> int:
        """How many rows it takes, its header included."""
        header = 1 if self.title else 0
        return header + (0 if self.collapsed else self.count)


class Sections:
    """Finds rows for positions and positions for rows."""

    def __init__(
        self,
        total: int,
        groups: Sequence[tuple[str, int]] = (),
        collapsed: Collection[str] = (),
    ) -> None:
        """Lay the groups over `total` positions; what no group covers joins the last."""
        self._sections: list[Section] = []
        first = row = 0
        for title, whole, taken in _ranges(total, groups):
            folded = title in collapsed
            section = Section(title, first, taken, row, whole, collapsed=folded)
            self._sections.append(section)
            first += taken
            row += section.rows
        self.rows = row
        self._starts = [section.row for section in self._sections]

    def section_at(self, row: int) -> Section:
        """The section to which a row belongs."""
        return self._sections[bisect_right(self._starts, row) - 1]

    def position(self, row: int) -> int | None:
        """The position in the snapshot that a row shows; None for a header."""
        section = self.section_at(row)
        inside = row - section.row - (1 if section.title else 0)
        return None if inside < 0 else section.first + inside

    def row(self, position: int) -> int | None:
        """The row that shows a position; None while its group is collapsed."""
        for section in self._sections:
            if section.first <= position < section.first + section.count:
                header = 1 if section.title else 0
                inside = position - section.first
                return None if section.collapsed else section.row + header + inside
        return None

    def header_rows(self) -> list[int]:
        """The rows on which the titles stand."""
        return [section.row for section in self._sections if section.title]


def _ranges(
    total: int, groups: Sequence[tuple[str, int]]
) -> list[tuple[str, int, int]]:
    """Title, whole number and loaded number of each group that has rows."""
    found: list[tuple[str, int, int]] = []
    rest = total
    for title, count in groups:
        taken = min(count, rest)
        rest -= taken
        if taken:
            found.append((title, count, taken))
    if not found:
        return [("", total, total)]
    title, whole, taken = found[-1]
    found[-1] = (title, max(whole, taken + rest), taken + rest)
    return found
