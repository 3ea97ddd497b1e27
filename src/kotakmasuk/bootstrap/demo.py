"""The demo: a folder of its own, filled anew at each run through the real services.

Its key lives in memory only, and its clock starts on a Friday afternoon of the fictional
Kabupaten Sukamaju, so that every date in its messages is right.
"""

import json
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kotakmasuk.bootstrap import demo_announcements, demo_requests
from kotakmasuk.bootstrap.home import Home, home_of
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.ids import uuid7
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import (
    accounts,
    inbox,
    proving,
    settings,
    syncing,
    tags,
    team,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import conversations
from kotakmasuk.system import clock, lock, paths
from kotakmasuk.system.keys import KEY_BYTES


DAY = 86_400_000
ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = date(2026, 11, 16)
OPENED = datetime.combine(MONDAY + timedelta(days=4), time(14, 5), ZONE)
HAND_READ = ("tiktok",)


@dataclass
class Clock:
    """The demo's own time, UTC ms; `ticking` lets it run on from where it stands."""

    at: int
    ticking: bool = False
    since: int = 0

    def now(self) -> int:
        """Tell the demo's time."""
        return self.at + (clock.now() - self.since if self.ticking else 0)

    def pass_by(self, span: int) -> None:
        """Let a time pass at once (ms)."""
        self.at += span

    def start(self) -> None:
        """Let it run."""
        self.since = clock.now()
        self.ticking = True


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
        watch = Clock(int(OPENED.timestamp() * 1000))
        home = home_of(folder, clock.entropy(KEY_BYTES), now=watch.now, tokens=False)
        shown = replace(home.office, shown_passphrases=_told(_agency()["officer"]))
        home = replace(home, office=shown)
        desk = home.open_desk()
        try:
            tell("Menyiapkan Pemerintah Kabupaten Sukamaju (data rekaan)…")
            number = _fill(desk, watch, tell)
        finally:
            desk.database.conn.close()
        yield Demo(home, watch, number)


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


def _agency() -> dict[str, Any]:
    file = paths.resources_folder() / "demo" / "agency.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _fill(desk: Desk, watch: Clock, tell: Callable[[str], None]) -> int:
    story = paths.resources_folder() / "demo"
    agency = _agency()
    _settle(desk, agency)
    ids: dict[str, int] = {}
    connected: dict[str, int] = {}
    for one in agency["account"]:
        account = connected[one["key"]] = _connect(desk, one, story, watch)
        syncing.sync(write_with(desk), account)
        ids |= conversations.by_remote_ids(desk.database, account)
        account_store.set_manual(
            desk.database, account, manual=one["platform"] in HAND_READ
        )
    tell(f"{len(ids)} percakapan dari {len(agency['account'])} kanal masuk.")
    with desk.atomic():
        _tag(desk, story, ids)
        _sort(desk, story, ids)
        _work(desk, story, ids, watch)
        _request(desk, story, ids, watch, _told(agency["officer"]))
        demo_announcements.put_together(desk, story, ids, connected)
    return len(ids)


def write_with(desk: Desk) -> Callable[..., Any]:
    """Give services that want a `write` this desk; the demo's filling has one lane."""
    return lambda service, *given, **named: service(desk, *given, **named)


def _settle(desk: Desk, agency: dict[str, Any]) -> None:
    listed = agency["officer"]
    settings.save(
        desk,
        agency=agency["name"],
        unit=agency["unit"],
        address=agency["address"],
        signer="Hendra Wijaya, S.Sos., M.I.Kom.",
        signer_rank="Pembina, IV/a",
        signer_nip="19850214 201001 1 003",
        officers=tuple(Officer(one["name"], one["key"]) for one in listed),
        officer=listed[0]["name"],
        greeting="Kak",
        ppid_link=f"{agency['website']}/ppid",
    )
    _give_roles(desk, listed)


def _give_roles(desk: Desk, listed: list[dict[str, Any]]) -> None:
    """Passphrases first: with the first role in force only an admin gives more."""
    for name, passphrase in _told(listed).items():
        proving.set_passphrase(desk, name, passphrase)
    roles = (
        Officer(one["name"], one["key"], Role(one["role"]), one.get("title", ""))
        for one in listed
    )
    team.save_members(desk, tuple(roles))


def _told(listed: list[dict[str, Any]]) -> dict[str, str]:
    """The passphrases that the demo tells its visitor, by name."""
    return {one["name"]: one["passphrase"] for one in listed if "passphrase" in one}


def _connect(desk: Desk, one: dict[str, Any], story: Path, watch: Clock) -> int:
    monday = int(datetime.combine(MONDAY, time(), ZONE).timestamp() * 1000)
    account = Account(
        id=0,
        uid=uuid7(watch.now(), clock.entropy(10)),
        connector="demo",
        platform=one["platform"],
        host=one["host"],
        remote_id=one["remote_id"],
        handle=one["handle"],
        name=one["name"],
        settings={
            "story": str(story),
            "key": one["key"],
            "monday": str(monday),
            "opened": str(watch.now()),
            "state": str(desk.office.folder),
        },
    )
    return next(iter(accounts.store_account(desk, account, manual=False).accounts))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _tag(desk: Desk, story: Path, ids: dict[str, int]) -> None:
    carried: dict[str, list[int]] = {}
    for message in _lines(story / "messages.jsonl"):
        for name in message.get("tags", ()):
            carried.setdefault(name, []).append(ids[message["thread"]])
    for name, where in carried.items():
        tags.add_by_name(desk, sorted(set(where)), name)


def _sort(desk: Desk, story: Path, ids: dict[str, int]) -> None:
    """Say what each citizen wanted, as the officers corrected the machine."""
    wanted: dict[str, str] = {}
    for message in _lines(story / "messages.jsonl"):
        if message["by"] == "citizen":
            wanted.setdefault(message["thread"], message["kind"])
    by_kind: dict[str, list[int]] = {}
    for thread, kind in wanted.items():
        by_kind.setdefault(kind, []).append(ids[thread])
    for kind, where in by_kind.items():
        inbox.set_kind(desk, where, Kind(kind))


def _work(desk: Desk, story: Path, ids: dict[str, int], watch: Clock) -> None:
    officers = settings.load(desk.database.conn).officers
    names = {one.initials: one.name for one in officers}
    opened = watch.at
    for work in _lines(story / "work.jsonl"):
        where = [ids[work["thread"]]]
        for note in work["notes"]:
            watch.at = _moment(note)
            inbox.add_note(_as(desk, names[note["officer"]]), where[0], note["text"])
        watch.at = opened
        if work.get("assignee"):
            inbox.assign(desk, where, names[work["assignee"]])
        _stand(desk, where, work)
    read = [
        ids[work["thread"]]
        for work in _lines(story / "work.jsonl")
        if work["status"] != "new"
    ]
    inbox.mark_read(desk, read)


def _request(
    desk: Desk,
    story: Path,
    ids: dict[str, int],
    watch: Clock,
    told: dict[str, str],
) -> None:
    opened = watch.at

    def at(written: Mapping[str, Any]) -> None:
        watch.at = _moment(written)

    demo_requests.ask(desk, story, ids, told=told, at=at)
    watch.at = opened


def _as(desk: Desk, officer: str) -> Desk:
    return replace(desk, seat=lambda: Seat(officer))


def _stand(desk: Desk, where: list[int], work: dict[str, Any]) -> None:
    status = Status(work["status"])
    if status is Status.SNOOZED:
        inbox.snooze(desk, where, desk.office.now() + work.get("snooze_days", 1) * DAY)
    else:
        inbox.set_status(desk, where, status)


def _moment(written: Mapping[str, Any]) -> int:
    day = MONDAY + timedelta(weeks=written["week"], days=written["day"] - 1)
    hour = time.fromisoformat(written["time"])
    return int(datetime.combine(day, hour, ZONE).timestamp() * 1000)
