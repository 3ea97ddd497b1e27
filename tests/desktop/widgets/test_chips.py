"""Capsules, badges and initials never speak by colour alone."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import Avatar, initials_of
from kotakmasuk.desktop.widgets.chips import (
    CHANNELS,
    DEADLINES,
    OUTBOX,
    ChipLook,
    StateChip,
    TagChip,
)
from kotakmasuk.desktop.widgets.glyph import NAMES, PlatformGlyph
from kotakmasuk.domain.accounts import PLATFORMS


EVERY_LOOK = [
    (f"{place}-{state}", look)
    for place, looks in enumerate((DEADLINES, OUTBOX, CHANNELS))
    for state, look in looks.items()
]


@pytest.mark.parametrize(("state", "look"), EVERY_LOOK)
def test_every_state_has_icon_and_words(
    theme: Theme, qtbot: QtBot, state: str, look: ChipLook
) -> None:
    """Printed in black and white it still says the same."""
    chip = StateChip(theme, look, "sisa 3 jam")
    qtbot.addWidget(chip)

    assert look.icon, state
    assert chip.accessibleName() == "sisa 3 jam"
    assert not chip.grab().isNull()


@pytest.mark.parametrize("states", [DEADLINES, OUTBOX, CHANNELS])
def test_no_two_states_share_icon_and_ground(states: dict[str, ChipLook]) -> None:
    """Far, soon and late differ in more than their tone."""
    shapes = [(look.icon, bool(look.fill), bool(look.edge)) for look in states.values()]

    assert len(set(shapes)) == len(shapes)


def test_a_tag_is_taken_off_by_name(theme: Theme, qtbot: QtBot) -> None:
    """The small button says which tag it removes."""
    chip = TagChip(theme, "jalan-rusak")
    qtbot.addWidget(chip)
    removed: list[str] = []
    chip.removed.connect(removed.append)
    button = chip.findChild(QToolButton)

    button.click()

    assert button.accessibleName() == "Lepas tag jalan-rusak"
    assert removed == ["jalan-rusak"]


def test_a_badge_is_heard_as_the_platform(theme: Theme, qtbot: QtBot) -> None:
    """Two letters for the eye, the full name for the ear."""
    glyph = PlatformGlyph(theme, "LP")
    qtbot.addWidget(glyph)

    assert glyph.accessibleName() == "SP4N-LAPOR!"


def test_no_two_platforms_share_a_badge() -> None:
    """Two letters are all that tells them apart in a list."""
    assert len(NAMES) == len(PLATFORMS)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Sari Rahmawati", "SR"), ("dewi.anjani.smj", "DA"), ("@wahyu", "W"), ("", "")],
)
def test_initials_come_from_names_and_handles(name: str, initials: str) -> None:
    """At most two letters."""
    assert initials_of(name) == initials


def test_initials_are_heard_as_the_name(theme: Theme, qtbot: QtBot) -> None:
    """SR alone tells nobody who it is."""
    avatar = Avatar(theme, "Sari Rahmawati", mine=True)
    qtbot.addWidget(avatar)

    assert avatar.accessibleName() == "Sari Rahmawati"
    assert not avatar.grab().isNull()
