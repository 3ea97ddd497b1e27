"""Announcements: written, kept as they are typed, read and counted; publishing.py sends.

What waits or has left is never edited; it is followed by a correction or by its end.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kotakmasuk.connectors.kit import pictures as kit
from kotakmasuk.connectors.kit import platforms
from kotakmasuk.domain import announcements as domain
from kotakmasuk.domain.accounts import Account, platform_of
from kotakmasuk.domain.announcements import (
    COMMON,
    FORMS,
    PUBLIC_PLATFORMS,
    Announcement,
    PostRow,
    Preset,
    Standing,
)
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Identity, Limit, Picture, Post
from kotakmasuk.services import addressing, team
from kotakmasuk.services.checklist import CheckView, check_post
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import announcements as store
from kotakmasuk.store import journal
from kotakmasuk.store.database import Connection


KEPT = "Pengumuman tetap tersimpan."
# What counts as a post of an account, the one that tells most first.
_FIRST = ("unsure", "failed", "sending", "waiting", "queued", "sent_manually", "sent")


@dataclass(frozen=True)
class Listed:
    """One announcement with its posts and where it stands as a whole."""

    announcement: Announcement
    posts: tuple[PostRow, ...]
    standing: Standing


def listed(reader: Connection, office: Office) -> list[Listed]:
    """List the announcements, the newest first, each with what became of it."""
    return [_listed(reader, office, one) for one in store.every(reader)]


def get(reader: Connection, announcement: int) -> Announcement | None:
    """Give one announcement as it stands."""
    return store.get(reader, announcement)


def state_of(reader: Connection, office: Office, announcement: int) -> Listed | None:
    """Give one announcement with its posts and where it stands."""
    found = store.get(reader, announcement)
    return _listed(reader, office, found) if found else None


def _listed(reader: Connection, office: Office, one: Announcement) -> Listed:
    rows = posts(reader, office, one)
    ended = store.is_ended(reader, one.id)
    where = domain.standing(one, rows, now=office.now(), ended=ended)
    return Listed(one, rows, where)


def posts(
    reader: Connection, office: Office, announcement: Announcement
) -> tuple[PostRow, ...]:
    """Tell for each of its accounts what became of the post there."""
    stored: dict[int, list[store.Posted]] = {}
    for one in store.posted(reader, announcement.id):
        stored.setdefault(one.account, []).append(one)
    numbers = dict.fromkeys((*announcement.accounts, *stored))
    return tuple(
        _post(reader, office, Post(announcement.id, number), stored.get(number, []))
        for number in numbers
    )


def _post(
    reader: Connection, office: Office, post: Post, stored: Sequence[store.Posted]
) -> PostRow:
    to = addressing.identity_of_post(reader, office, post)
    row = PostRow(post.account, to.handle, to.platform, to.sends)
    live = [one for one in stored if one.state in _FIRST]
    told = min(live, key=lambda one: _FIRST.index(one.state), default=None)
    if told is None:
        note = stored[-1].returned if stored else ""
        return replace(row, returned=note, at=stored[-1].at if stored else 0)
    return replace(
        row,
        reply=told.reply,
        state=told.state,
        at=told.at,
        reason=told.reason,
        url=told.url,
        not_before=told.not_before,
    )


def places(reader: Connection, office: Office) -> list[Identity]:
    """List where an announcement can go: `sends` tells whether by itself or by hand."""
    return [
        addressing.identity_of_post(reader, office, Post(0, health.account.id))
        for health in account_store.overview(reader)
        if health.account.platform in PUBLIC_PLATFORMS
        and health.account.connector in office.connectors
    ]


def limit(reader: Connection, office: Office, account: int, text: str) -> Limit:
    """Count a text as that account's platform counts a new post."""
    way = addressing.Reach(account_store.get(reader, account), public=True)
    return addressing.limit(office, way, text)


def approvers(reader: Connection, office: Office) -> list[str]:
    """Name who may approve today."""
    day = team.today(reader, office)
    return [one.name for one in team.approvers(reader, day)]


def check(
    reader: Connection, office: Office, announcement: Announcement, account: int
) -> CheckView:
    """Check what would go to one account; nothing is stored."""
    platform = account_store.get(reader, account).platform
    return check_post(
        reader,
        office,
        Post(announcement.id, account),
        announcement.composition(platform),
        ticks=announcement.ticks_for(platform),
    )


def check_all(
    reader: Connection, office: Office, announcement: Announcement
) -> dict[int, CheckView]:
    """Check what would go to each of its accounts, by the account's number."""
    return {
        account: check(reader, office, announcement, account)
        for account in announcement.accounts
    }


def faults(
    reader: Connection, office: Office, announcement: Announcement
) -> dict[str, str]:
    """A sentence for each field that keeps it from being submitted, by its name."""
    found = domain.faults_of(announcement, now=office.now())
    if announcement.pictures and "pictures" not in found:
        known = [account_store.get(reader, one) for one in announcement.accounts]
        wrong = next(_picture_faults(known, announcement.pictures), "")
        found |= {"pictures": wrong} if wrong else {}
    return found


def _picture_faults(
    known: Iterable[Account], pictures: Sequence[Picture]
) -> Iterator[str]:
    for account in known:
        place = platforms.facts(account.platform).place(public=True, post=True)
        rules = platforms.picture_rules(place, account.settings)
        name, number = platform_of(account.platform).name, len(pictures)
        for one in pictures:
            found = kit.problems(rules, one.media_type, one.size, number=number)
            yield from (f"{name}: {problem}" for problem in found)


def begin(
    desk: Desk, preset: Preset, *, issue: int | None = None, title: str = ""
) -> Changes:
    """Begin an announcement; it is the newest one then."""
    fresh = Announcement(preset=preset, issue=issue, title=title)
    return add(desk, fresh, "announcement.begin")


def add(desk: Desk, fresh: Announcement, kind: str) -> Changes:
    """Store a new announcement with its journal row."""
    with desk.atomic():
        number = store.add(desk.database, desk.stamp(), fresh)
        made = demand(desk, number)
        told = {"preset": made.preset, "title": made.title}
        record(desk, kind, made, told)
    return Changes(announcements=True)


def newest(reader: Connection) -> Announcement | None:
    """Give the announcement that was begun last."""
    return max(store.every(reader), key=lambda one: one.id, default=None)


def save(desk: Desk, announcement: Announcement) -> Changes:
    """Keep what is being written, through a kill as well; as a draft it is not journaled.

    Raises KnownError when it waits for an approver or has left by now.
    """
    known = demand(desk, announcement.id)
    if known == announcement:
        return Changes()
    refuse_under_way(desk, known)
    variants = {
        platform: text
        for platform, text in announcement.variants.items()
        if platform != COMMON
    }
    with desk.atomic():
        store.save(desk.database, replace(announcement, variants=variants))
    return Changes(announcements=True)


def refuse_under_way(desk: Desk, announcement: Announcement) -> None:
    """Raise KnownError when its words may not change any more."""
    if not domain.is_editable(posts(desk.database.conn, desk.office, announcement)):
        raise KnownError(
            "Pengumuman ini sedang berjalan dan tidak dapat diubah.",
            KEPT,
            "Tarik yang belum berangkat, atau buat koreksi.",
        )


def remove(desk: Desk, announcement: int) -> Changes:
    """Take a draft out of the list; raises KnownError for what waits or has left."""
    known = demand(desk, announcement)
    refuse_under_way(desk, known)
    with desk.atomic():
        store.set_removed(desk.database, announcement, desk.office.now())
        token = record(desk, "announcement.remove", known, {"title": known.title})
    return Changes(announcements=True, undo=token)


def undo_remove(desk: Desk, body: str) -> Changes:
    """Bring a removed draft back."""
    number = _told(desk, body)
    if number is not None:
        store.set_removed(desk.database, number, None)
    return Changes(announcements=True)


def end(desk: Desk, announcement: int) -> Changes:
    """Write that it is over although no further post says so."""
    known = demand(desk, announcement)
    with desk.atomic():
        store.set_ended(desk.database, announcement, desk.office.now())
        token = record(desk, "announcement.end", known, {"title": known.title})
    return Changes(announcements=True, undo=token)


def undo_end(desk: Desk, body: str) -> Changes:
    """Let it count again."""
    number = _told(desk, body)
    if number is not None:
        store.set_ended(desk.database, number, None)
    return Changes(announcements=True)


def words_of(announcement: Announcement) -> str:
    """Name an announcement on a list: its title, or its kind while it has none."""
    return announcement.title.strip() or FORMS[announcement.preset].words


def demand(desk: Desk, announcement: int) -> Announcement:
    """Give an announcement; raises KnownError for one that was removed."""
    found = store.get(desk.database.conn, announcement)
    if found is None:
        raise KnownError("Pengumuman ini sudah tidak ada.", "Yang lain tidak berubah.")
    return found


def record(
    desk: Desk, kind: str, announcement: Announcement, told: Mapping[str, object]
) -> str:
    """Write a deed done with an announcement into the journal; gives its token."""
    return journal.append(
        desk.database,
        desk.stamp(),
        kind,
        subject=announcement.uid,
        payload={"announcement": announcement.uid, **told},
    )


def _told(desk: Desk, body: str) -> int | None:
    """The announcement that a row of the journal tells of; None when it is gone."""
    return store.id_of(desk.database.conn, json.loads(body)["announcement"])
