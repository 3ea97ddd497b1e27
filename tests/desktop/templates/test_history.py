"""Versions: what each of them changed, and the way back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from kotakmasuk.desktop.templates import history, view
from kotakmasuk.desktop.templates.history import HistoryDialog, changes
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import templates
from tests.desktop.templates.conftest import choose


@pytest.fixture
def edited(page):
    """A template in its third version."""
    choose(page, "Kabar tindak lanjut")
    page.editor.body.text.setPlainText("Halo {nama}, sudah ditambal.")
    page._presenter.save()
    page.editor.body.text.setPlainText("Halo {nama}, sudah ditambal kemarin.")
    page.editor.owner.setText("Maya")
    page._presenter.save()
    return page


@pytest.fixture
def dialog(edited, qtbot):
    uid = edited._presenter.edited.uid
    archive = edited._archive
    made = HistoryDialog(edited._theme, edited, archive.versions(uid), archive.moment())
    qtbot.addWidget(made)
    return made


def test_a_version_shows_what_it_changed(dialog):
    """Added words are underlined and told as added; the field is named."""
    assert "kemarin" in dialog.changes.toPlainText()
    told = dialog.changes.accessibleDescription()
    assert "Isi: ditambah: kemarin" in told
    assert "Pemilik: ditambah: Maya" in told
    assert not dialog.verb_button.isEnabled()


def test_an_older_one_can_be_held_against_the_present(dialog):
    """And brought back by the button that names it."""
    dialog.list.setCurrentRow(2)
    dialog.kinds.open_tab(history.NOW)
    dialog.kinds.chosen.emit(history.NOW)
    told = dialog.changes.accessibleDescription()
    assert "dihapus: " in told
    assert "Pemilik: ditambah: Maya" in told
    assert dialog.verb_button.text() == "Pulihkan versi 1"
    assert dialog.verb_button.isEnabled()


def test_added_and_removed_words_are_drawn_with_lines(dialog):
    """Not by a colour alone."""
    dialog.list.setCurrentRow(1)
    text = dialog.changes
    block = text.document().findBlockByNumber(1)
    lines = set()
    part = block.begin()
    while not part.atEnd():
        look = part.fragment().charFormat()
        lines |= {("under", look.fontUnderline()), ("strike", look.fontStrikeOut())}
        part += 1
    assert {("under", True), ("strike", True)} <= lines


def test_an_old_version_comes_back_as_the_newest(edited, desk, monkeypatch):
    """The page shows it, and the toast says so."""

    def accepted(dialog):
        dialog.list.setCurrentRow(2)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(HistoryDialog, "exec", accepted)
    edited.show_history()
    uid = edited._presenter.edited.uid
    kept = templates.get(desk.work.lanes.reader, uid)
    assert kept.version == 4
    assert edited.editor.body.text.toPlainText() == kept.body
    assert "{tindakan}" in kept.body
    assert desk.told.toasts[-1] == ("Versi 1 dipulihkan sebagai versi baru", None)


def test_unsaved_words_are_not_dropped_for_an_old_version(edited, monkeypatch):
    """She is asked first."""
    monkeypatch.setattr(
        HistoryDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted
    )
    monkeypatch.setattr(view, "ask", lambda *_, **__: False)
    edited.editor.body.text.setPlainText("Sedang ditulis")
    edited.show_history()
    assert edited.editor.body.text.toPlainText() == "Sedang ditulis"


def test_only_what_differs_is_listed():
    """A first version is all new."""
    one = Template("a", "", "Judul", "F", "Halo.", tags=("b",))
    assert changes(one, one) == []
    assert changes(one, replace(one, body="Hai.")) == [("Isi", "Halo.", "Hai.")]
    assert changes(None, one)[0] == ("Isi", "", "Halo.")
