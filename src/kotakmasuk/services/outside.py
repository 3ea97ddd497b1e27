"""Sending what somebody approved outside the app, in one step with asking for it.

The one rule: the request and the approval are both stored and journaled, or neither is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kotakmasuk.domain.approvals import Candidate, letter, parted
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import approvals
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import approvals as store


@dataclass(frozen=True)
class Evidence:
    """Who approved, when (UTC ms), and what proves it."""

    approver: str
    at: int
    evidence: str


def send(
    desk: Desk,
    conversation: int,
    candidates: Sequence[Candidate],
    *,
    place: int,
    given: Evidence,
    note: str = "",
) -> Changes:
    """Ask for approval and write down that the candidate at `place` has got it elsewhere.

    Raises KnownError as `approvals.request` and `approvals.record_outside` do; nothing
    is stored then.
    """
    with desk.atomic():
        asked = approvals.request(
            desk, conversation, candidates, note=note, approver=given.approver
        )
        reader = desk.database.conn
        row = max(store.of_conversation(reader, conversation), key=lambda one: one.id)
        chosen = next(
            one.reply
            for one in store.wordings(reader, row.id)
            if parted(one.label)[0] == letter(place)
        )
        try:
            done = approvals.record_outside(
                desk,
                row.id,
                chosen,
                approver=given.approver,
                at=given.at,
                evidence=given.evidence,
            )
        except KnownError as error:
            raise KnownError(error.message, "Draf tetap ada.", error.remedy) from error
    return asked | done
