"""What fresh messages change in a conversation that is already there.

Only columns whose value really changes are written: each index that a statement names
is written too. A conversation that simply goes on is read from its own row; its earlier
messages are asked only when something came out of order or was deleted.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.deadlines import Standing, Step, Turn
from kotakmasuk.domain.inbox import NEEDS_ANSWER, Status
from kotakmasuk.domain.messages import Marked
from kotakmasuk.store import turns


if TYPE_CHECKING:
    from sqlite_utils import Database

Group = Sequence[tuple[int, Marked]]

REOPENED = (Status.DONE, Status.WAITING_CITIZEN, Status.SNOOZED)
ANSWERED = (
    "UPDATE message SET answered_at = ? WHERE conversation = ? AND sent_at = ?"
    " AND opens_turn = 1 AND answered_at IS NULL"
)
OPEN_TURN = 0


@dataclass(frozen=True)
class Held:
    """A conversation as it stands in the file; `begun_by_us` is its author."""

    id: int
    status: Status
    last_at: int
    author: int
    kind: str | None
    snippet: str
    unread: int
    personal_data: int
    waiting_since: int | None
    due_at: int | None
    snoozed_until: int | None
    begun_by_us: int


def held(
    database: "Database", account: Account, keys: Iterable[str]
) -> dict[str, Held]:
    """Read what is there of these conversations, by what the platform calls them."""
    rows = database.conn.execute(
        "SELECT remote_id, id, status, last_at, author, kind, snippet, unread,"
        " personal_data, waiting_since, due_at, snoozed_until,"
        " author IN (SELECT id FROM author WHERE account = ?1 AND remote_id = ?2)"
        " FROM conversation"
        " WHERE account = ?1 AND remote_id IN (SELECT value FROM json_each(?3))",
        (account.id, account.remote_id, json.dumps(list(keys))),
    )
    return {row[0]: Held(row[1], Status(row[2]), *row[3:]) for row in rows}


def stand_all(
    database: "Database", known: Mapping[str, Held], grouped: Mapping[str, Group]
) -> dict[str, tuple[Standing, turns.Turns]]:
    """Read these conversations with their fresh messages; stored turns are mended."""
    found = {}
    answered = []
    for key in [key for key in known if _goes_on(known[key], grouped[key])]:
        one = known[key]
        found[key] = turns.stand(_open_turn(one), grouped[key])
        meant = found[key][1].get(("old", OPEN_TURN))
        if meant is not None and meant.answered_at is not None:
            answered.append((meant.answered_at, one.id, one.waiting_since))
    database.conn.executemany(ANSWERED, answered)
    late = {key: one for key, one in known.items() if key not in found}
    earlier = turns.earlier(database, [one.id for one in late.values()])
    for key, one in late.items():
        found[key] = turns.stand(earlier.get(one.id, []), grouped[key])
        turns.restate(database, earlier.get(one.id, []), found[key][1])
    return found


def _goes_on(one: Held, group: Group) -> bool:
    return all(
        marked.message.sent_at >= one.last_at and not marked.message.deleted
        for _, marked in group
    )


def _open_turn(one: Held) -> turns.Earlier:
    """Give the one stored step on which fresh ones at the end can depend."""
    if one.waiting_since is None:
        return []
    step = Step(sent_at=one.waiting_since, ours=False, due_at=one.due_at)
    return [(OPEN_TURN, step, Turn(opens=True))]


def newest(group: Group) -> Marked:
    """Give the message that was sent last; of several at once the last one."""
    return max(group, key=lambda entry: (entry[1].message.sent_at, entry[0]))[1]


def _next_status(known: Held, result: Standing, last: Marked) -> Status:
    """Let a citizen's newer message reopen, and our answer wait for the citizen."""
    message = last.message
    waits = result.waiting_since is not None
    if not waits:
        answered = result.answered and known.status in NEEDS_ANSWER
        return Status.WAITING_CITIZEN if answered else known.status
    newer = message.sent_at >= known.last_at and not message.own
    return Status.IN_PROGRESS if newer and known.status in REOPENED else known.status


def changes(
    known: Held, group: Group, *, result: Standing, authors: Mapping[str, int]
) -> dict[str, Any]:
    """Give the columns that fresh messages change, with their new values."""
    last = newest(group)
    status = _next_status(known, result, last)
    wanted: dict[str, Any] = {
        "status": status,
        "waiting_since": result.waiting_since,
        "due_at": result.due_at,
    }
    if status is not Status.SNOOZED:
        wanted["snoozed_until"] = None
    if last.message.sent_at >= known.last_at:
        wanted |= {"last_at": last.message.sent_at, "snippet": last.snippet}
        wanted |= {} if last.message.own else {"unread": 1}
    wanted |= _learnt(known, group, authors)
    return {
        name: value for name, value in wanted.items() if getattr(known, name) != value
    }


def _learnt(known: Held, group: Group, authors: Mapping[str, int]) -> dict[str, Any]:
    """Give what the citizen's own messages tell of the whole conversation."""
    theirs = [one for _, one in group if not one.message.own]
    learnt: dict[str, Any] = {}
    if any(one.personal_data for one in theirs):
        learnt["personal_data"] = 1
    if theirs and known.kind is None:
        learnt["kind"] = theirs[0].kind or None
    if theirs and known.begun_by_us:
        learnt["author"] = authors[theirs[0].message.author.remote_id]
    return learnt


def write(database: "Database", changed: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Write changed columns, all rows with the same columns in one go."""
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for conversation, values in changed:
        if values:
            alike[tuple(values)].append((*values.values(), conversation))
    for columns, rows in alike.items():
        named = ", ".join(f"{name} = ?" for name in columns)
        database.conn.executemany(f"UPDATE conversation SET {named} WHERE id = ?", rows)
