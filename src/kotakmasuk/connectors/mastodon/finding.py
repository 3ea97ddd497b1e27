"""Looking on Mastodon whether what was sent already stands there.

Only a whole look may say no; anything less raises.
"""

from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

from kotakmasuk.connectors.kit.answers import Answer, unreachable
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import TargetGone
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.parsing import (
    Status,
    instant,
    is_status,
    text,
    words,
)
from kotakmasuk.connectors.mastodon.plain import comparable
from kotakmasuk.connectors.mastodon.sending import LIKE, SHARE, addressed, receipt
from kotakmasuk.domain.replies import Outgoing, Receipt


LOOK_BACK = 3_600_000
MOMENT = 120_000  # clocks told in whole seconds, and what they drift meanwhile
MOST_PAGES = 50


def find_sent(access: Access, outgoing: Outgoing) -> Receipt | None:
    """Look whether this very thing was already done.

    Raises ConnectorError rather than say no after an incomplete look.
    """
    if outgoing.purpose == LIKE:
        return _find_like(access, outgoing)
    is_it = _is_boost if outgoing.purpose == SHARE else _is_answer
    for status, earliest in _own(access, outgoing):
        if is_it(status, outgoing, earliest):
            return receipt(status)
    return None


def _find_like(access: Access, outgoing: Outgoing) -> Receipt | None:
    target = server.quoted(outgoing.in_reply_to or "")
    try:
        answer = server.read(access, f"/api/v1/statuses/{target}")
    except TargetGone:
        return None
    status = answer.json()
    if not is_status(status):
        answer.misunderstood()
    return receipt(status) if status.get("favourited") is True else None


def _own(access: Access, outgoing: Outgoing) -> Iterator[tuple[Status, int]]:
    """Give our own statuses, back to before the sending was asked for.

    With each comes the earliest time, on the server's clock, that it can have left.
    """
    path = f"/api/v1/accounts/{server.quoted(access.remote_id)}/statuses"
    boosts = "false" if outgoing.purpose == SHARE else "true"
    query: dict[str, Any] = {"limit": 40, "exclude_reblogs": boosts}
    for _page in range(MOST_PAGES):
        answer = server.read(access, path, query)
        statuses = _statuses(answer)
        earliest = _earliest(access, answer, outgoing)
        for status in statuses:
            yield status, earliest
        if not statuses or _oldest(statuses) < earliest - LOOK_BACK:
            return
        onward = server.onward(answer.headers.get("link", ""))
        older = onward or _oldest_id(statuses)
        if onward == "" or older == query.get("max_id"):
            return
        query["max_id"] = older
    raise unreachable(server.host(access))


def _is_boost(status: Status, outgoing: Outgoing, _earliest: int) -> bool:
    boosted = status.get("reblog")
    return isinstance(boosted, dict) and text(boosted.get("id")) == outgoing.in_reply_to


def _is_answer(status: Status, outgoing: Outgoing, earliest: int) -> bool:
    """Compare; a server forgets what an answer stood under once that is deleted.

    A post stands under nothing, so its time has to tell it from an older one.
    """
    under = text(status.get("in_reply_to_id")) or None
    if under is not None and under != outgoing.in_reply_to:
        return False
    created = instant(status["created_at"]) or 0
    if outgoing.in_reply_to is None and created < earliest - MOMENT:
        return False
    if len(status.get("media_attachments") or ()) != len(outgoing.pictures):
        return False
    return comparable(words(status)) == comparable(addressed(outgoing))


def _earliest(access: Access, answer: Answer, outgoing: Outgoing) -> int:
    """Say from when to look; a server whose clock is behind ours needs more.

    One that is ahead is looked through further than needed, which does no harm.
    """
    try:
        told = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return outgoing.not_before - 23 * LOOK_BACK
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
    ahead = access.now() - int(told.timestamp() * 1000)
    return outgoing.not_before - max(0, ahead)


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
