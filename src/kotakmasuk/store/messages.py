"""Saving what came in: a page, its cursor and one journal row in one transaction.

A message is stored once per account, for ever; an edited one keeps its older words.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.ids import item_uid
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Cursor, Incoming, Marked, Page, Post, Saved
from kotakmasuk.store import accounts, conversations, journal, tags, turns
from kotakmasuk.store.database import atomic


if TYPE_CHECKING:
    from sqlite_utils import Database

MESSAGE_COLUMNS = (
    "uid, conversation, author, remote_id, direction, form, public, text, stem, marks,"
    " sent_at, sent_offset, received_at, edited_at, deleted_at, url, parent,"
    " attachments, opens_turn, due_at, answered_at, elsewhere"
)
INSERT_MESSAGE = (
    f"INSERT INTO message ({MESSAGE_COLUMNS}) VALUES ({', '.join('?' * 22)})"
)
LARGEST_BATCH = 500


@dataclass(frozen=True)
class Batch:
    """What is written together; without a cursor it is an import or a capture."""

    marked: Sequence[Marked]
    cursor: Cursor | None = None
    page: Page | None = None
    source: str = "page"


def save(database: "Database", stamp: Stamp, account: Account, batch: Batch) -> Saved:
    """Store a batch whole or not at all."""
    with atomic(database):
        saved = _save_messages(database, stamp, account, batch.marked)
        removed = _mark_removed(database, stamp, account, batch.page)
        if batch.page is not None:
            accounts.advance(database, stamp, account.id, batch.page)
        saved = Saved(
            saved.stored, saved.already, saved.conversations | frozenset(removed)
        )
        if saved.conversations or batch.page is None:
            journal.append(
                database,
                stamp,
                f"intake.{batch.source}",
                subject=account.uid,
                payload={
                    "stream": batch.cursor.stream if batch.cursor else "",
                    "stored": saved.stored,
                    "already": saved.already,
                    "messages": [_uid(account, one.message) for one in batch.marked],
                },
            )
    return saved


def _uid(account: Account, message: Incoming) -> str:
    return item_uid(
        platform=account.platform,
        host=account.host,
        account=account.remote_id,
        remote_id=message.remote_id,
    )


def _save_messages(
    database: "Database", stamp: Stamp, account: Account, marked: Sequence[Marked]
) -> Saved:
    named = {_uid(account, one.message): one for one in marked}
    known = _known(database, named)
    fresh = {uid: one for uid, one in named.items() if uid not in known}
    edited = _update_known(database, stamp, [(known[uid], named[uid]) for uid in known])
    authors = _authors(database, stamp, account, fresh.values())
    posts = _posts(database, account, fresh.values())
    threads = conversations.place(
        database, stamp, account, fresh.values(), authors=authors, posts=posts
    )
    rows = [
        _message_row(uid, one, stamp, place=threads.places[index], authors=authors)
        for index, (uid, one) in enumerate(fresh.items())
    ]
    database.conn.executemany(INSERT_MESSAGE, rows)
    _keep_payloads(database, fresh)
    tags.carry_in(database, stamp, _imported_tags(fresh.values(), threads.places))
    touched = threads.touched | edited
    return Saved(len(fresh), len(marked) - len(fresh), frozenset(touched))


def _known(
    database: "Database", named: Iterable[str]
) -> dict[str, tuple[int, int, str, int | None, int | None]]:
    rows = database.conn.execute(
        "SELECT uid, id, conversation, text, edited_at, deleted_at FROM message"
        " WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(named)),),
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def _update_known(
    database: "Database",
    stamp: Stamp,
    pairs: Sequence[tuple[tuple[int, int, str, int | None, int | None], Marked]],
) -> set[int]:
    touched = set()
    for (message, conversation, text, _, deleted_at), one in pairs:
        if one.message.text != text and not one.message.deleted:
            _keep_version(database, stamp, message, text=text, one=one)
            conversations.refresh_snippet(database, conversation, message, one)
            touched.add(conversation)
        if one.message.deleted and deleted_at is None:
            _delete(database, stamp, message)
            touched.add(conversation)
    return touched


def _keep_version(
    database: "Database", stamp: Stamp, message: int, *, text: str, one: Marked
) -> None:
    database.conn.execute(
        "INSERT INTO message_version (message, text, until) VALUES (?, ?, ?)",
        (message, text, one.message.edited_at or stamp.at),
    )
    database.conn.execute(
        "UPDATE message SET text = ?, stem = ?, marks = ?, edited_at = ? WHERE id = ?",
        (
            one.message.text,
            one.stem,
            one.marks,
            one.message.edited_at or stamp.at,
            message,
        ),
    )


def _delete(database: "Database", stamp: Stamp, message: int) -> None:
    database.conn.execute(
        "UPDATE message SET deleted_at = ? WHERE id = ?", (stamp.at, message)
    )


def _mark_removed(
    database: "Database", stamp: Stamp, account: Account, page: Page | None
) -> list[int]:
    """Mark what the source no longer has; the words are kept."""
    touched = []
    for remote_id in page.removed if page else ():
        uid = item_uid(
            platform=account.platform,
            host=account.host,
            account=account.remote_id,
            remote_id=remote_id,
        )
        row = database.conn.execute(
            "SELECT id, conversation FROM message WHERE uid = ? AND deleted_at IS NULL",
            (uid,),
        ).fetchone()
        if row:
            _delete(database, stamp, row[0])
            turns.restand(database, row[1])
            touched.append(row[1])
    return touched


def _authors(
    database: "Database", stamp: Stamp, account: Account, marked: Iterable[Marked]
) -> dict[str, int]:
    people = {one.message.author.remote_id: one.message for one in marked}
    database.conn.executemany(
        "INSERT INTO author (account, remote_id, handle, name, url, since)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account, remote_id) DO UPDATE SET"
        " handle = excluded.handle, name = excluded.name,"
        " since = min(since, excluded.since)"
        " WHERE handle <> excluded.handle OR name <> excluded.name"
        " OR since > excluded.since",
        [
            (
                account.id,
                key,
                message.author.handle,
                message.author.name,
                message.author.url,
                message.sent_at,
            )
            for key, message in people.items()
        ],
    )
    return _ids_of(database, "author", account, people)


def _ids_of(
    database: "Database", table: str, account: Account, keys: Iterable[str]
) -> dict[str, int]:
    rows = database.conn.execute(
        f"SELECT remote_id, id FROM {table} WHERE account = ?"
        " AND remote_id IN (SELECT value FROM json_each(?))",
        (account.id, json.dumps(list(keys))),
    )
    return dict(rows.fetchall())


def _posts(
    database: "Database", account: Account, marked: Iterable[Marked]
) -> dict[str, int]:
    posts: dict[str, Post] = {
        one.message.post.remote_id: one.message.post
        for one in marked
        if one.message.post is not None
    }
    database.conn.executemany(
        "INSERT INTO post (account, remote_id, text, url, at, likes, comments)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, remote_id) DO UPDATE SET"
        " text = excluded.text, likes = excluded.likes, comments = excluded.comments",
        [
            (account.id, key, post.text, post.url, post.at, post.likes, post.comments)
            for key, post in posts.items()
        ],
    )
    return _ids_of(database, "post", account, posts)


def _message_row(
    uid: str,
    one: Marked,
    stamp: Stamp,
    *,
    place: conversations.Place,
    authors: dict[str, int],
) -> tuple[Any, ...]:
    message = one.message
    attachments = [
        {"kind": item.kind, "url": item.url, "description": item.description}
        for item in message.attachments
    ]
    return (
        uid,
        place.conversation,
        authors[message.author.remote_id],
        message.remote_id,
        "out" if message.own else "in",
        message.form,
        int(message.public),
        message.text,
        one.stem,
        one.marks,
        message.sent_at,
        message.sent_offset,
        stamp.at,
        message.edited_at,
        stamp.at if message.deleted else None,
        message.url,
        message.parent,
        json.dumps(attachments, ensure_ascii=False) if attachments else "",
        int(place.turn.opens),
        one.due_at,
        place.turn.answered_at,
        int(message.answered_at is not None),
    )


def _keep_payloads(database: "Database", fresh: dict[str, Marked]) -> None:
    raw = [
        (zlib.compress(one.message.raw.encode()), uid)
        for uid, one in fresh.items()
        if one.message.raw
    ]
    database.conn.executemany(
        "INSERT INTO message_payload (message, body)"
        " SELECT id, ? FROM message WHERE uid = ?",
        raw,
    )


def _imported_tags(
    marked: Iterable[Marked], places: Sequence[conversations.Place]
) -> list[tuple[int, str]]:
    return [
        (place.conversation, name)
        for one, place in zip(marked, places, strict=True)
        for name in one.message.tags
    ]
