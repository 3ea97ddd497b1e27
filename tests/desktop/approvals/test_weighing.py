"""What an approver weighs, in words: the clock, the reason, the checks, the trail."""

from PySide6.QtWidgets import QLabel

from kotakmasuk.desktop.approvals import wording
from kotakmasuk.desktop.approvals.standing import standing, to_lift
from kotakmasuk.desktop.widgets.times import HOUR, Moment
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Role, Seat
from kotakmasuk.services import approvals
from tests.helpers.asking import ABUSE, NOTE, SHORTER
from tests.helpers.desks import NOW, OFFICER
from tests.helpers.seats import APPROVER, set_up


def told(desk):
    return [label.text() for label in desk.page.weighing.findChildren(QLabel)]


def test_it_says_why_and_by_which_rule(desk):
    """The topic that asks for an approver, and its basis."""
    words = " ".join(told(desk))
    assert "Perlu persetujuan: topik bencana" in words
    assert "Acuan:" in words


def test_it_says_who_ticked_and_what_passed(desk):
    """With the time, so that an edit after it is seen as such."""
    words = told(desk)
    assert any("dicentang Sari Rahmawati" in one for one in words)
    assert any("pemeriksaan otomatis lolos" in one for one in words)


def test_an_edit_is_checked_again_and_stands_in_the_trail(desk):
    """Who sits here is called Anda."""
    shown = desk.presenter.shown
    desk.presenter.edit(SHORTER)
    words = told(desk)
    assert any("setelah perubahan" in one for one in words)
    assert any("Anda mengubah pilihan A" in one for one in words)
    assert shown.option.edited_at is None


def test_a_deadline_is_told_as_in_the_list():
    """Late, soon, tomorrow, or on its day."""
    moment = Moment(NOW, "Asia/Jakarta")
    assert wording.time_left(moment, NOW - 25 * HOUR, 240) == ("late", "lewat 1 hari")
    assert wording.time_left(moment, NOW + 2 * HOUR, 240) == ("soon", "sisa 2 jam")
    assert wording.time_left(moment, NOW + 20 * HOUR, 240) == ("far", "besok 10.00")
    assert wording.time_left(moment, None, 240) == ("none", "")


def test_what_holds_a_decision_back_is_said(desk, asked, row):
    """Own words, a missing note, a block that nobody lifted."""
    shown = desk.presenter.shown
    mine = Seat(OFFICER, Role.APPROVER, signer=asked.seat.signer)
    held = standing(shown.view.row, shown.option, mine, note="", reasons={})
    assert "Anda yang mengajukan" in held.approve
    assert "Tulis catatan" in held.send_back
    above = standing(shown.view.row, shown.option, asked.seat, note=NOTE, reasons={})
    assert (above.approve, above.send_back) == ("", "")
    approvals.edit(asked.above, row.id, shown.option.reply, Composition(ABUSE))
    desk.presenter.reload()
    failed = desk.presenter.shown.option
    assert [one.rule for one in to_lift(failed)]
    held = standing(shown.view.row, failed, asked.seat, note="", reasons={})
    assert held.approve == "Tulis alasan pengecualian dahulu."


def test_what_nobody_may_lift_is_said_too(desk, asked, row):
    """Personal data in public stops even an approver."""
    reply = desk.presenter.shown.option.reply
    words = Composition("NIK Anda 3175064107900003 sudah kami catat.")
    approvals.edit(asked.above, row.id, reply, words)
    desk.presenter.reload()
    bar = desk.page.request.bar
    assert not bar.approve.isEnabled()
    assert "tidak dapat dikecualikan" in bar.reason.text()


def test_a_deputy_is_named_with_her_post(desk, asked):
    """In the trail, as the history tells it."""
    deputy = set_up(
        asked.place,
        "Rina Kartika",
        Role.OFFICER,
        deputy_kind="Plh.",
        deputy_for="Kepala Bidang",
        deputy_since="2025-11-01",
        deputy_until="2025-11-30",
    )
    desk.sit(deputy)
    desk.presenter.approve()
    acting = asked.place.one("SELECT acting FROM approval")
    assert acting == "Plh. Kepala Bidang"
    assert asked.place.one("SELECT actor FROM approval") != APPROVER
