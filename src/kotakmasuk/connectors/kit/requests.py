"""A request before it leaves: where it may go, what it carries, whom its token reaches.

A token reaches https and this machine only, and no answer repeats it.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from kotakmasuk.connectors.kit.answers import Answer
from kotakmasuk.connectors.kit.errors import Refused, SignInNeeded


HIDDEN = b"(token)"
SHORTEST_TOKEN = 8


@dataclass(frozen=True)
class Upload:
    """A file that goes out in a form, in the form's `field`."""

    field: str
    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True)
class Request:
    """One request before it leaves; its token is in no representation of it."""

    method: str
    url: str
    query: Mapping[str, Any] | None = None
    payload: object = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    token: str = field(default="", repr=False)
    file: Upload | None = None
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        """Tell whether it may change something there."""
        return self.method != "GET"

    @property
    def host(self) -> str:
        """The server's name for a sentence."""
        return urlsplit(self.url).netloc


def demand_safe(url: str) -> None:
    """Raise Refused unless the address is https, or this machine itself."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        safe = parts.scheme == "https" or (parts.scheme == "http" and _is_own(host))
        safe = safe and bool(host) and parts.port != 0
    except ValueError:
        safe = False
    if not safe:
        message = "Alamat server harus diawali https://."
        raise Refused(message, "Tidak ada yang dikirim.", "Perbaiki alamatnya.")


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def followed(request: Request, answer: Answer) -> Request:
    """Turn to where a read is sent on; another server does not get the token."""
    url = urljoin(request.url, answer.headers["location"])
    same = urlsplit(url)[:2] == urlsplit(request.url)[:2]
    return replace(request, url=url, query=None, token=request.token if same else "")


def sendable(request: Request) -> str:
    """Give the token if a header can carry it; SignInNeeded otherwise."""
    token = request.token
    if token.isascii() and token.isprintable() and " " not in token:
        return token
    message = f"Token untuk {request.host} memuat huruf yang tidak mungkin benar."
    raise SignInNeeded(
        message,
        "Tidak ada yang dikirim.",
        "Salin lagi tokennya tanpa spasi, lalu hubungkan kembali di Kanal.",
    )


def without_token(body: bytes, token: str) -> bytes:
    """Blot the token out of an answer that repeats it, before anyone stores it."""
    if len(token) < SHORTEST_TOKEN:
        return body
    return body.replace(token.encode(), HIDDEN)
