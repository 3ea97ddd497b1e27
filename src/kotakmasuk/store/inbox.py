"""Lists of conversations: which, in what order, how many, and their rows.

A list is ids in order first; rows are loaded by id, so that any place of a list of a
million is as near as its top.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from kotakmasuk.domain.inbox import (
    NEEDS_ANSWER,
    OPEN,
    Counts,
    Row,
    Status,
    View,
)
from kotakmasuk.domain.messages import Form
from kotakmasuk.store.database import Connection


NEVER = 9223372036854775807
BY_DUE = f"coalesce(due_at, {NEVER}), conversation.id"
BY_DATE = "last_at DESC, conversation.id DESC"
ANSWERABLE = "status IN ('new', 'in_progress')"
# Left to itself, SQLite reads them by status and sorts a hundred thousand.
WAITING = "conversation INDEXED BY conversation_to_answer"
CHUNK = 5000


@dataclass(frozen=True)
class Selection:
    """A list as SQL: its conditions with their values, and its order."""

    where: str
    order: str
    values: tuple[object, ...] = ()
    source: str = "conversation"

    def narrowed(self, condition: str, *values: object) -> "Selection":
        """Add a condition that must hold as well."""
        where = f"({self.where}) AND ({condition})"
        return Selection(where, self.order, (*self.values, *values), self.source)


def view(name: View, *, officer: str, soon: int) -> Selection:
    """Give the list behind one entry of the sidebar; due soon is what is due by `soon`."""
    opened = ", ".join(f"'{status}'" for status in OPEN)
    return {
        View.TO_ANSWER: Selection(ANSWERABLE, BY_DUE, source=WAITING),
        View.MINE: Selection(
            f"assignee = ? AND assignee <> '' AND status IN ({opened})",
            BY_DUE,
            (officer,),
        ),
        View.DUE_SOON: Selection(
            f"{ANSWERABLE} AND coalesce(due_at, {NEVER}) <= ?",
            BY_DUE,
            (soon,),
            WAITING,
        ),
        View.SNOOZED: Selection("status = 'snoozed'", "snoozed_until, id"),
        View.WAITING: Selection(
            "status IN ('waiting_unit', 'waiting_citizen')", BY_DATE
        ),
        View.DONE: Selection("status = 'done'", BY_DATE),
        View.ALL: Selection("1", BY_DATE),
    }[name]


def tagged(selection: Selection, tag: int) -> Selection:
    """Keep what carries a tag."""
    return selection.narrowed(
        "conversation.id IN (SELECT conversation FROM conversation_tag WHERE tag = ?)",
        tag,
    )


def of_issue(selection: Selection, issue: int) -> Selection:
    """Keep what belongs to one Isu."""
    return selection.narrowed(
        "conversation.id IN"
        " (SELECT conversation FROM issue_conversation WHERE issue = ?)",
        issue,
    )


def of_account(selection: Selection, account: int) -> Selection:
    """Keep what came to one account."""
    # The plus keeps the order's index: the one by account would have to be sorted.
    return selection.narrowed("+conversation.account = ?", account)


def first_ids(reader: Connection, selection: Selection, limit: int) -> list[int]:
    """Give the first ids of a list at once."""
    rows = reader.execute(
        f"SELECT conversation.id FROM {selection.source} WHERE {selection.where}"
        f" ORDER BY {selection.order} LIMIT ?",
        (*selection.values, limit),
    )
    return [row[0] for row in rows]


def all_ids(reader: Connection, selection: Selection) -> "array[int]":
    """Give all ids of a list in order; may take a while and can be interrupted."""
    cursor = reader.execute(
        f"SELECT conversation.id FROM {selection.source} WHERE {selection.where}"
        f" ORDER BY {selection.order}",
        selection.values,
    )
    ids = array("q")
    while chunk := cursor.fetchmany(CHUNK):
        ids.extend(row[0] for row in chunk)
    return ids


def count(reader: Connection, selection: Selection) -> int:
    """Count a list."""
    row = reader.execute(
        f"SELECT count(*) FROM {selection.source} WHERE {selection.where}",
        selection.values,
    ).fetchone()
    return int(row[0])


ROWS = (
    "SELECT conversation.id, uid, platform, form, public,"
    " iif(author.name <> '', author.name, author.handle), snippet, last_at, status,"
    " unread, personal_data, due_at, snoozed_until, assignee"
    " FROM conversation JOIN author ON author.id = conversation.author"
    " WHERE conversation.id IN (SELECT value FROM json_each(?))"
)


def rows(reader: Connection, ids: Sequence[int]) -> list[Row]:
    """Load the rows of these conversations, in the given order."""
    wanted = json.dumps(list(ids))
    tags: dict[int, tuple[str, ...]] = {}
    for conversation, name in reader.execute(
        "SELECT conversation, name FROM conversation_tag JOIN tag ON tag.id = tag"
        " WHERE conversation IN (SELECT value FROM json_each(?))"
        " AND removed_at IS NULL ORDER BY conversation, name",
        (wanted,),
    ):
        tags[conversation] = (*tags.get(conversation, ()), name)
    found = {
        row[0]: Row(
            id=row[0],
            uid=row[1],
            platform=row[2],
            form=Form(row[3]),
            public=bool(row[4]),
            author=row[5],
            snippet=row[6],
            last_at=row[7],
            status=Status(row[8]),
            unread=bool(row[9]),
            personal_data=bool(row[10]),
            due_at=row[11],
            snoozed_until=row[12],
            assignee=row[13],
            tags=tags.get(row[0], ()),
        )
        for row in reader.execute(ROWS, (wanted,))
    }
    return [found[one] for one in ids if one in found]


@dataclass(frozen=True)
class _Sums:
    """The counter table, added up."""

    by_status: dict[str, int] = field(default_factory=dict)
    by_account: dict[int, int] = field(default_factory=dict)


def counts(reader: Connection, *, officer: str, soon: int) -> Counts:
    """Count what the sidebar shows; only what depends on the clock is a range count."""
    sums = _sums(reader)
    waiting = (Status.WAITING_UNIT, Status.WAITING_CITIZEN)
    views = {
        View.TO_ANSWER: sum(sums.by_status.get(one, 0) for one in NEEDS_ANSWER),
        View.MINE: count(reader, view(View.MINE, officer=officer, soon=soon)),
        View.DUE_SOON: count(reader, view(View.DUE_SOON, officer=officer, soon=soon)),
        View.SNOOZED: sums.by_status.get(Status.SNOOZED, 0),
        View.WAITING: sum(sums.by_status.get(one, 0) for one in waiting),
        View.DONE: sums.by_status.get(Status.DONE, 0),
        View.ALL: sum(sums.by_status.values()),
    }
    tags = reader.execute(
        "SELECT tag, sum(conversations) FROM tag_count"
        " WHERE status IN (SELECT value FROM json_each(?)) GROUP BY tag",
        (json.dumps(list(OPEN)),),
    )
    return Counts(views, dict(tags.fetchall()), sums.by_account)


def _sums(reader: Connection) -> _Sums:
    sums = _Sums()
    for account, status, number in reader.execute(
        "SELECT account, status, conversations FROM status_count"
    ):
        sums.by_status[status] = sums.by_status.get(status, 0) + number
        if status in NEEDS_ANSWER:
            sums.by_account[account] = sums.by_account.get(account, 0) + number
    return sums


def recount(reader: Connection) -> list[str]:
    """Name each counter that differs from a recount; none is what verify hopes for."""
    wrong: list[str] = []
    for table, key, source in COUNTED:
        kept = (
            f"SELECT {key}, status, conversations FROM {table} WHERE conversations <> 0"
        )
        true = f"SELECT {key}, status, count(*) FROM {source} GROUP BY {key}, status"
        differing = (
            *reader.execute(f"{kept} EXCEPT {true}").fetchall(),
            *reader.execute(f"{true} EXCEPT {kept}").fetchall(),
        )
        places = sorted({row[:2] for row in differing})
        wrong.extend(f"{table} {one} {status}" for one, status in places)
    return wrong


TAGGED = (
    "conversation_tag JOIN conversation"
    " ON conversation.id = conversation_tag.conversation"
)
COUNTED = (
    ("status_count", "account", "conversation"),
    ("tag_count", "tag", TAGGED),
)
