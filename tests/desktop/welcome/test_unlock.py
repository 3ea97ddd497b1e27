"""Opening a locked folder by passphrase or recovery words."""

import pytest
from PySide6.QtWidgets import QDialog

from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.welcome.unlock import UnlockDialog
from kotakmasuk.domain.errors import KnownError
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.workplaces import ROOT


@pytest.fixture
def opened(qtbot):
    def open_with(try_passphrase):
        theme = load(ROOT / "resources", "light")
        dialog = UnlockDialog(theme, ImmediateLanes(), try_passphrase)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_with


def test_the_right_passphrase_opens(opened):
    """One try and the inbox is there."""
    dialog = opened(lambda given: given == "pagi cerah di desa")
    dialog.edit().setText("pagi cerah di desa")

    dialog.submit()

    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_wrong_passphrase_says_so_and_can_be_tried_again(opened):
    """Nothing is lost, and no number of tries locks anybody out."""
    dialog = opened(lambda _: False)
    dialog.edit().setText("salah")

    dialog.submit()

    assert "tidak cocok" in dialog.error()
    assert dialog.isVisible()
    assert dialog.verb_button.isEnabled()


def test_recovery_words_are_tried_in_the_form_they_were_made(opened):
    """Capitals and double spaces of a note do no harm."""
    given = []
    dialog = opened(lambda words: bool(given.append(words)) or True)
    dialog.use_words(words=True)
    dialog.edit().setText("  Abadi ADIK  agung ")

    dialog.submit()

    assert given == ["abadi adik agung"]


def test_a_damaged_key_file_is_told_in_words(opened):
    """What happened, what was kept, what to do."""

    def fail(_):
        raise KnownError("Berkas kunci tidak dapat dibaca.", "Data tidak diubah.")

    dialog = opened(fail)
    dialog.edit().setText("apa saja")

    dialog.submit()

    assert "tidak dapat dibaca" in dialog.banner.words()
    assert dialog.edit().text() == "apa saja"
