"""One draft for all conversations of an Isu."""

from PySide6.QtWidgets import QCheckBox

from kotakmasuk.desktop.reply.answer_all_dialog import AnswerAllDialog
from kotakmasuk.desktop.reply.answering_all import PERSONAL, without_name
from kotakmasuk.desktop.reply.marks import with_names
from kotakmasuk.domain.issues import Each
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import issues, replies
from tests.helpers.writing import FINE, listen, tick_all, write


def test_what_was_filled_for_one_is_an_isian_again_for_all(parts, desk):
    """Nobody is greeted by another citizen's name."""
    parts.presenter.open(desk.mention)
    templates = parts.presenter.now.templates
    uid = next(one.uid for one in templates if "kabar aduan" in one.body)
    parts.presenter.composing.take_template(uid)

    text = with_names(parts.composer.editor.document(), PERSONAL)

    assert text.startswith("Halo {sapaan} {nama}, kabar aduan")


def test_a_name_that_was_typed_is_found_too():
    """After a kill the text no longer knows what was filled in."""
    assert without_name("Terima kasih, Kak Dewi.", "Dewi Anjani") == (
        "Terima kasih, Kak {nama}."
    )
    assert without_name("Dewiku", "Dewi Anjani") == "Dewiku"


def test_each_conversation_is_checked_and_queued_by_itself(presenter, desk):
    """Both get their own reply, each with the citizen's own name."""
    issues.begin(desk.desk, "Jalan Cibening", [desk.mention, desk.by_hand])
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)
    looked = listen(presenter.answering_all.looked_through)
    presenter.keeping.save()

    presenter.answering_all.look_through(FINE)
    every = looked[0][0]
    presenter.answering_all.answer([one.conversation for one in every])

    counted = replies.outbox_counts(desk.work.lanes.reader)
    assert sorted(one.text[:22] for one in every) == [
        "Terima kasih, Kak Dewi",
        "Terima kasih, Kak Lina",
    ]
    assert counted[ReplyState.QUEUED] == 2
    assert presenter.conversation is None
    assert desk.told.toasts[-1][0] == "2 balasan masuk antrean"


def test_who_cannot_be_answered_is_listed_with_the_reason(parts, qtbot):
    """The box stays off, the verb counts the others."""
    every = [
        Each(1, "Dewi", "mastodon", "Terima kasih, Kak Dewi."),
        Each(2, "Lina", "tiktok", "", why="Ada draf lain di percakapan ini."),
    ]
    dialog = AnswerAllDialog(parts.theme, parts.composer, every)
    qtbot.addWidget(dialog)

    boxes = [line.box.isEnabled() for line in dialog._lines]

    assert boxes == [True, False]
    assert dialog.chosen() == [1]
    assert dialog.verb_button.text() == "Masukkan 1 balasan ke antrean"


def test_with_nothing_chosen_the_button_says_what_to_do(parts):
    """It is off, and the reason stands there for eye and ear."""
    every = [Each(1, "Dewi", "mastodon", "Terima kasih, Kak Dewi.")]
    dialog = AnswerAllDialog(parts.theme, parts.composer, every)
    (box,) = dialog.findChildren(QCheckBox)
    assert dialog.missing.isHidden()

    box.setChecked(False)

    reason = "Centang dulu percakapan yang dijawab."
    assert not dialog.missing.isHidden()
    assert not dialog.verb_button.isEnabled()
    assert dialog.verb_button.accessibleDescription() == reason
