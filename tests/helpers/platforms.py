"""A platform out of a script: it hands over pages, and fails when and as it is told.

What was posted stands in `posted`, once for each time; `asked` counts the calls, so that
a test tells what was sent from what was tried.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kotakmasuk.connectors.kit import registry
from kotakmasuk.connectors.kit.contract import (
    Access,
    AccountIdentity,
    Field,
    Manifest,
    SignIn,
)
from kotakmasuk.domain.messages import Cursor, Page
from kotakmasuk.domain.replies import Outgoing, Receipt


KEY = "scripted"
STREAM = "inbox"
ABLE = frozenset({"publish", "like", "share", "hide", "pictures"})
SENT_AT = 1_763_535_700_000
IDENTITY = AccountIdentity("contoh.test", "kota", "kotasukamaju")


@dataclass
class Delivered:
    """The answer arrives, and then this happens to the one who waits for its receipt."""

    error: BaseException


@dataclass
class Platform:
    """The other side, as a connector's module."""

    pages: list[Page | Exception] = field(default_factory=list)
    moods: list[BaseException | Delivered] = field(default_factory=list)
    posted: list[Outgoing] = field(default_factory=list)
    asked: int = 0
    blind: Exception | None = None
    who: AccountIdentity = IDENTITY
    refuses: Exception | None = None
    steps: list[str] = field(default_factory=list)

    def identify(self, access: Access) -> AccountIdentity:
        if self.refuses:
            raise self.refuses
        assert access.read_token("token")
        return self.who

    def fetch(self, access: Access, cursor: Cursor) -> Page:
        del access
        page = self.pages.pop(0) if self.pages else Page(cursor)
        if isinstance(page, Exception):
            raise page
        return page

    def send(self, access: Access, outgoing: Outgoing) -> Receipt:
        self.asked += 1
        if self.steps:
            access.keep_step(self.steps.pop(0))
        mood = self.moods.pop(0) if self.moods else None
        if isinstance(mood, BaseException):
            raise mood
        self.posted.append(outgoing)
        if mood is not None:
            raise mood.error
        return self._receipt(len(self.posted))

    def find_sent(self, access: Access, outgoing: Outgoing) -> Receipt | None:
        del access
        if self.blind:
            raise self.blind
        for number, one in enumerate(self.posted, start=1):
            if _same(one) == _same(outgoing):
                return self._receipt(number)
        return None

    def count(self, text: str, settings: Mapping[str, str]) -> int:
        del settings
        return len(text)

    def _receipt(self, number: int) -> Receipt:
        return Receipt(f"s{number}", f"https://contoh.test/s{number}", SENT_AT)


def _same(one: Outgoing) -> tuple[str, str | None, str]:
    return one.purpose, one.in_reply_to, one.text


@dataclass(frozen=True)
class Scripted:
    """What the registry would find for the platform of a test."""

    manifest: Manifest
    platform: Platform

    def connector(self) -> Platform:
        return self.platform


def connectors(platform: Platform, *, can_look: bool = True) -> dict[str, Any]:
    """Give the real connectors and beside them the scripted one."""
    looks = {"find_sent"} if can_look else set()
    manifest = Manifest(
        key=KEY,
        name="Contoh",
        platform="mastodon",
        capabilities=frozenset({"fetch", "send", *ABLE, *looks}),
        streams=(STREAM,),
        limit=500,
        poll_seconds=60,
        sign_in=SignIn(
            "Tempel token.", (), (Field("token", "Token", "Isi token.", secret=True),)
        ),
        quality="",
    )
    return {**registry.find(), KEY: Scripted(manifest, platform)}
