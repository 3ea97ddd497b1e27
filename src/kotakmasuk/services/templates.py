"""The reply templates: offering, filling, and keeping the agency's own words.

What is past its date or was removed is never offered; every save is a version that can
be looked at and brought back.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kotakmasuk.domain.accounts import Account, platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.placeholders import date_words
from kotakmasuk.domain.settings import Settings, initials
from kotakmasuk.domain.template_files import key_of
from kotakmasuk.domain.templates import (
    Filled,
    Template,
    Usage,
    Version,
    body_for,
    faults_of,
    fill,
    is_expired,
    is_unchanged,
    used_uids,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import accounts, addressees, journal
from kotakmasuk.store import settings as settings_store
from kotakmasuk.store import templates as store
from kotakmasuk.store.database import Connection


MONTH = 30 * 86_400_000
UNSAVED = "Templat belum disimpan; yang Anda tulis tetap ada."


@dataclass(frozen=True)
class Standing:
    """What the checklist asks of the templates behind a reply.

    `verbatim_of` is the title of the only one, where its isian alone were filled;
    `verbatim_count` how often it went out so in 30 days; `expired_template` the title of
    the first that is past its date.
    """

    verbatim_of: str = ""
    verbatim_count: int = 0
    expired_template: str = ""


def listed(reader: Connection) -> list[Template]:
    """List all templates in use, by folder and title; those past their date too."""
    return store.listed(reader)


def offered(reader: Connection, now: int) -> list[Template]:
    """List the templates to answer with: none past its date, the most used first."""
    today = agency_day(reader, now)
    used: dict[str, int] = {}
    for names, count in store.times_used(reader, now - MONTH):
        for uid in used_uids(names):
            used[uid] = used.get(uid, 0) + count
    alive = [one for one in store.listed(reader) if not is_expired(one, today)]
    return sorted(alive, key=lambda one: -used.get(one.uid, 0))


def agency_day(reader: Connection, now: int) -> str:
    """The ISO date at the agency."""
    zone = ZoneInfo(settings_store.load(reader).zone)
    return datetime.fromtimestamp(now / 1000, zone).date().isoformat()


def get(reader: Connection, uid: str) -> Template | None:
    """Give one template, removed or not."""
    return store.get(reader, uid)


def versions(reader: Connection, uid: str) -> list[Version]:
    """List the versions of a template, the newest first."""
    return store.versions(reader, uid)


def usage(reader: Connection, now: int) -> dict[str, Usage]:
    """Count for each template how often it went out in 30 days, and how often unchanged."""
    bodies: dict[str, set[str]] = {}
    counted: dict[str, Usage] = {}
    for names, text in store.texts_used(reader, now - MONTH):
        uids = used_uids(names)
        for uid in uids:
            if uid not in bodies:
                bodies[uid] = _bodies(reader, uid)
            plain = len(uids) == 1 and any(is_unchanged(b, text) for b in bodies[uid])
            known = counted.get(uid, Usage())
            counted[uid] = Usage(known.used + 1, known.unchanged + plain)
    return counted


def _bodies(reader: Connection, uid: str) -> set[str]:
    """All that a template ever said, on any platform."""
    kept = [one.template for one in store.versions(reader, uid)]
    return {body for one in kept for body in (one.body, *one.variants.values())}


def standing(
    reader: Connection, uids: tuple[str, ...], text: str, now: int
) -> Standing:
    """Tell whether a reply is a template as it stands, and whether one is out of date."""
    if not uids:
        return Standing()
    today = agency_day(reader, now)
    used = [one for uid in uids if (one := store.get(reader, uid))]
    expired = next((one.title for one in used if is_expired(one, today)), "")
    if len(used) != 1:
        return Standing(expired_template=expired)
    (only,) = used
    bodies = _bodies(reader, only.uid)
    if not any(is_unchanged(body, text) for body in bodies):
        return Standing(expired_template=expired)
    count = sum(
        used_uids(names) == (only.uid,) and any(is_unchanged(b, sent) for b in bodies)
        for names, sent in store.texts_used(reader, now - MONTH, only.uid)
    )
    return Standing(only.title, count, expired)


def adopt_starters(desk: Desk) -> Changes:
    """Copy the starter set into a new inbox, once."""
    if store.were_adopted(desk.database.conn):
        return Changes()
    stamp = desk.stamp()
    starters = desk.office.starters()
    with desk.atomic(by_machine=True):
        for template in starters:
            store.save(desk.database, stamp, template)
        journal.append(
            desk.database,
            stamp,
            "template.starters",
            subject="templates",
            payload={"keys": [one.key for one in starters]},
            about=[one.uid for one in starters],
        )
    return Changes(templates=True)


def save(desk: Desk, template: Template) -> Changes:
    """Store a new template, or a known one's next version; the same again is none.

    Raises KnownError where a field is not right.
    """
    faults = faults_of(template, store.listed(desk.database.conn))
    if faults:
        raise KnownError(next(iter(faults.values())), UNSAVED)
    with desk.atomic():
        write(desk, template)
    return Changes(templates=True)


def write(desk: Desk, template: Template) -> None:
    """Store one template and its journal row, inside the caller's transaction."""
    stamp = desk.stamp()
    named = template if template.uid else _named(desk, template)
    before = store.get(desk.database.conn, named.uid)
    version = store.save(desk.database, stamp, named)
    journal.append(
        desk.database,
        stamp,
        "template.save",
        subject=named.uid,
        payload={
            "version": version,
            "before": store.content(before) if before else None,
            "after": store.content(named),
        },
    )


def _named(desk: Desk, template: Template) -> Template:
    stamp = desk.stamp()
    uid = uuid7(stamp.at, stamp.entropy(10))
    return replace(template, uid=uid, key=template.key or key_of(template.title))


def restore(desk: Desk, uid: str, version: int) -> Changes:
    """Let an old version be the newest again; nothing in between is lost."""
    kept = store.versions(desk.database.conn, uid)
    wanted = next((one.template for one in kept if one.version == version), None)
    if wanted is None:
        raise KnownError(f"Versi {version} templat ini tidak ada.", UNSAVED)
    return save(desk, wanted)


def remove(desk: Desk, uid: str) -> Changes:
    """Take a template out of use; answers written with it stay."""
    stamp = desk.stamp()
    gone = store.get(desk.database.conn, uid)
    with desk.atomic():
        store.set_removed(desk.database, uid, stamp.at)
        token = journal.append(
            desk.database,
            stamp,
            "template.remove",
            subject=uid,
            payload={"uid": uid, "version": gone.version if gone else 0},
        )
    return Changes(templates=True, undo=token)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed template back, without a shortcut that another has taken since."""
    uid = json.loads(body)["uid"]
    reader = desk.database.conn
    back = store.get(reader, uid)
    taken = {one.shortcut for one in store.listed(reader) if one.uid != uid}
    store.set_removed(desk.database, uid, None)
    if back and back.shortcut in taken:
        store.set_shortcut(desk.database, uid, "")
    return Changes(templates=True)


def fill_known(
    reader: Connection,
    conversation: int | None,
    template: Template,
    settings: Settings,
    *,
    now: int,
    account: int | None = None,
) -> Filled:
    """Fill in what the inbox knows by itself; the rest stays to be filled.

    `account` is the one the officer switched to: variant and sapaan follow its platform.
    Without a conversation (an announcement) only what the agency is called is known.
    """
    to = (
        addressees.addressee(reader, conversation) if conversation is not None else None
    )
    number = account or (to.account if to else None)
    sender = accounts.get(reader, number) if number is not None else None
    values = _of_agency(settings, sender)
    if to is not None and conversation is not None:
        values["nama"] = _first_name(to.name or to.handle)
        values["topik"] = to.tags[0].replace("-", " ") if to.tags else ""
        values["opd"] = store.answering_unit(reader, conversation)
        values["batas"] = _due_words(reader, conversation, settings.zone, now)
    known = {name: word for name, word in values.items() if word or name in OPEN_ENDED}
    return fill(body_for(template, sender.platform if sender else ""), known)


# Known to be empty: an optional isian of these goes away. The others are left to ask for.
OPEN_ENDED = frozenset({"sapaan", "nama", "inisial"})


def _of_agency(settings: Settings, sender: Account | None) -> dict[str, str]:
    platform = sender.platform if sender else ""
    officer = next(
        (one.initials for one in settings.officers if one.name == settings.officer),
        initials(settings.officer),
    )
    return {
        "sapaan": settings.greetings.get(platform) or settings.greeting,
        "inisial": officer,
        "tautan_ppid": settings.ppid_link,
        "instansi_kami": settings.agency,
        "kanal": platform_of(platform).name if platform else "",
    }


def _due_words(reader: Connection, conversation: int, zone: str, now: int) -> str:
    """The day until which we mean to answer; one that is over is no promise to make."""
    due = store.due_at(reader, conversation)
    if due is None or due <= now:
        return ""
    day: date = datetime.fromtimestamp(due / 1000, ZoneInfo(zone)).date()
    return date_words(day)


def _first_name(name: str) -> str:
    words = name.replace("_", " ").replace(".", " ").strip("@ ").split()
    return words[0].capitalize() if words else name
