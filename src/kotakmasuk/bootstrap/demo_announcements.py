"""The demo's Isu and announcements: one still being written, one sent and over.

The one rule: they are made by the same services as in an office.
"""

import tomllib
from dataclasses import replace
from typing import Any

from kotakmasuk.bootstrap.demo_answers import manual_rules
from kotakmasuk.bootstrap.demo_story import Story, Told, moment, write_with
from kotakmasuk.domain.announcements import Announcement, Preset
from kotakmasuk.services import announcements, approvals, issues, publishing, sending
from kotakmasuk.services.desk import Desk


FILE = "announcements.toml"
MINUTE = 60_000
TIMES = ("happens_at", "expires_at")
COPIED = ("title", "source", "contact", "approver", "variants")


def put_together(story: Story) -> None:
    """Make what the story tells of, each at its hour."""
    told = tomllib.loads((story.folder / FILE).read_text(encoding="utf-8"))
    for one in told["issue"]:
        story.at(one)
        where = [story.threads[thread] for thread in one["threads"]]
        issues.begin(story.officer(one["officer"]), one["title"], where)
    for one in told["announcement"]:
        story.at(one)
        written = _write(story, one)
        if "approved" in one:
            _publish(story, one, written)


def _write(story: Story, one: Told) -> Announcement:
    desk = story.officer(one["officer"])
    announcements.begin(desk, Preset(one["preset"]))
    fresh = announcements.newest(desk.database.conn) or Announcement()
    texts = {name: one[name] for name in COPIED if name in one}
    times = {name: _instant(one[name]) for name in TIMES if name in one}
    given: dict[str, Any] = {**texts, **times}
    sheets = ("", *one.get("variants", {}))
    ticks = manual_rules(desk) if "approved" in one else frozenset[str]()
    written = replace(
        fresh,
        text=one["text"].strip(),
        accounts=tuple(story.accounts[key] for key in one["accounts"]),
        ticks=dict.fromkeys(sheets, ticks),
        **given,
    )
    announcements.save(desk, written)
    return written


def _instant(told: Told) -> int:
    return moment(told["day"], told["time"])


def _publish(story: Story, one: Told, written: Announcement) -> None:
    """Let the approver read each post, and send them when the undo time is over."""
    publishing.submit(story.officer(one["officer"]), written.id)
    approved = one["approved"]
    story.at(one, approved["time"])
    above = story.approver(approved["by"])
    reader, office = above.database.conn, above.office
    for row in approvals.waiting(reader):
        if row.announcement == written.id:
            option = approvals.open_request(reader, office, row.id).options[0]
            approvals.approve(above, row.id, option.reply)
    story.clock.pass_by(MINUTE)
    _send_due(story.desk)


def _send_due(desk: Desk) -> None:
    reader, office = desk.database.conn, desk.office
    for reply, _account in sending.due(reader, office, office.now()):
        sending.send(write_with(desk), reply)
