"""The first run through its window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.welcome import view as welcome
from kotakmasuk.desktop.welcome.presenter import FirstRun
from kotakmasuk.domain.errors import KnownError
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.workplaces import ROOT


WORDS = tuple(f"kata{letter}" for letter in "abcdefghijklmnop")
CHOSEN = "pagi cerah di desa"


@pytest.fixture
def theme(qapp):
    assert qapp is not None
    return load(ROOT / "resources", "light")


@pytest.fixture
def given():
    return []


def open_view(qtbot, theme, given, *, has_keyring):
    def create(passphrase):
        given.append(passphrase)
        return WORDS

    first_run = FirstRun(has_keyring=has_keyring, create=create, keep=dict)
    view = welcome.WelcomeView(theme, ImmediateLanes(), first_run)
    forget = view.presenter.forget_words  # else closing would ask
    qtbot.addWidget(view, before_close_func=lambda _: forget())
    view.show()
    return view


def introduce(view, qtbot):
    view.who.agency.setText("Pemkab Sukamaju")
    view.who.officer.setText("Sari Rahmawati")
    qtbot.mouseClick(view.who.next_button, Qt.MouseButton.LeftButton)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(view):
    view.words.noted.setChecked(True)
    for place, edit in view.words.edits.items():
        edit.setText(WORDS[place])


def test_with_a_keyring_no_passphrase_is_asked(qtbot, theme, given):
    """The computer keeps the key; the officer is told so."""
    view = open_view(qtbot, theme, given, has_keyring=True)

    introduce(view, qtbot)

    assert "ditemukan" in view.lock.banner.words()
    press(qtbot, view.lock.next_button)
    assert given == [None]
    assert view.pages.currentIndex() == welcome.WORDS


def test_without_a_keyring_the_passphrase_is_typed_twice_and_masked(
    qtbot, theme, given
):
    """A slip of the finger would lock the data for good."""
    view = open_view(qtbot, theme, given, has_keyring=False)
    introduce(view, qtbot)
    view.lock.passphrase.setText(CHOSEN)
    view.lock.again.setText(CHOSEN + "!")
    press(qtbot, view.lock.next_button)
    assert "tidak sama" in view.lock.fields["again"].error()

    view.lock.again.setText(CHOSEN)
    press(qtbot, view.lock.next_button)

    assert given == [CHOSEN]
    assert view.lock.passphrase.echoMode() == QLineEdit.EchoMode.Password
    assert view.lock.passphrase.text() == ""


def test_a_missing_name_keeps_the_first_page_and_its_words(qtbot, theme, given):
    """What was typed already stays."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    view.who.agency.setText("Pemkab Sukamaju")

    press(qtbot, view.who.next_button)

    assert view.pages.currentIndex() == welcome.WHO
    assert "nama Anda" in view.who.fields["officer"].error()
    assert view.who.agency.text() == "Pemkab Sukamaju"


def test_the_recovery_words_hide_as_soon_as_they_are_said_to_be_noted(
    qtbot, theme, given
):
    """Nobody can copy the answer from the screen."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    introduce(view, qtbot)
    press(qtbot, view.lock.next_button)
    assert view.words.shown()[0] == "1. kataa"

    view.words.noted.setChecked(True)

    assert not any("kata" in shown for shown in view.words.shown())
    assert view.words.next_button.isEnabled()


def test_only_two_right_words_lead_on(qtbot, theme, given):
    """A wrong one is named by its number."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    introduce(view, qtbot)
    press(qtbot, view.lock.next_button)
    answer(view)
    place, edit = next(iter(view.words.edits.items()))
    edit.setText("salah")
    press(qtbot, view.words.next_button)
    assert f"ke-{place + 1}" in view.words.fields[place].error()

    answer(view)
    press(qtbot, view.words.next_button)

    assert view.pages.currentIndex() == welcome.CHOICES
    assert view.presenter.words == ()


@pytest.mark.parametrize("way", ["connect", "import", "capture", "demo"])
def test_each_card_ends_the_first_run_with_its_way(qtbot, theme, given, way):
    """Every officer finds a way to begin, with or without permission."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    chosen = []
    view.finished.connect(chosen.append)
    view.show_page(welcome.CHOICES)

    press(qtbot, view.choices.cards[way].button)

    assert chosen == [way]


def test_the_example_can_be_seen_before_anything_is_made(qtbot, theme, given):
    """Curiosity costs no key and no name."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    chosen = []
    view.finished.connect(chosen.append)

    press(qtbot, view.who.demo_button)

    assert chosen == ["demo"]
    assert given == []


def test_closing_at_the_first_page_ends_with_nothing(qtbot, theme, given):
    """Nothing was made, so nothing is asked."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    chosen = []
    view.finished.connect(chosen.append)

    view.close()

    assert chosen == [""]


def test_closing_over_unnoted_words_asks_first(qtbot, theme, given, monkeypatch):
    """They will never be shown again."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    introduce(view, qtbot)
    press(qtbot, view.lock.next_button)
    asked = []
    monkeypatch.setattr(welcome, "ask", lambda *_, **how: asked.append(how["verb"]))

    assert not view.close()

    assert asked == ["Tutup tanpa mencatat"]
    assert view.isVisible()


def test_a_keyring_that_fails_leaves_the_passphrase(qtbot, theme, given):
    """Nobody is stuck on the second page."""
    view = open_view(qtbot, theme, given, has_keyring=True)
    introduce(view, qtbot)
    assert not view.lock.passphrase.isVisible()

    view.lock.refuse(KnownError("Brankas terkunci.", "Belum ada yang dibuat."))

    assert "Brankas terkunci." in view.lock.banner.words()
    assert view.lock.passphrase.isVisible()
    view.lock.passphrase.setText(CHOSEN)
    view.lock.again.setText(CHOSEN)
    press(qtbot, view.lock.next_button)
    assert given == [CHOSEN]
