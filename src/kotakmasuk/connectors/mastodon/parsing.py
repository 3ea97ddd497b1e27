"""Mastodon's JSON as messages; pure, and tolerant of every server's own habits."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from kotakmasuk.connectors.mastodon.plain import plain
from kotakmasuk.domain.messages import Attachment, Author, Form, Incoming, Post


Status = Mapping[str, Any]


def is_status(value: object) -> bool:
    """Tell whether this is a status with all that a message needs."""
    return (
        isinstance(value, dict)
        and bool(text(value.get("id")))
        and instant(value.get("created_at")) is not None
        and isinstance(value.get("account"), dict)
        and bool(text(value["account"].get("id")))
    )


def text(value: object) -> str:
    """Write an id as text; some servers send numbers."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    return str(value)


def instant(value: object) -> int | None:
    """Read an ISO instant as UTC ms, None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp() * 1000)


def author_id(status: Status) -> str:
    """Give the id of who wrote it."""
    return text(status["account"].get("id"))


def is_direct(status: Status) -> bool:
    """Tell whether it is a direct message."""
    return status.get("visibility") == "direct"


def mentions(status: Status, account: str) -> bool:
    """Tell whether it speaks to that account."""
    return account in _mentioned(status)


def citizen_of(status: Status, own: str, chain: Sequence[Status]) -> str:
    """Give the account id of the citizen a status is from or to; empty if nobody.

    `chain` are the statuses above it, the root first.
    """
    above = text(status.get("in_reply_to_account_id"))
    known = [author_id(status), above, *map(author_id, reversed(chain))]
    if is_direct(status):
        known.extend(_mentioned(status))
    return next((account for account in known if account not in {"", own}), "")


def root_of(status: Status, chain: Sequence[Status]) -> str:
    """Give the id of the status that the thread began with, as far as it is known."""
    highest = chain[0] if chain else status
    return text(highest.get("in_reply_to_id")) or text(highest.get("id"))


def incoming(status: Status, own: str, chain: Sequence[Status]) -> Incoming | None:
    """Make a message of a status; None when it concerns no citizen.

    One direct conversation is one citizen's; in public, one citizen under one thread.
    """
    citizen = citizen_of(status, own, chain)
    created = instant(status.get("created_at"))
    if not citizen or created is None:
        return None
    direct = is_direct(status)
    post = None if direct else _own_post(chain, own)
    return Incoming(
        remote_id=text(status.get("id")),
        conversation=f"dm:{citizen}"
        if direct
        else f"{root_of(status, chain)}:{citizen}",
        form=_form(direct=direct, under_own_post=post is not None),
        public=status.get("visibility") in {"public", "unlisted", None},
        author=author(status["account"]),
        text=words(status),
        sent_at=created,
        sent_offset=0,
        own=author_id(status) == own,
        parent=text(status.get("in_reply_to_id")) or None,
        post=post,
        url=_url(status),
        attachments=_attachments(status),
        edited_at=instant(status.get("edited_at")),
        raw=json.dumps(status, ensure_ascii=False, sort_keys=True),
    )


def author(account: Mapping[str, Any]) -> Author:
    """Make an author of an account; the handle is as this server writes it."""
    handle = text(account.get("acct")) or text(account.get("username"))
    return Author(
        remote_id=text(account.get("id")),
        handle=f"@{handle}" if handle else "",
        name=text(account.get("display_name")) or handle,
        url=_web(account.get("url")),
    )


def words(status: Status) -> str:
    """Give what a status says, a content warning first."""
    warning = text(status.get("spoiler_text")).strip()
    said = plain(text(status.get("content")))
    return f"{warning}\n\n{said}".strip() if warning else said


def _mentioned(status: Status) -> tuple[str, ...]:
    found = status.get("mentions")
    if not isinstance(found, list):
        return ()
    return tuple(text(each.get("id")) for each in found if isinstance(each, dict))


def _form(*, direct: bool, under_own_post: bool) -> Form:
    if direct:
        return Form.DIRECT_MESSAGE
    return Form.COMMENT if under_own_post else Form.MENTION


def _own_post(chain: Sequence[Status], own: str) -> Post | None:
    if not chain or author_id(chain[0]) != own:
        return None
    post = chain[0]
    return Post(
        remote_id=text(post.get("id")),
        text=words(post),
        url=_url(post),
        at=instant(post.get("created_at")),
        likes=_number(post.get("favourites_count")),
        comments=_number(post.get("replies_count")),
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _url(status: Status) -> str:
    return _web(status.get("url")) or _web(status.get("uri"))


def _web(value: object) -> str:
    """Let only web addresses through: an officer will click on them."""
    url = text(value)
    return url if url.startswith(("https://", "http://")) else ""


def _attachments(status: Status) -> tuple[Attachment, ...]:
    found = status.get("media_attachments")
    if not isinstance(found, list):
        return ()
    return tuple(
        Attachment(
            kind=text(each.get("type")) or "unknown",
            url=_web(each.get("url")) or _web(each.get("remote_url")),
            description=text(each.get("description")),
        )
        for each in found
        if isinstance(each, dict)
    )
