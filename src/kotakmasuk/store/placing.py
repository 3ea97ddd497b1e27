"""Putting messages into their conversations and keeping the clocks of each right.

A conversation is written with its final values at once: its counters, indexes and the
search must not pay for a first guess.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.deadlines import Standing, Turn
from kotakmasuk.domain.ids import item_uid
from kotakmasuk.domain.inbox import NEEDS_ANSWER, Status
from kotakmasuk.domain.messages import Marked
from kotakmasuk.store import turns


if TYPE_CHECKING:
    from sqlite_utils import Database

REOPENED = (Status.DONE, Status.WAITING_CITIZEN, Status.SNOOZED)


@dataclass(frozen=True)
class Place:
    """Where a message belongs and what it means there."""

    conversation: int
    turn: Turn


@dataclass(frozen=True)
class Threads:
    """The places of the placed messages, in their order, and what was touched."""

    places: list[Place]
    touched: set[int]


@dataclass(frozen=True)
class _Held:
    """A conversation as it stands in the file."""

    id: int
    status: Status
    last_at: int
    author: int
    kind: str | None


def place(
    database: "Database",
    account: Account,
    marked: Iterable[Marked],
    *,
    authors: dict[str, int],
    posts: dict[str, int],
) -> Threads:
    """Create or update the conversations of fresh messages, before these are stored."""
    grouped: dict[str, list[tuple[int, Marked]]] = defaultdict(list)
    for index, one in enumerate(marked):
        grouped[one.message.conversation].append((index, one))
    held = _held(database, account, grouped)
    earlier = turns.earlier(database, [one.id for one in held.values()])
    places: dict[int, Place] = {}
    created: list[tuple[Any, ...]] = []
    number = _next_id(database)
    for key, group in grouped.items():
        known = held.get(key)
        old = earlier.get(known.id, []) if known else []
        result, meant = turns.stand(old, group)
        if known:
            conversation = known.id
            _update(
                database, known, group, result=result, authors=authors, account=account
            )
            turns.restate(database, old, meant)
        else:
            conversation, number = number, number + 1
            created.append(
                (
                    conversation,
                    *_new_row(
                        account, key, group, result=result, authors=authors, posts=posts
                    ),
                )
            )
        for index, _ in group:
            places[index] = Place(conversation, meant["new", index])
    database.conn.executemany(INSERT_CONVERSATION, created)
    ordered = [places[index] for index in range(len(places))]
    return Threads(ordered, {one.conversation for one in ordered})


CONVERSATION_COLUMNS = (
    "id, uid, account, remote_id, platform, form, public, author, post, status, kind,"
    " snippet, unread, personal_data, last_at, waiting_since, due_at"
)
INSERT_CONVERSATION = (
    f"INSERT INTO conversation ({CONVERSATION_COLUMNS}) VALUES ({', '.join('?' * 17)})"
)


def _next_id(database: "Database") -> int:
    row = database.conn.execute("SELECT max(id) FROM conversation").fetchone()
    return (row[0] or 0) + 1


def _held(
    database: "Database", account: Account, keys: Iterable[str]
) -> dict[str, _Held]:
    rows = database.conn.execute(
        "SELECT remote_id, id, status, last_at, author, kind FROM conversation"
        " WHERE account = ? AND remote_id IN (SELECT value FROM json_each(?))",
        (account.id, json.dumps(list(keys))),
    )
    return {row[0]: _Held(row[1], Status(row[2]), *row[3:]) for row in rows}


def _first_status(result: Standing, group: Sequence[tuple[int, Marked]]) -> Status:
    if result.waiting_since is not None:
        return Status.NEW
    if any(one.message.answered_at is not None for _, one in group):
        return Status.DONE
    return Status.WAITING_CITIZEN if result.answered else Status.NEW


def _next_status(known: _Held, result: Standing, newest: Marked) -> Status:
    """Let a citizen's newer message reopen, and our answer wait for the citizen."""
    message = newest.message
    waits = result.waiting_since is not None
    if not waits:
        answered = result.answered and known.status in NEEDS_ANSWER
        return Status.WAITING_CITIZEN if answered else known.status
    newer = message.sent_at >= known.last_at and not message.own
    return Status.IN_PROGRESS if newer and known.status in REOPENED else known.status


def _newest(marked: Sequence[Marked]) -> Marked:
    """Give the last one said; of two at the same instant the later in the page."""
    return max(reversed(marked), key=lambda one: one.message.sent_at)


def _new_row(
    account: Account,
    key: str,
    group: Sequence[tuple[int, Marked]],
    *,
    result: Standing,
    authors: dict[str, int],
    posts: dict[str, int],
) -> tuple[Any, ...]:
    every = [one for _, one in group]
    newest = _newest(every)
    theirs = [one for one in every if not one.message.own] or every
    first = min(theirs, key=lambda one: one.message.sent_at)
    post = next((one.message.post for one in every if one.message.post), None)
    return (
        item_uid(
            platform=account.platform,
            host=account.host,
            account=account.remote_id,
            remote_id=f"conversation:{key}",
        ),
        account.id,
        key,
        account.platform,
        first.message.form,
        int(first.message.public),
        authors[first.message.author.remote_id],
        posts.get(post.remote_id) if post else None,
        _first_status(result, group),
        first.kind or None,
        newest.snippet,
        int(result.waiting_since is not None),
        int(any(one.personal_data for one in theirs)),
        newest.message.sent_at,
        result.waiting_since,
        result.due_at,
    )


def _update(
    database: "Database",
    known: _Held,
    group: Sequence[tuple[int, Marked]],
    *,
    result: Standing,
    authors: dict[str, int],
    account: Account,
) -> None:
    every = [one for _, one in group]
    newest = _newest(every)
    theirs = [one for one in every if not one.message.own]
    is_newer = newest.message.sent_at >= known.last_at
    status = _next_status(known, result, newest)
    database.conn.execute(
        "UPDATE conversation SET status = ?, waiting_since = ?, due_at = ?,"
        " last_at = max(last_at, ?), snippet = iif(?, ?, snippet),"
        " unread = iif(?, 1, unread), personal_data = max(personal_data, ?),"
        " kind = coalesce(kind, ?), snoozed_until = iif(?, snoozed_until, NULL)"
        " WHERE id = ?",
        (
            status,
            result.waiting_since,
            result.due_at,
            newest.message.sent_at,
            is_newer,
            newest.snippet,
            is_newer and not newest.message.own,
            int(any(one.personal_data for one in theirs)),
            (theirs[0].kind or None) if theirs else None,
            status is Status.SNOOZED,
            known.id,
        ),
    )
    if theirs:
        _name_citizen(
            database, known, authors[theirs[0].message.author.remote_id], account
        )


def _name_citizen(
    database: "Database", known: _Held, author: int, account: Account
) -> None:
    """Give a conversation that we began the citizen who answered as its author."""
    database.conn.execute(
        "UPDATE conversation SET author = ? WHERE id = ? AND author IN"
        " (SELECT id FROM author WHERE account = ? AND remote_id = ?)",
        (author, known.id, account.id, account.remote_id),
    )


def refresh_snippet(
    database: "Database", conversation: int, message: int, one: Marked
) -> None:
    """Show an edited message's new words in the list when it is the newest."""
    database.conn.execute(
        "UPDATE conversation SET snippet = ?, personal_data = max(personal_data, ?)"
        " WHERE id = ? AND last_at = (SELECT sent_at FROM message WHERE id = ?)",
        (one.snippet, int(one.personal_data), conversation, message),
    )
