"""Going through the inbox: lists, threads, and what an officer does with them.

Every action is written with what stood there before, so that it can be undone.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from kotakmasuk.domain import snooze as snooze_hours
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Counts, Kind, Listing, Row, Status, Thread, View
from kotakmasuk.domain.search import Query, parse_query
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Role
from kotakmasuk.language.folding import alternatives
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import conversations, journal, notes, search, threads
from kotakmasuk.store import inbox as store
from kotakmasuk.store import settings as settings_store
from kotakmasuk.store.database import Connection


LONGEST_NOTE = 5000
SHORTEST_BEGINNING = 2  # letters; with one, half of all words would match
MINUTE = 60_000


def counts(reader: Connection, *, officer: str, now: int) -> Counts:
    """Count every entry of the sidebar, exactly."""
    return store.counts(reader, officer=officer, soon=_soon(reader, now))


def first_page(
    reader: Connection,
    office: Office,
    listing: Listing,
    *,
    officer: str,
    limit: int = 200,
) -> list[int]:
    """Give the first ids of a list; raises KnownError for a bad search operator."""
    query = parse_query(listing.search)
    selection = _selection(reader, office, listing, query=query, officer=officer)
    terms = _terms(office, query, listing)
    if not terms:
        return store.first_ids(reader, selection, limit)
    if listing.ranked:
        return search.ranked(reader, selection, terms, limit)
    return search.first(reader, selection, terms, limit)


def snapshot(
    reader: Connection, office: Office, listing: Listing, *, officer: str
) -> "array[int]":
    """Give all ids of a list in order; may take a while and can be interrupted."""
    query = parse_query(listing.search)
    selection = _selection(reader, office, listing, query=query, officer=officer)
    terms = _terms(office, query, listing)
    if not terms:
        return store.all_ids(reader, selection)
    if listing.ranked:
        return array("q", search.ranked(reader, selection, terms, search.NEWEST_HITS))
    return store.all_ids(reader, search.matching(selection, terms))


def groups(
    reader: Connection, office: Office, listing: Listing, *, officer: str
) -> list[tuple[str, int]]:
    """Divide a list that is sorted by due date; the numbers are ranges over its ids."""
    if listing.view not in (View.TO_ANSWER, View.MINE, View.DUE_SOON) or listing.search:
        return []
    now = office.now()
    whole = _selection(reader, office, listing, query=Query(), officer=officer)
    due = f"coalesce(due_at, {store.NEVER})"
    total = store.count(reader, whole)
    late = store.count(reader, whole.narrowed(f"{due} < ?", now))
    tonight = _midnight_after(reader, now)
    today = store.count(
        reader, whole.narrowed(f"{due} >= ? AND {due} < ?", now, tonight)
    )
    numbered = (
        ("Lewat batas", late),
        ("Hari ini", today),
        ("Nanti", total - late - today),
    )
    return [(title, number) for title, number in numbered if number]


def rows(reader: Connection, ids: Sequence[int]) -> list[Row]:
    """Load these conversations' rows in order; unknown ids are left out."""
    return store.rows(reader, ids)


def thread(reader: Connection, conversation: int, *, limit: int = 50) -> Thread:
    """Open a conversation with its newest items; raises KeyError for an unknown one."""
    return threads.thread(reader, conversation, limit=limit)


def _soon(reader: Connection, now: int) -> int:
    return now + settings_store.load(reader).due_soon_minutes * MINUTE


def _zone(reader: Connection) -> ZoneInfo:
    return ZoneInfo(settings_store.load(reader).zone)


def _midnight_after(reader: Connection, now: int) -> int:
    zone = _zone(reader)
    day = datetime.fromtimestamp(now / 1000, zone).date() + timedelta(days=1)
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)


def _selection(
    reader: Connection,
    office: Office,
    listing: Listing,
    *,
    query: Query,
    officer: str,
) -> store.Selection:
    soon = _soon(reader, office.now())
    selection = store.view(listing.view, officer=officer, soon=soon)
    if listing.tag is not None:
        selection = store.tagged(selection, listing.tag)
    if listing.issue is not None:
        selection = store.of_issue(selection, listing.issue)
    if listing.account is not None:
        selection = store.of_account(selection, listing.account)
    zone = _zone(reader) if query.before or query.since else None
    days = [
        int(datetime.combine(day, time(), zone).timestamp() * 1000) if day else None
        for day in (query.before, query.since)
    ]
    return search.narrow(selection, query, before=days[0], since=days[1])


def _terms(office: Office, query: Query, listing: Listing) -> search.Terms:
    every = _alternatives(office, query.words)
    if not query.words or listing.ranked or listing.search.endswith((" ", '"')):
        return search.Terms(every, query.phrases)
    if len(query.words[-1]) < SHORTEST_BEGINNING:
        begun = _alternatives(office, query.words[:-1])
        return search.Terms(begun, query.phrases)
    return search.Terms(
        alternatives=_alternatives(office, query.words[:-1]),
        phrases=query.phrases,
        typing=query.words[-1].casefold(),
        typed=every,
    )


def _alternatives(office: Office, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return alternatives(" ".join(words), office.words()) if words else ()


def also_searched(office: Office, text: str) -> str:
    """Say what else a search looks for, or nothing."""
    terms = _alternatives(office, parse_query(text).words)
    others = [one for term in terms for one in term[1:]]
    return f"Juga dicari: {', '.join(others)}" if others else ""


def snooze_choices(office: Office, settings: Settings) -> list[tuple[str, int]]:
    """Offer (words, UTC ms) until when a conversation may sleep."""
    return snooze_hours.choices(office.calendar(settings.zone), office.now())


def set_status(desk: Desk, ids: Sequence[int], status: Status) -> Changes:
    """Move conversations to a status; a snooze that was running ends."""
    return _set(desk, ids, {"status": status, "snoozed_until": None})


def assign(desk: Desk, ids: Sequence[int], officer: str) -> Changes:
    """Give conversations to an officer; an empty name gives them back."""
    return _set(desk, ids, {"assignee": officer})


def set_kind(desk: Desk, ids: Sequence[int], kind: Kind) -> Changes:
    """Say what the citizens want."""
    return _set(desk, ids, {"kind": kind})


def snooze(desk: Desk, ids: Sequence[int], until: int) -> Changes:
    """Put conversations away until an instant (UTC ms)."""
    if until <= desk.office.now():
        raise KnownError(
            "Waktu tunda sudah lewat.",
            "Percakapan tetap di tempatnya.",
            "Pilih waktu nanti.",
        )
    return _set(desk, ids, {"status": Status.SNOOZED, "snoozed_until": until})


def wake_snoozed(desk: Desk) -> Changes:
    """Bring back the conversations whose snooze is over."""
    due = conversations.snoozed_until(desk.database, desk.office.now())
    if not due:
        return Changes()
    values = {"status": Status.IN_PROGRESS, "snoozed_until": None}
    woken = _set(desk, due, values, by_machine=True)
    return Changes(conversations=woken.conversations)


def mark_read(desk: Desk, ids: Sequence[int], *, unread: bool = False) -> Changes:
    """Mark conversations as read or unread; too small a thing for the journal.

    What a pengamat reads stays unread for those who have to answer it.
    """
    if desk.seat().role is Role.OBSERVER and not unread:
        return Changes()
    with desk.atomic():
        conversations.set_fields(desk.database, ids, {"unread": int(unread)})
    return Changes(conversations=frozenset(ids))


def _set(
    desk: Desk,
    ids: Sequence[int],
    values: Mapping[str, object],
    *,
    by_machine: bool = False,
) -> Changes:
    with desk.atomic(by_machine=by_machine):
        before = conversations.set_fields(desk.database, ids, values)
        if not before:
            return Changes()
        token = journal.append(
            desk.database,
            desk.stamp(),
            "conversation.set",
            subject=next(iter(before)) if len(before) == 1 else "conversations",
            payload={"before": before, "after": dict(values)},
            about=before,
        )
    return Changes(conversations=frozenset(ids), undo=token)


def add_note(desk: Desk, conversation: int, text: str) -> Changes:
    """Write an internal note; raises KnownError when it is empty or too long."""
    words = text.strip()
    if not words or len(words) > LONGEST_NOTE:
        raise KnownError(
            f"Catatan harus berisi 1 sampai {LONGEST_NOTE} huruf.",
            "Catatan belum disimpan.",
            "Ubah isinya, lalu simpan lagi.",
        )
    stamp = desk.stamp()
    with desk.atomic():
        uid = notes.add(desk.database, stamp, conversation, words)
        token = journal.append(
            desk.database,
            stamp,
            "note.add",
            subject=conversations.uids_of(desk.database, [conversation])[conversation],
            payload={"note": uid, "text": words},
        )
    return Changes(conversations=frozenset((conversation,)), undo=token)


def reveal(desk: Desk, conversation: int) -> Changes:
    """Write down that an officer looked at masked personal data."""
    with desk.atomic(by_machine=True):
        journal.append(
            desk.database,
            desk.stamp(),
            "conversation.reveal",
            subject=conversations.uids_of(desk.database, [conversation])[conversation],
            payload={},
        )
    return Changes()


def undo_set(desk: Desk, body: str) -> Changes:
    """Put conversations back to what one `conversation.set` row remembers.

    Raises KnownError when all of them were changed again since.
    """
    payload = json.loads(body)
    restored = conversations.restore(desk.database, payload["before"], payload["after"])
    if not restored:
        raise KnownError(
            "Percakapan ini sudah berubah lagi sesudah tindakan itu.",
            "Keadaannya sekarang tetap.",
            "Ubah sendiri bila perlu.",
        )
    return Changes(conversations=frozenset(restored))


def undo_note(desk: Desk, body: str) -> Changes:
    """Take a note away again."""
    found = notes.set_removed(
        desk.database, json.loads(body)["note"], desk.office.now()
    )
    return Changes(conversations=frozenset((found,) if found else ()))
