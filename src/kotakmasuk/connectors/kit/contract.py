"""What a connector is: a manifest and two to five plain functions.

A connector module has `fetch(access, cursor) -> Page` and, by its capabilities,
`send(access, outgoing) -> Receipt`, `find_sent(access, outgoing) -> Receipt | None`,
`count(text, settings) -> int` and `identify(access) -> AccountIdentity`. It raises only
errors of `kit.errors`, keeps no state and reads no clock but `access.now`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Cursor, Page
from kotakmasuk.domain.replies import Outgoing, Receipt


def _no_picture(digest: str) -> bytes:
    """Stand in where no answer with a picture is sent."""
    raise KnownError(
        f"Gambar {digest[:8]} tidak ada di komputer ini.",
        "Teks balasan tetap tersimpan dan tidak dikirim.",
        "Lampirkan lagi gambarnya, atau kirim tanpa gambar.",
    )


@dataclass(frozen=True)
class Access:
    """All that a connector may touch of one account.

    `read_token(name)` and `save_token(name, value)` reach the keyring; a connector never
    stores a secret elsewhere. `now()` is UTC ms. `settings` are the account's own, such
    as `base_url`; `progress(done, total)` tells a long import's way, total 0 if unknown.

    `picture(digest)` gives the bytes of a Picture; KnownError when they are gone.
    `keep_step(step)` writes, committed before it returns, what a sending of several calls
    must remember before its next one (a container's id); a later attempt finds it in
    `Outgoing.step`. It says nothing about whether the answer was carried out.
    """

    account: str
    remote_id: str
    handle: str
    settings: Mapping[str, str]
    http: Http
    read_token: Callable[[str], str | None]
    save_token: Callable[[str, str], None]
    now: Callable[[], int]
    progress: Callable[[int, int], None] = field(default=lambda _done, _total: None)
    keep_step: Callable[[str], None] = field(default=lambda _step: None)
    picture: Callable[[str], bytes] = field(default=_no_picture)


@dataclass(frozen=True)
class AccountIdentity:
    """Who the platform says this account is, and its limits if it tells them."""

    host: str
    remote_id: str
    handle: str
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """One thing the sign-in asks for; a secret goes to the keyring."""

    name: str
    label: str
    hint: str = ""
    secret: bool = False
    required: bool = True
    default: str = ""


@dataclass(frozen=True)
class SignIn:
    """The sign-in of a platform as data; the desktop draws it, the console asks it."""

    introduction: str
    steps: tuple[str, ...]
    fields: tuple[Field, ...]


class Connector(Protocol):
    """A connector's module, as the services see it."""

    def identify(self, access: Access) -> AccountIdentity:
        """Ask the platform who this account is; raises ConnectorError."""

    def fetch(self, access: Access, cursor: Cursor) -> Page:
        """Read the next page of one stream; raises ConnectorError."""

    def send(self, access: Access, outgoing: Outgoing) -> Receipt:
        """Carry out one purpose; raises OutcomeUnknown when nobody can tell."""

    def find_sent(self, access: Access, outgoing: Outgoing) -> Receipt | None:
        """Look on the platform whether this very thing was already done."""

    def count(self, text: str, settings: Mapping[str, str]) -> int:
        """Count a text; asked only where the manifest has a limit of its own."""


@dataclass(frozen=True)
class Manifest:
    """A connector's manifest.toml, validated.

    `capabilities` say what it can do: fetch, send, find_sent; manual (the officer sends
    by hand), import, demo; and what `send` takes besides a plain answer, by
    `Outgoing.purpose`: publish (an announcement), like, share, hide; and pictures, and
    openness (an answer more open or more private than what it answers).
    `streams` are read one after the other; `limit` is the longest answer where the
    connector knows better than kit.platforms; `poll_seconds` the pause between rounds.
    """

    key: str
    name: str
    platform: str
    capabilities: frozenset[str]
    streams: tuple[str, ...]
    limit: int | None
    poll_seconds: int
    sign_in: SignIn
    quality: str
