"""The two windows that come before the inbox, with real lanes, as bootstrap calls them."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.welcome import view as welcome
from kotakmasuk.desktop.welcome.presenter import FirstRun
from kotakmasuk.desktop.welcome.unlock import UnlockDialog, ask_passphrase
from tests.helpers.workplaces import ROOT


WORDS = tuple(f"kata{letter}" for letter in "abcdefghijklmnop")


@pytest.fixture
def theme(qapp):
    assert qapp is not None
    return load(ROOT / "resources", "light")


def first_run(create, keep):
    return FirstRun(has_keyring=True, create=create, keep=keep)


def shown(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind))


def soon(qtbot, steps):
    """Do each step as soon as its window is ready for it."""

    def go_on():
        try:
            steps[0]()
        except (StopIteration, AssertionError):
            pass
        else:
            steps.pop(0)
        if steps:
            QTimer.singleShot(20, go_on)

    assert qtbot
    QTimer.singleShot(0, go_on)


def introduce():
    view = shown(welcome.WelcomeView)
    view.who.agency.setText("Pemkab Sukamaju")
    view.who.officer.setText("Sari Rahmawati")
    view.who.go_on()
    view.lock.go_on()


def note_words():
    view = shown(welcome.WelcomeView)
    assert view.presenter.words
    view.words.noted.setChecked(True)
    for place, edit in view.words.edits.items():
        edit.setText(WORDS[place])
    view.words.go_on()


def choose_import():
    shown(welcome.WelcomeView).choices.cards["import"].button.click()


def test_the_first_run_gives_the_way_that_was_chosen(qtbot, theme):
    """The key is made away from the window's thread, and kept before the words show."""
    made, kept = [], {}

    def create(passphrase):
        made.append((passphrase, threading.current_thread().name))
        return WORDS

    soon(qtbot, [introduce, note_words, choose_import])

    way = welcome.run_first(theme, first_run(create, kept.update))

    assert way == "import"
    assert made == [(None, "network 0 lane")]
    assert kept["agency"] == "Pemkab Sukamaju"


def test_a_first_run_that_is_closed_gives_nothing(qtbot, theme):
    """Bootstrap then ends without having made anything."""
    made = []
    soon(qtbot, [lambda: shown(welcome.WelcomeView).close()])

    way = welcome.run_first(theme, first_run(made.append, made.append))

    assert (way, made) == ("", [])


def test_a_locked_folder_opens_at_the_second_try(qtbot, theme):
    """The first one was wrong, and nothing was lost by it."""

    def submit(words):
        dialog = shown(UnlockDialog)
        assert dialog.verb_button.isEnabled()
        dialog.edit().setText(words)
        dialog.submit()

    def wait_for_answer():
        assert shown(UnlockDialog).error()

    steps = [lambda: submit("salah"), wait_for_answer, lambda: submit("benar")]
    soon(qtbot, steps)

    assert ask_passphrase(theme, lambda words: words == "benar")


def test_whoever_gives_up_leaves_the_folder_locked(qtbot, theme):
    """And is told nothing false."""
    soon(qtbot, [lambda: shown(UnlockDialog).reject()])

    assert not ask_passphrase(theme, lambda _: True)
