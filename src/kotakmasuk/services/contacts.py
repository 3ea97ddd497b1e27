"""Kontak resmi: keeping the agency's public contacts, which no check takes for secrets.

The one rule to know: what is listed passes the check of personal data, so listing is an
admin's to do once there is one, as changing the checklist is.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.contacts import (
    EMERGENCY,
    LONGEST,
    Contact,
    ContactKind,
    faults_of,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.services import team
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import contacts as store
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


def offered(reader: Connection) -> list[Contact]:
    """List the contacts by unit and label, the emergency numbers last."""
    return store.offered(reader)


def adopt_emergency(desk: Desk) -> Changes:
    """Put the country's emergency numbers into a new inbox, once."""
    if store.were_adopted(desk.database.conn):
        return Changes()
    with desk.atomic(by_machine=True):
        for label, value in EMERGENCY:
            uid = uuid7(desk.office.now(), desk.entropy(10))
            kind = ContactKind.EMERGENCY
            store.save(desk.database, Contact(uid, "Nasional", label, kind, value))
        _journal(desk, "contact.starters", "contacts", {"count": len(EMERGENCY)})
    return Changes(settings=True)


def save(desk: Desk, contact: Contact) -> Changes:
    """Store a new contact (empty uid) or change a known one; raises KnownError."""
    return save_all(desk, [contact])


def save_all(desk: Desk, contacts: Iterable[Contact]) -> Changes:
    """Store several, or none of them when one is not whole (KnownError)."""
    team.require_admin(desk)
    wanted = [_named(desk, one) for one in contacts]
    with desk.atomic():
        for one in wanted:
            store.save(desk.database, one)
            _journal(desk, "contact.save", one.uid, asdict(one))
    return Changes(settings=True)


def _named(desk: Desk, contact: Contact) -> Contact:
    if faults_of(contact):
        raise KnownError(
            f"Unit, nama, dan isi kontak harus ada, masing-masing paling banyak"
            f" {LONGEST} huruf.",
            "Kontak belum disimpan.",
        )
    uid = contact.uid or uuid7(desk.office.now(), desk.entropy(10))
    unit, label, value = (
        " ".join(one.split()) for one in (contact.unit, contact.label, contact.value)
    )
    return Contact(uid, unit, label, contact.kind, value)


def remove(desk: Desk, uid: str) -> Changes:
    """Take a contact out of use; from now on it counts as personal data again."""
    team.require_admin(desk)
    with desk.atomic():
        store.set_removed(desk.database, uid, desk.office.now())
        token = _journal(desk, "contact.remove", uid, {"uid": uid})
    return Changes(settings=True, undo=token)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed contact back, where it may still be listed."""
    team.require_admin(desk)
    store.set_removed(desk.database, json.loads(body)["uid"], None)
    return Changes(settings=True)


def _journal(desk: Desk, kind: str, subject: str, payload: dict[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=subject, payload=payload
    )
