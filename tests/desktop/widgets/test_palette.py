"""The palette finds every command by a few letters and runs it with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.matching import match
from kotakmasuk.desktop.widgets.palette import CommandPalette
from kotakmasuk.desktop.widgets.palette_rows import Command, spoken_command
from kotakmasuk.desktop.widgets.shortcut_map import ShortcutMap


COMMANDS = (
    Command("done", "Selesai", "Percakapan", "E"),
    Command("snoozed", "Ditunda", "Buka", "G, T", hint="3 percakapan"),
    Command("snooze", "Tunda sampai besok", "Percakapan", "S, B"),
    Command("road", "jalan-rusak", "Tag", kind="tag"),
)


@pytest.fixture
def palette(theme: Theme, window: QWidget) -> CommandPalette:
    made = CommandPalette(theme, window)
    made.open_palette(COMMANDS)
    return made


def test_what_begins_with_the_letters_comes_first(palette: CommandPalette) -> None:
    """Typing "tun" finds *Tunda* before *Ditunda*."""
    QTest.keyClicks(palette.field, "tun")

    assert palette.titles() == ["Tunda sampai besok", "Ditunda"]


def test_enter_runs_the_chosen_command_and_closes(palette: CommandPalette) -> None:
    """Down and Enter run the second find."""
    ran: list[str] = []
    palette.chosen.connect(ran.append)
    QTest.keyClicks(palette.field, "tun")

    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert ran == ["snoozed"]
    assert palette.isHidden()


def test_a_prefix_narrows_to_one_kind(palette: CommandPalette) -> None:
    """# shows tags, > shows commands."""
    QTest.keyClicks(palette.field, "#")
    tags = palette.titles()
    palette.field.setText(">")

    assert tags == ["jalan-rusak"]
    assert "jalan-rusak" not in palette.titles()


def test_nothing_found_is_said_and_enter_does_nothing(
    palette: CommandPalette,
) -> None:
    """The palette stays open instead of running something else."""
    ran: list[str] = []
    palette.chosen.connect(ran.append)

    QTest.keyClicks(palette.field, "zzz")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert (palette.titles(), ran) == ([], [])
    assert palette.isVisible()


def test_tab_goes_on_to_search_the_messages(palette: CommandPalette) -> None:
    """What was typed becomes the search."""
    sought: list[str] = []
    palette.search_asked.connect(sought.append)
    QTest.keyClicks(palette.field, "lampu")

    QTest.keyClick(palette.field, Qt.Key.Key_Tab)

    assert sought == ["lampu"]


def test_esc_gives_the_focus_back(theme: Theme, window: QWidget) -> None:
    """The officer is where she was before."""
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    palette = CommandPalette(theme, window)
    palette.open_palette(COMMANDS)

    QTest.keyClick(palette.field, Qt.Key.Key_Escape)

    assert palette.isHidden()
    assert window.focusWidget() is field


def test_the_palette_is_drawn_without_a_warning(palette: CommandPalette) -> None:
    """Marked letters, keys and headings included."""
    QTest.keyClicks(palette.field, "tun")

    assert not palette.grab().isNull()


def test_a_command_is_heard_with_its_keys() -> None:
    """A screen reader teaches the shortcut too."""
    assert spoken_command(COMMANDS[1]) == "Ditunda, 3 percakapan, G T"


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("tun", "Ditunda", (2, 3, 4)),
        ("tsb", "Tunda sampai besok", (0, 6, 13)),
        ("", "apa saja", ()),
    ],
)
def test_letters_are_found_and_marked(
    query: str, text: str, places: tuple[int, ...]
) -> None:
    """As one piece, or in their order from the start of a word."""
    found = match(query, text)

    assert found is not None
    assert found.places == places


def test_letters_in_the_wrong_order_are_not_found() -> None:
    """Nothing is offered that does not hold what was typed."""
    assert match("nut", "Ditunda") is None


def test_the_map_lists_every_key(theme: Theme, window: QWidget) -> None:
    """The keys of ? are those of the commands themselves."""
    keys = ShortcutMap(theme, window)
    keys.open_map(COMMANDS)

    assert "Selesai: E" in keys.lines()
    assert not any("jalan-rusak" in line for line in keys.lines())


def test_the_palette_fits_the_smallest_window(theme: Theme, window: QWidget) -> None:
    """At 200 % on a small screen there are 683 by 352 pixels."""
    window.resize(683, 352)
    palette = CommandPalette(theme, window)

    palette.open_palette(COMMANDS * 9)
    palette.layout().activate()

    assert palette.card.geometry().bottom() <= window.height()
    assert palette.card.width() <= window.width()
