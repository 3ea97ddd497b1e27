"""What each platform takes: length, window, pictures; read from platforms.toml.

An account's own settings and its connector's manifest know better where they say so.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib import resources
from typing import Any

from kotakmasuk.connectors.kit.counting import COUNTS, mastodon, utf8_bytes
from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Limit


FILE = "platforms.toml"
UNKNOWN = "manual"
MEDIA_TYPES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


@dataclass(frozen=True)
class PictureRules:
    """Which pictures a place takes; `most` is their number, 0 where it takes none."""

    types: tuple[str, ...] = ()
    most_bytes: int = 0
    most: int = 0
    alt: bool = False


@dataclass(frozen=True)
class Place:
    """What one kind of place takes; None means no limit, or a window that never closes.

    `count` names a way of counting, `bytes` is a second limit beside it, `caption` the
    limit where a picture goes with the text. The extended window is for an answer that a
    human wrote and that is marked so.
    """

    limit: int | None = None
    count: str = "characters"
    bytes: int | None = None
    caption: int | None = None
    window_hours: int | None = None
    window_extended_hours: int | None = None
    pictures: PictureRules = field(default_factory=PictureRules)


@dataclass(frozen=True)
class Facts:
    """A platform's places; `split` tells that a long text may become a thread."""

    platform: str
    split: bool
    public: Place
    private: Place
    post: Place

    def place(self, *, public: bool, post: bool = False) -> Place:
        """Give what holds there; `post` is a new post of an announcement."""
        if post:
            return self.post
        return self.public if public else self.private


def facts(platform: str) -> Facts:
    """Give a platform's facts; one that is unknown here has no limits."""
    known = _load()
    return known.get(platform) or known[UNKNOWN]


def measure(
    platform: str,
    text: str,
    *,
    public: bool,
    settings: Mapping[str, str],
    post: bool = False,
    pictures: int = 0,
) -> Limit:
    """Count a text by the platform's own way; an account's own `limit` wins.

    Where bytes are limited too, whichever is nearer to its limit counts, in shares of
    the first limit.
    """
    place = facts(platform).place(public=public, post=post)
    allowed = _told(settings, "limit") or place.limit
    if pictures and place.caption is not None:
        allowed = place.caption
    count, url_length = COUNTS[place.count], _told(settings, "url_length")
    if count is mastodon and url_length:
        count = partial(mastodon, url_length=url_length)
    used = count(text)
    if place.bytes is not None and allowed is not None:
        # Rounded up: one byte too many is one too many.
        used = max(used, -(-utf8_bytes(text) * allowed // place.bytes))
    return Limit(used, allowed)


def picture_rules(place: Place, settings: Mapping[str, str]) -> PictureRules:
    """Say which pictures a place takes; what the account's server told wins."""
    rules = place.pictures
    most = _told(settings, "pictures_most") or rules.most
    most_bytes = _told(settings, "pictures_most_bytes") or rules.most_bytes
    return replace(rules, most=most, most_bytes=most_bytes) if rules.most else rules


def _told(settings: Mapping[str, str], name: str) -> int | None:
    """Read a number that a server once told; nonsense is not told."""
    value = settings.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else None


@cache
def _load() -> Mapping[str, Facts]:
    """Read the facts once a process; KnownError names the broken field."""
    text = resources.files(__package__).joinpath(FILE).read_text("utf-8")
    return parse(text)


def parse(text: str) -> Mapping[str, Facts]:
    """Read facts from TOML; KnownError names the platform and field that is wrong."""
    try:
        values = tomllib.loads(text)
    except ValueError as error:
        raise _broken(str(error)) from error
    missing = sorted(set(PLATFORMS) - set(values))
    if missing:
        raise _broken(f"{missing[0]}: platform ini belum ada")
    strange = sorted(set(values) - set(PLATFORMS))
    if strange:
        raise _broken(f"{strange[0]}: platform tidak dikenal")
    return {name: _facts(name, each) for name, each in values.items()}


def _facts(name: str, values: object) -> Facts:
    table = _table(values, name, {"split", "public", "private", "post"})
    public = _place(table.get("public", {}), f"{name}.public")
    return Facts(
        platform=name,
        split=_flag(table, "split", name),
        public=public,
        private=_place(table.get("private", {}), f"{name}.private"),
        post=_place(table["post"], f"{name}.post") if "post" in table else public,
    )


def _place(values: object, at: str) -> Place:
    table = _table(values, at, set(Place.__dataclass_fields__))
    count = table.get("count", Place.count)
    if count not in COUNTS:
        raise _broken(f"{at}.count: harus salah satu dari {', '.join(COUNTS)}")
    return Place(
        limit=_number(table, "limit", at),
        count=count,
        bytes=_number(table, "bytes", at),
        caption=_number(table, "caption", at),
        window_hours=_number(table, "window_hours", at),
        window_extended_hours=_number(table, "window_extended_hours", at),
        pictures=_pictures(table["pictures"], f"{at}.pictures")
        if "pictures" in table
        else PictureRules(),
    )


def _pictures(values: object, at: str) -> PictureRules:
    table = _table(values, at, set(PictureRules.__dataclass_fields__))
    types = table.get("types")
    if not isinstance(types, list) or not types or set(types) - MEDIA_TYPES:
        raise _broken(f"{at}.types: harus daftar dari {', '.join(sorted(MEDIA_TYPES))}")
    most_bytes, most = _number(table, "most_bytes", at), _number(table, "most", at)
    if most_bytes is None or most is None:
        raise _broken(f"{at}: most_bytes dan most harus ada")
    return PictureRules(tuple(types), most_bytes, most, _flag(table, "alt", at))


def _table(values: object, at: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(values, dict):
        raise _broken(f"{at}: harus tabel")
    strange = sorted(set(values) - known)
    if strange:
        raise _broken(f"{at}.{strange[0]}: tidak dikenal")
    return values


def _number(values: Mapping[str, Any], name: str, at: str) -> int | None:
    value = values.get(name)
    if value is not None and (type(value) is not int or value <= 0):
        raise _broken(f"{at}.{name}: harus bilangan bulat lebih dari nol")
    return value


def _flag(values: Mapping[str, Any], name: str, at: str) -> bool:
    value = values.get(name)
    if not isinstance(value, bool):
        raise _broken(f"{at}.{name}: harus true atau false")
    return value


def _broken(reason: str) -> KnownError:
    return KnownError(
        f"Keterangan platform {FILE} rusak: {reason}.",
        "Semua pesan dan balasan tidak berubah.",
        "Pasang ulang Kotak Masuk.",
    )
