"""The whole application wears the look, and the ring follows the keyboard alone."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QRadioButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.focus_ring import focus_by_keyboard
from kotakmasuk.desktop.widgets.nila_style import Wardrobe, dress


@pytest.fixture
def wardrobe(qapp: QApplication, theme: Theme) -> Iterator[Wardrobe]:
    worn = dress(qapp, theme)
    yield worn
    worn.take_off()
    theme.set_scheme("light")


@pytest.fixture
def buttons(theme: Theme, window: QWidget) -> tuple[Button, Button]:
    column = QVBoxLayout(window)
    first, second = Button(theme, "Simpan"), Button(theme, "Kirim", kind="primary")
    column.addWidget(first)
    column.addWidget(second)
    window.activateWindow()
    first.setFocus()
    return first, second


def test_the_ring_appears_with_tab(
    wardrobe: Wardrobe, buttons: tuple[Button, Button], window: QWidget
) -> None:
    """Who moves by keyboard sees where she is."""
    QTest.keyClick(window, Qt.Key.Key_Tab)

    assert wardrobe.ring.target() is buttons[1]


def test_the_ring_stays_away_from_the_mouse(
    wardrobe: Wardrobe, buttons: tuple[Button, Button]
) -> None:
    """Who clicks sees no ring."""
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)

    assert wardrobe.ring.target() is None


def test_a_shortcut_counts_as_the_keyboard(
    wardrobe: Wardrobe, buttons: tuple[Button, Button]
) -> None:
    """F6 goes to the next region and shows where."""
    focus_by_keyboard(buttons[1])

    assert wardrobe.ring.target() is buttons[1]


def test_the_ring_outlives_what_it_stood_around(
    wardrobe: Wardrobe, buttons: tuple[Button, Button], qapp: QApplication
) -> None:
    """A button may vanish while it has the focus."""
    focus_by_keyboard(buttons[1])

    buttons[1].deleteLater()
    qapp.processEvents()
    buttons[0].setFocus()

    assert wardrobe.ring.target() in (None, buttons[0])


def test_dark_reaches_every_widget(
    wardrobe: Wardrobe, theme: Theme, qapp: QApplication
) -> None:
    """One choice, and the palette and the sheet of the application are dark."""
    assert wardrobe

    theme.set_scheme("dark")

    assert qapp.palette().window().color().name() == "#18181b"
    assert "#18181b" in qapp.styleSheet()


@pytest.mark.parametrize("state", list(Qt.CheckState))
def test_marks_are_drawn_in_every_state(
    wardrobe: Wardrobe, window: QWidget, state: Qt.CheckState
) -> None:
    """Checked, unchecked and partly; enabled or not."""
    assert wardrobe
    box = QCheckBox("Isi sudah diverifikasi", window)
    box.setTristate(True)
    box.setCheckState(state)
    radio = QRadioButton("Hasil", window)
    radio.setChecked(state == Qt.CheckState.Checked)

    for mark in (box, radio):
        mark.adjustSize()
        assert not mark.grab().isNull()


def test_tooltips_come_after_half_a_second(wardrobe: Wardrobe) -> None:
    """Long enough not to flicker, short enough to be found."""
    hint = QStyle.StyleHint.SH_ToolTip_WakeUpDelay

    assert wardrobe.style.styleHint(hint) == 500


def test_the_ring_goes_along_when_something_appears_above(
    wardrobe: Wardrobe, theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    """A ring that stays behind points at nothing."""
    column = QVBoxLayout(window)
    above, card = QWidget(), QWidget()
    above.setFixedHeight(80)
    above.hide()
    button = Button(theme, "Simpan")
    QVBoxLayout(card).addWidget(button)
    column.addWidget(above)
    column.addWidget(card)
    column.addStretch(1)
    window.activateWindow()
    focus_by_keyboard(button)

    above.show()

    ring = window.findChildren(QWidget, "focusRing")[-1]
    middle = QPoint(button.width() // 2, button.height() // 2)
    qtbot.waitUntil(
        lambda: (
            ring.mapToGlobal(ring.rect().center()).y()
            == pytest.approx(button.mapToGlobal(middle).y(), abs=2)
        )
    )
    assert wardrobe.ring.target() is button


def test_qts_own_words_are_indonesian(wardrobe: Wardrobe) -> None:
    """The menu of a field and the dialog for a file speak the officer's language."""
    assert not wardrobe.qt_words.isEmpty()
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Salin"
    assert QCoreApplication.translate("QFileDialog", "&Save") == "&Simpan"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "Folder:"


def test_the_compiled_words_are_those_of_their_source(theme: Theme) -> None:
    """Who mends a word in the .ts and forgets to compile it hears of it here."""
    folder = theme.resources / "i18n"
    words = QTranslator()
    assert words.load(str(folder / "qt_id.qm"))

    for context in ET.parse(folder / "qt_id.ts").iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            assert words.translate(name, source) == message.findtext("translation")
