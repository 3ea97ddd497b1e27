"""What comes back from an approver: every wording, as its officer submitted it."""

import pytest

from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.replies import Composition, Draft
from kotakmasuk.services import approvals, replies
from tests.helpers.asking import ABUSE, NOTE, SHORTER, Asked, asking
from tests.helpers.desks import ANSWER, Place, every_tick


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place)


def came_back(asked: Asked) -> Draft:
    draft = replies.draft(asked.place.reader, asked.conversation)
    assert draft is not None
    return draft


def offered(asked: Asked, *given: tuple[str, str]) -> list[Candidate]:
    ticks = every_tick(asked.place.office)
    return [Candidate(Composition(text), ticks, remark) for text, remark in given]


def test_a_returned_request_brings_every_candidate_back(asked: Asked) -> None:
    """The one sent back is open, the others keep place and remark; nothing is ticked."""
    longer = f"{ANSWER} Terima kasih."
    given = offered(
        asked, (ANSWER, ""), (SHORTER, "lebih singkat"), (longer, "lengkap")
    )
    approvals.request(asked.desk, asked.conversation, given)
    row = approvals.waiting(asked.place.reader)[0]
    approvals.send_back(asked.above, row.id, NOTE, reply=asked.replies(row)[1])
    draft = came_back(asked)
    assert (draft.text, draft.remark, draft.place) == (SHORTER, "lebih singkat", 1)
    assert [(one.text, one.remark) for one in draft.others] == [
        (ANSWER, ""),
        (longer, "lengkap"),
    ]
    assert not any(one.ticks for one in (draft, *draft.others))


def test_what_an_approver_was_asked_to_lift_and_told_comes_back(asked: Asked) -> None:
    """So that the same request can be made again without asking for it anew."""
    row = asked.request(ABUSE, note="Kutipan warga sendiri", overrides={"E11"})
    approvals.withdraw(asked.desk, row.id)
    draft = came_back(asked)
    assert (draft.text, draft.lifted) == (ABUSE, {"E11"})
    assert (draft.remark, draft.others) == ("Kutipan warga sendiri", ())


def test_a_numbered_thread_is_one_candidate_again(asked: Asked) -> None:
    """Its parts come back as one text beside the other wording."""
    ticks = every_tick(asked.place.office)
    text = " ".join([ANSWER] * 9)
    given = [
        Candidate(Composition(text, split=True), ticks),
        Candidate(Composition(SHORTER), ticks, "singkat"),
    ]
    approvals.request(asked.desk, asked.conversation, given)
    row = approvals.waiting(asked.place.reader)[0]
    approvals.withdraw(asked.desk, row.id)
    draft = came_back(asked)
    assert (draft.text, draft.composition.split) == (text, True)
    assert [one.text for one in draft.others] == [SHORTER]
