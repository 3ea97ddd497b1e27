"""Making, renaming, merging and setting tags; each can be undone."""

import json
from collections.abc import Sequence

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.tags import Tag, tag_name
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import conversations, journal
from kotakmasuk.store import tags as store
from kotakmasuk.store.database import Connection


def all_tags(reader: Connection) -> list[Tag]:
    """List the tags, those with most open conversations first."""
    return store.all_tags(reader)


def create(desk: Desk, name: str) -> Changes:
    """Make a tag; raises KnownError when one of that name is there."""
    wanted = tag_name(name)
    _refuse_taken(desk, wanted)
    stamp = desk.stamp()
    with desk.atomic():
        tag = store.create(desk.database, stamp, wanted)
        token = _journal(desk, "tag.create", tag, {"tag": tag.uid, "name": wanted})
    return Changes(tags=True, undo=token)


def rename(desk: Desk, tag: int, name: str) -> Changes:
    """Give a tag another name on all its conversations."""
    wanted = tag_name(name)
    old = _present(desk, tag)
    if wanted == old.name:
        return Changes()
    _refuse_taken(desk, wanted)
    with desk.atomic():
        store.rename(desk.database, tag, wanted)
        token = _journal(desk, "tag.rename", old, {"before": old.name, "after": wanted})
    return Changes(tags=True, undo=token)


def merge(desk: Desk, tag: int, into: int) -> Changes:
    """Put one tag's conversations under another and take the first out of use."""
    old, kept = _present(desk, tag), _present(desk, into)
    if tag == into:
        return Changes()
    with desk.atomic():
        carried = store.carried_by(desk.database.conn, tag)
        both = store.carrying(desk.database.conn, carried, into)
        moved = [one for one in carried if one not in both]
        store.put_on(desk.database, into, moved)
        store.take_off(desk.database, tag, carried)
        store.set_removed(desk.database, tag, desk.office.now())
        token = _journal(
            desk,
            "tag.merge",
            old,
            {
                "tag": old.name,
                "into": kept.name,
                "carried": _uids(desk, carried),
                "moved": _uids(desk, moved),
            },
        )
    return Changes(conversations=frozenset(carried), tags=True, undo=token)


def remove(desk: Desk, tag: int) -> Changes:
    """Take a tag off everywhere and out of use."""
    old = _present(desk, tag)
    with desk.atomic():
        carried = store.carried_by(desk.database.conn, tag)
        store.take_off(desk.database, tag, carried)
        store.set_removed(desk.database, tag, desk.office.now())
        token = _journal(
            desk, "tag.remove", old, {"tag": old.name, "carried": _uids(desk, carried)}
        )
    return Changes(conversations=frozenset(carried), tags=True, undo=token)


def set_tags(
    desk: Desk,
    ids: Sequence[int],
    *,
    add: Sequence[int] = (),
    remove: Sequence[int] = (),
) -> Changes:
    """Set tags on conversations and take others off, as one action."""
    added: dict[str, list[str]] = {}
    removed: dict[str, list[str]] = {}
    with desk.atomic():
        for tag in add:
            there = store.carrying(desk.database.conn, ids, tag)
            fresh = [one for one in ids if one not in there]
            store.put_on(desk.database, tag, fresh)
            added[_present(desk, tag).name] = _uids(desk, fresh)
        for tag in remove:
            there = store.carrying(desk.database.conn, ids, tag)
            store.take_off(desk.database, tag, there)
            removed[_present(desk, tag).name] = _uids(desk, sorted(there))
        if not any((*added.values(), *removed.values())):
            return Changes()
        token = journal.append(
            desk.database,
            desk.stamp(),
            "tag.set",
            subject=_uids(desk, ids)[0] if len(ids) == 1 else "conversations",
            payload={"add": added, "remove": removed},
        )
    return Changes(conversations=frozenset(ids), tags=True, undo=token)


def add_by_name(desk: Desk, ids: Sequence[int], name: str) -> Changes:
    """Set a tag by its name, making it when it is new."""
    wanted = tag_name(name)
    with desk.atomic():
        found = store.by_name(desk.database.conn, wanted)
        if found is None or not found[1]:
            create(desk, wanted)
        tag = store.by_name(desk.database.conn, wanted)
        return set_tags(desk, ids, add=[tag[0].id]) if tag else Changes()


def undo_set(desk: Desk, body: str) -> Changes:
    """Take off what was set and set what was taken off."""
    payload = json.loads(body)
    touched: set[int] = set()
    for change, put in (("add", False), ("remove", True)):
        for name, uids in payload[change].items():
            touched |= _put_back(desk, name, uids, put=put)
    return Changes(conversations=frozenset(touched), tags=True)


def undo_create(desk: Desk, body: str) -> Changes:
    """Take a new tag out of use again."""
    return _retire(desk, json.loads(body)["name"])


def undo_rename(desk: Desk, body: str) -> Changes:
    """Give a tag its earlier name back."""
    payload = json.loads(body)
    found = store.by_name(desk.database.conn, payload["after"])
    if found:
        store.rename(desk.database, found[0].id, payload["before"])
    return Changes(tags=True)


def undo_merge(desk: Desk, body: str) -> Changes:
    """Part two tags that were merged."""
    payload = json.loads(body)
    touched = _put_back(desk, payload["into"], payload["moved"], put=False)
    _bring_back(desk, payload["tag"])
    touched |= _put_back(desk, payload["tag"], payload["carried"], put=True)
    return Changes(conversations=frozenset(touched), tags=True)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed tag back to where it was."""
    payload = json.loads(body)
    _bring_back(desk, payload["tag"])
    touched = _put_back(desk, payload["tag"], payload["carried"], put=True)
    return Changes(conversations=frozenset(touched), tags=True)


def _present(desk: Desk, tag: int) -> Tag:
    found = store.get(desk.database.conn, tag)
    if found is None:
        raise KnownError("Tag ini sudah tidak ada.", "Tag lain tidak berubah.")
    return found


def _refuse_taken(desk: Desk, name: str) -> None:
    found = store.by_name(desk.database.conn, name)
    if found and found[1]:
        raise KnownError(
            f"Tag “{name}” sudah ada.",
            "Tidak ada yang berubah.",
            "Pakai tag itu, atau gabungkan keduanya.",
        )


def _journal(desk: Desk, kind: str, tag: Tag, payload: dict[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=tag.uid, payload=payload
    )


def _uids(desk: Desk, ids: Sequence[int]) -> list[str]:
    return list(conversations.uids_of(desk.database, ids).values())


def _put_back(desk: Desk, name: str, uids: Sequence[str], *, put: bool) -> set[int]:
    found = store.by_name(desk.database.conn, name)
    ids = set(conversations.ids_of(desk.database, uids).values())
    if found:
        (store.put_on if put else store.take_off)(desk.database, found[0].id, ids)
    return ids


def _bring_back(desk: Desk, name: str) -> None:
    found = store.by_name(desk.database.conn, name)
    if found:
        store.set_removed(desk.database, found[0].id, None)


def _retire(desk: Desk, name: str) -> Changes:
    found = store.by_name(desk.database.conn, name)
    if found is None:
        return Changes()
    carried = store.carried_by(desk.database.conn, found[0].id)
    store.take_off(desk.database, found[0].id, carried)
    store.set_removed(desk.database, found[0].id, desk.office.now())
    return Changes(conversations=frozenset(carried), tags=True)
