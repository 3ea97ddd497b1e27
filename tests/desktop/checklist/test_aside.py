"""Beside the editor: the item is tried as it is written, and tells what became of it."""

from dataclasses import replace

import pytest

from kotakmasuk.services import rules
from tests.desktop.checklist.conftest import choose, found


def write(page, words):
    page.aside.trial.sample.setPlainText(words)


def test_the_example_is_judged_and_its_words_are_marked(page):
    """The marks stand where the words stand."""
    choose(page, "E11")
    write(page, "Dasar bodoh, kami laporkan Anda ke polisi.")

    words, evidence = found(page)

    assert words == "Diblokir"
    assert "Dasar bodoh" in evidence
    marked = [
        one.cursor.selectedText() for one in page.aside.trial.sample.extraSelections()
    ]
    assert marked[0] == "Dasar bodoh"


def test_an_unsaved_word_counts_already(page):
    """Who adds a word sees at once what it finds."""
    choose(page, "E04A")
    write(page, "Lihat berkas merah.")
    assert found(page)[0] == "Tidak ada temuan"

    page.editor.words.edit.setPlainText("berkas merah")

    assert found(page)[0] == "Diperingatkan"


@pytest.mark.parametrize(
    ("key", "words"),
    [("E16A", "Minta persetujuan"), ("E02", "Ditanyakan kepada petugas")],
)
def test_what_asks_a_person_says_so(page, key, words):
    """An approver or the officer who answers."""
    choose(page, key)

    assert found(page)[0] == words


def test_a_public_item_is_not_asked_in_private(page):
    """The two ways are a key apart."""
    choose(page, "E05")
    write(page, "NIK 3201011203850004")
    assert found(page)[0] == "Diblokir"

    page.aside.trial.way._buttons["private"].click()

    assert found(page)[0] == "Tidak diperiksa di sini"


def test_out_of_its_period_an_item_says_so_in_the_trial(page):
    """Nobody takes the trial for the real thing."""
    choose(page, "E08")
    write(page, "Ayo coblos nomor urut dua")

    assert found(page)[0] == "Diblokir"
    assert "Hari ini tidak diperiksa" in page.aside.trial.note.text()


def test_without_an_example_nothing_is_claimed(page):
    """An empty field is no clean answer."""
    choose(page, "E11")

    assert found(page)[0] == "Belum ada contoh"


def test_the_history_tells_who_changed_which_words(page, desk):
    """The newest first; the first version has nothing before it."""
    shipped = page._presenter._find("E11").rule
    changed = replace(
        shipped, text="Tidak kasar", words=(*shipped.words[1:], "dasar pemalas")
    )
    rules.save(desk.desk, changed)
    page._presenter.reload()
    choose(page, "E11")
    history = page.aside.history

    shown = history.changes.toPlainText()
    assert history.list.item(0).text().startswith("Versi 2 · diubah · Sari Rahmawati")
    assert "dasar pemalas" in shown
    assert shipped.words[0] in shown
    assert shipped.words[5] not in shown
    history.list.setCurrentRow(1)
    assert history.changes.toPlainText() == "Versi pertama butir ini."


def test_an_item_of_our_own_was_made_before_it_was_changed(page, desk):
    """Its first version says so."""
    shipped = page._presenter._find("E11").rule
    rules.save(desk.desk, replace(shipped, key="SMJ1", text="Milik kami"))
    page._presenter.reload()
    choose(page, "SMJ1")

    first = page.aside.history.list.item(0).text()
    assert first.startswith("Versi 1 · dibuat · Sari Rahmawati")


def test_a_retired_item_tells_who_retired_it(page, desk):
    """Its words did not change."""
    rules.retire(desk.desk, "E18")
    page._presenter.reload()
    page._presenter.open("E18")

    history = page.aside.history
    assert "dihentikan · Sari Rahmawati" in history.list.item(0).text()
    assert "isinya tidak berubah" in history.changes.toPlainText()


def test_a_new_item_has_no_history(page):
    """There is nothing to tell yet."""
    page._presenter.begin_new()

    assert not page.aside.history.isVisible()
