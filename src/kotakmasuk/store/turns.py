"""The clocks of a conversation: reading its steps and writing what they mean."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kotakmasuk.domain.deadlines import Standing, Step, Turn, standing
from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.messages import Marked
from kotakmasuk.language import personal_data


if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_SNIPPET = 160
Earlier = list[tuple[int, Step, Turn]]
Turns = dict[tuple[str, int], Turn]


@dataclass(frozen=True)
class Said:
    """What an officer states to have sent by hand, or another account of ours sent.

    `remote_id` is the platform's own where it is known.
    """

    uid: str
    text: str
    stem: str
    url: str = ""
    remote_id: str = ""


def earlier(database: "Database", ids: Sequence[int]) -> dict[int, Earlier]:
    """Read the steps that these conversations hold, oldest first."""
    found: dict[int, Earlier] = defaultdict(list)
    if not ids:
        return found
    rows = database.conn.execute(
        "SELECT conversation, id, sent_at, direction, due_at, answered_at, opens_turn,"
        " elsewhere, deleted_at FROM message"
        " WHERE conversation IN (SELECT value FROM json_each(?))"
        " ORDER BY conversation, sent_at, id",
        (json.dumps(list(ids)),),
    )
    for thread, message, at, direction, due, answered, opens, elsewhere, gone in rows:
        step = Step(
            sent_at=at,
            ours=direction == "out",
            due_at=due,
            elsewhere=elsewhere,
            deleted=gone is not None,
        )
        found[thread].append((message, step, Turn(bool(opens), answered)))
    return found


def stand(old: Earlier, group: Sequence[tuple[int, Marked]]) -> tuple[Standing, Turns]:
    """Read a conversation with fresh messages in it; turns by ("old" or "new", id)."""
    line = [(step.sent_at, 0, ("old", message), step) for message, step, _ in old]
    for index, one in group:
        step = Step(
            sent_at=one.message.sent_at,
            ours=one.message.own,
            due_at=one.due_at,
            elsewhere=one.message.answered_at,
            deleted=one.message.deleted,
        )
        line.append((step.sent_at, 1, ("new", index), step))
    line.sort(key=lambda entry: entry[:2])
    result = standing([step for *_, step in line])
    turns = {
        name: turn for (_, _, name, _), turn in zip(line, result.turns, strict=True)
    }
    return result, turns


def restate(database: "Database", old: Earlier, turns: Turns) -> None:
    """Write the turns of stored messages that mean something else by now."""
    database.conn.executemany(
        "UPDATE message SET opens_turn = ?, answered_at = ? WHERE id = ?",
        [
            (
                int(turns["old", message].opens),
                turns["old", message].answered_at,
                message,
            )
            for message, _, before in old
            if turns["old", message] != before
        ],
    )


def restand(database: "Database", conversation: int) -> None:
    """Read a conversation's clocks anew after one of its messages changed."""
    old = earlier(database, [conversation])[conversation]
    result, turns = stand(old, [])
    restate(database, old, turns)
    database.conn.execute(
        "UPDATE conversation SET waiting_since = ?, due_at = ? WHERE id = ?",
        (result.waiting_since, result.due_at, conversation),
    )


def add_own(
    database: "Database", stamp: Stamp, conversation: int, *, said: Said
) -> None:
    """Put what an officer sent by hand into its conversation; the wait is over."""
    database.conn.execute(
        "INSERT INTO message (uid, conversation, remote_id, direction, form, public,"
        " text, stem, sent_at, received_at, url)"
        " SELECT ?, id, ?, 'out', form, public, ?, ?, ?, ?, ? FROM conversation"
        " WHERE id = ?",
        (
            said.uid,
            said.remote_id or f"reply:{said.uid}",
            said.text,
            said.stem,
            stamp.at,
            stamp.at,
            said.url,
            conversation,
        ),
    )
    restand(database, conversation)
    shown = personal_data.masked(" ".join(said.text.split()))
    database.conn.execute(
        "UPDATE conversation SET last_at = max(last_at, ?), snippet = ?,"
        " status = iif(status IN ('new', 'in_progress'), 'waiting_citizen', status)"
        " WHERE id = ?",
        (stamp.at, f"Kami: {shown}"[:LONGEST_SNIPPET], conversation),
    )
