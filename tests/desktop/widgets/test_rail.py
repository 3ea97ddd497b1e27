"""The rail tells what waits, in numbers and in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.rail import Rail, standard_items
from kotakmasuk.domain.team import Role, Seat


class Nobody:
    """A signer of no key."""

    public_key = b""

    def sign(self, message: bytes) -> bytes:
        return message


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme, standard_items(), officer="Sari Rahmawati")
    qtbot.addWidget(made)
    return made


def test_a_badge_is_heard(rail: Rail) -> None:
    """Who does not see the number hears it, and whether it needs her."""
    rail.set_badge("inbox", 12, needs_you=True)
    rail.set_badge("outbox", 2)

    assert rail.button("inbox").accessibleName() == "Pesan, 12 perlu ditanggapi"
    assert rail.button("outbox").accessibleName() == "Kiriman, 2"


def test_a_badge_of_none_is_silent(rail: Rail) -> None:
    """Nothing waits, nothing is said."""
    rail.set_badge("inbox", 3, needs_you=True)
    rail.set_badge("inbox", 0)

    assert rail.button("inbox").accessibleName() == "Pesan"


def test_a_press_tells_which_page_was_chosen(rail: Rail) -> None:
    """The window decides what to show."""
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)

    rail.button("summary").click()

    assert chosen == ["summary"]
    assert rail.button("summary").isChecked()


def test_alt_and_a_number_opens_a_page(rail: Rail, qtbot: QtBot) -> None:
    """Alt+2 is *Kiriman*."""
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    with qtbot.waitActive(rail):
        rail.show()

    QTest.keyClick(rail, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert chosen == ["outbox"]


def test_opening_a_page_from_elsewhere_is_no_choice(rail: Rail) -> None:
    """The mark moves, and no page is opened twice."""
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)

    rail.open_page("accounts")

    assert rail.button("accounts").isChecked()
    assert chosen == []


def test_the_narrow_rail_shows_icons_alone(rail: Rail, window: QWidget) -> None:
    """At 200 % the words make room; they are still heard."""
    rail.setParent(window)
    rail.set_badge("inbox", 150)
    rail.set_narrow(narrow=True)

    assert rail.width() == 44
    assert not rail.grab().isNull()


def test_who_sits_here_is_heard_with_the_proved_role(rail: Rail) -> None:
    """The key on the picture is only the half of it."""
    asked: list[object] = []
    rail.seat_requested.connect(asked.append)
    before = rail.seat.grab().toImage()

    rail.seat.set_seat(Seat("Hendra", Role.APPROVER, "Plh. Kabid", Nobody()))
    rail.seat.click()

    assert rail.seat.accessibleName() == "Hendra, penyetuju, Plh. Kabid"
    assert "ganti petugas" in rail.seat.toolTip()
    assert rail.seat.grab().toImage() != before
    assert asked == [None]
