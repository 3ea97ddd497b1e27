"""The reply templates: offering, filling, and keeping the agency's own words."""

import json
from dataclasses import replace

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.settings import Settings, initials
from kotakmasuk.domain.templates import Filled, Template, fill
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import journal, replies
from kotakmasuk.store import templates as store
from kotakmasuk.store.database import Connection


LONGEST_TITLE = 120


def offered(reader: Connection) -> list[Template]:
    """List the templates by folder and title."""
    return store.offered(reader)


def adopt_starters(desk: Desk) -> Changes:
    """Copy the starter set into a new inbox, once."""
    if store.were_adopted(desk.database.conn):
        return Changes()
    stamp = desk.stamp()
    with desk.atomic():
        for template in desk.office.starters():
            store.save(desk.database, template)
        journal.append(
            desk.database,
            stamp,
            "template.starters",
            subject="templates",
            payload={"keys": [one.key for one in desk.office.starters()]},
        )
    return Changes(templates=True)


def save(desk: Desk, template: Template) -> Changes:
    """Store a new template, or a known one's next version."""
    if not template.title.strip() or len(template.title) > LONGEST_TITLE:
        raise KnownError(
            f"Judul templat harus berisi 1 sampai {LONGEST_TITLE} huruf.",
            "Templat belum disimpan.",
        )
    if not template.body.strip():
        raise KnownError("Isi templat masih kosong.", "Templat belum disimpan.")
    stamp = desk.stamp()
    named = template if template.uid else _named(desk, template)
    before = store.get(desk.database.conn, named.uid)
    with desk.atomic():
        store.save(desk.database, named)
        journal.append(
            desk.database,
            stamp,
            "template.save",
            subject=named.uid,
            payload={"before": before.body if before else "", "after": named.body},
        )
    return Changes(templates=True)


def _named(desk: Desk, template: Template) -> Template:
    stamp = desk.stamp()
    return replace(template, uid=uuid7(stamp.at, stamp.entropy(10)))


def remove(desk: Desk, uid: str) -> Changes:
    """Take a template out of use; answers written with it stay."""
    stamp = desk.stamp()
    with desk.atomic():
        store.set_removed(desk.database, uid, stamp.at)
        token = journal.append(
            desk.database, stamp, "template.remove", subject=uid, payload={"uid": uid}
        )
    return Changes(templates=True, undo=token)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed template back."""
    store.set_removed(desk.database, json.loads(body)["uid"], None)
    return Changes(templates=True)


def fill_known(
    reader: Connection, conversation: int, template: Template, settings: Settings
) -> Filled:
    """Fill in what the inbox knows by itself; the rest stays to be filled."""
    to = replies.addressee(reader, conversation)
    officer = next(
        (one.initials for one in settings.officers if one.name == settings.officer),
        initials(settings.officer),
    )
    values = {
        "sapaan": settings.greeting,
        "nama": _first_name(to.name or to.handle),
        "inisial": officer,
        "tautan_ppid": settings.ppid_link,
        "topik": to.tags[0].replace("-", " ") if to.tags else "",
        "instansi_kami": settings.agency,
    }
    return fill(template.body, {name: word for name, word in values.items() if word})


def _first_name(name: str) -> str:
    words = name.replace("_", " ").replace(".", " ").strip("@ ").split()
    return words[0].capitalize() if words else name
