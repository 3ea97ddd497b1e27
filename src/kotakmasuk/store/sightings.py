"""Answers that the platform shows which we did not send by its API.

What an officer sent by hand is met again as a message of ours: it becomes the evidence
of her statement, and no second message stands in the thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.ids import item_uid
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Incoming, Marked
from kotakmasuk.domain.replies import Receipt
from kotakmasuk.domain.sightings import WEEK, bare_words, is_near
from kotakmasuk.store import journal, turns
from kotakmasuk.store.outbox import Queued


if TYPE_CHECKING:
    from sqlite_utils import Database

UNSEEN = """
    SELECT outbox.reply, reply.uid, conversation.id, conversation.remote_id,
        coalesce(target.remote_id, ''), revision.text, finished_at
    FROM outbox INDEXED BY outbox_unseen
    JOIN revision ON revision.id = outbox.revision
    JOIN reply ON reply.id = outbox.reply
    JOIN conversation ON conversation.id = reply.conversation
    LEFT JOIN message AS target ON target.id = reply.message
    WHERE state = 'sent_manually' AND seen_remote_id IS NULL
    AND finished_at BETWEEN ? AND ? AND revision.account = ?
    AND reply.purpose = 'answer' AND NOT EXISTS (
        -- The same words may be on their way by the API at this moment.
        SELECT 1 FROM reply AS other JOIN outbox AS moving ON moving.reply = other.id
        WHERE other.conversation = reply.conversation
        AND moving.state IN ('sending', 'unsure'))
    ORDER BY finished_at
"""


@dataclass(frozen=True)
class Declared:
    """What an officer stated to have sent by hand."""

    reply: int
    uid: str
    conversation: int
    thread: str
    target: str
    text: str
    at: int


@dataclass(frozen=True)
class Adopted:
    """The uids that are evidence and no new messages, and the touched conversations."""

    uids: frozenset[str] = frozenset()
    touched: frozenset[int] = frozenset()


def adopt(
    database: "Database", stamp: Stamp, account: Account, fresh: Mapping[str, Marked]
) -> Adopted:
    """Take fresh messages of ours as the evidence of what was sent by hand."""
    own = {uid: one.message for uid, one in fresh.items() if one.message.own}
    if not own:
        return Adopted()
    waiting = _unseen(database, account, own.values())
    uids: set[str] = set()
    touched: set[int] = set()
    for uid, message in own.items():
        met = next((one for one in waiting if _is_same(one, message)), None)
        if met is None:
            continue
        waiting.remove(met)
        _take(database, stamp, account, met, (uid, message))
        uids.add(uid)
        touched.add(met.conversation)
    return Adopted(frozenset(uids), frozenset(touched))


def _unseen(
    database: "Database", account: Account, own: Iterable[Incoming]
) -> list[Declared]:
    times = [message.sent_at for message in own]
    rows = database.conn.execute(
        UNSEEN, (min(times) - WEEK, max(times) + WEEK, account.id)
    )
    return [Declared(*row) for row in rows.fetchall()]


def _is_same(one: Declared, message: Incoming) -> bool:
    same_place = one.thread == message.conversation or (
        bool(one.target) and one.target == message.parent
    )
    return (
        same_place
        and is_near(message.sent_at, one.at)
        and bare_words(one.text) == bare_words(message.text)
    )


def _take(
    database: "Database",
    stamp: Stamp,
    account: Account,
    met: Declared,
    seen: tuple[str, Incoming],
) -> None:
    """Let the message that stands for the statement become the platform's own."""
    uid, message = seen
    note_seen(database, stamp, met.reply, remote_id=message.remote_id, url=message.url)
    database.conn.execute(
        "UPDATE message SET uid = ?, remote_id = ?, sent_at = ?,"
        " url = iif(? <> '', ?, url), parent = coalesce(?, parent) WHERE uid = ?",
        (
            uid,
            message.remote_id,
            message.sent_at,
            message.url,
            message.url,
            message.parent,
            met.uid,
        ),
    )
    turns.restand(database, met.conversation)
    journal.append(
        database,
        stamp,
        "reply.seen",
        subject=met.uid,
        payload={"account": account.uid, "remote_id": message.remote_id},
    )


def note_seen(
    database: "Database", stamp: Stamp, reply: int, *, remote_id: str, url: str
) -> None:
    """Write under which id the platform shows what was sent by hand."""
    database.conn.execute(
        "UPDATE outbox SET seen_remote_id = ?, seen_at = ?, url = iif(? <> '', ?, url)"
        " WHERE reply = ? AND state = 'sent_manually'",
        (remote_id, stamp.at, url, url, reply),
    )


def seen_already(
    database: "Database", queued: Queued, *, at: int
) -> tuple[str, str] | None:
    """Find what the platform showed before the officer said so: its id and address.

    What another answer is known by is never taken twice.
    """
    rows = database.conn.execute(
        "SELECT remote_id, url, text, sent_at FROM message WHERE conversation = ?"
        " AND direction = 'out' AND remote_id NOT LIKE 'reply:%' AND NOT EXISTS ("
        "  SELECT 1 FROM outbox JOIN reply ON reply.id = outbox.reply"
        "  WHERE reply.conversation = message.conversation"
        "  AND message.remote_id IN (outbox.remote_id, outbox.seen_remote_id))"
        " AND sent_at >= ? ORDER BY sent_at",
        (queued.conversation, queued.queued_at),
    )
    words = bare_words(queued.text)
    for remote_id, url, text, sent_at in rows:
        if bare_words(text) == words and is_near(sent_at, at):
            return remote_id, url
    return None


def home(database: "Database", conversation: int) -> int:
    """Give the account that a conversation belongs to."""
    row = database.conn.execute(
        "SELECT account FROM conversation WHERE id = ?", (conversation,)
    ).fetchone()
    return int(row[0])


def add_sent(
    database: "Database",
    stamp: Stamp,
    account: Account,
    queued: Queued,
    *,
    receipt: Receipt,
    stem: str,
) -> None:
    """Put what another account of ours sent into the conversation that it answers."""
    uid = item_uid(
        platform=account.platform,
        host=account.host,
        account=account.remote_id,
        remote_id=receipt.remote_id,
    )
    said = turns.Said(uid, queued.text, stem, receipt.url, receipt.remote_id)
    known = database.conn.execute("SELECT 1 FROM message WHERE uid = ?", (uid,))
    if known.fetchone() is None and queued.conversation is not None:
        turns.add_own(database, stamp, queued.conversation, said=said)
