"""Buttons say what they do and which key does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import (
    Button,
    IconButton,
    Kind,
    shortcut_words,
)


KINDS: tuple[Kind, ...] = (
    "primary",
    "secondary",
    "quiet",
    "danger",
    "dangerFill",
    "link",
    "toast",
)


def test_an_icon_button_has_a_name_and_teaches_its_key(
    theme: Theme, qtbot: QtBot
) -> None:
    """A picture alone would be silent."""
    button = IconButton(theme, "moon", "Tunda", shortcut="S")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Tunda"
    assert button.toolTip() == "Tunda (S)"
    assert min(button.width(), button.height()) >= 24


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_on_and_off(theme: Theme, qtbot: QtBot, kind: Kind) -> None:
    """With an icon, enabled and disabled."""
    button = Button(theme, "Kirim", kind=kind, icon="send", shortcut="Ctrl+Return")
    qtbot.addWidget(button)
    assert not button.grab().isNull()

    button.setEnabled(False)

    assert not button.grab().isNull()
    assert button.toolTip() == "Kirim (Ctrl ↵)"


@pytest.mark.parametrize(
    ("keys", "words"),
    [("Ctrl+K", "Ctrl K"), ("S, B", "S B"), ("Ctrl+Return", "Ctrl ↵"), ("?", "?")],
)
def test_keys_are_written_as_people_read_them(keys: str, words: str) -> None:
    """Without the signs of a programmer."""
    assert shortcut_words(keys) == words


def test_enter_presses_the_button_that_has_the_keyboard(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    """Enter does what the ring stands around, never the dialog's own verb."""
    button = Button(theme, "Pilih berkas…")
    QVBoxLayout(window).addWidget(button)

    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
