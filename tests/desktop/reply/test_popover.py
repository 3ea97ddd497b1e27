"""The list of templates over the composer: found by word, shortcut and text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.reply.popover import TemplatePopover
from kotakmasuk.desktop.theme import load
from kotakmasuk.domain.templates import Template
from tests.helpers.desks import RESOURCES


OFFERED = (
    Template("a", "", "Terima aduan", "Aduan", "Halo, aduan sudah kami catat."),
    Template("b", "", "Kabar", "Aduan", "Kabar tindak lanjut", shortcut=";kabar"),
    Template(
        "c",
        "",
        "Jam layanan",
        "Informasi",
        "Panjang sekali.",
        shortcut=";aduan",
        variants={"x": "Buka 07.30."},
    ),
)


@pytest.fixture
def window(qtbot):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 500)
    over.show()
    return over


@pytest.fixture
def popover(window):
    made = TemplatePopover(load(RESOURCES, "light"), window)
    made.open_at(QPoint(20, 480), OFFERED)
    return made


def shown(popover):
    rows = popover._model
    return [rows.line(number) for number in range(rows.rowCount())]


def typing(popover, qtbot, text):
    popover._field.clear()
    qtbot.keyClicks(popover._field, text)
    return [line.uid for line in shown(popover)]


def test_all_are_shown_in_the_order_in_which_they_are_offered(popover):
    """The most used first; the first is chosen already."""
    assert [line.uid for line in shown(popover)] == ["a", "b", "c"]
    assert popover._list.currentIndex().row() == 0


def test_a_shortcut_comes_before_every_word(popover, qtbot):
    """Other templates that have the word follow."""
    assert typing(popover, qtbot, "aduan") == ["c", "a", "b"]
    assert typing(popover, qtbot, "kabr") == ["b"]


def test_the_words_of_the_platform_are_shown_and_found(popover, qtbot):
    """What will stand in the answer, not what stands elsewhere."""
    popover.open_at(QPoint(20, 480), OFFERED, platform="x")
    assert shown(popover)[2].body == "Buka 07.30."
    assert typing(popover, qtbot, "panjang") == []
    assert popover._none.isVisible()


def test_what_was_typed_already_narrows_at_once(popover):
    """The letters behind the semicolon are not lost."""
    popover.open_at(QPoint(20, 480), OFFERED, typed="kabar")
    assert [line.uid for line in shown(popover)] == ["b"]
    assert popover._field.text() == "kabar"


def test_enter_takes_and_escape_gives_back_what_was_typed(popover, qtbot):
    """So that a plain semicolon stays possible."""
    taken, dismissed = [], []
    popover.taken.connect(taken.append)
    popover.dismissed.connect(dismissed.append)
    qtbot.keyClick(popover._field, Qt.Key.Key_Down)
    qtbot.keyClick(popover._field, Qt.Key.Key_Return)
    popover.open_at(QPoint(20, 480), OFFERED)
    qtbot.keyClicks(popover._field, "zeb")
    qtbot.keyClick(popover._field, Qt.Key.Key_Escape)
    assert (taken, dismissed) == (["b"], ["zeb"])
    assert not popover.isVisible()
