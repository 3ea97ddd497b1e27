"""A fictional platform, but honest: it pages, it receives once, its citizens react.

Everything follows from the story, the clock and what was received; nothing is random.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kotakmasuk.connectors.demo.received import Received, receive, received
from kotakmasuk.connectors.demo.story import Line, Story, story_of
from kotakmasuk.connectors.kit.contract import Access, AccountIdentity
from kotakmasuk.connectors.kit.errors import TargetGone
from kotakmasuk.domain.messages import (
    Attachment,
    Author,
    Cursor,
    Form,
    Incoming,
    Page,
    Post,
)
from kotakmasuk.domain.replies import Outgoing, Receipt


PAGE = 100
OVERLAP = 10 * 60_000
OFFSET = 420
EDITED_AFTER = 4 * 60_000
REACTS_IN_THREE = 2
# An answer that names its templates is sent by this program while the demo is filled.
SENT_FROM_HERE = "templates"


def identify(access: Access) -> AccountIdentity:
    """Say who this account of the story is."""
    account = story_of(access.settings).account()
    return AccountIdentity(account["host"], account["remote_id"], account["handle"])


def fetch(access: Access, cursor: Cursor) -> Page:
    """Give the next hundred of what has been written up to now."""
    now = access.now()
    place = _read_place(cursor.position)
    waiting = [
        message
        for message in _written(access, now)
        if message.sent_at > place.at - OVERLAP and message.remote_id not in place.known
    ]
    page = waiting[:PAGE]
    access.progress(len(page), len(waiting))
    has_more = len(waiting) > PAGE
    return Page(
        cursor=Cursor(cursor.stream, _after(place, page).write()),
        messages=tuple(page),
        has_more=has_more,
        complete_until=page[-1].sent_at if has_more else now,
    )


def send(access: Access, outgoing: Outgoing) -> Receipt:
    """Receive each purpose once; the same key again gives the same receipt."""
    for each in received(access.settings):
        if each.key == outgoing.key:
            return each.receipt()
    for picture in outgoing.pictures:
        access.picture(picture.digest)
    if outgoing.in_reply_to is not None and not _stands(access, outgoing.in_reply_to):
        message = "Pesan yang dibalas tidak ada di kanal contoh."
        raise TargetGone(message, "Teks balasan tetap tersimpan.", "Pilih pesan lain.")
    return receive(access.settings, outgoing, access.now()).receipt()


def find_sent(access: Access, outgoing: Outgoing) -> Receipt | None:
    """Look by what was done to what, as on a platform that ignores keys.

    A post stands under nothing, so its time tells it from an older one.
    """
    wanted = (outgoing.purpose, outgoing.in_reply_to, outgoing.text)
    for each in received(access.settings):
        is_older = each.in_reply_to is None and each.at < outgoing.not_before
        if (each.purpose, each.in_reply_to, each.text) == wanted and not is_older:
            return each.receipt()
    return None


@dataclass(frozen=True)
class _Place:
    """How far was read: the newest time, and what is known near it with its time (ms)."""

    at: int = 0
    known: Mapping[str, int] = field(default_factory=dict)

    def write(self) -> str:
        return json.dumps({"at": self.at, "known": self.known})


def _read_place(written: str | None) -> _Place:
    try:
        values: dict[str, Any] = json.loads(written or "{}")
        return _Place(int(values.get("at", 0)), dict(values.get("known", {})))
    except (ValueError, TypeError, AttributeError):
        return _Place()


def _after(place: _Place, page: list[Incoming]) -> _Place:
    at = max([place.at, *(message.sent_at for message in page)])
    known = {**place.known, **{each.remote_id: each.sent_at for each in page}}
    near = {key: written for key, written in known.items() if written > at - OVERLAP}
    return _Place(at, near)


def _written(access: Access, now: int) -> list[Incoming]:
    """Give all that stands on the platform by now, the oldest first."""
    story = story_of(access.settings)
    lines = dict(_by_id(story))
    everything = received(access.settings)
    answers = [each for each in everything if each.purpose == "answer"]
    found = [*_told(access, story, lines), *(_own(access, each) for each in answers)]
    found.extend(_reactions(story, lines, answers))
    written = (message for message in found if message.sent_at <= now)
    return sorted(written, key=lambda message: (message.sent_at, message.remote_id))


def _stands(access: Access, remote_id: str) -> bool:
    """Tell whether a message stands on the platform by now."""
    now, story = access.now(), story_of(access.settings)
    lines = dict(_by_id(story))
    if remote_id in lines:
        return lines[remote_id][0] <= now
    everything = list(received(access.settings))
    reactions = _reactions(story, lines, everything)
    return any(each.id == remote_id for each in everything) or any(
        each.remote_id == remote_id and each.sent_at <= now for each in reactions
    )


def _by_id(story: Story) -> Iterator[tuple[str, tuple[int, Line]]]:
    for at, line in story.messages():
        yield line["id"], (at, line)


def _told(
    access: Access, story: Story, lines: Mapping[str, tuple[int, Line]]
) -> Iterator[Incoming]:
    posts = {key: _post(story, line) for key, line in story.posts().items()}
    for at, line in lines.values():
        if SENT_FROM_HERE in line:
            continue
        own = line["by"] == "agency"
        yield Incoming(
            remote_id=line["id"],
            conversation=line["thread"],
            form=Form(line["form"]),
            public=line["public"],
            author=_ourselves(access) if own else _author(line),
            text=line["text"],
            sent_at=at,
            sent_offset=OFFSET,
            own=own,
            parent=line.get("reply_to"),
            post=posts.get(line.get("post") or ""),
            url=f"https://contoh.example/{line['id']}",
            attachments=tuple(_attachments(line)),
            edited_at=at + EDITED_AFTER if line.get("edited") else None,
            deleted=bool(line.get("deleted")),
            tags=tuple(line.get("tags") or ()),
            raw=json.dumps(line, ensure_ascii=False, sort_keys=True),
        )


def _own(access: Access, answer: Received) -> Incoming:
    return Incoming(
        remote_id=answer.id,
        conversation=answer.conversation,
        form=Form(answer.form),
        public=answer.public,
        author=_ourselves(access),
        text=answer.text,
        sent_at=answer.at,
        sent_offset=OFFSET,
        own=True,
        parent=answer.in_reply_to,
        url=answer.receipt().url,
    )


def _reactions(
    story: Story, lines: Mapping[str, tuple[int, Line]], answers: list[Received]
) -> Iterator[Incoming]:
    """Let two citizens in three say something back; who and what follows from the key.

    What was answered before the demo opened has its reactions in the story.
    """
    said = story.reactions()
    for answer in answers:
        if answer.at < story.opened:
            continue
        _at, asked = lines.get(answer.in_reply_to or "", (0, None))
        number = zlib.crc32(answer.key.encode())
        if asked is None or not said or number % 3 >= REACTS_IN_THREE:
            continue
        reaction = said[number // 3 % len(said)]
        yield Incoming(
            remote_id=f"{answer.id}-tanggapan",
            conversation=answer.conversation,
            form=Form(answer.form),
            public=answer.public,
            author=_author(asked),
            text=reaction["text"],
            sent_at=answer.at + int(reaction["after_seconds"]) * 1000,
            sent_offset=OFFSET,
            parent=answer.id,
            url=f"https://contoh.example/{answer.id}-tanggapan",
        )


def _author(line: Line) -> Author:
    written = line["author"]
    handle = written if "@" in written else f"@{written}"
    return Author(written, handle=handle, name=line["name"])


def _ourselves(access: Access) -> Author:
    return Author(access.remote_id, handle=access.handle, name=access.handle)


def _post(story: Story, line: Line) -> Post:
    return Post(
        remote_id=line["id"],
        text=line["text"],
        url=line.get("url", ""),
        at=story.time_of(line),
        likes=line.get("likes"),
        comments=line.get("comments"),
    )


def _attachments(line: Line) -> Iterator[Attachment]:
    for each in line.get("attachments") or ():
        yield Attachment(each["kind"], each.get("url", ""), each.get("description", ""))
