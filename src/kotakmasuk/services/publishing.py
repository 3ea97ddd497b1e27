"""Sending an announcement through the gate, and what may follow a post that was sent.

The one rule to know: one submission is all or nothing; the first post that does not
pass its check keeps all of them back. Used beside services/announcements.py.
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import (
    THROUGH,
    Announcement,
    PostRow,
    Preset,
    follow_up_text,
)
from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Post, ReplyState
from kotakmasuk.services import announcements, approvals, replies
from kotakmasuk.services.announcements import KEPT
from kotakmasuk.services.desk import Desk
from kotakmasuk.services.granting import problems
from kotakmasuk.store import announcements as store


DRAFT = ReplyState.DRAFT
UNSENT = f"{KEPT} Belum ada yang dikirim."


def submit(desk: Desk, announcement: int, *, note: str = "") -> Changes:
    """Queue a post for every account that has none, or ask an approver where one is due.

    A warning always goes to its approver. Raises KnownError naming the field or account
    that keeps it back; nothing is queued then.
    """
    reader, office = desk.database.conn, desk.office
    known = announcements.demand(desk, announcement)
    wrong = announcements.faults(reader, office, known)
    if wrong:
        raise KnownError(next(iter(wrong.values())), UNSENT, "Lengkapi, lalu kirim.")
    open_ = [one for one in announcements.posts(reader, office, known) if not one.live]
    if not open_:
        raise KnownError("Semua kanalnya sudah berjalan.", KEPT)
    changes = Changes(announcements=True)
    with desk.atomic():
        for row in open_:
            changes |= _submit(desk, known, row, note)
        made = [one for one in store.posted(reader, known.id) if one.state != DRAFT]
        told = {
            "title": known.title,
            "preset": known.preset,
            "replies": [one.uid for one in made if one.reply in changes.replies],
        }
        token = announcements.record(desk, "announcement.submit", known, told)
    return replace(changes, undo=token)


def _submit(desk: Desk, known: Announcement, row: PostRow, note: str) -> Changes:
    reader, office = desk.database.conn, desk.office
    composition, ticks = known.composition(row.platform), known.ticks_for(row.platform)
    post = Post(known.id, row.account)
    view = announcements.check(reader, office, known, row.account)
    if not view.passed:
        name = f"{row.handle} di {platform_of(row.platform).name}"
        wrong = problems(view.rules, view.results)
        raise KnownError(
            f"Unggahan untuk {name} belum lolos ceklis etika: {wrong}.",
            UNSENT,
            "Periksa bagian Ceklis.",
        )
    if view.needs_approval or known.preset is Preset.EMERGENCY:
        candidate = Candidate(composition, ticks)
        return approvals.request_post(
            desk, post, [candidate], note=note, approver=known.approver
        )
    return replies.queue_post(desk, post, composition, ticks=ticks)


def withdraw(desk: Desk, announcement: int) -> Changes:
    """Take back every post that still waits; what has left stays as it is."""
    known = announcements.demand(desk, announcement)
    changes, requests = Changes(), set()
    with desk.atomic():
        for one in store.posted(desk.database.conn, known.id):
            if one.state is ReplyState.WAITING and one.request:
                requests.add(one.request)
            elif one.state in replies.TAKEN_BACK:
                changes |= replies.withdraw(desk, one.reply)
        for request in sorted(requests):
            changes |= approvals.withdraw(desk, request)
        if not changes:
            raise KnownError("Tidak ada lagi yang dapat ditarik.", KEPT)
        announcements.record(
            desk, "announcement.withdraw", known, {"title": known.title}
        )
    return replace(changes | Changes(announcements=True), undo=None)


def undo_submit(desk: Desk, body: str) -> Changes:
    """Take back what one submission sent, as far as it has not left."""
    number = store.id_of(desk.database.conn, json.loads(body)["announcement"])
    return withdraw(desk, number) if number is not None else Changes()


def follow_up(
    desk: Desk, announcement: int, preset: Preset, *, account: int | None = None
) -> Changes:
    """Begin a correction or an end of what was sent; it is the newest one then.

    It goes to the same accounts, or to one of them. Raises KnownError where nothing was
    sent yet.
    """
    known = announcements.demand(desk, announcement)
    rows = announcements.posts(desk.database.conn, desk.office, known)
    sent = [row for row in rows if row.state in THROUGH]
    wanted = [row for row in sent if account in (None, row.account)]
    if not wanted:
        raise KnownError("Belum ada yang terbit.", KEPT, "Ubah saja pengumumannya.")
    links = _links(wanted)
    alone = len({row.platform for row in wanted}) == 1
    opening = {Preset.ENDED: "Berakhir", Preset.CORRECTION: "Koreksi"}[preset]
    fresh = Announcement(
        preset=preset,
        title=f"{opening}: {known.title}",
        source=known.source if preset is Preset.ENDED else "",
        contact=known.contact,
        issue=known.issue,
        follows=known.id,
        text=follow_up_text(
            known, preset, next(iter(links.values()), ()) if alone else ()
        ),
        variants={
            platform: follow_up_text(known, preset, urls)
            for platform, urls in links.items()
            if not alone
        },
        accounts=tuple(row.account for row in wanted),
    )
    return announcements.add(desk, fresh, "announcement.follow")


def _links(rows: Iterable[PostRow]) -> dict[str, tuple[str, ...]]:
    """Where the posts stand, by platform, since each platform has words of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.url:
            found[row.platform] = (*found.get(row.platform, ()), row.url)
    return found
