"""The announcement that is open, as it is being written.

The one rule: a tick holds for the words that were read; other words empty the ticks of
that text, and another picture those of all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kotakmasuk.desktop.announcements.wording import handle_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import (
    COMMON,
    Announcement,
    PostRow,
    Standing,
    is_editable,
)
from kotakmasuk.domain.replies import Identity, Picture
from kotakmasuk.services.checklist import CheckView


_WORDS = re.compile(r"\w+")


@dataclass
class Sheet:
    """What is open: the fields, which text is shown, and what the last checks said."""

    announcement: Announcement
    posts: tuple[PostRow, ...] = ()
    places: Mapping[int, Identity] = field(default_factory=dict)
    standing: Standing = Standing.DRAFT
    shown: str = COMMON
    emptied: bool = False
    views: Mapping[int, CheckView] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    sending: bool = False

    @property
    def editable(self) -> bool:
        """Tell whether words may change: nothing waits or has left."""
        return is_editable(self.posts) and not self.sending

    @property
    def text(self) -> str:
        """The words of the text that is shown."""
        return self.announcement.text_for(self.shown)

    def platforms(self) -> tuple[str, ...]:
        """The platforms that it goes to, in the order of the accounts."""
        chosen = (self.places.get(one) for one in self.announcement.accounts)
        return tuple(dict.fromkeys(one.platform for one in chosen if one))

    def accounts_shown(self) -> list[int]:
        """The accounts that take the text that is shown."""
        return [one for one in self.announcement.accounts if self._takes(one)]

    def _takes(self, account: int) -> bool:
        place = self.places.get(account)
        if place is None:
            return False
        if self.shown == COMMON:
            return self.announcement.sheet(place.platform) == COMMON
        return place.platform == self.shown

    def name_of(self, account: int) -> str:
        """An account as the page names it."""
        place = self.places.get(account)
        if place is None:
            return ""
        return f"{handle_words(place.handle)} · {platform_of(place.platform).name}"

    def told(self) -> int | None:
        """The account whose check is shown: the first that does not pass, else the first."""
        checked = [one for one in self.accounts_shown() if one in self.views]
        wrong = (one for one in checked if not self.views[one].passed)
        return next(wrong, checked[0] if checked else None)

    def put(self, **fields: Any) -> None:
        """Change fields that no check reads."""
        self.announcement = replace(self.announcement, **fields)

    def write(self, text: str) -> None:
        """Take the words of the text that is shown."""
        before, sheet = self.text, self.shown_sheet()
        if sheet == COMMON:
            self.put(text=text)
        else:
            variants = {**self.announcement.variants, sheet: text}
            self.put(variants=variants)
        if _read(text) != _read(before):
            self._empty(sheet)

    def shown_sheet(self) -> str:
        """Name the text that is shown: a platform without a variant shows the common."""
        return self.announcement.sheet(self.shown)

    def begin_variant(self) -> None:
        """Give the shown platform words of its own, which begin as the common ones."""
        text = self.announcement.text
        self.put(variants={**self.announcement.variants, self.shown: text})

    def drop_variant(self) -> None:
        """Let the shown platform take the common words again."""
        kept = dict(self.announcement.variants)
        kept.pop(self.shown, None)
        self._empty(self.shown)
        self.put(variants=kept)

    def choose(self, account: int, *, chosen: bool) -> None:
        """Let it go to an account, or not."""
        others = tuple(one for one in self.announcement.accounts if one != account)
        self.put(accounts=(*others, account) if chosen else others)
        if self.shown not in (COMMON, *self.platforms()):
            self.shown = COMMON

    def tick(self, rule: str, *, ticked: bool) -> None:
        """Tick or untick a rule for the text that is shown."""
        sheet = self.shown_sheet()
        keys = self.announcement.ticks.get(sheet, frozenset())
        kept = keys | {rule} if ticked else keys - {rule}
        self.emptied = False
        self.put(ticks={**self.announcement.ticks, sheet: kept})

    def add_picture(self, picture: Picture) -> None:
        """Attach a picture; each text is to be read again with it."""
        known = self.announcement.pictures
        if picture.digest not in (one.digest for one in known):
            self._picture((*known, picture))

    def remove_picture(self, digest: str) -> None:
        """Leave a picture out."""
        known = self.announcement.pictures
        self._picture(tuple(one for one in known if one.digest != digest))

    def _picture(self, pictures: tuple[Picture, ...]) -> None:
        self.put(pictures=pictures)
        for sheet in list(self.announcement.ticks):
            self._empty(sheet)

    def describe(self, digest: str, alt: str) -> None:
        """Say in words what a picture shows."""
        pictures = tuple(
            replace(one, alt=alt) if one.digest == digest else one
            for one in self.announcement.pictures
        )
        self.put(pictures=pictures)

    def _empty(self, sheet: str) -> None:
        ticks = dict(self.announcement.ticks)
        self.emptied = bool(ticks.pop(sheet, None)) or self.emptied
        self.put(ticks=ticks)


def _read(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())
