"""Sending on Mastodon: answers, new posts, favourites and boosts.

Idempotency keys are sent and never relied on: servers ignore them.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from kotakmasuk.connectors.kit.answers import Answer, check
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import NotAllowed, TooLong
from kotakmasuk.connectors.mastodon import media, server
from kotakmasuk.connectors.mastodon.parsing import Status, instant, is_status, text
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Outgoing, Receipt


TOO_LONG = re.compile(r"too long|character limit|maximum", re.IGNORECASE)
UNPROCESSABLE = 422
ANNOUNCEMENT, LIKE, SHARE = "announcement", "like", "share"


def send(access: Access, outgoing: Outgoing) -> Receipt:
    """Carry out one purpose; raises OutcomeUnknown when nobody can tell."""
    carry = CARRIED.get(outgoing.purpose)
    if carry is None:
        raise NotAllowed(
            "Mastodon tidak dapat melakukan ini pada pesan orang lain.",
            "Tidak ada yang berubah di kanal.",
            "Laporkan kepada pengelola servernya bila perlu.",
        )
    return carry(access, outgoing)


def receipt(status: Status) -> Receipt:
    """Give the server's word that a status stands there."""
    return Receipt(
        remote_id=text(status["id"]),
        url=text(status.get("url")),
        sent_at=instant(status["created_at"]),
    )


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


def _publish(access: Access, outgoing: Outgoing) -> Receipt:
    """Post a status, its pictures first; only the last call makes anything public."""
    payload: dict[str, Any] = {
        "status": addressed(outgoing),
        "visibility": _visibility(outgoing),
    }
    if outgoing.in_reply_to:
        payload["in_reply_to_id"] = outgoing.in_reply_to
    if outgoing.pictures:
        payload["media_ids"] = media.upload(access, outgoing)
    headers = {"Idempotency-Key": outgoing.key}
    answer = _post(access, "/api/v1/statuses", payload=payload, headers=headers)
    if answer.status == UNPROCESSABLE and TOO_LONG.search(answer.said()):
        message = f"Balasan lebih panjang dari yang diizinkan {answer.host}."
        raise TooLong(message, "Teks balasan tetap tersimpan.", "Persingkat teksnya.")
    return receipt(_status(access, answer))


def _favourite(access: Access, outgoing: Outgoing) -> Receipt:
    """Like a status; it has no id of its own, so the liked one's is the receipt."""
    target = server.quoted(outgoing.in_reply_to or "")
    answer = _post(access, f"/api/v1/statuses/{target}/favourite")
    status = _status(access, answer)
    if status.get("favourited") is False:
        answer.misunderstood()
    return receipt(status)


def _boost(access: Access, outgoing: Outgoing) -> Receipt:
    """Share a status; the boost has an id of its own, with the shared one inside."""
    target = server.quoted(outgoing.in_reply_to or "")
    answer = _post(access, f"/api/v1/statuses/{target}/reblog")
    status = _status(access, answer)
    if not is_status(status.get("reblog")):
        answer.misunderstood()
    return receipt(status)


CARRIED: Mapping[str, Callable[[Access, Outgoing], Receipt]] = {
    "answer": _publish,
    ANNOUNCEMENT: _publish,
    LIKE: _favourite,
    SHARE: _boost,
}


def _post(
    access: Access,
    path: str,
    *,
    payload: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    url, token = server.address(access, path), server.token(access)
    return access.http.post(url, payload=payload, token=token, headers=headers)


def _status(access: Access, answer: Answer) -> Status:
    status = check(answer, access.now()).json()
    if not is_status(status):
        answer.misunderstood()
    found: Status = status
    return found


def _visibility(outgoing: Outgoing) -> str:
    if outgoing.form is Form.DIRECT_MESSAGE:
        return "direct"
    return "public" if outgoing.public else "private"
