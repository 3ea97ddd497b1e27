"""Kontak resmi: keeping the agency's public contacts, which no check takes for secrets."""

import json
from dataclasses import asdict, replace

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.contacts import EMERGENCY, Contact, ContactKind
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import contacts as store
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


LONGEST = 200


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
    said = (contact.unit, contact.label, contact.value)
    if not all(one.strip() for one in said) or max(map(len, said)) > LONGEST:
        raise KnownError(
            f"Unit, nama, dan isi kontak harus ada, masing-masing paling banyak"
            f" {LONGEST} huruf.",
            "Kontak belum disimpan.",
        )
    named = contact
    if not contact.uid:
        named = replace(contact, uid=uuid7(desk.office.now(), desk.entropy(10)))
    with desk.atomic():
        store.save(desk.database, named)
        _journal(desk, "contact.save", named.uid, asdict(named))
    return Changes(settings=True)


def remove(desk: Desk, uid: str) -> Changes:
    """Take a contact out of use; from now on it counts as personal data again."""
    with desk.atomic():
        store.set_removed(desk.database, uid, desk.office.now())
        token = _journal(desk, "contact.remove", uid, {"uid": uid})
    return Changes(settings=True, undo=token)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed contact back."""
    store.set_removed(desk.database, json.loads(body)["uid"], None)
    return Changes(settings=True)


def _journal(desk: Desk, kind: str, subject: str, payload: dict[str, object]) -> str:
    return journal.append(
        desk.database, desk.stamp(), kind, subject=subject, payload=payload
    )
