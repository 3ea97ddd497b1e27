"""What the checklist is told of an answer: the words, where they go, what is around them.

The one rule to know: what is true now is judged, never what a screen remembers; only an
account that the officer saw under another handle is told as seen, so that it fails.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from kotakmasuk.domain.checklist import Subject
from kotakmasuk.domain.replies import (
    Composition,
    Conversing,
    Identity,
    Limit,
    Post,
    Target,
)
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language import personal_data
from kotakmasuk.services import addressing, templates
from kotakmasuk.services.desk import Office
from kotakmasuk.store import (
    addressees,
    announcements,
    contacts,
    settings,
    unit_answers,
)
from kotakmasuk.store.database import Connection


SECOND = 1000
CLARIFYING = frozenset({"clarification", "correction"})
URGENT, CALM = "urgency", "normal"


def subject(
    reader: Connection,
    office: Office,
    target: Target,
    composition: Composition,
    *,
    shown: Identity | None = None,
) -> Subject:
    """Gather what the checklist judges.

    `shown` is the identity that the officer sees above the words.
    """
    way = addressing.reach(reader, office, target, composition)
    written = _written(reader, office, composition)
    counted = _longest(office, way, composition)
    placed = replace(
        written,
        platform=way.account.platform,
        public=way.public,
        limit_used=counted.used,
        limit_allowed=counted.allowed,
    )
    if isinstance(target, Post):
        return _post(reader, office, target, placed)
    true = addressing.identity(reader, office, target.conversation, composition)
    return _answer(reader, target, placed, (shown or true, true))


def _longest(office: Office, way: addressing.Reach, composition: Composition) -> Limit:
    parts = addressing.foreseen(office, way, composition)
    counts = [addressing.limit(office, way, part) for part in parts]
    return max(counts, key=lambda count: count.used)


def _written(reader: Connection, office: Office, composition: Composition) -> Subject:
    """What the words alone say, whoever reads them."""
    text, now = composition.text, office.now()
    known = settings.load(reader)
    used = templates.standing(reader, composition.templates, text, now)
    answer = unit_answers.get(reader, composition.unit_answer)
    return Subject(
        text=text,
        public=True,
        account_handle="",
        platform="",
        conversation_public=True,
        unfilled=unfilled(text),
        personal_data=personal_data.find(text, public=contacts.values(reader)),
        dates_confirmed=answer is not None,
        unit_answer=answer.text if answer else "",
        today=today(known.zone, now),
        verbatim_of=used.verbatim_of,
        verbatim_count=used.verbatim_count,
        expired_template=used.expired_template,
        known_domains=known.known_domains,
        known_names=contacts.names(reader),
        media=len(composition.pictures),
        media_without_alt=sum(not one.alt.strip() for one in composition.pictures),
    )


def today(zone: str, now: int) -> str:
    """Give the agency's ISO date of an instant (UTC ms)."""
    at = datetime.fromtimestamp(now / SECOND, UTC)
    return at.astimezone(ZoneInfo(zone)).date().isoformat()


def _answer(
    reader: Connection,
    target: Conversing,
    placed: Subject,
    identities: tuple[Identity, Identity],
) -> Subject:
    shown, true = identities
    to = addressees.target(reader, target.conversation, target.message)
    as_seen = shown.handle == true.handle
    return replace(
        placed,
        purpose=target.purpose,
        account_handle=shown.handle,
        expected_account=true.expected if as_seen else true.handle,
        switched_account=true.switched_account and as_seen,
        switched_public=true.switched_public and shown.public == true.public,
        conversation_public=to.public,
        kind=to.kind,
        topics=frozenset(to.tags),
        urgency=_urgency(to.marks),
        reporter=tuple(one for one in (to.name, to.handle) if one),
        first_answer=not to.answered,
        target_text=to.text if target.purpose != "answer" else "",
    )


def _urgency(marks: str) -> str:
    noticed = json.loads(marks) if marks else []
    return next((one["value"] for one in noticed if one["what"] == URGENT), CALM)


def _post(reader: Connection, office: Office, post: Post, placed: Subject) -> Subject:
    told = addressees.announced(reader, post.announcement)
    handle = addressing.identity_of_post(reader, office, post).handle
    return replace(
        placed,
        purpose="announcement",
        account_handle=handle,
        expected_account=handle,
        conversation_public=True,
        kind="clarification" if told.preset in CLARIFYING else told.preset,
        topics=frozenset({told.preset}),
        known_domains=(*placed.known_domains, *_own_places(reader, post)),
        unit_answer=placed.unit_answer or told.source,
        dates_confirmed=placed.dates_confirmed or bool(told.source.strip()),
    )


def _own_places(reader: Connection, post: Post) -> tuple[str, ...]:
    """The hosts of the agency's own posts that this one follows and points back to."""
    one = announcements.get(reader, post.announcement)
    if one is None or one.follows is None:
        return ()
    urls = (before.url for before in announcements.posted(reader, one.follows))
    hosts = (urlsplit(url).hostname or "" for url in urls)
    return tuple(dict.fromkeys(host for host in hosts if host))
