"""A desk with two conversations to answer: one the platform takes, one by hand.

Rule: everything is real but the platform, which answers what the test tells it to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.home import home_of
from kotakmasuk.connectors.kit import registry
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.messages import Author, Form, Incoming
from kotakmasuk.domain.replies import Composition, Receipt, ReplyState
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import (
    accounts,
    capture,
    marking,
    replies,
    rules,
    settings,
    templates,
)
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store import messages, outbox
from kotakmasuk.store.database import FILE_NAME, open_reader
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.workplaces import KEY, NOW, OFFICER, Told, make_workplace, open_desk


MINUTE = 60_000


@dataclass
class Platform:
    """A platform under the test's control; it is its own connector."""

    manifest: Any
    found: Receipt | None = None
    refuses: Exception | None = None
    looked: int = 0

    def connector(self) -> "Platform":
        return self

    def count(self, text: str, _settings: Any) -> int:
        return len(text)

    def find_sent(self, _access: Any, _outgoing: Any) -> Receipt | None:
        self.looked += 1
        if self.refuses is not None:
            raise self.refuses
        return self.found


@dataclass
class Answering:
    """The desk, the window's calls, the platform and the two conversations."""

    work: Workplace
    desk: Desk
    told: Told
    platform: Platform
    mention: int
    by_hand: int
    clock: list[int] = field(default_factory=lambda: [NOW])

    def every_rule(self) -> frozenset[str]:
        return frozenset(rule.key for rule in self.work.office.rules())

    def queue(self, text: str, *, conversation: int = 0, seconds: int = 10) -> int:
        settings.save(self.desk, undo_seconds=seconds)
        changes = replies.queue(
            self.desk,
            conversation or self.mention,
            Composition(text),
            ticks=self.every_rule(),
        )
        return next(iter(changes.replies))

    def unsure(self, text: str = "Terima kasih, kami cek.") -> int:
        """An answer whose outcome nobody knows."""
        reply = self.queue(text, seconds=0)
        outbox.claim(self.desk.database, reply, NOW)
        outbox.finish(
            self.desk.database,
            reply,
            ReplyState.UNSURE,
            at=NOW,
            reason="Sambungan terputus sebelum platform menjawab.",
        )
        return reply

    def state(self, reply: int) -> ReplyState:
        queued = outbox.get(self.work.lanes.reader, reply)
        assert queued is not None
        return queued.state


@contextmanager
def answering(folder: Path) -> Iterator[Answering]:
    """Open the desk, with rules and starter templates in force."""
    told = Told()
    clock = [NOW]
    home = home_of(folder, KEY, now=lambda: clock[0], tokens=False)
    known = registry.find()["mastodon"].manifest
    manifest = replace(known, capabilities=known.capabilities | {"openness"})
    platform = Platform(manifest)
    connectors = {**home.office.connectors, "mastodon": platform}
    office: Office = replace(home.office, connectors=connectors)
    desk = open_desk(folder, office)
    rules.adopt(desk)
    templates.adopt_starters(desk)
    people = (Officer(OFFICER, "SR"),)
    settings.save(desk, officers=people, officer=OFFICER, greeting="Kak")
    mention = take_mention(desk)
    by_hand = take_by_hand(desk)
    reader = open_reader(folder / FILE_NAME, KEY)
    work = make_workplace(ImmediateLanes(desk, reader), office, told)
    yield Answering(work, desk, told, platform, mention, by_hand, clock)
    reader.close()
    desk.database.close()


def mention() -> Incoming:
    """What a citizen writes to the agency on a platform that a machine may answer."""
    return Incoming(
        remote_id="100",
        conversation="100",
        form=Form.MENTION,
        public=True,
        author=Author("dewi", "@dewi.anjani", "Dewi Anjani"),
        text="Min, jalan di depan SDN 2 Cibening rusak. Kapan diperbaiki?",
        sent_at=NOW - 30 * MINUTE,
        url="https://warga.example/@dewi.anjani/100",
    )


def take_mention(desk: Desk, **other: Any) -> int:
    """The citizen mentions the agency."""
    return take(desk, take_account(desk), replace(mention(), **other))


def take(desk: Desk, account: int, message: Incoming) -> int:
    """Take one message in for an account; gives its conversation."""
    batch = messages.Batch(marking.mark_all(desk, [message]))
    whole = account_store.get(desk.database.conn, account)
    saved = messages.save(desk.database, desk.stamp(), whole, batch)
    return next(iter(saved.conversations))


def take_account(desk: Desk, **other: Any) -> int:
    """Connect the agency's account, or another one of the same server."""
    account = Account(
        id=0,
        uid="0198-kanal",
        connector="mastodon",
        platform="mastodon",
        host="warga.example",
        remote_id="7",
        handle="@pemkab_sukamaju",
        name="Pemkab Sukamaju",
        settings={"limit": "500"},
    )
    whole = replace(account, **other)
    return next(iter(accounts.store_account(desk, whole, manual=False).accounts))


def take_by_hand(desk: Desk) -> int:
    """A comment on a platform that no machine may answer."""
    changes = capture.capture(
        desk,
        link="https://www.tiktok.com/@pemkabsukamaju/video/7300000000000000001",
        text="Pendaftaran pasar murah bisa diwakilkan?",
        author="lina.oktavia",
        sent_at=NOW - 20 * MINUTE,
        form=Form.COMMENT,
    )
    return next(iter(changes.conversations))
