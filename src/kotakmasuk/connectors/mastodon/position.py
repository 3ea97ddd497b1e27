"""How far a list has been read, written as the cursor's own JSON.

`known` are the newest entries seen, newest first: the overlap that each round reads
again, so that what came late, was edited or is gone is noticed.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


OVERLAP = 20
FIRST_PAGES = 10


@dataclass(frozen=True)
class Entry:
    """One line of a list: its own id, its status's id if it has one, its time (UTC ms).

    `edited` is when the status was last changed (UTC ms), 0 for never.
    """

    id: str
    status: str
    at: int
    edited: int = 0

    @property
    def order(self) -> tuple[int, int, str]:
        """Where it stands in time; ids are opaque and only break a tie.

        Length, then letters, is right for numbers and for ULIDs.
        """
        return self.at, len(self.id), self.id


@dataclass(frozen=True)
class Position:
    """Where reading goes on.

    With `before`, older pages are read, at most `pages` more, down to `until`; `gap`
    marks a walk that only fills a gap. With `after`, a round goes on towards the newest.
    `checked` is when the overlap's statuses were last looked at one by one (UTC ms).
    """

    known: tuple[Entry, ...] = ()
    after: str = ""
    before: str = ""
    pages: int = 0
    until: tuple[Entry, ...] = ()
    gap: bool = False
    checked: int = 0

    def write(self) -> str:
        """Write it for the cursor."""
        return json.dumps(asdict(self), separators=(",", ":"))

    def entry(self, entry_id: str) -> Entry | None:
        """Find an entry of the overlap."""
        return next((each for each in self.known if each.id == entry_id), None)


def read_position(written: str | None) -> Position:
    """Read a cursor's position; one that makes no sense begins anew, and loses nothing."""
    try:
        values = json.loads(written or "{}")
        for name in ("known", "until"):
            values[name] = tuple(Entry(**each) for each in values.get(name, ()))
        return Position(**values)
    except (ValueError, TypeError, AttributeError):
        return Position()


def newest(*lists: Iterable[Entry]) -> tuple[Entry, ...]:
    """Join lists into one overlap, the newest first; the first list's word counts."""
    entries: dict[str, Entry] = {}
    for each in lists:
        for entry in each:
            entries.setdefault(entry.id, entry)
    ordered = sorted(entries.values(), key=lambda entry: entry.order, reverse=True)
    return tuple(ordered[:OVERLAP])


def oldest_id(entries: Iterable[Entry]) -> str:
    """Give the id from which an older page begins where the server does not say."""
    return min(entries, key=lambda entry: entry.order).id


def reached(entries: Iterable[Entry], until: Iterable[Entry]) -> bool:
    """Tell whether a walk back has come to what was known before."""
    ids = {entry.id: entry.at for entry in until}
    listed = tuple(entries)
    if not ids:
        return False
    oldest = min(ids.values())
    return any(entry.id in ids for entry in listed) or all(
        entry.at < oldest for entry in listed
    )
