"""The ways off the desk: approval, schedule, thread, and back again."""

from dataclasses import replace

from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import approvals, replies
from tests.helpers.seats import set_up
from tests.helpers.workplaces import NOW
from tests.helpers.writing import ABUSE, FINE, listen, notices, tag, tick_all, write


HOUR = 3_600_000


def asked(desk):
    return approvals.waiting(desk.work.lanes.reader)


def written(presenter, desk, text=FINE):
    presenter.open(desk.mention)
    write(presenter, text)
    tick_all(presenter)


def test_a_topic_that_asks_for_an_approver_is_laid_before_one(presenter, desk):
    """*Ajukan* instead of *Kirim*; nothing is queued, the note goes along."""
    tag(desk, desk.mention, "bencana")
    shown, lists = listen(presenter.shown), listen(presenter.listed)
    written(presenter, desk)
    presenter.switching.remark("Mohon dicek nama ruasnya")

    presenter.send()

    assert (shown[-2][0].send, shown[-2][0].send_icon) == ("Ajukan", "badge-check")
    assert "Perlu persetujuan: topik bencana" in [c.title for c in lists[-1][0].cards]
    assert asked(desk)[0].note == "Mohon dicek nama ruasnya"
    assert ReplyState.QUEUED not in replies.outbox_counts(desk.work.lanes.reader)


def test_several_candidates_go_to_the_approver_together(presenter, desk):
    """Each with its remark, also where no rule would have asked."""
    written(presenter, desk)
    presenter.switching.add_option()
    presenter.switching.remark("lebih singkat")
    write(presenter, "Terima kasih, petugas kami sudah di lokasi.")
    tick_all(presenter)

    presenter.send()

    view = approvals.open_request(
        desk.work.lanes.reader, desk.work.office, asked(desk)[0].id
    )
    assert [(one.letter, one.label) for one in view.options] == [
        ("A", ""),
        ("B", "lebih singkat"),
    ]


def test_a_candidate_that_is_still_open_is_shown_first(presenter, desk):
    """*Ajukan* on B leads back to A, whose questions nobody has answered."""
    blocked = listen(presenter.blocked)
    presenter.open(desk.mention)
    write(presenter, FINE)
    presenter.switching.add_option()
    write(presenter, "Terima kasih, petugas kami sudah di lokasi.")
    tick_all(presenter)

    presenter.send()

    assert (len(blocked), presenter.now.sheet.place) == (1, 0)
    assert asked(desk) == []


def test_a_block_is_left_to_an_approver_on_request(presenter, desk):
    """The card turns, the button reads *Ajukan*; the officer cannot lift it alone."""
    lists = listen(presenter.listed)
    written(presenter, desk, ABUSE)
    before = next(c for c in lists[-1][0].cards if c.key == "E11")

    presenter.mending.lift("E11")
    lifted = next(c for c in lists[-1][0].cards if c.key == "E11")
    presenter.send()

    assert (before.kind, before.exempts, lifted.kind) == ("block", True, "lifted")
    assert len(asked(desk)) == 1


def test_personal_data_in_public_is_left_to_nobody(presenter, desk):
    """No exemption is offered, and one that was asked for all the same does nothing."""
    lists = listen(presenter.listed)
    written(presenter, desk, "Hubungi Bu Rina di 0812-4410-9947 ya, Kak.")
    card = next(c for c in lists[-1][0].cards if c.key == "E05")

    presenter.mending.lift("E05")

    assert not card.exempts
    assert not presenter.now.sheet.ready


def test_a_request_is_taken_back_with_its_words_and_ticks(presenter, desk):
    """*Tarik kembali* above the text, and she writes on where she was."""
    tag(desk, desk.mention, "bencana")
    set_up(desk)
    shown = listen(presenter.shown)
    written(presenter, desk)
    ticked = presenter.now.sheet.ticks.keys
    presenter.send()
    presenter.open(desk.mention)
    said = notices(shown[-1][0])

    presenter.leaving.withdraw_request(presenter.now.sheet)

    assert said == ["Menunggu persetujuan sejak 14.00"]
    assert presenter.now.sheet.text == FINE
    assert presenter.now.sheet.ticks.keys == ticked
    assert notices(shown[-1][0]) == []


def test_what_an_approver_gave_back_comes_with_her_note(presenter, desk):
    """The note stands above the words, which are the draft again."""
    tag(desk, desk.mention, "bencana")
    shown = listen(presenter.shown)
    written(presenter, desk)
    presenter.send()
    seat = set_up(desk)
    above = replace(desk.desk, seat=lambda: seat)
    approvals.send_back(above, asked(desk)[0].id, "Sebutkan RW-nya.")

    presenter.open(desk.mention)

    assert notices(shown[-1][0]) == [
        "Dikembalikan Hendra Wijaya, 14.00: “Sebutkan RW-nya.”"
    ]
    assert presenter.now.sheet.text == FINE


def test_a_scheduled_answer_waits_for_its_time(presenter, desk):
    """It is queued, not before the hour that was chosen, and no undo counts down."""
    queued = listen(presenter.queued)
    written(presenter, desk)
    presenter.composing.schedule(NOW + 12 * HOUR, sure=True)

    presenter.send()

    reply, _, seconds, words = queued[0]
    row = desk.work.lanes.reader.execute(
        "SELECT not_before FROM outbox WHERE reply = ?", (reply,)
    ).fetchone()
    assert (row[0], seconds) == (NOW + 12 * HOUR, 0)
    assert words.startswith("Dijadwalkan")


def test_a_thread_is_queued_part_by_part_and_comes_back_whole(presenter, desk):
    """Undo takes every part back, with the ticks."""
    queued = listen(presenter.queued)
    text = ("Petugas kami sudah memeriksa ruas jalan itu bersama warga. " * 12).strip()
    presenter.open(desk.mention)
    write(presenter, text)
    presenter.composing.split(wanted=True)
    tick_all(presenter)
    ticked = presenter.now.sheet.ticks.keys
    presenter.send()
    waiting = replies.outbox_counts(desk.work.lanes.reader)[ReplyState.QUEUED]

    replies.withdraw(desk.desk, queued[0][0])
    presenter.open(desk.mention)

    assert waiting == 2
    assert presenter.now.sheet.text == text
    assert presenter.now.sheet.ticks.keys == ticked


def test_a_withdrawn_answer_brings_its_ticks_back(presenter, desk):
    """Undone in ten seconds, it is ready to be sent again."""
    queued = listen(presenter.queued)
    written(presenter, desk)
    presenter.send()

    replies.withdraw(desk.desk, queued[0][0])
    presenter.open(desk.mention)

    assert presenter.now.sheet.text == FINE
    assert presenter.now.sheet.ready


def test_whoever_sends_and_goes_on_is_told_from_where(presenter, desk):
    """The window opens what follows that conversation in the list."""
    following = listen(presenter.next_wanted)
    written(presenter, desk)

    presenter.send(then_next=True)

    assert following == [(desk.mention,)]
