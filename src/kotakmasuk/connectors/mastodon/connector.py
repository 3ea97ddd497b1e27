"""Mastodon: mentions, comments and direct messages in, answers out.

Ids are opaque and a status is one message however often it is listed. Idempotency keys
are sent and never relied on: servers ignore them.
"""

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from kotakmasuk.connectors.kit.answers import Answer, check, unreachable
from kotakmasuk.connectors.kit.contract import Access, AccountIdentity
from kotakmasuk.connectors.kit.counting import graphemes
from kotakmasuk.connectors.kit.errors import BadAnswer, Refused, TargetGone, TooLong
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.conversations import fetch_conversations
from kotakmasuk.connectors.mastodon.lists import fetch_list
from kotakmasuk.connectors.mastodon.parsing import (
    Status,
    instant,
    is_status,
    text,
    words,
)
from kotakmasuk.connectors.mastodon.plain import REMOTE_MENTION, comparable
from kotakmasuk.domain.messages import Cursor, Form, Page
from kotakmasuk.domain.replies import Outgoing, Receipt


URL = re.compile(r"(?<![\w@/])https?://[^\s<>\"'()]+[^\s<>\"'().,;:!?]", re.IGNORECASE)
TOO_LONG = re.compile(r"too long|character limit|maximum", re.IGNORECASE)
URL_LENGTH = 23
UNPROCESSABLE = 422
LOOK_BACK = 3_600_000
MOST_PAGES = 50


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


def send(access: Access, outgoing: Outgoing) -> Receipt:
    """Post an answer under what it answers; raises OutcomeUnknown when nobody can tell."""
    payload = {"status": addressed(outgoing), "visibility": _visibility(outgoing)}
    if outgoing.in_reply_to:
        payload["in_reply_to_id"] = outgoing.in_reply_to
    answer = access.http.post(
        server.address(access, "/api/v1/statuses"),
        payload=payload,
        token=server.token(access),
        headers={"Idempotency-Key": outgoing.key},
    )
    if answer.status == UNPROCESSABLE and TOO_LONG.search(answer.said()):
        message = f"Balasan lebih panjang dari yang diizinkan {answer.host}."
        raise TooLong(message, "Teks balasan tetap tersimpan.", "Persingkat teksnya.")
    status = check(answer, access.now()).json()
    if not is_status(status):
        answer.misunderstood()
    return _receipt(status)


def find_sent(access: Access, outgoing: Outgoing) -> Receipt | None:
    """Look among our own statuses whether this answer stands there.

    Raises ConnectorError rather than say no after an incomplete look.
    """
    path = f"/api/v1/accounts/{server.quoted(access.remote_id)}/statuses"
    query: dict[str, Any] = {"limit": 40, "exclude_reblogs": "true"}
    for _page in range(MOST_PAGES):
        answer = server.read(access, path, query)
        statuses = _statuses(answer)
        for status in statuses:
            if _is_answer(status, outgoing):
                return _receipt(status)
        if not statuses or _oldest(statuses) < _look_until(access, answer, outgoing):
            return None
        onward = server.onward(answer.headers.get("link", ""))
        older = onward or _oldest_id(statuses)
        if onward == "" or older == query.get("max_id"):
            return None
        query["max_id"] = older
    raise unreachable(urlsplit(access.settings.get("base_url", "")).netloc)


def count(content: str, settings: Mapping[str, str]) -> int:
    """Count as Mastodon does: an address is 23, a remote mention its name alone.

    `settings` are the account's own; with `mention` in them the greeting that `send` puts
    before the text is counted too.
    """
    length = int(settings.get("url_length") or URL_LENGTH)
    full = with_mention(content, settings.get("mention", ""))
    short = URL.sub("x" * length, full)
    return graphemes(REMOTE_MENTION.sub(r"@\1", short))


def addressed(outgoing: Outgoing) -> str:
    """Give the text as it goes out; without the mention nobody would be told."""
    return with_mention(outgoing.text, outgoing.mention)


def with_mention(content: str, mention: str) -> str:
    """Put a citizen's handle before a text that does not name it yet."""
    handle = mention.strip().lstrip("@")
    if not handle:
        return content
    named = re.compile(
        rf"(?<![\w@/])@{re.escape(handle)}(?![\w@]|[.-]\w)", re.IGNORECASE
    )
    return content if named.search(content) else f"@{handle} {content}"


def _visibility(outgoing: Outgoing) -> str:
    if outgoing.form is Form.DIRECT_MESSAGE:
        return "direct"
    return "public" if outgoing.public else "private"


def _receipt(status: Status) -> Receipt:
    return Receipt(
        remote_id=text(status["id"]),
        url=text(status.get("url")),
        sent_at=instant(status["created_at"]),
    )


def _is_answer(status: Status, outgoing: Outgoing) -> bool:
    """Compare; a server forgets what an answer stood under once that is deleted."""
    under = text(status.get("in_reply_to_id")) or None
    if under is not None and under != outgoing.in_reply_to:
        return False
    return comparable(words(status)) == comparable(addressed(outgoing))


def _look_until(access: Access, answer: Answer, outgoing: Outgoing) -> int:
    """Say how far back to look; a server whose clock is behind ours needs more.

    One that is ahead is looked through further than needed, which does no harm.
    """
    try:
        told = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return outgoing.not_before - 24 * LOOK_BACK
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
    ahead = access.now() - int(told.timestamp() * 1000)
    return outgoing.not_before - max(0, ahead) - LOOK_BACK


def _statuses(answer: Answer) -> list[Status]:
    items = answer.json()
    if not isinstance(items, list) or not all(is_status(item) for item in items):
        answer.misunderstood()
    return items


def _oldest(statuses: list[Status]) -> int:
    return min(instant(status["created_at"]) or 0 for status in statuses)


def _oldest_id(statuses: list[Status]) -> str:
    oldest = min(statuses, key=lambda status: instant(status["created_at"]) or 0)
    return text(oldest["id"])


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
    statuses = (
        configuration.get("statuses") if isinstance(configuration, dict) else None
    )
    told = statuses if isinstance(statuses, dict) else {}
    limit = told.get("max_characters", instance.get("max_toot_chars"))
    per_url = told.get("characters_reserved_per_url")
    found = {"limit": limit, "url_length": per_url}
    return {
        name: str(value)
        for name, value in found.items()
        if isinstance(value, int) and value > 0
    }
