"""The demo: a folder of its own, filled anew at each run through the real services.

Its key lives in memory only, and its clock starts on a Friday afternoon of the fictional
Kabupaten Sukamaju, so that every date in its messages is right.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap import (
    demo_agency,
    demo_announcements,
    demo_answers,
    demo_requests,
    demo_work,
)
from kotakmasuk.bootstrap.demo_story import (
    FOUNDED,
    OPENED,
    Clock,
    Story,
    moment,
    write_with,
)
from kotakmasuk.bootstrap.home import Home, home_of
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import accounts, syncing
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import conversations
from kotakmasuk.system import clock, lock, paths
from kotakmasuk.system.keys import KEY_BYTES


HAND_READ = ("tiktok",)


@dataclass(frozen=True)
class Demo:
    """The filled demo and its clock."""

    home: Home
    clock: Clock
    conversations: int


@contextmanager
def built(folder: Path, tell: Callable[[str], None]) -> Iterator[Demo]:
    """Build the demo in a folder that it owns and hold its lock."""
    with _emptied(folder):
        watch = Clock(FOUNDED)
        told = paths.resources_folder() / "demo"
        agency = demo_agency.read(told)
        shown = demo_agency.passphrases(agency)
        home = home_of(folder, clock.entropy(KEY_BYTES), now=watch.now, tokens=False)
        home = replace(home, office=replace(home.office, shown_passphrases=shown))
        desk = home.open_desk()
        try:
            tell("Menyiapkan Pemerintah Kabupaten Sukamaju (data rekaan)…")
            seat = Seat(agency["officer"][0]["name"])
            desk = replace(desk, seat=lambda: seat)
            story = Story(desk, told, watch, shown)
            _fill(story, agency, tell)
        finally:
            desk.database.conn.close()
        yield Demo(home, watch, len(story.threads))


@contextmanager
def _emptied(folder: Path) -> Iterator[None]:
    """Own an empty folder; a demo that is open elsewhere is not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    held = lock.hold(folder)
    try:
        for one in folder.iterdir():
            if one.is_dir():
                shutil.rmtree(one)
            elif one.name != "lock":
                one.unlink()
        yield
    finally:
        held.release()


def _fill(story: Story, agency: Mapping[str, Any], tell: Callable[[str], None]) -> None:
    demo_agency.settle(story, agency)
    demo_agency.write_templates(story)
    story.clock.at = OPENED
    for one in agency["account"]:
        _read_account(story, one)
    tell(f"{len(story.threads)} percakapan dari {len(story.accounts)} kanal masuk.")
    with story.desk.atomic():
        demo_work.sort_out(story)
        demo_answers.send_history(story)
        demo_work.work(story)
        demo_announcements.put_together(story)
        demo_answers.send_today(story)
        demo_requests.ask(story)
    story.clock.at = OPENED


def _read_account(story: Story, one: Mapping[str, Any]) -> None:
    desk = story.desk
    account = story.accounts[one["key"]] = _connect(story, one)
    syncing.sync(write_with(desk), account)
    story.threads |= conversations.by_remote_ids(desk.database, account)
    account_store.set_manual(
        desk.database, account, manual=one["platform"] in HAND_READ
    )


def _connect(story: Story, one: Mapping[str, Any]) -> int:
    desk = story.desk
    account = Account(
        id=0,
        uid=uuid7(story.clock.now(), clock.entropy(10)),
        connector="demo",
        platform=one["platform"],
        host=one["host"],
        remote_id=one["remote_id"],
        handle=one["handle"],
        name=one["name"],
        settings={
            "story": str(story.folder),
            "key": one["key"],
            "monday": str(moment(1, "00:00")),
            "opened": str(OPENED),
            "state": str(desk.office.folder),
        },
    )
    return next(iter(accounts.store_account(desk, account, manual=False).accounts))
