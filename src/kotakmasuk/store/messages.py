"""Saving what came in: a page, its cursor and one journal row in one transaction.

A message is stored once per account, for ever; an edited one keeps its older words.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.ids import item_uid
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Cursor, Marked, Page, Post, Saved
from kotakmasuk.store import accounts, edits, journal, placing, sightings, tags
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
    """What is written together.

    `source` is page, gap, import, capture or sent; only a page moves its stream's
    cursor, and only a page or a gap tells what was removed and what is missing.
    """

    marked: Sequence[Marked]
    page: Page | None = None
    source: str = "page"


def save(database: "Database", stamp: Stamp, account: Account, batch: Batch) -> Saved:
    """Store a batch whole or not at all."""
    with atomic(database):
        saved = _save_messages(database, stamp, account, batch)
        if batch.page is not None:
            saved = _save_page(database, stamp, account, batch, saved=saved)
        if saved.conversations or batch.page is None:
            _journal(database, stamp, account, batch, saved=saved)
    return saved


def _save_page(
    database: "Database",
    stamp: Stamp,
    account: Account,
    batch: Batch,
    *,
    saved: Saved,
) -> Saved:
    page = batch.page or Page(Cursor(""))
    removed = _mark_removed(database, stamp, account, page)
    accounts.note_gaps(database, stamp, account.id, page.gaps)
    if batch.source == "page":
        accounts.advance(database, account.id, page)
    return replace(saved, conversations=saved.conversations | removed)


def _journal(
    database: "Database",
    stamp: Stamp,
    account: Account,
    batch: Batch,
    *,
    saved: Saved,
) -> None:
    journal.append(
        database,
        stamp,
        f"intake.{batch.source}",
        subject=account.uid,
        payload={
            "stream": batch.page.cursor.stream if batch.page else "",
            "stored": saved.stored,
            "already": saved.already,
            "messages": [_uid(account, one.message.remote_id) for one in batch.marked],
        },
    )


def _uid(account: Account, remote_id: str) -> str:
    return item_uid(
        platform=account.platform,
        host=account.host,
        account=account.remote_id,
        remote_id=remote_id,
    )


def _save_messages(
    database: "Database", stamp: Stamp, account: Account, batch: Batch
) -> Saved:
    named = [(_uid(account, one.message.remote_id), one) for one in batch.marked]
    known = _known(database, (uid for uid, _ in named))
    fresh: dict[str, Marked] = {}
    again = []
    for uid, one in named:
        if uid in known or uid in fresh:
            again.append((uid, one))
        else:
            fresh[uid] = one
    adopted = sightings.Adopted()
    if batch.source != "sent":
        adopted = sightings.adopt(database, stamp, account, fresh)
    fresh = {uid: one for uid, one in fresh.items() if uid not in adopted.uids}
    touched = _store_fresh(database, stamp, account, fresh) | adopted.touched
    if any(uid not in known for uid, _ in again):
        known = _known(database, (uid for uid, _ in again))
    for uid, one in again:
        touched |= edits.meet_again(database, stamp, [(known[uid], one)])
    met = len(again) + len(adopted.uids)
    return Saved(len(fresh), met, frozenset(touched))


def _known(database: "Database", uids: Iterable[str]) -> dict[str, edits.Known]:
    rows = database.conn.execute(
        "SELECT uid, id, conversation, text, edited_at, deleted_at FROM message"
        " WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(uids)),),
    )
    return {row[0]: edits.Known(*row[1:]) for row in rows}


def _store_fresh(
    database: "Database", stamp: Stamp, account: Account, fresh: Mapping[str, Marked]
) -> set[int]:
    authors = _authors(database, account, fresh.values())
    posts = _posts(database, account, fresh.values())
    threads = placing.place(
        database, account, fresh.values(), authors=authors, posts=posts
    )
    rows = [
        _message_row(uid, one, stamp, place=threads.places[index], authors=authors)
        for index, (uid, one) in enumerate(fresh.items())
    ]
    database.conn.executemany(INSERT_MESSAGE, rows)
    _keep_payloads(database, fresh)
    tags.carry_in(database, stamp, _imported_tags(fresh.values(), threads.places))
    return threads.touched


def _mark_removed(
    database: "Database", stamp: Stamp, account: Account, page: Page
) -> frozenset[int]:
    """Mark what the source no longer has; the words are kept."""
    known = _known(database, (_uid(account, one) for one in page.removed))
    there = [one for one in known.values() if one.deleted_at is None]
    for one in there:
        edits.delete(database, stamp, one.id, one.conversation)
    return frozenset(one.conversation for one in there)


def _authors(
    database: "Database", account: Account, marked: Iterable[Marked]
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
    place: placing.Place,
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
        message.answered_at,
    )


def _keep_payloads(database: "Database", fresh: Mapping[str, Marked]) -> None:
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
    marked: Iterable[Marked], places: Sequence[placing.Place]
) -> list[tuple[int, str]]:
    return [
        (place.conversation, name)
        for one, place in zip(marked, places, strict=True)
        for name in one.message.tags
    ]
