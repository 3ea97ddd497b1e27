"""Looking whether what we know still stands there, and stands there unchanged.

What a list no longer shows is asked for at once; the rest of the overlap now and then,
because some servers go on listing what is deleted and tell nobody of an edit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    NotAllowed,
    Refused,
    TargetGone,
    Unreachable,
)
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.parsing import Status, instant, is_status, text
from kotakmasuk.connectors.mastodon.position import Entry, Position
from kotakmasuk.connectors.mastodon.walking import Step


LOOK_EVERY = 15 * 60_000
LOOK_AT = 10


@dataclass(frozen=True)
class Looked:
    """What a look found: ids that are gone, statuses that changed, when it was (ms)."""

    gone: tuple[str, ...] = ()
    changed: tuple[Status, ...] = ()
    checked: int = 0


def look(access: Access, done: Step, before: Position) -> Looked:
    """Ask for single statuses where a page gives reason to; raises ConnectorError."""
    if before.gap or before.before or before.after:
        return Looked(checked=done.position.checked)
    asked = [*done.missing, *_emptied(done, before)]
    now = access.now()
    due = bool(before.known) and now - before.checked >= LOOK_EVERY
    if due:
        asked.extend(done.position.known[:LOOK_AT])
    edited = {entry.status: entry.edited for entry in asked if entry.status}
    gone, changed = [], []
    for status_id, known_edit in edited.items():
        status = _status(access, status_id)
        if status is None:
            gone.append(status_id)
        elif status and (instant(status.get("edited_at")) or 0) != known_edit:
            changed.append(status)
    checked = now if due else done.position.checked
    return Looked(tuple(gone), tuple(changed), checked)


def after_look(
    position: Position, missing: Iterable[Entry], looked: Looked
) -> Position:
    """Let the overlap forget what is gone and remember what was edited."""
    unlisted = {entry.id for entry in missing}
    kept = [entry for entry in position.known if entry.id not in unlisted]
    kept = kept or list(position.known[-1:])
    edits = {
        text(each["id"]): instant(each.get("edited_at")) for each in looked.changed
    }
    known = tuple(
        replace(
            entry,
            status="" if entry.status in looked.gone else entry.status,
            edited=edits.get(entry.status) or entry.edited,
        )
        for entry in kept
    )
    return replace(position, known=known, checked=looked.checked)


def _emptied(done: Step, before: Position) -> list[Entry]:
    """Find known entries that are still listed, but without their status."""
    known = {entry.id: entry for entry in before.known}
    return [
        known[entry.id]
        for entry in done.entries
        if not entry.status and entry.id in known and known[entry.id].status
    ]


def _status(access: Access, status_id: str) -> Status | None:
    """Ask for one status: None when it is gone, empty when nobody can tell now."""
    try:
        answer = server.read(access, f"/api/v1/statuses/{server.quoted(status_id)}")
        status = answer.json()
    except TargetGone:
        return None
    except (BadAnswer, NotAllowed, Refused, Unreachable):
        return {}
    return status if is_status(status) else {}
