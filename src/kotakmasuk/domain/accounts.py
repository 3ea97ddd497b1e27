"""Connected accounts (Kanal) and how well each of them is being read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Platform:
    """A platform's own badge letters and its name; never a logo."""

    key: str
    glyph: str
    name: str


PLATFORMS = {
    platform.key: platform
    for platform in (
        Platform("instagram", "IG", "Instagram"),
        Platform("facebook", "FB", "Facebook"),
        Platform("x", "X", "X"),
        Platform("tiktok", "TT", "TikTok"),
        Platform("youtube", "YT", "YouTube"),
        Platform("threads", "TH", "Threads"),
        Platform("telegram", "TG", "Telegram"),
        Platform("whatsapp", "WA", "WhatsApp"),
        Platform("mastodon", "M", "Mastodon"),
        Platform("bluesky", "BS", "Bluesky"),
        Platform("email", "@", "Surel"),
        Platform("playstore", "GP", "Google Play"),
        Platform("lapor", "LP", "SP4N-LAPOR!"),
        Platform("rss", "RS", "RSS"),
        Platform("manual", "CT", "Catat manual"),
        Platform("files", "BK", "Berkas"),
    )
}


def platform_of(key: str) -> Platform:
    """Give the platform of that key; an unknown one gets its first two letters."""
    return PLATFORMS.get(key) or Platform(key, key[:2].upper() or "?", key)


class AccountState(StrEnum):
    """Whether an account is being read."""

    CONNECTED = "connected"
    SIGN_IN_NEEDED = "sign_in_needed"
    PAUSED = "paused"
    REMOVED = "removed"


class ProblemKind(StrEnum):
    """Why an account could not be read, by what an officer can do about it."""

    SIGN_IN = "sign_in"
    QUOTA = "quota"
    LATER = "later"
    UNREACHABLE = "unreachable"
    OTHER = "other"


@dataclass(frozen=True)
class Account:
    """One connected account; `connector` reads it, `platform` is what citizens see."""

    id: int
    uid: str
    connector: str
    platform: str
    host: str
    remote_id: str
    handle: str
    name: str
    state: AccountState = AccountState.CONNECTED
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Health:
    """How an account stands; times are UTC ms, None means never.

    `complete_until` is the oldest of its streams: up to then nothing is missing. A
    `manual` account has no such promise; it shows when it was last looked through.
    Nothing is sent before `sending_until`, for the reason in `sending_reason`.
    """

    account: Account
    manual: bool = False
    last_success: int | None = None
    complete_until: int | None = None
    next_check: int | None = None
    problem: str = ""
    problem_kind: ProblemKind | None = None
    remedy: str = ""
    gaps: int = 0
    messages: int = 0
    sending_until: int | None = None
    sending_reason: str = ""
