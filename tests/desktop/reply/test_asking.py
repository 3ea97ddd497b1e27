"""Whom an answer is laid before, and what is offered where nobody can approve."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.reply.opening import sheet_for
from kotakmasuk.desktop.widgets.outside_dialog import OutsideDialog
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.domain.team import Officer, Role
from kotakmasuk.services import approvals, journal, replies, settings
from tests.helpers.seats import set_up, write_down
from tests.helpers.writing import FINE, notices, tag, tick_all


TITLED = Officer("Rina Kartika", "RK", Role.APPROVER, "Kepala Bidang IKP")


@pytest.fixture
def opened(parts, desk):
    """An answer that needs an approver, in a team that has none yet."""
    tag(desk, desk.mention, "bencana")
    parts.presenter.open(desk.mention)
    parts.composer.editor.insertPlainText(FINE)
    parts.presenter.check_now()
    tick_all(parts.presenter)
    return parts


def state(parts):
    return parts.composer._state


def verbs(parts):
    return [(one.verb, one.deed) for one in state(parts).below if one.verb]


def waiting(desk):
    return approvals.waiting(desk.work.lanes.reader)


def test_an_approver_is_chosen_by_name(opened, desk):
    """With the post of each; *Siapa saja* unless one is chosen, and the choice is kept."""
    deputy = {
        "deputy_kind": "Plh.",
        "deputy_for": "Kepala Dinas",
        "deputy_since": "2025-01-01",
        "deputy_until": "2030-01-01",
    }
    set_up(desk, **deputy)
    write_down(desk, TITLED)
    opened.presenter.check_now()
    people = opened.composer.options.people
    assert [people.itemText(at) for at in range(people.count())] == [
        "Siapa saja",
        "Hendra Wijaya · Plh. Kepala Dinas",
        "Rina Kartika · Kepala Bidang IKP",
    ]

    people.setCurrentIndex(2)
    people.activated.emit(2)
    assert state(opened).reason == "Baru dikirim setelah Rina Kartika menyetujui"
    opened.presenter.keeping.save()
    assert sheet_for(desk.work, desk.mention).approver == "Rina Kartika"
    opened.presenter.send()

    assert waiting(desk)[0].approver == "Rina Kartika"


def test_a_withdrawn_request_still_names_whom_it_asked(opened, desk):
    """So that nobody has to choose again."""
    set_up(desk)
    opened.presenter.check_now()
    opened.presenter.switching.ask_of("Hendra Wijaya")
    opened.presenter.send()
    approvals.withdraw(desk.desk, waiting(desk)[0].id)
    draft = replies.draft(desk.work.lanes.reader, desk.mention)
    assert draft.approver == "Hendra Wijaya"


def test_a_team_without_an_approver_is_told_so(opened, desk):
    """Beside the button, and with the way to where approvers are set."""
    assert state(opened).reason == "Belum ada yang dapat menyetujui di aplikasi"
    assert any("Belum ada penyetuju di tim" in one for one in notices(state(opened)))
    assert verbs(opened) == [("Atur penyetuju…", "set_approvers")]
    assert opened.composer.options.people.isHidden()

    opened.presenter.mending.do("set_approvers")

    assert desk.told.pages[-1] == ("settings", None)


def record(evidence):
    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OutsideDialog)
        dialog.evidence.setPlainText(evidence)
        dialog.verb_button.click()

    QTimer.singleShot(0, act)


def test_what_was_approved_outside_the_app_leaves_from_the_composer(opened, desk):
    """Where the approver has no passphrase here; asked and approved are both journaled."""
    write_down(desk, TITLED)
    opened.presenter.check_now()
    assert verbs(opened) == [("Persetujuan di luar aplikasi…", "outside")]
    record("Nota dinas 12/IKP, map persetujuan")

    opened.presenter.mending.do("outside")

    reader = desk.work.lanes.reader
    assert replies.outbox_counts(reader)[ReplyState.QUEUED] == 1
    way = reader.execute("SELECT actor, way FROM approval").fetchone()
    assert tuple(way) == ("Rina Kartika", "outside")
    kinds = [row[0] for row in reader.execute("SELECT kind FROM journal")]
    assert {"approval.request", "approval.decide"} <= set(kinds)
    assert journal.verify(reader).whole
    assert opened.presenter.conversation is None
    assert "di luar aplikasi" in desk.told.toasts[-1][0]


def test_an_agency_that_does_not_allow_it_is_not_offered_it(opened, desk):
    """Neither beside the button nor in the menu."""
    settings.save(desk.desk, approval_outside_app=False)
    write_down(desk, TITLED)

    opened.presenter.check_now()

    assert verbs(opened) == [("Atur penyetuju…", "set_approvers")]
    assert not state(opened).options.outside
