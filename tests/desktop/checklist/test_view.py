"""The page Ceklis etika: finding, changing, retiring and adding items."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.checklist import view
from kotakmasuk.domain.team import Role
from kotakmasuk.services import rules
from tests.desktop.checklist.conftest import choose
from tests.helpers.seats import set_up


def stored(desk):
    return {one.rule.key: one for one in rules.listed(desk.work.lanes.reader)}


def heading(page, row):
    line = page.side.rows.line(row)
    return line.title, line.count


def save(page, qtbot):
    qtbot.mouseClick(page.editor.head.save, Qt.MouseButton.LeftButton)


def test_the_items_stand_under_what_holds_and_what_does_not(page, desk):
    """Each group says how many it has."""
    held = len(stored(desk))
    assert heading(page, 0) == ("Berlaku", held)

    rules.retire(desk.desk, "E18")
    page._presenter.reload()

    assert heading(page, 0) == ("Berlaku", held - 1)
    assert heading(page, held) == ("Tidak berlaku", 1)


def test_a_row_says_what_it_does_without_its_colour(page, desk):
    """Block or warning, by whom it is checked, and that the agency changed it."""
    shipped = stored(desk)["E12"].rule
    rules.save(desk.desk, replace(shipped, text="Bahasa santun"))
    page._presenter.reload()
    rows = page.side.rows

    said = rows.index(rows.row_of("E12")).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "E12, Bahasa santun, Peringatan, otomatis, diubah instansi"


def test_a_word_of_the_basis_finds_an_item(page):
    """Officers remember the regulation, not the code."""
    page.side.search.setText("27/2022 publik")

    keys = [page.side.rows.line(n).key for n in range(page.side.rows.rowCount())]
    assert "E06" in keys
    assert "E12" not in keys
    page.side.search.setText("zzz")
    assert page.side.stack.currentIndex() == 1


def test_a_changed_item_is_the_next_version(page, desk, qtbot):
    """What the fields say is what is stored, and the toast tells."""
    choose(page, "E10")
    page.editor.what.text.setPlainText("Tidak menjanjikan\nyang belum pasti")
    page.editor.what.severity.setCurrentIndex(0)
    page.editor.what.severity.activated.emit(0)

    save(page, qtbot)

    rule = stored(desk)["E10"].rule
    assert rule.text == "Tidak menjanjikan yang belum pasti"
    assert (rule.severity, rule.version, rule.origin) == ("block", 2, "agency")
    assert "E10 disimpan" in desk.told.toasts[0][0]
    assert not page.editor.head.save.isEnabled()


@pytest.mark.parametrize("key", ["E01", "E07", "E08", "E11", "E16A", "E17", "E19H"])
def test_opening_an_item_changes_nothing_of_it(page, key):
    """Every field gives back what it was shown."""
    choose(page, key)

    kept = page._presenter.kept.rule
    assert page.editor.values(kept) == kept
    assert not page._presenter.dirty


def test_a_new_item_needs_text_and_basis(page, desk, qtbot):
    """What is missing is said under each field; the code is proposed."""
    qtbot.mouseClick(
        page.side.findChild(QWidget, "checklistNew"), Qt.MouseButton.LeftButton
    )
    save(page, qtbot)

    fields = page.editor.what.fields
    assert "Tulis apa yang diperiksa" in fields["text"].error()
    assert "Tulis acuannya" in fields["basis"].error()
    assert page.editor.what.key.text() == "I01"
    assert "I01" not in stored(desk)


def test_a_new_item_is_stored_and_stays_open(page, desk, qtbot):
    """With the way to check that was chosen."""
    page._begin_new()
    what = page.editor.what
    what.text.setPlainText("Menyebut nomor layanan")
    what.basis.setPlainText("Acuan: SOP Kehumasan angka 4")
    what.check.setCurrentIndex(what.check.findData("listed_words"))
    what.check.activated.emit(what.check.currentIndex())
    page.editor.words.edit.setPlainText("hubungi saja")

    save(page, qtbot)

    rule = stored(desk)["I01"].rule
    assert (rule.check, rule.words, rule.shipped) == (
        "listed_words",
        ("hubungi saja",),
        0,
    )
    assert page.editor.head.title.whole_text() == "I01"
    assert page.editor.what.check.isEnabled()


def test_a_retired_item_can_be_put_in_force_again(page, desk, agreed):
    """She is asked by its code; the strip offers the way back."""
    choose(page, "E18")
    page._retire()
    retired = stored(desk)["E18"].active

    page.editor.standing.acted.emit()

    assert agreed == ["Hentikan butir E18?"]
    assert (retired, stored(desk)["E18"].active) == (False, True)
    assert [words for words, _ in desk.told.toasts] == [
        "Butir E18 tidak berlaku lagi",
        "Butir E18 berlaku lagi",
    ]


def test_an_agencys_own_version_comes_back_as_it_was(page, desk, agreed):
    """Retiring does not bring the shipped words back."""
    shipped = stored(desk)["E18"].rule
    rules.save(desk.desk, replace(shipped, text="Tautan resmi saja"))
    rules.retire(desk.desk, "E18")
    page._presenter.reload()
    page._presenter.open("E18")

    page._presenter.revive()

    assert stored(desk)["E18"].rule.text == "Tautan resmi saja"
    assert agreed == []


def test_a_newer_shipped_version_is_offered_and_taken(page, desk):
    """The strip says so, the history shows the difference."""
    shipped = stored(desk)["E12"].rule
    rules.save(desk.desk, replace(shipped, text="Bahasa santun"))
    newer = replace(shipped, version=shipped.shipped + 1, text="Bahasa tenang")
    others = tuple(one for one in desk.work.office.rules() if one.key != "E12")
    office = replace(desk.work.office, rules=lambda: (newer, *others))
    rules.adopt(replace(desk.desk, office=office))
    page._presenter.reload()
    choose(page, "E12")
    assert "Ada versi bawaan baru" in page.editor.standing.words()
    assert "santun" in page.aside.history.changes.toPlainText()

    page.editor.standing.acted.emit()

    assert stored(desk)["E12"].rule.text == "Bahasa tenang"
    assert stored(desk)["E12"].offered is None


def test_a_refusal_stands_in_place_and_loses_nothing(page, desk, qtbot):
    """Once there is an admin, who is not one is told where to prove it."""
    set_up(desk, "Maya Lestari", Role.ADMIN)
    page._presenter.reload()
    choose(page, "E10")
    page.editor.what.text.setPlainText("Sedang ditulis")

    save(page, qtbot)
    page.editor.right.acted.emit()

    assert "hanya dapat dilakukan admin" in page.editor.problem.words()
    assert page.editor.what.text.toPlainText() == "Sedang ditulis"
    assert page._presenter.dirty
    assert stored(desk)["E10"].rule.version == 1
    assert desk.told.pages == [("seat", "prove")]


def test_words_are_not_dropped_without_asking(page, monkeypatch):
    """Another item is opened only when she lets the changes go."""
    monkeypatch.setattr(view, "ask", lambda *_, **__: False)
    choose(page, "E10")
    page.editor.what.text.setPlainText("Sedang ditulis")

    choose(page, "E12")
    page.show_what("E14")

    assert page._presenter.edited.key == "E10"
    assert page.editor.what.text.toPlainText() == "Sedang ditulis"


def test_the_composer_can_ask_for_one_item(page):
    """The way from the checklist's foot leads straight to it."""
    page.show_what("E14")

    assert page.editor.head.title.whole_text() == "E14"


def test_where_it_is_narrow_the_parts_take_turns(page):
    """At 200 % the list, then the editor, then the trial in its place."""
    page.resize(640, 320)
    first = (page.side.isVisible(), page.editor.isVisible())

    page.show_what("E14")

    assert first == (True, False)
    assert (page.side.isVisible(), page.editor.isVisible()) == (False, True)
    page.editor.head.trial.click()
    assert (page.editor.isVisible(), page.aside.isVisible()) == (False, True)
    page.aside.trial.back.click()
    assert (page.editor.isVisible(), page.aside.isVisible()) == (True, False)
    page.resize(1305, 700)
    assert page.side.isVisible()
    assert page.editor.isVisible()
    assert page.aside.isVisible()


def test_what_takes_the_keyboard_has_a_name(page):
    """A listener always knows where she is."""
    choose(page, "E08")
    reached = [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    silent = [
        one
        for one in reached
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]

    assert len(reached) > 20
    assert silent == []


def test_the_palette_offers_what_can_be_done(page):
    """Saving is named with its keys once there is something to save."""
    assert [one.title for one in page.commands()] == ["Butir ceklis baru"]
    page.editor.what.text.setPlainText("Lain")

    assert {one.title: one.keys for one in page.commands()} == {
        "Butir ceklis baru": "",
        "Simpan butir ceklis": "Ctrl+S",
    }
