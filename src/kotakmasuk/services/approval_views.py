"""What an approver sees before she decides; nothing is written here.

The one rule: the citizen's words are masked as everywhere, and each wording comes with
what the officer submitted, so that every later change can be shown.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kotakmasuk.domain.approvals import (
    CheckLine,
    Option,
    RequestRow,
    deed_words,
    parted,
)
from kotakmasuk.domain.checklist import TO_APPROVE
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Item
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import journal
from kotakmasuk.services.deciding import KEPT, put_together
from kotakmasuk.services.desk import Office
from kotakmasuk.services.journal import HistoryLine
from kotakmasuk.services.privacy import masked
from kotakmasuk.store import accounts, threads, unit_answers
from kotakmasuk.store import approvals as store
from kotakmasuk.store import journal as journal_store
from kotakmasuk.store import replies as reply_store
from kotakmasuk.store.database import Connection


ASKED_SHOWN = 5
LOOKED_BACK = 20


@dataclass(frozen=True)
class RequestView:
    """One request opened. `asked` are the citizen's words that wait, masked.

    `why` is what asks for an approver; `form` and `public` are the conversation's.
    """

    row: RequestRow
    options: tuple[Option, ...]
    asked: tuple[Item, ...] = ()
    form: str = ""
    public: bool = True
    source: UnitAnswer | None = None
    trail: tuple[HistoryLine, ...] = ()

    @property
    def why(self) -> tuple[CheckLine, ...]:
        """What asks for an approver, over all wordings, each rule once."""
        found: dict[str, CheckLine] = {}
        for option in self.options:
            for line in option.with_outcome(TO_APPROVE):
                found.setdefault(line.rule, line)
        return tuple(found.values())


def waiting(reader: Connection) -> list[RequestRow]:
    """List what waits for an approver, the most pressing first."""
    return store.waiting(reader)


def of_conversation(reader: Connection, conversation: int) -> list[RequestRow]:
    """List all requests about a conversation, the newest first."""
    return store.of_conversation(reader, conversation)


def open_request(reader: Connection, office: Office, request: int) -> RequestView:
    """Open one request; raises KnownError for an unknown one."""
    del office
    row = store.get(reader, request)
    if row is None:
        raise KnownError("Permintaan persetujuan ini tidak ada.", KEPT)
    options = tuple(_options(reader, request))
    view = RequestView(row, options, trail=tuple(_trail(reader, row, options)))
    sources = {one.composition.unit_answer for one in options} - {None}
    if sources:
        view = replace(
            view, source=unit_answers.get(reader, max(filter(None, sources)))
        )
    if row.conversation is None:
        return view
    thread = threads.thread(reader, row.conversation, limit=LOOKED_BACK)
    return replace(
        view,
        asked=tuple(_asked(thread.items)),
        form=thread.row.form,
        public=thread.row.public,
    )


def _asked(items: Sequence[Item]) -> list[Item]:
    """The citizen's messages since our last answer, or her last one."""
    said = [one for one in items if one.what in ("in", "out") and not one.deleted]
    since = max((n for n, one in enumerate(said) if one.what == "out"), default=-1)
    waits = said[since + 1 :] or [one for one in said if one.what == "in"][-1:]
    return [replace(one, text=masked(one.text).text) for one in waits[-ASKED_SHOWN:]]


def _options(reader: Connection, request: int) -> list[Option]:
    by_label: dict[str, list[store.Standing]] = {}
    for one in store.wordings(reader, request):
        by_label.setdefault(one.label, []).append(one)
    return [_option(reader, parts) for parts in by_label.values()]


def _option(reader: Connection, parts: Sequence[store.Standing]) -> Option:
    first = parts[0]
    newest = reply_store.revised(reader, first.newest)
    account = accounts.get(reader, newest.account)
    letter, remark = parted(first.label)
    option = Option(
        reply=first.reply,
        uid=first.uid,
        letter=letter,
        label=remark,
        by=first.actor,
        submitted=put_together(reader, parts),
        composition=_as_it_stands(reader, parts, newest.composition),
        revision=first.newest_uid,
        handle=account.handle or account.name,
        public=newest.public,
        parts=len(parts),
        voided_by=", ".join(dict.fromkeys(store.voided(reader, first.reply))),
    )
    if first.newest != first.first:
        by, at = store.revised(reader, first.newest)
        option = replace(option, edited_by=by, edited_at=at)
    return _checked(reader, first, option)


def _as_it_stands(
    reader: Connection, parts: Sequence[store.Standing], first: Composition
) -> Composition:
    """A thread is shown part under part, as the platform will show it."""
    if len(parts) == 1:
        return first
    texts = (reply_store.revised(reader, one.newest).composition.text for one in parts)
    return replace(first, text="\n\n".join(texts))


def _checked(reader: Connection, first: store.Standing, option: Option) -> Option:
    submitted = store.check_of(reader, first.first)
    newest = store.check_of(reader, first.newest) or submitted
    if newest is None or submitted is None:
        return option
    return replace(
        option,
        check=newest[1],
        checked_at=newest[3],
        lines=store.lines(reader, newest[0]),
        ticked_by=submitted[2],
        ticked_at=submitted[3],
    )


def _trail(
    reader: Connection, row: RequestRow, options: Sequence[Option]
) -> list[HistoryLine]:
    if row.conversation is not None:
        return journal.history(reader, row.conversation)
    subjects = (row.uid, *(one.uid for one in options))
    rows = journal_store.of_subjects(reader, subjects)
    return [
        HistoryLine(at, actor, words)
        for at, actor, kind, body in rows
        if (words := deed_words(kind, json.loads(body)))
    ]
