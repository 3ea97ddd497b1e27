"""Taking back what was done with tags; a tag is known by its global id, not its name."""

import json
from collections.abc import Sequence

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import conversations
from kotakmasuk.store import tags as store


def undo_set(desk: Desk, body: str) -> Changes:
    """Take off what was set and set what was taken off."""
    payload = json.loads(body)
    touched: set[int] = set()
    for change, put in (("add", False), ("remove", True)):
        for uid, conversation_uids in payload[change].items():
            touched |= _put_back(desk, uid, conversation_uids, put=put)
    if payload["created"]:
        touched |= _retire(desk, payload["created"])
    return Changes(conversations=frozenset(touched), tags=True)


def undo_create(desk: Desk, body: str) -> Changes:
    """Take a new tag out of use again."""
    touched = _retire(desk, json.loads(body)["tag"])
    return Changes(conversations=frozenset(touched), tags=True)


def undo_rename(desk: Desk, body: str) -> Changes:
    """Give a tag its earlier name back; raises KnownError when it is taken by now."""
    payload = json.loads(body)
    tag, _ = store.by_uid(desk.database.conn, payload["tag"])
    _refuse_taken(desk, payload["before"])
    store.rename(desk.database, tag.id, payload["before"])
    carried = store.carried_by(desk.database.conn, tag.id)
    return Changes(conversations=frozenset(carried), tags=True)


def undo_merge(desk: Desk, body: str) -> Changes:
    """Part two tags that were merged."""
    payload = json.loads(body)
    _bring_back(desk, payload["tag"])
    touched = _put_back(desk, payload["into"], payload["moved"], put=False)
    touched |= _put_back(desk, payload["tag"], payload["carried"], put=True)
    return Changes(conversations=frozenset(touched), tags=True)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed tag back to where it was."""
    payload = json.loads(body)
    _bring_back(desk, payload["tag"])
    touched = _put_back(desk, payload["tag"], payload["carried"], put=True)
    return Changes(conversations=frozenset(touched), tags=True)


def _put_back(desk: Desk, uid: str, where: Sequence[str], *, put: bool) -> set[int]:
    tag, in_use = store.by_uid(desk.database.conn, uid)
    if not in_use:
        return set()
    ids = set(conversations.ids_of(desk.database, where).values())
    (store.put_on if put else store.take_off)(desk.database, tag.id, ids)
    return ids


def _bring_back(desk: Desk, uid: str) -> None:
    tag, in_use = store.by_uid(desk.database.conn, uid)
    if not in_use:
        _refuse_taken(desk, tag.name)
        store.set_removed(desk.database, tag.id, None)


def _refuse_taken(desk: Desk, name: str) -> None:
    if store.by_name(desk.database.conn, name):
        raise KnownError(
            f"Nama “{name}” sudah dipakai tag lain.",
            "Tidak ada yang berubah.",
            "Ganti nama tag itu dulu, lalu urungkan lagi.",
        )


def _retire(desk: Desk, uid: str) -> set[int]:
    tag, _ = store.by_uid(desk.database.conn, uid)
    carried = store.carried_by(desk.database.conn, tag.id)
    store.take_off(desk.database, tag.id, carried)
    store.set_removed(desk.database, tag.id, desk.office.now())
    return set(carried)
