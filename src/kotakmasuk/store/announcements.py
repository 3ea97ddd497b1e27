"""Announcements: their fields, the words being written, and what became of each post."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.announcements import Announcement, Preset
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Picture, ReplyState
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

FIELDS = (
    *("preset", "title", "source", "happens_at", "contact", "expires_at"),
    *("approver", "issue", "follows"),
)
WRITTEN = ("text", "variants", "accounts", "pictures", "not_before", "ticks")
_COLUMNS = ", ".join(FIELDS)
_SELECT = (
    f"SELECT id, uid, at, actor, ended_at, draft, {_COLUMNS} FROM announcement"
    " WHERE removed_at IS NULL"
)


@dataclass(frozen=True)
class Posted:
    """One stored post: its account, and its place in the outbox or with an approver.

    `request` is the one it waits in; `returned` the note with which it was sent back.
    """

    reply: int
    uid: str
    request: int | None
    account: int
    state: ReplyState
    at: int
    reason: str
    url: str
    returned: str
    not_before: int | None


def every(reader: Connection) -> list[Announcement]:
    """List the announcements, the newest first."""
    rows = reader.execute(f"{_SELECT} ORDER BY at DESC, id DESC")
    return [_announcement(row) for row in rows]


def get(reader: Connection, announcement: int) -> Announcement | None:
    """Give one announcement, None when it does not exist or was removed."""
    row = reader.execute(f"{_SELECT} AND id = ?", (announcement,)).fetchone()
    return _announcement(row) if row else None


def add(database: "Database", stamp: Stamp, announcement: Announcement) -> int:
    """Store a new one and give its number."""
    row = database.conn.execute(
        f"INSERT INTO announcement (uid, at, actor, draft, {_COLUMNS})"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            uuid7(stamp.at, stamp.entropy(10)),
            stamp.at,
            stamp.actor,
            _packed(announcement),
            *_values(announcement),
        ),
    ).fetchone()
    return int(row[0])


def save(database: "Database", announcement: Announcement) -> None:
    """Keep its fields and words as they stand."""
    sets = ", ".join(f"{name} = ?" for name in FIELDS)
    database.conn.execute(
        f"UPDATE announcement SET draft = ?, {sets} WHERE id = ?",
        (_packed(announcement), *_values(announcement), announcement.id),
    )


def set_ended(database: "Database", announcement: int, at: int | None) -> None:
    """Write that it counts no more, or with None that it does again."""
    database.conn.execute(
        "UPDATE announcement SET ended_at = ? WHERE id = ?", (at, announcement)
    )


def set_removed(database: "Database", announcement: int, at: int | None) -> None:
    """Take it out of the list, or bring it back with None."""
    database.conn.execute(
        "UPDATE announcement SET removed_at = ? WHERE id = ?", (at, announcement)
    )


def id_of(reader: Connection, uid: str) -> int | None:
    """Translate a global id into this file's own."""
    row = reader.execute("SELECT id FROM announcement WHERE uid = ?", (uid,)).fetchone()
    return row[0] if row else None


POSTED = """
    SELECT reply.id, reply.uid, reply.request, (SELECT account FROM revision WHERE reply = reply.id
            ORDER BY number DESC LIMIT 1),
        CASE WHEN outbox.reply IS NOT NULL THEN outbox.state
            WHEN discarded_at IS NULL AND approval_request.state = 'waiting'
            THEN 'waiting' ELSE 'draft' END,
        coalesce(finished_at, began_at, queued_at, approval_request.decided_at,
            approval_request.at, reply.created_at),
        coalesce(outbox.reason, ''), coalesce(outbox.url, ''),
        iif(outbox.reply IS NULL AND approval_request.state = 'returned',
            approval_request.decision, ''), outbox.not_before
    FROM reply LEFT JOIN outbox ON outbox.reply = reply.id
    LEFT JOIN approval_request ON approval_request.id = reply.request
    WHERE reply.announcement = ?
        AND (discarded_at IS NULL OR approval_request.state = 'returned')
    ORDER BY reply.id
"""


def posted(reader: Connection, announcement: int) -> list[Posted]:
    """List what was submitted of an announcement, the oldest first.

    What an approver sent back is among it, as a draft with her note.
    """
    rows = reader.execute(POSTED, (announcement,))
    return [
        Posted(reply, uid, request, account, ReplyState(state), *rest)
        for reply, uid, request, account, state, *rest in rows
    ]


def is_ended(reader: Connection, announcement: int) -> bool:
    """Tell whether a post that declares its end has gone out."""
    row = reader.execute(
        "SELECT 1 FROM announcement AS later JOIN reply ON announcement = later.id"
        " JOIN outbox ON outbox.reply = reply.id WHERE later.follows = ?"
        " AND later.preset = 'ended' AND state IN ('sent', 'sent_manually')",
        (announcement,),
    ).fetchone()
    return row is not None


def _announcement(row: tuple[Any, ...]) -> Announcement:
    number, uid, at, actor, ended_at, draft, *fields = row
    given = dict(zip(FIELDS, fields, strict=True))
    given["preset"] = Preset(given["preset"])
    return Announcement(
        id=number,
        uid=uid,
        at=at,
        actor=actor,
        ended_at=ended_at,
        **given,
        **_unpacked(json.loads(draft) if draft else {}),
    )


def _values(announcement: Announcement) -> list[object]:
    return [getattr(announcement, name) for name in FIELDS]


def _packed(announcement: Announcement) -> str:
    values = {name: getattr(announcement, name) for name in WRITTEN}
    values["pictures"] = [asdict(one) for one in announcement.pictures]
    values["variants"] = dict(announcement.variants)
    values["ticks"] = {
        sheet: sorted(keys) for sheet, keys in announcement.ticks.items() if keys
    }
    return json.dumps(values, ensure_ascii=False)


def _unpacked(values: Mapping[str, Any]) -> dict[str, Any]:
    ticks = values.get("ticks", {})
    return {
        "text": values.get("text", ""),
        "variants": values.get("variants", {}),
        "accounts": tuple(values.get("accounts", ())),
        "pictures": tuple(Picture(**one) for one in values.get("pictures", ())),
        "not_before": values.get("not_before"),
        "ticks": {sheet: frozenset(keys) for sheet, keys in ticks.items()},
    }
