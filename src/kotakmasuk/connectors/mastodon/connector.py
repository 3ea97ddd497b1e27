"""Mastodon: mentions, comments and direct messages in; answers, posts, boosts out.

Ids are opaque and a status is one message however often it is listed.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from kotakmasuk.connectors.kit.contract import Access, AccountIdentity
from kotakmasuk.connectors.kit.counting import URL_LENGTH, mastodon
from kotakmasuk.connectors.kit.errors import BadAnswer, Refused, TargetGone
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.conversations import fetch_conversations
from kotakmasuk.connectors.mastodon.finding import find_sent
from kotakmasuk.connectors.mastodon.lists import fetch_list
from kotakmasuk.connectors.mastodon.parsing import text
from kotakmasuk.connectors.mastodon.sending import send, with_mention
from kotakmasuk.domain.messages import Cursor, Page


__all__ = ["count", "fetch", "find_sent", "identify", "send"]


def identify(access: Access) -> AccountIdentity:
    """Ask the server who this account is and how long an answer may be."""
    base = server.base_url(access.settings.get("base_url", ""))
    try:
        answer = server.read(access, "/api/v1/accounts/verify_credentials")
    except TargetGone:
        message = f"Di {urlsplit(base).netloc} tidak ada server Mastodon."
        raise Refused(
            message, "Tidak ada yang berubah.", "Periksa alamatnya."
        ) from None
    account = answer.json()
    if not isinstance(account, dict) or not text(account.get("id")):
        answer.misunderstood()
    instance = _instance(access)
    host = text(instance.get("domain")) or text(instance.get("uri"))
    host = urlsplit(host).netloc if "://" in host else host or urlsplit(base).netloc
    return AccountIdentity(
        host=urlsplit(base).netloc,
        remote_id=text(account["id"]),
        handle=f"@{text(account.get('username'))}@{host}",
        settings={"base_url": base, **_limits(instance)},
    )


def fetch(access: Access, cursor: Cursor) -> Page:
    """Read the next page of a stream; raises ConnectorError."""
    if cursor.stream == "conversations":
        return fetch_conversations(access, cursor)
    return fetch_list(access, cursor)


def count(content: str, settings: Mapping[str, str]) -> int:
    """Count as Mastodon does: an address is 23, a remote mention its name alone.

    `settings` are the account's own; with `mention` in them the greeting that `send` puts
    before the text is counted too.
    """
    length = int(settings.get("url_length") or URL_LENGTH)
    return mastodon(with_mention(content, settings.get("mention", "")), length)


def _instance(access: Access) -> Mapping[str, Any]:
    """Read what the server says of itself, from the newer or the older address."""
    for path in ("/api/v2/instance", "/api/v1/instance"):
        try:
            instance = server.read(access, path).json()
        except (TargetGone, BadAnswer, Refused):
            continue
        if isinstance(instance, dict):
            return instance
    return {}


def _limits(instance: Mapping[str, Any]) -> dict[str, str]:
    configuration = instance.get("configuration")
    told = configuration if isinstance(configuration, dict) else {}
    statuses = _table(told, "statuses")
    found = {
        "limit": statuses.get("max_characters", instance.get("max_toot_chars")),
        "url_length": statuses.get("characters_reserved_per_url"),
        "pictures_most": statuses.get("max_media_attachments"),
        "pictures_most_bytes": _table(told, "media_attachments").get(
            "image_size_limit"
        ),
    }
    return {
        name: str(value)
        for name, value in found.items()
        if isinstance(value, int) and value > 0
    }


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name)
    return found if isinstance(found, dict) else {}
