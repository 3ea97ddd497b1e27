"""The stream of direct conversations: each tells only its last status.

What changed is read up its thread; the list is ordered by last activity, so a page with
one unchanged conversation ends a round.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.lists import BROKEN_OFF
from kotakmasuk.connectors.mastodon.parsing import (
    Status,
    incoming,
    instant,
    is_direct,
    is_status,
    text,
)
from kotakmasuk.connectors.mastodon.position import FIRST_PAGES
from kotakmasuk.connectors.mastodon.threads import Threads
from kotakmasuk.domain.messages import Cursor, Gap, Incoming, Page


LIMIT = 40
REMEMBERED = 200


@dataclass(frozen=True)
class Place:
    """Where reading goes on; `seen` maps a conversation to its last status and edit.

    `until` is what was seen before the present walk back, `pages` how far it may go.
    """

    seen: dict[str, str] = field(default_factory=dict)
    until: dict[str, str] = field(default_factory=dict)
    before: str = ""
    pages: int = FIRST_PAGES
    gap: bool = False

    def write(self) -> str:
        """Write it for the cursor."""
        return json.dumps(asdict(self), separators=(",", ":"))


def read_place(written: str | None) -> Place:
    """Read a cursor's position; one that makes no sense begins anew."""
    try:
        return Place(**json.loads(written or "{}"))
    except (ValueError, TypeError):
        return Place()


def fetch_conversations(access: Access, cursor: Cursor) -> Page:
    """Read the next page of direct conversations; raises ConnectorError."""
    now = access.now()
    place = read_place(cursor.position)
    query: dict[str, Any] = {"limit": LIMIT}
    if place.before:
        query["max_id"] = place.before
    items, onward = server.read_list(access, "/api/v1/conversations", query)
    statuses = _last_statuses(items)
    known = place.until if place.before else place.seen
    changed = [each for key, each in statuses.items() if known.get(key) != _mark(each)]
    older = _older(place, onward, statuses) if len(changed) == len(statuses) else ""
    after, gap = _after(place, statuses, older)
    return Page(
        cursor=Cursor(cursor.stream, after.write()),
        messages=_messages(access, changed, set(known.values())),
        gaps=_gaps(cursor.stream, gap),
        has_more=bool(after.before),
        complete_until=None if after.before or gap or place.gap else now,
    )


def _last_statuses(items: list[Any]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for item in items:
        if isinstance(item, dict) and is_status(item.get("last_status")):
            found[text(item.get("id"))] = item["last_status"]
    return found


def _mark(status: Status) -> str:
    return f"{text(status['id'])} {instant(status.get('edited_at')) or 0}"


def _older(place: Place, onward: str | None, statuses: dict[str, Status]) -> str:
    """Give the max_id of the next older page, empty at the end.

    A server without Link headers takes the last status's id, as Mastodon's own do.
    """
    if not statuses or onward == "":
        return ""
    oldest = min(statuses.values(), key=lambda each: instant(each["created_at"]) or 0)
    older = onward or text(oldest["id"])
    return "" if older == place.before else older


def _after(
    place: Place, statuses: dict[str, Status], older: str
) -> tuple[Place, Place | None]:
    """Say where reading goes on, and where a walk had to be broken off."""
    marks = {key: _mark(each) for key, each in statuses.items()}
    merged = {**marks, **place.seen} if place.before else {**place.seen, **marks}
    seen = dict(list(merged.items())[-REMEMBERED:])
    known = place.until if place.before else place.seen
    left = place.pages - (0 if place.gap else 1)
    # Of an account's first reading only the newest pages are asked for.
    if not older or (left <= 0 and not known):
        return Place(seen=seen, gap=place.gap), None
    if left <= 0:
        gap = Place(until=known, before=older, gap=True)
        return Place(seen=seen, gap=place.gap), gap
    on = replace(place, seen=seen, until=known, before=older, pages=left)
    return on, None


def _messages(
    access: Access, changed: list[Status], known: set[str]
) -> tuple[Incoming, ...]:
    threads = Threads(access, changed)
    own = access.remote_id
    found: dict[str, Incoming] = {}
    for status in changed:
        above = threads.above(status)
        for each in (*above, status):
            message = (
                incoming(each, own, threads.above(each)) if is_direct(each) else None
            )
            if message is not None and _mark(each) not in known:
                found[message.remote_id] = message
    return tuple(found.values())


def _gaps(stream: str, gap: Place | None) -> tuple[Gap, ...]:
    return () if gap is None else (Gap(stream, gap.write(), BROKEN_OFF),)
