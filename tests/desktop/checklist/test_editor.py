"""The fields of one item: what each is for, and what cannot be touched."""

from PySide6.QtCore import Qt

from kotakmasuk.services import rules, settings
from tests.desktop.checklist.conftest import choose


def stored(desk):
    return {one.rule.key: one for one in rules.listed(desk.work.lanes.reader)}


def save(page, qtbot):
    qtbot.mouseClick(page.editor.head.save, Qt.MouseButton.LeftButton)


def test_the_election_item_takes_its_dates_and_names(page, desk, qtbot):
    """Until then it says that it is asked on no day."""
    choose(page, "E08")
    assert "belum diperiksa pada hari apa pun" in page.editor.standing.words()
    when, words = page.editor.when, page.editor.words.edit
    when.starts.setText("10 Januari 2027")
    when.ends.setText("14/2/2027")
    words.setPlainText(f"{words.toPlainText()}\n\nPartai  Sukamaju Jaya\n")

    save(page, qtbot)

    rule = stored(desk)["E08"].rule
    assert (rule.starts, rule.ends) == ("2027-01-10", "2027-02-14")
    assert rule.words[-1] == "Partai Sukamaju Jaya"
    assert not page.editor.standing.isVisible()


def test_what_needs_an_approver_is_chosen_by_tag_channel_and_urgency(page, desk, qtbot):
    """No severity is asked, because nothing is blocked."""
    choose(page, "E16A")
    when = page.editor.when
    when.topics._take([*when.topics.chosen(), "bansos"])
    when.lists["platforms"]._take(["x"])
    when.lists["urgencies"]._take(["high"])

    save(page, qtbot)

    rule = stored(desk)["E16A"].rule
    assert set(rule.topics) == {"bencana", "integritas", "hukum", "bansos"}
    assert (rule.platforms, rule.urgencies) == (("x",), ("high",))
    assert not page.editor.what.fields["severity"].isVisible()


def test_a_firm_item_says_why_and_lets_only_its_words_be_changed(page, desk, qtbot):
    """Neither its effect nor its reach can be touched."""
    choose(page, "E05")
    editor = page.editor
    assert "melindungi data pribadi warga" in editor.standing.words()
    assert not editor.head.retire.isVisible()
    assert not editor.what.severity.isEnabled()
    assert not editor.when.isEnabled()
    editor.what.text.setPlainText("Tanpa data pribadi warga")

    save(page, qtbot)

    assert stored(desk)["E05"].rule.text == "Tanpa data pribadi warga"


def test_the_regional_basis_is_added_to_one_item_on_purpose(page, desk, qtbot):
    """And the day and the confidence are hers to state."""
    qtbot.mouseClick(page.editor.what.regional, Qt.MouseButton.LeftButton)
    assert desk.told.pages == [("settings", None)]
    settings.save(desk.desk, regional_basis="Perbup Sukamaju 12/2024")
    page._presenter.reload()
    choose(page, "E10")

    qtbot.mouseClick(page.editor.what.regional, Qt.MouseButton.LeftButton)
    save(page, qtbot)

    assert stored(desk)["E10"].rule.basis.endswith("; Perbup Sukamaju 12/2024")
    assert not page.editor.what.regional.isEnabled()


def test_a_doubtful_basis_is_marked_as_such(page, qtbot):
    """83/2012 may have been revoked; it is never shown as if it held."""
    choose(page, "E12")
    assert page.editor.what.doubt.isVisible()
    page.editor.what.basis.setPlainText("PermenPANRB 83/2012")

    save(page, qtbot)

    assert "mungkin sudah dicabut" in page.editor.what.fields["basis"].error()
