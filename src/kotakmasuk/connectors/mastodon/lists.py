"""The two plain streams: who mentioned us, and what we answered outside the app."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.mastodon import looking, server
from kotakmasuk.connectors.mastodon.parsing import (
    Status,
    incoming,
    instant,
    is_direct,
    is_status,
    mentions,
    text,
)
from kotakmasuk.connectors.mastodon.position import Entry, Position, read_position
from kotakmasuk.connectors.mastodon.threads import Threads
from kotakmasuk.connectors.mastodon.walking import Listing, Step, step
from kotakmasuk.domain.messages import Cursor, Gap, Incoming, Page


UNREADABLE = "Ada pesan yang tidak dapat dibaca."
BROKEN_OFF = "Pesan lama belum terbaca semua."


def fetch_list(access: Access, cursor: Cursor) -> Page:
    """Read the next page of `notifications` or `own`; raises ConnectorError."""
    now = access.now()
    before = read_position(cursor.position)
    done = step(access, _listing(access, cursor.stream), before)
    looked = looking.look(access, done, before)
    statuses = [*_new(access, cursor.stream, done, before), *looked.changed]
    position = looking.after_look(done.position, done.missing, looked)
    return Page(
        cursor=Cursor(cursor.stream, position.write()),
        messages=messages_of(access, statuses),
        removed=looked.gone,
        gaps=_gaps(cursor.stream, done, before),
        has_more=done.has_more and not (before.gap and not before.before),
        complete_until=now if done.current and not before.gap else None,
    )


def messages_of(access: Access, statuses: Iterable[Status]) -> tuple[Incoming, ...]:
    """Make messages of statuses, each once, asking for the thread where it takes one."""
    by_id = {text(status["id"]): status for status in statuses}
    threads = Threads(access, by_id.values())
    made = (
        incoming(status, access.remote_id, threads.above(status))
        for status in by_id.values()
    )
    return tuple(message for message in made if message is not None)


def _listing(access: Access, stream: str) -> Listing:
    if stream == "own":
        path = f"/api/v1/accounts/{server.quoted(access.remote_id)}/statuses"
        return Listing(path, {"exclude_reblogs": "true"}, _own_entry)
    types = {"types[]": ["mention", "update"]}
    entry_of = partial(_notification_entry, access.remote_id)
    return Listing("/api/v1/notifications", types, entry_of)


def _own_entry(item: Any) -> Entry | None:
    if not is_status(item):
        return None
    return _entry(text(item["id"]), instant(item["created_at"]), _answer(item))


def _notification_entry(own: str, item: Any) -> Entry | None:
    if not isinstance(item, dict):
        return None
    status = _mention(own, item)
    return _entry(text(item.get("id")), instant(item.get("created_at")), status)


def _entry(entry_id: str, at: int | None, status: Status | None) -> Entry | None:
    if not entry_id or at is None:
        return None
    if status is None:
        return Entry(entry_id, "", at)
    edited = instant(status.get("edited_at")) or 0
    return Entry(entry_id, text(status["id"]), at, edited)


def _mention(own: str, item: Any) -> Status | None:
    """Give the status of a notification that is work; other kinds pass by."""
    status = item.get("status")
    if not is_status(status):
        return None
    kind = item.get("type")
    told = kind == "mention" or (kind == "update" and mentions(status, own))
    return status if told else None


def _answer(item: Any) -> Status | None:
    """Give one of our own statuses if it answers somebody."""
    return item if item.get("in_reply_to_id") or is_direct(item) else None


def _new(access: Access, stream: str, done: Step, before: Position) -> list[Status]:
    """Collect what is new on a page, or known and edited since."""
    found = []
    for item, entry in done.items:
        if entry is None or not entry.status:
            continue
        known = before.entry(entry.id)
        if known is None or known.edited != entry.edited:
            status = item if stream == "own" else _mention(access.remote_id, item)
            found.append(status)
    return [status for status in found if status is not None]


def _gaps(stream: str, done: Step, before: Position) -> tuple[Gap, ...]:
    gaps = []
    if done.gap is not None:
        until = max((entry.at for entry in done.entries), default=None)
        gaps.append(Gap(stream, done.gap.write(), BROKEN_OFF, until=until))
    moved = done.position.known != before.known or before.gap
    if moved and any(entry is None for _item, entry in done.items):
        again = replace(before, gap=True).write()
        gaps.append(Gap(stream, again, UNREADABLE))
    return tuple(gaps)
