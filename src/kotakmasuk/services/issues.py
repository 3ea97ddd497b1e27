"""Isu: putting conversations about one thing together; answering_many.py answers them all.

A conversation that joins an Isu leaves any other, and the journal keeps where it was.
"""

import json
from collections.abc import Mapping, Sequence

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.issues import Issue, issue_title
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import conversations, journal
from kotakmasuk.store import issues as store
from kotakmasuk.store.database import Connection


__all__ = ["Issue"]


def all_issues(reader: Connection, *, closed: bool = False) -> list[Issue]:
    """List the open Isu, those with most to answer first; or the closed ones."""
    return store.all_issues(reader, closed=closed)


def get(reader: Connection, issue: int) -> Issue | None:
    """Give one Isu with its numbers, open or closed."""
    return store.get(reader, issue)


def of_conversation(reader: Connection, conversation: int) -> Issue | None:
    """Give the Isu that a conversation belongs to."""
    return store.of_conversation(reader, conversation)


def conversations_of(
    reader: Connection, issue: int, *, waiting: bool = False
) -> list[int]:
    """List its conversations, the longest waiting first; or only those to be answered."""
    return (store.waiting if waiting else store.conversations)(reader, issue)


def begin(desk: Desk, title: str, ids: Sequence[int]) -> Changes:
    """Make an Isu of these conversations; raises KnownError when the name is taken."""
    wanted = issue_title(title)
    twin = _named(desk, wanted)
    if twin is not None:
        raise KnownError(
            f"Isu “{twin.title}” sudah ada.",
            "Tidak ada yang berubah.",
            "Pilih isu itu dari daftar.",
        )
    with desk.atomic():
        made = store.create(desk.database, desk.stamp(), wanted)
        return _move(desk, made, ids, created=True)


def join(desk: Desk, issue: int, ids: Sequence[int]) -> Changes:
    """Put conversations into an open Isu; they leave any other."""
    wanted = _present(desk, issue)
    if wanted.closed_at is not None:
        raise KnownError(
            f"Isu “{wanted.title}” sudah ditutup.",
            "Percakapan tetap di tempatnya.",
            "Buka lagi isu itu, atau pilih isu lain.",
        )
    with desk.atomic():
        return _move(desk, wanted, ids)


def leave(desk: Desk, ids: Sequence[int]) -> Changes:
    """Take conversations out of whatever Isu they belong to."""
    with desk.atomic():
        return _move(desk, None, ids)


def rename(desk: Desk, issue: int, title: str) -> Changes:
    """Give an Isu another name."""
    wanted, old = issue_title(title), _present(desk, issue)
    if wanted == old.title:
        return Changes()
    with desk.atomic():
        store.rename(desk.database, issue, wanted)
        values = {"before": old.title, "after": wanted}
        return _changed(desk, "issue.rename", old, values)


def close(desk: Desk, issue: int) -> Changes:
    """Close an Isu; its conversations stay in it and keep their own status."""
    return _set_closed(desk, issue, desk.office.now())


def reopen(desk: Desk, issue: int) -> Changes:
    """Open a closed Isu again."""
    return _set_closed(desk, issue, None)


def undo_move(desk: Desk, body: str) -> Changes:
    """Put conversations back where they belonged; an Isu made for them is closed."""
    payload = json.loads(body)
    store.restore(desk.database, payload["before"])
    made = store.by_uid(desk.database.conn, payload["issue"])
    if payload["created"] and made is not None:
        store.set_closed(desk.database, made.id, desk.office.now())
    ids = conversations.ids_of(desk.database, payload["before"]).values()
    return Changes(conversations=frozenset(ids), issues=True)


def undo_rename(desk: Desk, body: str) -> Changes:
    """Give an Isu its earlier name back."""
    payload = json.loads(body)
    found = store.by_uid(desk.database.conn, payload["issue"])
    if found is not None:
        store.rename(desk.database, found.id, payload["before"])
    return Changes(issues=True)


def undo_close(desk: Desk, body: str) -> Changes:
    """Open or close an Isu as it was before."""
    payload = json.loads(body)
    found = store.by_uid(desk.database.conn, payload["issue"])
    if found is not None:
        store.set_closed(desk.database, found.id, payload["before"])
    return Changes(issues=True)


def _move(
    desk: Desk, issue: Issue | None, ids: Sequence[int], *, created: bool = False
) -> Changes:
    home = issue.uid if issue else ""
    before = store.homes(desk.database.conn, ids)
    moved = {one: where for one, where in before.items() if where != home}
    if not moved and not created:
        return Changes()
    local = conversations.ids_of(desk.database, moved)
    store.put_in(desk.database, issue.id if issue else None, local.values())
    token = journal.append(
        desk.database,
        desk.stamp(),
        "issue.set",
        subject=home or "conversations",
        payload={
            "issue": home,
            "title": issue.title if issue else "",
            "before": moved,
            "created": created,
        },
        about=moved,
    )
    return Changes(conversations=frozenset(local.values()), issues=True, undo=token)


def _set_closed(desk: Desk, issue: int, at: int | None) -> Changes:
    old = _present(desk, issue)
    if (old.closed_at is None) == (at is None):
        return Changes()
    with desk.atomic():
        store.set_closed(desk.database, issue, at)
        values = {"title": old.title, "before": old.closed_at, "after": at}
        return _changed(desk, "issue.close", old, values)


def _changed(
    desk: Desk, kind: str, issue: Issue, values: Mapping[str, object]
) -> Changes:
    token = journal.append(
        desk.database,
        desk.stamp(),
        kind,
        subject=issue.uid,
        payload={"issue": issue.uid, **values},
    )
    return Changes(issues=True, undo=token)


def _named(desk: Desk, title: str) -> Issue | None:
    known = store.all_issues(desk.database.conn)
    wanted = title.casefold()
    return next((one for one in known if one.title.casefold() == wanted), None)


def _present(desk: Desk, issue: int) -> Issue:
    found = store.get(desk.database.conn, issue)
    if found is None:
        raise KnownError("Isu ini sudah tidak ada.", "Percakapan tetap di tempatnya.")
    return found
