"""Putting messages into their conversations and keeping the clocks of each right.

A conversation is written with its final values at once: its counters, indexes and the
search must not pay for a first guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.deadlines import Standing, Turn
from kotakmasuk.domain.ids import item_uid
from kotakmasuk.domain.inbox import Status
from kotakmasuk.domain.messages import Marked
from kotakmasuk.store import growing, turns


if TYPE_CHECKING:
    from sqlite_utils import Database


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
    held = growing.held(database, account, grouped)
    stood = growing.stand_all(database, held, grouped)
    places: dict[int, Place] = {}
    created: list[tuple[Any, ...]] = []
    changed: list[tuple[int, dict[str, Any]]] = []
    number = _next_id(database)
    for key, group in grouped.items():
        known = held.get(key)
        result, meant = stood[key] if known else turns.stand([], group)
        if known:
            conversation = known.id
            changes = growing.changes(known, group, result=result, authors=authors)
            changed.append((conversation, changes))
        else:
            conversation, number = number, number + 1
            row = _new_row(
                account, key, group, result=result, authors=authors, posts=posts
            )
            created.append((conversation, *row))
        for index, _ in group:
            places[index] = Place(conversation, meant["new", index])
    growing.write(database, changed)
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


def _first_status(result: Standing, group: Sequence[tuple[int, Marked]]) -> Status:
    if result.waiting_since is not None:
        return Status.NEW
    if any(one.message.answered_at is not None for _, one in group):
        return Status.DONE
    return Status.WAITING_CITIZEN if result.answered else Status.NEW


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
    newest = growing.newest(group)
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


def refresh_snippet(
    database: "Database", conversation: int, message: int, one: Marked
) -> None:
    """Show an edited message's new words in the list when it is the newest."""
    database.conn.execute(
        "UPDATE conversation SET snippet = ?, personal_data = max(personal_data, ?)"
        " WHERE id = ? AND last_at = (SELECT sent_at FROM message WHERE id = ?)",
        (one.snippet, int(one.personal_data), conversation, message),
    )
