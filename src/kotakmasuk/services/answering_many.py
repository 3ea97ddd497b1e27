"""One draft for the many conversations of an Isu, each with its own check and send.

The one rule to know: whoever cannot be answered now is named with the reason and left
out; nobody's own draft is taken over. Used through services/issues.py.
"""

import json
from collections.abc import Sequence
from dataclasses import replace

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import AUTOMATIC, BLOCK, FAILED, UNTICKED
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.issues import Each
from kotakmasuk.domain.replies import Composition, ReplyState
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import checklist, replies, templates
from kotakmasuk.services.checklist import CheckView
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import conversations as conversation_store
from kotakmasuk.store import issues as store
from kotakmasuk.store import journal, outbox
from kotakmasuk.store import replies as reply_store
from kotakmasuk.store import settings as settings_store
from kotakmasuk.store.database import Connection


def preview(
    reader: Connection,
    office: Office,
    issue: int,
    composition: Composition,
    ticks: frozenset[str],
    *,
    conversations: Sequence[int] | None = None,
) -> list[Each]:
    """Tell for each conversation what would be sent, or why nothing would.

    Without `conversations` these are all of the Isu that still need an answer. Each goes
    from the account that the citizen wrote to, as openly as the conversation itself.
    """
    ids = store.waiting(reader, issue) if conversations is None else conversations
    busy = store.under_way(reader, ids)
    return [
        _each(reader, office, one, (composition, ticks), busy=one in busy)
        for one in ids
    ]


def answer_all(
    desk: Desk,
    issue: int,
    conversations: Sequence[int],
    composition: Composition,
    *,
    ticks: frozenset[str],
) -> Changes:
    """Queue an answer to each of these that may be answered now.

    Each has its own reply, revision, check and outbox row; the draft is that of the first
    conversation. Raises KnownError when not one of them may go; `preview` tells who was
    left out, and why.
    """
    reader, office = desk.database.conn, desk.office
    every = preview(
        reader, office, issue, composition, ticks, conversations=conversations
    )
    going = [one for one in every if one.goes]
    if not going:
        raise KnownError(
            "Belum ada yang dapat dijawab.",
            "Draf tetap ada.",
            every[0].why if every else "Pilih percakapan dahulu.",
        )
    changes = Changes()
    with desk.atomic():
        for one in going:
            own = _own(composition, one.text)
            changes |= replies.queue(desk, one.conversation, own, ticks=ticks)
        token = _journal(desk, issue, changes, (composition, every))
    return replace(changes, undo=token, issues=True)


def undo_answer(desk: Desk, body: str) -> Changes:
    """Take back those answers that have not left yet; the draft for many comes back.

    Raises KnownError when all of them have left.
    """
    payload, changes = json.loads(body), Changes()
    for uid in payload["replies"]:
        changes |= _withdrawn(desk, uid)
    if not changes:
        raise KnownError(
            "Semua balasan itu sudah berangkat.",
            "Tidak ada yang ditarik.",
            "Lihat keadaannya di Kiriman.",
        )
    first = conversation_store.ids_of(desk.database, [payload["first"]])
    for conversation in first.values():
        draft = Composition(payload["text"], tuple(payload["templates"]))
        changes |= replies.save_draft(desk, conversation, draft)
    return changes


def _withdrawn(desk: Desk, uid: str) -> Changes:
    """Take one back; one text for many does not become as many drafts."""
    reader = desk.database.conn
    reply = reply_store.id_of(reader, uid)
    queued = outbox.get(reader, reply) if reply else None
    if not reply or queued is None or queued.state is not ReplyState.QUEUED:
        return Changes()
    changes = replies.withdraw(desk, reply)
    for conversation in changes.conversations:
        changes |= replies.discard_draft(desk, conversation)
    return changes


def _each(
    reader: Connection,
    office: Office,
    conversation: int,
    written: tuple[Composition, frozenset[str]],
    *,
    busy: bool,
) -> Each:
    composition, ticks = written
    to = checklist.identity(reader, office, conversation)
    text = filled(reader, office, conversation, composition.text)
    own = _own(composition, text)
    view = checklist.check(reader, office, conversation, own, ticks=ticks)
    draft = replies.draft(reader, conversation)
    why = ""
    if busy:
        why = "Sudah ada balasan yang menunggu atau sedang dikirim."
    elif draft and draft.text.strip() not in ("", composition.text.strip(), text):
        why = "Ada draf lain di percakapan ini."
    return Each(
        conversation=conversation,
        name=to.answers,
        platform=to.platform,
        text=text,
        needs_approval=view.needs_approval,
        why=why or _why(view),
    )


def filled(reader: Connection, office: Office, conversation: int, text: str) -> str:
    """Fill what the inbox knows of one citizen into words that are for many."""
    known = settings_store.load(reader)
    sheet = Template(uid="", key="", title="", folder="", body=text)
    return templates.fill_known(
        reader, conversation, sheet, known, now=office.now()
    ).text


def _own(composition: Composition, text: str) -> Composition:
    """The draft as one citizen's answer: no switch of account or openness goes along."""
    return replace(composition, text=text, account=None, public=None)


def _why(view: CheckView) -> str:
    blocked = next(
        (one for one in view.results if (one.outcome, one.severity) == (FAILED, BLOCK)),
        None,
    )
    if blocked is not None:
        found = blocked.evidence or _named(view, blocked.rule)
        return f"Belum lolos ceklis: {found}"
    unticked = any(one.outcome == UNTICKED for one in view.results)
    told = (
        (unticked, "Centang ceklis belum lengkap."),
        (view.needs_approval, "Perlu persetujuan; ajukan satu per satu."),
        (view.passed, ""),
        (bool(view.window), "Batas waktu menjawab di kanal ini sudah lewat."),
    )
    return next((why for is_so, why in told if is_so), "Balasan masih kosong.")


def _named(view: CheckView, key: str) -> str:
    rules = (one for one in view.rules if one.mode == AUTOMATIC)
    return next((one.text for one in rules if one.key == key), key)


def _journal(
    desk: Desk,
    issue: int,
    changes: Changes,
    tried: tuple[Composition, Sequence[Each]],
) -> str:
    reader, (composition, every) = desk.database.conn, tried
    found = store.get(reader, issue)
    left_out = {one.conversation: one.why for one in every if not one.goes}
    uids = conversation_store.uids_of(
        desk.database, [one.conversation for one in every]
    )
    queued = [outbox.get(reader, one) for one in sorted(changes.replies) if one]
    return journal.append(
        desk.database,
        desk.stamp(),
        "issue.answer",
        subject=found.uid if found else "issue",
        payload={
            "replies": [one.uid for one in queued if one],
            "left_out": {uids[one]: why for one, why in left_out.items()},
            "first": uids[every[0].conversation],
            "text": composition.text,
            "templates": list(composition.templates),
        },
    )
