"""The fields of a template: variants, isian, dates, pictures, and what is wrong."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from kotakmasuk.services import settings, templates
from tests.desktop.templates.conftest import choose


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes([0, 0, 0, 8]) * 2 + bytes(16)


def stored(desk, title="Kabar tindak lanjut"):
    found = {one.title: one for one in templates.listed(desk.work.lanes.reader)}
    return found[title]


@pytest.fixture
def opened(page):
    choose(page, "Kabar tindak lanjut")
    return page


def body(page):
    return page.editor.body


def test_each_platform_may_have_words_of_its_own(opened, desk):
    """They begin with the common ones, and are stored beside them."""
    common = body(opened).text.toPlainText()
    body(opened).add_variant("instagram")
    begun = body(opened).text.toPlainText()
    body(opened).text.setPlainText("Halo {nama}, {tindakan}.")
    opened._presenter.save()
    kept = stored(desk)
    assert begun == common == kept.body
    assert kept.variants == {"instagram": "Halo {nama}, {tindakan}."}
    assert body(opened).tabs.titles() == ["Umum", "Instagram"]


def test_changing_the_tab_loses_no_words(opened):
    """And it is no change of the template."""
    body(opened).add_variant("x")
    body(opened).text.setPlainText("Ringkas.")
    body(opened).open_tab("")
    body(opened).open_tab("x")
    assert body(opened).text.toPlainText() == "Ringkas."
    opened._presenter.discard()
    body(opened).open_tab("")
    assert not opened._presenter.dirty


def test_a_variant_can_be_dropped(opened, desk):
    """The platform gets the common words again."""
    body(opened).add_variant("x")
    opened._presenter.save()
    body(opened).open_tab("x")
    body(opened).tabs.drop.click()
    opened._presenter.save()
    assert stored(desk).variants == {}
    assert body(opened).tab == ""


def test_the_preview_and_the_length_follow_the_tab(opened):
    """Counted as that platform counts, with what is too much in words."""
    body(opened).add_variant("x")
    body(opened).text.setPlainText("Halo {sapaan}. " + "panjang " * 40)
    opened._presenter.try_now()
    assert opened.preview.platform.currentData() == "x"
    assert opened.preview.text().startswith("Halo Kak. panjang")
    (count,) = opened.editor.counts.counted()
    assert count.startswith("±330 / 280, kelebihan 50")


def test_the_preview_can_be_looked_at_as_on_another_platform(opened):
    """Without leaving the words that are being written."""
    body(opened).add_variant("x")
    body(opened).text.setPlainText("Ringkas.")
    body(opened).open_tab("")
    opened._presenter.look_as("x")
    assert opened.preview.text() == "Ringkas."
    assert body(opened).tab == ""


def test_what_the_checklist_would_say_is_told_below_the_text(opened):
    """In its own words; a template in order says how many checks passed."""
    opened._presenter.try_now()
    fine = opened.editor.counts.result.text()
    body(opened).text.setPlainText("Halo {nama}, kami janji selesai.")
    opened._presenter.try_now()
    assert fine.endswith("pemeriksaan etika lolos")
    assert opened.editor.counts.result.text() == "1 pemeriksaan perlu dilihat"
    assert "kami janji" in opened.editor.counts.found.text()


def test_broken_braces_are_told_where_the_checks_are(opened):
    """Nothing is called passed while the isian cannot be read."""
    body(opened).text.setPlainText("Halo {nama")

    opened._presenter.try_now()

    assert opened.editor.counts.result.text() == "1 pemeriksaan perlu dilihat"
    assert "huruf 6 belum ditutup" in opened.editor.counts.found.text()


def test_a_fault_in_a_variant_opens_its_tab(opened):
    """So that it is seen under the words it is about."""
    body(opened).add_variant("x")
    body(opened).text.setPlainText("Halo {nama")
    body(opened).open_tab("")
    assert not opened._presenter.save()
    assert body(opened).tab == "x"
    assert "huruf 6 belum ditutup" in body(opened).field.error()


def test_a_tick_makes_an_isian_required_or_not(opened):
    """It writes or takes away the question mark, and can be undone."""
    body(opened).text.setPlainText("Halo {nama}, {nama}.")
    opened.editor.isian.ticks["nama"].click()
    loose = body(opened).text.toPlainText()
    body(opened).text.undo()
    assert loose == "Halo {nama?}, {nama?}."
    assert body(opened).text.toPlainText() == "Halo {nama}, {nama}."
    assert opened.editor.isian.ticks["nama"].isChecked()


def test_an_opened_brace_offers_the_isian_there_are(opened, qtbot):
    """Enter takes one; what is closed by hand is taken as typed."""
    text = body(opened).text
    text.setPlainText("")
    qtbot.keyClicks(text, "{")
    field = body(opened)._popover.field
    qtbot.keyClicks(field, "sapa")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(text, " {")
    qtbot.keyClicks(field, "jalan}")
    assert text.toPlainText() == "{sapaan} {jalan}"


def test_leaving_the_offer_keeps_what_was_typed(opened, qtbot):
    """A brace stays a brace."""
    text = body(opened).text
    text.setPlainText("")
    qtbot.keyClicks(text, "{")
    qtbot.keyClicks(body(opened)._popover.field, "op")
    qtbot.keyClick(body(opened)._popover.field, Qt.Key.Key_Escape)
    assert text.toPlainText() == "{op"


def test_shortcut_date_tags_and_owner_are_kept(opened, desk):
    """Typed as people write them."""
    editor = opened.editor
    editor.shortcut.setText("Kabar2")
    editor.expires.setText("31/01/2027")
    editor.tags.setText("#jalan, lampu")
    editor.owner.setText("Maya")
    opened._presenter.save()
    kept = stored(desk)
    assert (kept.shortcut, kept.expires_on) == (";kabar2", "2027-01-31")
    assert (kept.tags, kept.owner) == (("jalan", "lampu"), "Maya")
    assert editor.expires.text() == "31 Januari 2027"


def test_a_day_can_be_picked_from_a_calendar(opened):
    """It opens at the day that stands there."""
    expires = opened.editor.expires
    expires.show_iso("2027-01-31")
    expires.open_calendar()
    shown = expires._calendar.selectedDate().toPython()
    expires._calendar.clicked.emit(QDate(2027, 2, 3))
    assert shown == date(2027, 1, 31)
    assert (expires.text(), expires.iso()) == ("3 Februari 2027", "2027-02-03")
    assert expires._calendar.isHidden()


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("shortcut", ";terima", "sudah dipakai “Terima aduan”"),
        ("expires_on", "kapan-kapan", "bukan tanggal"),
    ],
)
def test_what_is_wrong_stands_under_its_field(opened, desk, name, typed, words):
    """And nothing is stored."""
    opened.editor.fields[name].control.setText(typed)
    assert not opened._presenter.save()
    assert words in opened.editor.fields[name].error()
    assert stored(desk).version == 1


def test_a_picture_needs_words_before_it_is_saved(opened, desk, tmp_path):
    """Then it is stored with them."""
    file = tmp_path / "peta.png"
    file.write_bytes(PNG)
    opened._archive.keep_picture(file)
    refused = opened._presenter.save()
    asked = opened.editor.pictures.error()
    opened.editor.pictures.described[0].textEdited.emit("Peta jalan")
    assert not refused
    assert "gambar peta.png" in asked
    assert opened._presenter.save()
    (kept,) = stored(desk).pictures
    assert (kept.name, kept.alt, kept.size) == ("peta.png", "Peta jalan", len(PNG))


def test_a_file_that_is_no_picture_is_told(opened, tmp_path):
    """The words of the template stay."""
    file = tmp_path / "peta.png"
    file.write_text("halo")
    opened._archive.keep_picture(file)
    assert "bukan gambar" in opened.editor.problem.words()
    assert opened.editor.pictures.pictures() == ()


def test_a_template_past_its_date_asks_to_be_looked_at(page, desk):
    """It stays in the list with its mark, also for a screen reader."""
    old = stored(desk)
    templates.save(desk.desk, replace(old, expires_on="2025-01-01"))
    page._presenter.reload()
    rows = page.side.rows
    index = rows.index(rows.row_of(old.uid))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert rows.line(index.row()).review
    assert "perlu ditinjau" in spoken
    assert settings.load(desk.work.lanes.reader).zone


def test_the_head_tells_the_version_and_who_wrote_it(opened):
    """With its time."""
    opened.editor.basis.setText("SOP")
    opened._presenter.save()
    told = opened.editor.head.version.whole_text()
    assert told.startswith("versi 2, Sari Rahmawati, ")
