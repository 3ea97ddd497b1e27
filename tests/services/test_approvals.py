"""Four eyes: an officer asks, an approver decides, and nothing leaves between the two."""

import pytest

from kotakmasuk.domain.approvals import Candidate, RequestState
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Role, Seat
from kotakmasuk.services import (
    approvals,
    journal,
    replies,
    sending,
    undo,
)
from tests.helpers.asking import ABUSE, NOTE, SHORTER, Asked, asking
from tests.helpers.desks import (
    ANSWER,
    DAY,
    NOW,
    OFFICER,
    SECOND,
    Place,
    every_tick,
    incoming,
    receive,
)
from tests.helpers.seats import APPROVER, set_up


@pytest.fixture
def asked(place: Place, owner: int) -> Asked:
    assert owner
    return asking(place)


def opened(asked: Asked, request: int) -> approvals.RequestView:
    return approvals.open_request(asked.place.reader, asked.place.office, request)


def test_a_sensitive_answer_waits_for_an_approver(asked: Asked) -> None:
    """The officer cannot send it herself, and her draft stays."""
    ticks = every_tick(asked.place.office)
    replies.save_draft(asked.desk, asked.conversation, Composition(ANSWER))
    with pytest.raises(replies.NeedsApproval, match="perlu persetujuan"):
        replies.queue(asked.desk, asked.conversation, Composition(ANSWER), ticks=ticks)
    assert asked.states() == []
    assert replies.draft(asked.place.reader, asked.conversation)


def test_a_request_takes_the_draft_along_and_queues_nothing(asked: Asked) -> None:
    """Two wordings wait, each with its letter, its words and its check."""
    replies.save_draft(asked.desk, asked.conversation, Composition(ANSWER))
    row = asked.request(ANSWER, SHORTER, note="Mohon dipilih")
    view = opened(asked, row.id)
    assert [(one.letter, one.composition.text) for one in view.options] == [
        ("A", ANSWER),
        ("B", SHORTER),
    ]
    assert (row.choices, row.by, row.note) == (2, OFFICER, "Mohon dipilih")
    assert [line.rule for line in view.why] == ["E16A"]
    assert replies.draft(asked.place.reader, asked.conversation) is None
    assert asked.states() == []


def test_an_approved_answer_is_queued_and_leaves_once(asked: Asked) -> None:
    """The other wording is put away; the approved one goes to the platform."""
    row = asked.request(ANSWER, SHORTER)
    first, second = asked.replies(row)
    approvals.approve(asked.above, row.id, second)
    assert asked.states() == [(second, "queued")]
    sending.send(asked.place.write, second)
    assert [one.text for one in asked.place.platform.posted] == [SHORTER]
    gone = asked.place.one("SELECT discarded_at FROM reply WHERE id = ?", first)
    assert gone == NOW
    assert approvals.waiting(asked.place.reader) == []


def test_an_approval_is_signed_by_who_gave_it(asked: Asked) -> None:
    """What was signed names the words; verify finds the file whole."""
    row = asked.request()
    approvals.approve(asked.above, row.id, asked.replies(row)[0])
    actor, way = asked.place.reader.execute(
        "SELECT actor, way FROM approval"
    ).fetchone()
    assert (actor, way) == (APPROVER, "app")
    assert journal.verify(asked.place.reader).whole


def test_undo_time_and_schedule_count_as_always(place: Place, owner: int) -> None:
    """What was to go tomorrow goes tomorrow, also after an approval."""
    assert owner
    asked = asking(place, undo_seconds=10)
    ticks = every_tick(place.office)
    later = Composition(ANSWER, not_before=NOW + DAY)
    approvals.request(asked.desk, asked.conversation, [Candidate(later, ticks)])
    row = approvals.waiting(place.reader)[0]
    approvals.approve(asked.above, row.id, asked.replies(row)[0])
    assert place.one("SELECT not_before FROM outbox") == NOW + DAY


def test_an_approval_can_be_undone_while_it_has_not_left(
    place: Place, owner: int
) -> None:
    """The approval is void, the request waits again with all its wordings."""
    assert owner
    asked = asking(place, undo_seconds=10)
    row = asked.request(ANSWER, SHORTER)
    changes = approvals.approve(asked.above, row.id, asked.replies(row)[0])
    assert place.one("SELECT not_before FROM outbox") == NOW + 10 * SECOND
    undo.undo(asked.above, changes.undo or "")
    assert asked.states() == []
    assert place.one("SELECT granted FROM approval") == 0
    assert [one.id for one in approvals.waiting(place.reader)] == [row.id]
    assert opened(asked, row.id).options[0].voided_by == APPROVER
    assert journal.verify(place.reader).whole


@pytest.mark.parametrize("seat", [Seat(OFFICER), Seat(APPROVER), Seat("Tamu")])
def test_who_has_not_proved_the_role_decides_nothing(asked: Asked, seat: Seat) -> None:
    """Neither the officer, nor the approver before her passphrase."""
    row = asked.request()
    desk, reply = asked.place.sat(seat), asked.replies(row)[0]
    for decide in (
        lambda: approvals.approve(desk, row.id, reply),
        lambda: approvals.send_back(desk, row.id, NOTE),
        lambda: approvals.edit(desk, row.id, reply, Composition(SHORTER)),
    ):
        with pytest.raises(KnownError, match="membuktikan"):
            decide()
    assert asked.states() == []
    assert len(approvals.waiting(asked.place.reader)) == 1


def test_nobody_approves_what_she_asked_for(asked: Asked) -> None:
    """An admin who answers asks somebody else, too."""
    admin = asked.place.sat(set_up(asked.place, "Rina Kartika", Role.ADMIN))
    ticks = every_tick(asked.place.office)
    candidate = Candidate(Composition(ANSWER), ticks)
    approvals.request(admin, asked.conversation, [candidate])
    row = approvals.waiting(asked.place.reader)[0]
    with pytest.raises(KnownError, match="ia ajukan sendiri"):
        approvals.approve(admin, row.id, asked.replies(row)[0])
    approvals.approve(asked.above, row.id, asked.replies(row)[0])
    assert len(asked.states()) == 1


def test_an_approvers_edit_is_checked_again_and_keeps_the_ticks(asked: Asked) -> None:
    """What the officer submitted can still be read beside it."""
    row = asked.request()
    reply = asked.replies(row)[0]
    approvals.edit(asked.above, row.id, reply, Composition(SHORTER))
    option = opened(asked, row.id).options[0]
    assert (option.submitted.text, option.composition.text) == (ANSWER, SHORTER)
    assert (option.edited_by, option.ticked_by) == (APPROVER, OFFICER)
    assert option.ticks
    approvals.approve(asked.above, row.id, reply)
    assert (
        asked.place.one(
            "SELECT text FROM revision JOIN outbox ON outbox.revision = revision.id"
        )
        == SHORTER
    )


def test_an_edit_and_an_approval_are_one_step_where_asked(asked: Asked) -> None:
    """Words that fail the check are not kept either."""
    row = asked.request()
    reply = asked.replies(row)[0]
    with pytest.raises(KnownError, match="belum lolos ceklis"):
        approvals.approve(asked.above, row.id, reply, composition=Composition(ABUSE))
    assert opened(asked, row.id).options[0].composition.text == ANSWER
    approvals.approve(asked.above, row.id, reply, composition=Composition(SHORTER))
    assert asked.states() == [(reply, "queued")]


def test_a_returned_answer_is_the_officers_draft_again(asked: Asked) -> None:
    """With the note that says what is missing; without a note nothing happens."""
    row = asked.request(ANSWER, SHORTER)
    with pytest.raises(KnownError, match="Tulis catatan"):
        approvals.send_back(asked.above, row.id, "  ")
    approvals.send_back(asked.above, row.id, NOTE, reply=asked.replies(row)[1])
    draft = replies.draft(asked.place.reader, asked.conversation)
    assert draft
    assert draft.text == SHORTER
    done = approvals.of_conversation(asked.place.reader, asked.conversation)[0]
    assert (done.state, done.decision) == (RequestState.RETURNED, NOTE)
    assert done.decided_by == APPROVER


def test_what_an_approver_returned_is_ticked_anew(asked: Asked) -> None:
    """Her note asks to look again; what the officer takes back herself stays ticked."""
    approvals.withdraw(asked.desk, asked.request().id)
    kept = replies.draft(asked.place.reader, asked.conversation)
    approvals.send_back(asked.above, asked.request(ANSWER, SHORTER).id, NOTE)
    back = replies.draft(asked.place.reader, asked.conversation)
    assert kept
    assert kept.ticks
    assert back
    assert [one.ticks for one in (back, *back.others)] == [frozenset(), frozenset()]


def test_what_came_back_is_still_the_officers_own(asked: Asked) -> None:
    """Kiriman names who wrote the draft, not who sent it back."""
    row = asked.request()
    approvals.send_back(asked.above, row.id, NOTE)
    listed = replies.outbox_rows(asked.place.reader, now=asked.place.office.now())
    assert [one.by for one in listed] == [row.by]
    assert row.by != APPROVER


def test_a_newer_draft_is_not_taken_over(asked: Asked) -> None:
    """What the officer writes meanwhile is hers."""
    row = asked.request()
    replies.save_draft(asked.desk, asked.conversation, Composition("Sedang saya tulis"))
    approvals.send_back(asked.above, row.id, NOTE)
    draft = replies.draft(asked.place.reader, asked.conversation)
    assert draft
    assert draft.text == "Sedang saya tulis"


def test_who_comes_second_is_told_who_was_first(asked: Asked) -> None:
    """And changes nothing."""
    row = asked.request()
    reply = asked.replies(row)[0]
    other = asked.place.sat(set_up(asked.place, "Rina Kartika", Role.ADMIN))
    approvals.approve(asked.above, row.id, reply)
    with pytest.raises(KnownError, match=r"sudah disetujui Hendra Wijaya pukul 14\.00"):
        approvals.send_back(other, row.id, NOTE)
    assert asked.states() == [(reply, "queued")]


def test_a_request_is_withdrawn_and_its_words_come_back(asked: Asked) -> None:
    """The officer may change her mind, by the undo of the toast as well."""
    asked.request()
    with pytest.raises(KnownError, match="sudah menunggu persetujuan"):
        asked.request()
    row = approvals.waiting(asked.place.reader)[0]
    approvals.withdraw(asked.desk, row.id)
    assert replies.draft(asked.place.reader, asked.conversation)
    assert approvals.waiting(asked.place.reader) == []
    sentences = {
        one.sentence for one in journal.history(asked.place.reader, asked.conversation)
    }
    assert "menarik permintaan persetujuan" in sentences


def test_what_fails_its_check_is_not_even_asked_for(asked: Asked) -> None:
    """The approver decides about words that could leave."""
    with pytest.raises(KnownError, match=r"Pilihan B belum lolos.*Belum ada yang"):
        asked.request(ANSWER, ABUSE)
    assert approvals.waiting(asked.place.reader) == []
    assert asked.place.one("SELECT count(*) FROM reply") == 0


def test_the_citizens_words_are_masked_for_the_approver_too(asked: Asked) -> None:
    """She sees what everybody in the inbox sees."""
    wrote = incoming("m2", "HP saya 081234567890", conversation="utas-m1")
    receive(asked.place, 1, wrote)
    view = opened(asked, asked.request().id)
    shown = [one.text for one in view.asked]
    assert shown[0] == "Banjir di RW 03 sejak subuh, tolong"
    assert "081234567890" not in shown[1]
