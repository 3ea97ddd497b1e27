"""Gathers all that is known of an answer when its conversation is opened for writing.

The one rule: words, ticks and every choice come back as they were saved last, also after
the program was killed.
"""

from kotakmasuk.desktop.reply import watching
from kotakmasuk.desktop.reply.sheet import Sheet, option_of
from kotakmasuk.desktop.reply.wording import returned_words, say, waiting_words
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.approvals import RequestRow, RequestState
from kotakmasuk.domain.replies import Composition, Draft
from kotakmasuk.services import approvals, checklist, issues, replies


def sheet_for(work: Workplace, conversation: int) -> Sheet:
    """Read what is there; raises KnownError where this cannot be answered at all."""
    reader, office = work.lanes.reader, work.office
    known = replies.draft(reader, conversation)
    draft = known or Draft(conversation, Composition(""))
    identity = checklist.identity(reader, office, conversation, draft.composition)
    options = [option_of(one) for one in draft.others]
    options.insert(draft.place, option_of(draft))
    sheet = Sheet(
        conversation=conversation,
        identity=identity,
        openness=checklist.openness_for(reader, office, conversation),
        accounts=_accounts(work, conversation),
        options=options,
        place=draft.place,
        approver=draft.approver,
    )
    sheet.saved = sheet.draft()
    watching.begin(work, sheet, known.at if known else None)
    _tell_of_requests(work, sheet)
    issue = issues.of_conversation(reader, conversation)
    if issue is not None:
        sheet.issue = (issue.id, issue.waiting)
    return sheet


def moment(work: Workplace) -> Moment:
    """Now, on the agency's clock."""
    return Moment(work.office.now(), work.settings().zone)


def _accounts(work: Workplace, conversation: int) -> tuple[tuple[int, str], ...]:
    """All accounts that may answer here, the one addressed first."""
    every = checklist.accounts_for(work.lanes.reader, work.office, conversation)
    return tuple((one.id, _named(one.handle, one.name)) for one in every)


def _named(handle: str, name: str) -> str:
    if handle and name and name.casefold() != handle.lstrip("@").casefold():
        return say("{handle} ({name})").format(handle=handle, name=name)
    return handle or name


def waiting_since(work: Workplace, conversation: int) -> str:
    """Say that an approver is waited for, and since when; empty where none is."""
    newest = _newest(work, conversation)
    if newest is None or newest.state != RequestState.WAITING:
        return ""
    return waiting_words(newest, moment(work))


def draft_words(work: Workplace, conversation: int) -> str:
    """Say that a draft is there, and whose; empty where there is none."""
    kept = replies.draft(work.lanes.reader, conversation)
    if kept is None:
        return ""
    if kept.actor in ("", work.seat().officer):
        return say("Lanjutkan draf")
    return say("Draf {who}").format(who=kept.actor)


def _tell_of_requests(work: Workplace, sheet: Sheet) -> None:
    """The newest request decides what is said above the text."""
    newest = _newest(work, sheet.conversation)
    if newest is None:
        return
    if newest.state == RequestState.WAITING:
        sheet.request = newest.id
        sheet.waiting = waiting_words(newest, moment(work))
    elif newest.state == RequestState.RETURNED and sheet.composition.text.strip():
        sheet.returned = returned_words(newest, moment(work))


def _newest(work: Workplace, conversation: int) -> RequestRow | None:
    rows = approvals.of_conversation(work.lanes.reader, conversation)
    return max(rows, key=lambda row: row.at, default=None)
