"""What may leave the outbox now, and what holds the rest back.

The order within a conversation is kept, an account without a token or quota waits alone,
and one switch holds everything.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.store import settings
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_UNDO = 300_000
HELD = "_outbox_held"
PAUSED = "_sending_paused:"


def planned(row: str) -> str:
    """Say in SQL when an answer was to leave: as it was queued, or when scheduled.

    What a platform postponed was to leave when it was queued, and holds the next back.
    """
    return (
        f"iif({row}.tries = 0 AND {row}.not_before - {row}.queued_at > {LONGEST_UNDO},"
        f" {row}.not_before, {row}.queued_at)"
    )


# Within a conversation only the oldest that is not yet through may leave, and a part of
# a thread only after all before it.
DUE = f"""
    SELECT outbox.reply, revision.account, reply.purpose, account.connector FROM outbox
    JOIN reply ON reply.id = outbox.reply
    JOIN revision ON revision.id = outbox.revision
    JOIN account ON account.id = revision.account
    WHERE outbox.state = 'queued' AND outbox.not_before <= :now
    AND account.manual = 0 AND account.state = 'connected'
    AND NOT EXISTS (SELECT 1 FROM setting WHERE name = '{HELD}' AND value = 'true')
    AND NOT EXISTS (SELECT 1 FROM setting WHERE name = '{PAUSED}' || account.id
        AND value ->> '$.until' > :now)
    AND NOT EXISTS (
        SELECT 1 FROM reply AS earlier JOIN outbox AS other ON other.reply = earlier.id
        WHERE earlier.conversation = reply.conversation AND earlier.id <> reply.id
        AND earlier.purpose = 'answer' AND reply.purpose = 'answer'
        AND other.state IN ('queued', 'sending', 'unsure')
        AND ({planned("other")}, other.reply) < ({planned("outbox")}, outbox.reply))
    AND NOT EXISTS (
        SELECT 1 FROM reply AS before LEFT JOIN outbox AS other
        ON other.reply = before.id
        WHERE reply.series <> '' AND before.series = reply.series
        AND before.part < reply.part
        AND coalesce(other.state, '') NOT IN ('sent', 'sent_manually'))
    ORDER BY outbox.not_before, outbox.reply
"""


@dataclass(frozen=True)
class Due:
    """An answer whose time has come, and what must be able to send it."""

    reply: int
    account: int
    purpose: str
    connector: str


def due(reader: Connection, now: int) -> list[Due]:
    """List what may leave now by a machine, the one that waits longest first."""
    rows = reader.execute(DUE, {"now": now}).fetchall()
    return [Due(*row) for row in rows]


def hold_all(database: "Database", *, held: bool) -> None:
    """Let nothing leave any more, or everything again."""
    settings.save(database, {HELD: held})


def is_held(reader: Connection) -> bool:
    """Tell whether somebody holds all sending back."""
    row = reader.execute("SELECT value FROM setting WHERE name = ?", (HELD,)).fetchone()
    return row is not None and row[0] == "true"


def pause_account(
    database: "Database", account: int, *, until: int, reason: str
) -> None:
    """Send nothing for this account until then (UTC ms): its quota is spent."""
    settings.save(database, {f"{PAUSED}{account}": {"until": until, "reason": reason}})
