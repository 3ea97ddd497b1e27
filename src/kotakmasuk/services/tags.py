"""Making, renaming, merging and setting tags; untagging.py takes each back."""

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
    with desk.atomic():
        tag = store.create(desk.database, desk.stamp(), wanted)
        token = _journal(desk, "tag.create", tag, {"name": wanted})
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
    carried = store.carried_by(desk.database.conn, tag)
    return Changes(conversations=frozenset(carried), tags=True, undo=token)


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
                "into": kept.uid,
                "names": {old.uid: old.name, kept.uid: kept.name},
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
            desk, "tag.remove", old, {"name": old.name, "carried": _uids(desk, carried)}
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
    return _set(desk, ids, add=add, remove=remove, created="")


def add_by_name(desk: Desk, ids: Sequence[int], name: str) -> Changes:
    """Set a tag by its name, making it when it is new; one undo takes back both."""
    wanted = tag_name(name)
    with desk.atomic():
        tag = store.by_name(desk.database.conn, wanted)
        if tag is not None:
            return set_tags(desk, ids, add=[tag.id])
        create(desk, wanted)
        made = store.by_name(desk.database.conn, wanted)
        return _set(desk, ids, add=[made.id], created=made.uid) if made else Changes()


def _set(
    desk: Desk,
    ids: Sequence[int],
    *,
    add: Sequence[int],
    remove: Sequence[int] = (),
    created: str,
) -> Changes:
    names = {
        tag.uid: tag.name for tag in (_present(desk, one) for one in {*add, *remove})
    }
    with desk.atomic():
        added = {_present(desk, tag).uid: _put_on(desk, tag, ids) for tag in add}
        removed = {_present(desk, tag).uid: _take_off(desk, tag, ids) for tag in remove}
        changed = {uid for uids in (*added.values(), *removed.values()) for uid in uids}
        if not changed and not created:
            return Changes()
        token = journal.append(
            desk.database,
            desk.stamp(),
            "tag.set",
            subject=next(iter(changed)) if len(changed) == 1 else "conversations",
            payload={
                "add": added,
                "remove": removed,
                "names": names,
                "created": created,
            },
            about=changed,
        )
    return Changes(conversations=frozenset(ids), tags=True, undo=token)


def _put_on(desk: Desk, tag: int, ids: Sequence[int]) -> list[str]:
    there = store.carrying(desk.database.conn, ids, tag)
    fresh = [one for one in ids if one not in there]
    store.put_on(desk.database, tag, fresh)
    return _uids(desk, fresh)


def _take_off(desk: Desk, tag: int, ids: Sequence[int]) -> list[str]:
    there = sorted(store.carrying(desk.database.conn, ids, tag))
    store.take_off(desk.database, tag, there)
    return _uids(desk, there)


def _present(desk: Desk, tag: int) -> Tag:
    found = store.get(desk.database.conn, tag)
    if found is None:
        raise KnownError("Tag ini sudah tidak ada.", "Tag lain tidak berubah.")
    return found


def _refuse_taken(desk: Desk, name: str) -> None:
    if store.by_name(desk.database.conn, name):
        raise KnownError(
            f"Tag “{name}” sudah ada.",
            "Tidak ada yang berubah.",
            "Pakai tag itu, atau gabungkan keduanya.",
        )


def _journal(desk: Desk, kind: str, tag: Tag, payload: dict[str, object]) -> str:
    return journal.append(
        desk.database,
        desk.stamp(),
        kind,
        subject=tag.uid,
        payload={"tag": tag.uid, **payload},
    )


def _uids(desk: Desk, ids: Sequence[int]) -> list[str]:
    return list(conversations.uids_of(desk.database, ids).values())
