"""A real desk over a real encrypted file, with a clock that moves when it is told.

Everything that is loaded once is the real thing: rules, calendar, word lists. Only the
platform is out of a script, and the keyring is a plain mapping.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kotakmasuk.bootstrap import resources as files
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.domain.accounts import Account
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.messages import Author, Cursor, Form, Incoming, Page
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Seat
from kotakmasuk.language.folding import fold
from kotakmasuk.language.suggestions import mark
from kotakmasuk.services import accounts, replies, rules, settings, syncing
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts as account_store
from kotakmasuk.store.database import FILE_NAME, Connection, open_reader, open_writer
from tests.helpers import platforms
from tests.helpers.platforms import Platform


ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
NOW = 1_763_535_600_000  # Wednesday, 19 November 2025, 14.00 in Jakarta
SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
KEY = bytes(range(32))
OFFICER = "Sari Rahmawati"
ANSWER = "Terima kasih laporannya. Petugas kami periksa sore ini."


@dataclass
class Clock:
    """The time, as UTC ms."""

    at: int = NOW

    def __call__(self) -> int:
        return self.at

    def pass_by(self, milliseconds: int) -> int:
        self.at += milliseconds
        return self.at


def counting(start: int = 1) -> Callable[[int], bytes]:
    """Give bytes that are never the same twice and the same in every run."""
    numbers = itertools.count(start)
    return lambda size: next(numbers).to_bytes(size, "big")


@dataclass
class Place:
    """A desk with what surrounds it."""

    desk: Desk
    reader: Connection
    clock: Clock
    platform: Platform
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        return self.desk.office

    def write(self, service: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """Stand for the writing lane: the desk itself, at once."""
        return service(self.desk, *given, **named)

    def one(self, sql: str, *values: object) -> Any:
        """Give the first column of the first row."""
        row = self.reader.execute(sql, values).fetchone()
        return row[0] if row else None

    def everything(self) -> str:
        """Give all that stands in the file, as one text."""
        tables = self.reader.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        rows = (self.reader.execute(f'SELECT * FROM "{name}"') for (name,) in tables)  # noqa: S608
        return "\n".join(repr(row) for found in rows for row in found)

    def sat(self, seat: Seat) -> Desk:
        """Give the same desk with somebody else at it."""
        return replace(self.desk, seat=lambda: seat)

    def close(self) -> None:
        self.reader.close()
        self.desk.database.conn.close()


def make_office(
    folder: Path, clock: Clock, tokens: dict[tuple[str, str], str], found: Any
) -> Office:
    def forget(uid: str) -> None:
        for key in [key for key in tokens if key[0] == uid]:
            del tokens[key]

    def access(account: Account) -> Access:
        return Access(
            account=account.uid,
            remote_id=account.remote_id,
            handle=account.handle,
            settings=account.settings,
            http=None,  # type: ignore[arg-type]
            read_token=lambda name: tokens.get((account.uid, name)),
            save_token=lambda name, value: tokens.update({(account.uid, name): value}),
            now=clock,
        )

    return Office(
        resources=RESOURCES,
        folder=folder,
        rules=partial(files.rules, RESOURCES),
        starters=partial(files.starters, RESOURCES),
        calendar=partial(files.calendar, RESOURCES),
        words=lambda: files.lexicon(RESOURCES).words,
        fold=lambda text: fold(text, files.lexicon(RESOURCES).words.slang),
        mark=lambda text: mark(text, files.lexicon(RESOURCES)),
        connectors=found,
        access=access,
        read_token=lambda uid, name: tokens.get((uid, name)),
        save_token=lambda uid, name, value: tokens.update({(uid, name): value}),
        forget_tokens=forget,
        now=clock,
    )


@cache
def migrated() -> bytes:
    """Give the content of a new file, so that not every test makes it anew."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE_NAME
        open_writer(file, KEY).conn.close()
        return file.read_bytes()


def make_place(
    folder: Path,
    *,
    can_look: bool = True,
    entropy: Callable[[int], bytes] | None = None,
) -> Place:
    """Sit down at the file of a folder, which is made when it is not there."""
    if not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(migrated())
    platform, clock = Platform(), Clock()
    tokens: dict[tuple[str, str], str] = {}
    found = platforms.connectors(platform, can_look=can_look)
    desk = Desk(
        database=open_writer(folder / FILE_NAME, KEY),
        office=make_office(folder, clock, tokens, found),
        device="meja-1",
        seat=lambda: Seat(OFFICER),
        entropy=entropy or counting(),
    )
    rules.adopt(desk)
    reader = open_reader(folder / FILE_NAME, KEY)
    return Place(desk, reader, clock, platform, tokens)


def account(place: Place, name: str = "Mastodon Sukamaju", *, key: str = "kota") -> int:
    """Connect an account of the scripted platform; gives its id."""
    changes = accounts.store_account(
        place.desk,
        Account(
            id=0,
            uid=f"akun-{key}",
            connector=platforms.KEY,
            platform="mastodon",
            host="contoh.test",
            remote_id=key,
            handle="kotasukamaju",
            name=name,
        ),
        manual=False,
    )
    return next(iter(changes.accounts))


def incoming(
    remote_id: str = "m1", text: str = "Lampu jalan mati", **more: Any
) -> Incoming:
    """One public mention of a citizen, an hour ago, in a conversation of its own."""
    author = more.pop("author", "warga")
    values = {
        "conversation": f"utas-{remote_id}",
        "form": Form.MENTION,
        "public": True,
        "author": Author(author, f"@{author}", author.title()),
        "sent_at": NOW - HOUR,
        **more,
    }
    return Incoming(remote_id=remote_id, text=text, **values)


def ours(remote_id: str, text: str = "Sudah kami tangani.", **more: Any) -> Incoming:
    """What the agency's account wrote on the platform itself."""
    return incoming(remote_id, text, author="kota", own=True, **more)


def page(*messages: Incoming, position: str = "1", **more: Any) -> Page:
    """One page of the scripted platform's stream."""
    return Page(Cursor(platforms.STREAM, position), messages, **more)


def receive(place: Place, owner: int, *messages: Incoming, **more: Any) -> list[int]:
    """Save messages as a page; gives their conversations in the same order."""
    known = account_store.get(place.reader, owner)
    syncing.save_page(place.desk, known, page(*messages, **more))
    return [conversation_of(place, one.conversation) for one in messages]


def conversation_of(place: Place, remote_id: str) -> int:
    return int(place.one("SELECT id FROM conversation WHERE remote_id = ?", remote_id))


def every_tick(office: Office) -> frozenset[str]:
    return frozenset(rule.key for rule in office.rules() if rule.mode == "manual")


def answer(
    place: Place, conversation: int, text: str = ANSWER, *, undo_seconds: int = 0
) -> int:
    """Queue a checked answer; gives its reply."""
    settings.save(place.desk, undo_seconds=undo_seconds)
    changes: Changes = replies.queue(
        place.desk, conversation, Composition(text), ticks=every_tick(place.office)
    )
    return next(iter(changes.replies))
