"""One Mastodon server: its address, its token, and lists with their way onward."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from kotakmasuk.connectors.kit.answers import Answer, check
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import Refused, SignInNeeded
from kotakmasuk.connectors.kit.requests import demand_safe


LINK = re.compile(r'<([^>]*)>\s*;\s*rel="?(\w+)"?')


def base_url(text: str) -> str:
    """Make a server's address of what an officer pasted; Refused when it is none.

    A bare name, a profile's address and a handle such as @humas@server all do.
    """
    address = text.strip().rstrip("/")
    if "://" not in address:
        address = "https://" + address.rpartition("@")[2]
    demand_safe(address)
    parts = urlsplit(address)
    if parts.username or not parts.netloc or " " in parts.netloc:
        message = "Alamat server tidak dapat dibaca."
        remedy = "Tulis seperti https://mastodon.contoh.go.id."
        raise Refused(message, "Tidak ada yang dikirim.", remedy)
    return f"{parts.scheme}://{parts.netloc}"


def address(access: Access, path: str) -> str:
    """Give the full address of an API path."""
    return base_url(access.settings.get("base_url", "")) + path


def host(access: Access) -> str:
    """Give the server's name for a sentence."""
    return urlsplit(access.settings.get("base_url", "")).netloc


def quoted(remote_id: str) -> str:
    """Write an id so that it stays one step of a path, whatever the server calls it."""
    return quote(remote_id, safe="")


def token(access: Access) -> str:
    """Give the account's token; SignInNeeded when the keyring has none."""
    value = (access.read_token("token") or "").strip()
    if not value:
        message = "Token akun Mastodon ini tidak ada."
        raise SignInNeeded(
            message,
            "Pesan yang sudah masuk tetap ada.",
            "Hubungkan kembali akun ini di Kanal.",
        )
    return value


def read(access: Access, path: str, query: Mapping[str, Any] | None = None) -> Answer:
    """Read a path; raises ConnectorError for anything but a good answer."""
    url = address(access, path)
    answer = access.http.get(url, query=query or {}, token=token(access))
    return check(answer, access.now())


def read_list(
    access: Access, path: str, query: Mapping[str, Any]
) -> tuple[list[Any], str | None]:
    """Read a list and where it goes on: a max_id, "" at its end, None if untold."""
    answer = read(access, path, query)
    items = answer.json()
    if not isinstance(items, list):
        answer.misunderstood()
    return items, onward(answer.headers.get("link", ""))


def onward(link: str) -> str | None:
    """Find the max_id of the next older page in a Link header.

    Only the id is taken: an address in a header may lead to another server. Empty means
    that the server gave a header and no next page, None that it gave no header.
    """
    if not link:
        return None
    for url, relation in LINK.findall(link):
        if relation == "next":
            found: list[str] = parse_qs(urlsplit(url).query).get("max_id", [""])
            return found[0]
    return ""
