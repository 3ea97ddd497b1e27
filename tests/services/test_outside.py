"""What somebody approved outside the app is asked for and sent in one step."""

import pytest

from kotakmasuk.domain.approvals import Candidate
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import approvals, outside, replies
from kotakmasuk.services.outside import Evidence
from tests.helpers.asking import SHORTER, Asked, asking
from tests.helpers.desks import ANSWER, NOW, Place, every_tick
from tests.helpers.seats import APPROVER


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place)


def send(asked: Asked, given: Evidence) -> None:
    ticks = every_tick(asked.place.office)
    offered = [Candidate(Composition(text), ticks) for text in (ANSWER, SHORTER)]
    outside.send(asked.desk, asked.conversation, offered, place=1, given=given)


def test_the_chosen_wording_is_queued_and_the_others_put_away(asked: Asked) -> None:
    """The approval says who, and that it came from outside."""
    send(asked, Evidence(APPROVER, NOW, "Nota dinas 12/IKP"))
    text = asked.place.one(
        "SELECT revision.text FROM outbox JOIN revision ON revision.id = revision"
    )
    way = asked.place.reader.execute("SELECT actor, way FROM approval").fetchone()
    assert (text, tuple(way)) == (SHORTER, (APPROVER, "outside"))
    assert approvals.waiting(asked.place.reader) == []


def test_what_is_refused_leaves_no_request_behind(asked: Asked) -> None:
    """Without evidence nothing is stored, and the draft stays."""
    replies.save_draft(asked.desk, asked.conversation, Composition(ANSWER))
    with pytest.raises(KnownError, match=r"Tulis buktinya.*Draf tetap ada"):
        send(asked, Evidence(APPROVER, NOW, "  "))
    assert approvals.of_conversation(asked.place.reader, asked.conversation) == []
    assert replies.draft(asked.place.reader, asked.conversation)
