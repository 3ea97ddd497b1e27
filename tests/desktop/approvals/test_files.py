"""Requests and answers as files from the page, and approvals told from outside."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kotakmasuk.desktop.approvals.answer_dialog import AnswerDialog
from kotakmasuk.desktop.approvals.dialogs import ApproverDialog
from kotakmasuk.desktop.widgets.outside_dialog import OutsideDialog
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import settings
from tests.helpers.asking import NOTE
from tests.helpers.desks import NOW, OFFICER
from tests.helpers.seats import APPROVER, PASSPHRASE


@pytest.fixture
def officer(open_page):
    """The page at the desk of who asked."""
    return open_page(Seat(OFFICER))


def exported(desk, folder):
    file = folder / "minta.permintaan.json"
    desk.page.files.export_to(file, APPROVER)
    return file


def opened(desk, kind):
    dialog = desk.page.files.dialog
    assert isinstance(dialog, kind)
    return dialog


def test_an_export_asks_for_whom_and_where(officer, qtbot, tmp_path):
    """Only those who can sign an answer are offered."""
    officer.page.files.export()
    dialog = opened(officer, ApproverDialog)
    names = [dialog.approver.itemText(at) for at in range(dialog.approver.count())]
    assert names == [APPROVER]
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    place = opened(officer, QFileDialog)
    place.fileSelected.emit(str(tmp_path / "minta.json"))
    place.close()
    written = json.loads((tmp_path / "minta.json").read_text(encoding="utf-8"))
    assert written["body"]["approver"]["name"] == APPROVER
    assert "tiga hari" in officer.toasts()[-1]


def test_a_request_file_is_answered_with_the_passphrase(officer, qtbot, tmp_path):
    """The signed answer lies beside it; taken in, the words are queued."""
    file = exported(officer, tmp_path)
    officer.page.files.answer_from(file)
    dialog = opened(officer, AnswerDialog)
    assert [radio.text()[:9] for radio, _ in dialog.radios] == [
        "Pilihan A",
        "Pilihan B",
    ]
    dialog.radios[1][0].click()
    dialog.passphrase.setText(PASSPHRASE)
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    answer = tmp_path / "minta.jawaban.json"
    assert answer.exists()
    officer.page.files.import_from(answer)
    second = officer.asked.place.one(
        "SELECT label FROM reply JOIN outbox ON outbox.reply = reply.id"
    )
    assert second == "B"


def test_a_wrong_passphrase_keeps_the_dialog_open(officer, qtbot, tmp_path):
    """With the reason under the field, and no file."""
    officer.page.files.answer_from(exported(officer, tmp_path))
    dialog = opened(officer, AnswerDialog)
    dialog.passphrase.setText("kata sandi yang lain")
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert "tidak cocok" in dialog.field.error()
    assert dialog.verb_button.isEnabled()
    assert not (tmp_path / "minta.jawaban.json").exists()
    dialog.reject()


def test_a_return_by_file_needs_its_note(officer, qtbot, tmp_path):
    """As on the page itself."""
    officer.page.files.answer_from(exported(officer, tmp_path))
    dialog = opened(officer, AnswerDialog)
    dialog.passphrase.setText(PASSPHRASE)
    qtbot.mouseClick(dialog.return_button, Qt.MouseButton.LeftButton)
    assert "Tulis catatan" in dialog.field.error()
    dialog.note.setText(NOTE)
    qtbot.mouseClick(dialog.return_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "minta.jawaban.json").exists()


@pytest.mark.parametrize("take", ["import_from", "answer_from"])
def test_a_foreign_file_is_refused_on_the_page(officer, tmp_path, take):
    """In a sentence, with the request still waiting."""
    file = tmp_path / "lain.json"
    file.write_text("{}", encoding="utf-8")
    getattr(officer.page.files, take)(file)
    assert "bukan berkas" in officer.page.request.problem.words()
    assert officer.page.queue.model.rowCount() == 1


def test_an_approval_from_outside_needs_its_evidence(officer, qtbot):
    """It is recorded as such, with the person and the time."""
    officer.page.files.record_outside()
    dialog = opened(officer, OutsideDialog)
    assert not dialog.verb_button.isEnabled()
    dialog.evidence.setPlainText("Pesan WhatsApp 14.02, tangkapan layar di map 3")
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    found = officer.asked.place.reader.execute(
        "SELECT actor, way, approved_at, recorded_by FROM approval"
    )
    assert found.fetchone() == (APPROVER, "outside", NOW, OFFICER)


def test_where_the_agency_forbids_it_the_page_says_so(officer, qtbot):
    """And nothing is queued."""
    settings.save(officer.asked.above, approval_outside_app=False)
    officer.page.files.record_outside()
    dialog = opened(officer, OutsideDialog)
    dialog.evidence.setPlainText("Lisan")
    qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
    assert "tidak mengizinkan" in officer.page.request.problem.words()
    assert officer.asked.states() == []
