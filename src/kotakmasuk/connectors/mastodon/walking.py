"""Reading a list of a server, forwards without gaps and at first backwards.

A round reads the overlap and what is newer in one request, and asks again only while
something new came. A server that ignores `min_id` is walked backwards instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.position import (
    FIRST_PAGES,
    OVERLAP,
    Entry,
    Position,
    newest,
    oldest_id,
    reached,
)


LIMIT = 40
FULL = 20  # a page of so many may have left others out
CATCH_UP_PAGES = 25


@dataclass(frozen=True)
class Listing:
    """What is read: a path with its query, and how one item becomes an entry."""

    path: str
    query: Mapping[str, Any]
    entry_of: Callable[[Any], Entry | None]


@dataclass(frozen=True)
class Step:
    """One page of a walk: its items, and where reading goes on.

    `missing` are entries of the overlap that the server no longer lists; `gap` is where
    a walk back had to be broken off; `current` tells that nothing newer is left.
    """

    items: tuple[tuple[Any, Entry | None], ...]
    position: Position
    has_more: bool = False
    missing: tuple[Entry, ...] = ()
    gap: Position | None = None
    current: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The page's entries, without what could not be read."""
        return tuple(entry for _item, entry in self.items if entry is not None)


def step(access: Access, listing: Listing, position: Position) -> Step:
    """Read the next page of a walk; raises ConnectorError."""
    query = {**listing.query, "limit": LIMIT, **_cursor(position)}
    items, onward = server.read_list(access, listing.path, query)
    page = Step(tuple((item, listing.entry_of(item)) for item in items), position)
    if position.before:
        return _backward(page, onward)
    if not position.known:
        begun = replace(position, pages=FIRST_PAGES, checked=access.now())
        return _backward(replace(page, position=begun), onward)
    return _forward(page, onward)


def _cursor(position: Position) -> dict[str, str]:
    if position.before:
        return {"max_id": position.before}
    after = _after(position)
    return {"min_id": after} if after else {}


def _after(position: Position) -> str:
    """Give the min_id of a round; a list shorter than the overlap is read whole."""
    if position.after or len(position.known) < OVERLAP:
        return position.after
    return position.known[-1].id


def _backward(page: Step, onward: str | None) -> Step:
    position = page.position
    older = _older(page, onward)
    known = position.known if position.gap else newest(page.entries, position.known)
    # A gap is filled page by page for as long as it takes.
    left = position.pages - (0 if position.gap else 1)
    if older and left:
        on = replace(position, known=known, before=older, pages=left)
        return replace(page, position=on, has_more=True)
    gap = None
    if older and position.until:
        gap = replace(position, known=(), before=older, pages=CATCH_UP_PAGES, gap=True)
    ended = replace(position, known=known, before="", until=(), pages=0)
    # One round forward then fetches what came in while the walk went back.
    more = bool(known) and not position.gap
    return replace(page, position=ended, has_more=more, gap=gap, current=not known)


def _older(page: Step, onward: str | None) -> str:
    """Give the max_id of the next older page, empty when the walk has ended."""
    entries = page.entries
    if not entries or onward == "" or reached(entries, page.position.until):
        return ""
    older = onward or oldest_id(entries)
    return "" if older == page.position.before else older


def _forward(page: Step, onward: str | None) -> Step:
    position, entries = page.position, page.entries
    fresh = tuple(each for each in entries if position.entry(each.id) is None)
    known = newest(entries, position.known)
    if not position.after and _leapt(page, fresh):
        back = replace(
            position,
            known=known,
            before=onward or oldest_id(entries),
            until=position.known,
            pages=CATCH_UP_PAGES,
        )
        return replace(page, position=back, has_more=True)
    last = newest(entries)[0] if entries else None
    behind = last is not None and last.order < known[0].order
    if last is not None and (fresh or behind) and last.id != _after(position):
        on = replace(position, known=known, after=last.id)
        return replace(
            page, position=on, has_more=True, missing=_missing(page, upto=last)
        )
    ended = replace(position, known=known, after="")
    return replace(
        page, position=ended, missing=_missing(page, upto=None), current=True
    )


def _leapt(page: Step, fresh: tuple[Entry, ...]) -> bool:
    """Tell whether a page skipped what lies between the overlap and itself."""
    if not fresh or len(fresh) < len(page.entries):
        return False
    return len(page.position.known) > 1 or len(fresh) >= FULL


def _missing(page: Step, *, upto: Entry | None) -> tuple[Entry, ...]:
    """Find what the overlap knew in the stretch of this page and the page has not."""
    position = page.position
    first = position.entry(_after(position)) or min(
        page.entries, key=lambda entry: entry.order, default=None
    )
    listed = {entry.id for entry in page.entries}
    return tuple(
        entry
        for entry in position.known
        if (first is None or entry.order > first.order)
        and (upto is None or entry.order <= upto.order)
        and entry.id not in listed
    )
