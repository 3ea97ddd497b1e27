"""What the text help makes of messages before they are stored: words, marks, clocks."""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kotakmasuk.domain.calendar import WorkingCalendar, add_working_minutes
from kotakmasuk.domain.messages import Incoming, Marked
from kotakmasuk.language import personal_data
from kotakmasuk.language.suggestions import HIGH, Marks
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import settings


SNIPPET = 160
NO_WORDS = "(tanpa teks)"


def mark_all(desk: Desk, messages: Iterable[Incoming]) -> list[Marked]:
    """Prepare messages for the store with the agency's own calendar and target."""
    known = settings.load(desk.database.conn)
    calendar = desk.office.calendar(known.zone)
    return [
        mark_one(
            desk.office,
            storable(message),
            calendar=calendar,
            target_minutes=known.target_minutes,
        )
        for message in messages
    ]


def storable(message: Incoming) -> Incoming:
    """Replace what no file can hold: half an emoji, cut off by its platform.

    One such message must not keep a page from being stored, round after round.
    """
    post = message.post.text if message.post else ""
    hung = "".join(f"{one.url}{one.description}" for one in message.attachments)
    who = f"{message.author.remote_id}{message.author.handle}{message.author.name}"
    try:
        f"{message.text}{message.raw}{message.url}{who}{post}{hung}".encode()
    except UnicodeEncodeError:
        whole: Incoming = _whole(message)
        return whole
    return message


def _whole(value: Any) -> Any:
    if type(value) is str:
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, tuple):
        return tuple(_whole(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _whole(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **parts)
    return value


def mark_one(
    office: Office,
    message: Incoming,
    *,
    calendar: WorkingCalendar,
    target_minutes: int,
) -> Marked:
    """Prepare one message; our own get no marks and no clock."""
    snippet = " ".join(message.text.split())
    if message.own:
        return Marked(
            message,
            stem=office.fold(message.text),
            snippet=f"Kami: {personal_data.masked(snippet[: SNIPPET * 2])}"[:SNIPPET],
        )
    marks = office.mark(message.text)
    return Marked(
        message=message,
        stem=office.fold(message.text),
        marks=noticed(marks),
        kind=marks.kind,
        personal_data=bool(marks.personal_data),
        snippet=_snippet(snippet, message, masked=bool(marks.personal_data)),
        due_at=add_working_minutes(calendar, message.sent_at, target_minutes),
    )


def _snippet(text: str, message: Incoming, *, masked: bool) -> str:
    if not text:
        kinds = [one.description or one.kind for one in message.attachments]
        return f"[{kinds[0]}]"[:SNIPPET] if kinds else NO_WORDS
    # A number that the cut would halve must be seen whole to be masked.
    words = personal_data.masked(text[: SNIPPET * 2]) if masked else text
    return words[:SNIPPET]


def noticed(marks: Marks) -> str:
    """Write what was noticed, each with the words that made it, as JSON."""
    found = [("kind", marks.kind, marks.kind_words)] if marks.kind_words else []
    found += [("topic", topic.key, topic.words) for topic in marks.topics]
    if marks.urgency == HIGH:
        found.append(("urgency", HIGH, marks.urgency_words))
    if marks.hoax_words:
        found.append(("hoax", "hoax", marks.hoax_words))
    if marks.abuse_words:
        found.append(("abuse", "abuse", marks.abuse_words))
    found += [("personal_data", kind, ()) for kind in marks.personal_data]
    if not found:
        return ""
    return json.dumps(
        [
            {"what": what, "value": value, "because": because}
            for what, value, because in found
        ],
        ensure_ascii=False,
    )
