"""The rows around the text and the panel beside it, under an officer's hands."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from kotakmasuk.desktop.reply.pasting import as_png
from kotakmasuk.desktop.reply.schedule_dialog import ScheduleDialog
from kotakmasuk.desktop.reply.unit_answer_dialog import UnitAnswerDialog
from kotakmasuk.desktop.widgets.dialogs import QuestionDialog
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.unit_answers import UnitAnswer
from tests.helpers.answering import take_mention
from tests.helpers.workplaces import NOW
from tests.helpers.writing import ABUSE, DATED, FINE, tag


CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(parts, desk):
    parts.presenter.open(desk.mention)
    return parts


def write(parts, text):
    parts.composer.editor.insertPlainText(text)
    parts.presenter.check_now()


def card_of(parts, key):
    cards = parts.checklist._cards
    return next(one for one in cards if one.objectName() == f"card-{key}")


def button(widget, words):
    every = widget.findChildren(object)
    return next(one for one in every if hasattr(one, "click") and one.text() == words)


def answer_dialog(kind, then):
    """Do something with the dialog that the next line opens."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        then(dialog)

    QTimer.singleShot(0, act)


def test_the_banner_turns_warm_when_a_switch_was_made(opened):
    """And says in words to whom the citizen wrote, or how openly."""
    opened.presenter.switching.set_public(public=False)

    banner = opened.composer.banner
    assert banner.property("surface") == "warnSoft"
    assert "Pesan langsung" in banner.words()
    assert opened.composer.above.words() == [
        "Pesan warga publik; balasan ini hanya dibaca olehnya"
    ]


def test_the_switches_lie_behind_one_button_of_the_banner(opened):
    """Named by what they do, with the key that does it too."""
    words = [one.text() for one in opened.composer.banner.menu().actions()]
    assert words == ["Balas lewat pesan langsung\tShift R"]


def test_a_private_matter_is_told_in_public_only_after_a_question(parts, desk):
    """The dialog says who will read it; *Batalkan* leaves everything as it was."""
    private = take_mention(
        desk.desk,
        remote_id="300",
        conversation="300",
        form=Form.DIRECT_MESSAGE,
        public=False,
    )
    parts.presenter.open(private)

    answer_dialog(QuestionDialog, lambda dialog: dialog.reject())
    parts.composer.banner.reach_wanted.emit(True)  # noqa: FBT003  Qt's own signature
    kept = parts.presenter.now.sheet.identity.public
    answer_dialog(QuestionDialog, lambda dialog: dialog.accept())
    parts.composer.banner.reach_wanted.emit(True)  # noqa: FBT003  Qt's own signature

    assert not kept
    assert parts.presenter.now.sheet.identity.public


def test_one_space_too_many_unticks_nothing(opened, qtbot):
    """Who ticks in rhythm does not take the last tick away again."""
    write(opened, FINE)
    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.wait(1)

    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert opened.presenter.now.sheet.ready


def test_whoever_comes_back_can_untick(opened, qtbot):
    """Space on a box that was ticked before takes the tick away."""
    write(opened, FINE)
    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.wait(1)
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Space)

    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)

    assert not first.isChecked()


def test_an_exemption_is_asked_for_on_the_card(opened):
    """*Minta penyetuju mengecualikan…*, and back."""
    write(opened, ABUSE)
    button(card_of(opened, "E11"), "Minta penyetuju mengecualikan…").click()
    verb = opened.composer.send_row.send.text()

    button(card_of(opened, "E11"), "Batalkan pengecualian").click()

    assert verb == "Ajukan"
    assert opened.composer.send_row.send.text() == "Kirim"


def test_while_one_types_the_card_only_changes_its_words(opened):
    """So that whoever tabs through it is not thrown out at every key."""
    write(opened, "Nomor 0812-4410-9947")
    before = card_of(opened, "E05")

    write(opened, " milik petugas kami")

    assert card_of(opened, "E05") is before
    assert "milik petugas" in before._quote.text()


def test_the_foot_says_who_may_lift_a_block(opened):
    """In one sentence, always."""
    words = [one.text() for one in opened.checklist.findChildren(QLabel)]
    sentence = "Blokir hanya dapat dilewati penyetuju, dengan alasan yang dicatat."
    assert sentence in words


def test_a_picture_may_be_dropped_or_pasted(opened):
    """It lands among the pictures, not in the text."""
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    pasted = QMimeData()
    pasted.setImageData(image)

    opened.composer.editor.insertFromMimeData(pasted)

    assert len(opened.composer.pictures._rows) == 1
    assert opened.composer.editor.text() == ""


def test_a_file_of_50_mb_is_refused_before_it_is_read(opened, tmp_path):
    """In words above the buttons; the text stays."""
    write(opened, FINE)
    file = tmp_path / "banjir.png"
    with file.open("wb") as whole:
        whole.truncate(50_000_000)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])

    opened.composer.editor.insertFromMimeData(dropped)

    assert "50 MB" in opened.composer.problem.words()
    assert opened.composer.editor.text() == FINE


def test_what_a_picture_shows_is_typed_beside_it(opened, qtbot):
    """The field keeps the keyboard while the checks run."""
    opened.presenter.composing.attach([picture()])
    row = opened.composer.pictures._rows[0]

    qtbot.keyClicks(row.alt, "Peta")

    assert opened.presenter.now.sheet.composition.pictures[0].alt == "Peta"
    assert opened.composer.pictures._rows[0] is row


def picture():
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return as_png(image)


def test_a_time_is_chosen_in_the_dialog(opened):
    """The first offer is the next morning at which the office opens."""
    write(opened, FINE)

    answer_dialog(ScheduleDialog, lambda dialog: dialog.accept())
    opened.composer.ways.wanted.emit("schedule")

    assert opened.composer.send_row.send.text() == "Jadwalkan besok 07.30"


def test_a_units_answer_is_pasted_into_the_dialog(opened):
    """Unit and words; what is missing is asked for under its field."""

    def fill_in(dialog):
        dialog.accept()
        assert dialog.isVisible()
        dialog.unit.setText("Dinas PU")
        dialog.text.setPlainText("Tambal 25 November 2026.")
        dialog.accept()

    write(opened, DATED)
    answer_dialog(UnitAnswerDialog, fill_in)
    opened.composer.tools.tools["unit_answer"].click()

    assert opened.composer.below.words() == [
        "Bersandar pada jawaban Dinas PU, 19 Nov 14.00"
    ]


def test_a_stored_answer_is_offered_first(opened):
    """The second time it is only chosen."""
    said = []
    opened.presenter.composing.add_unit_answer(answer(), b"", "")
    opened.presenter.mending.do("untie")

    answer_dialog(
        UnitAnswerDialog, lambda dialog: (said.append(dialog.chosen()), dialog.accept())
    )
    opened.composer.ways.wanted.emit("unit_answer")

    assert opened.presenter.now.sheet.composition.unit_answer == said[0] is not None


def answer():
    return UnitAnswer(0, "Dinas PU", "Tambal 25 November 2026.", NOW, NOW, "")


def test_candidates_stand_behind_small_tabs(opened, desk):
    """A and B, with a field for the remark about the open one."""
    tag(desk, desk.mention, "bencana")
    write(opened, FINE)

    opened.composer.ways.wanted.emit("add_option")

    strip = opened.composer.options
    assert strip.isVisible()
    assert strip._tabs.current() == "1"
    assert strip._remark.placeholderText() == "Keterangan pilihan B (boleh kosong)"


def test_a_low_window_still_shows_banner_text_and_send(opened):
    """At 200 % nothing lies over anything else."""
    opened.composer.window().resize(640, 352)
    write(opened, "Panjang. " * 80)
    opened.presenter.mending.do("split")

    composer = opened.composer
    assert composer.parts.isHidden()
    assert composer.send_row.geometry().bottom() <= composer.height()
    assert composer.editor.geometry().bottom() <= composer.send_row.geometry().top()


def test_a_card_leads_to_all_that_is_known_of_its_item(opened, desk):
    """The sign beside the basis opens the item on the page Ceklis."""
    write(opened, ABUSE)

    card_of(opened, "E11").findChild(object, "aboutItem").click()

    assert desk.told.pages[-1] == ("checklist", "E11")
