"""The look: its colours can be read, its scheme and text size follow the officer."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop import theme as themes
from kotakmasuk.desktop.theme import Theme, read_tokens


RESOURCES = Path(__file__).parents[2] / "resources"
TOKENS = read_tokens(RESOURCES / "theme" / "tokens.json")
TEXT_PAIRS = [
    ("text", "surface"),
    ("text", "window"),
    ("text", "selected"),
    ("text", "bubbleIn"),
    ("text", "bubbleOut"),
    ("text2", "surface"),
    ("text2", "selected"),
    ("text2", "hover"),
    ("text3", "surface"),
    ("text3", "sunken"),
    ("accent", "surface"),
    ("accent", "accentSoft"),
    ("onAccent", "accentFill"),
    ("onAccent", "accentFillHover"),
    ("danger", "surface"),
    ("danger", "dangerSoft"),
    ("onDanger", "dangerFill"),
    ("warn", "warnSoft"),
    ("ok", "okSoft"),
    ("noteText", "note"),
    ("hitText", "hit"),
    ("onTooltip", "tooltip"),
]
pytestmark = pytest.mark.usefixtures("qapp")


def brightness(color: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = []
    for part in QColor(color).getRgbF()[:3]:
        low = part / 12.92
        parts.append(low if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((brightness(first), brightness(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def theme() -> Theme:
    return Theme(RESOURCES, TOKENS, scheme="light")


@pytest.mark.parametrize("named", [TOKENS.light, TOKENS.dark], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(
    named: dict[str, str], ink: str, ground: str
) -> None:
    """Every text stands at 4.5 to 1 or more on what lies behind it."""
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("named", [TOKENS.light, TOKENS.dark], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["lineStrong", "marker", "accentFill", "chart1"])
def test_edges_and_marks_stand_out(named: dict[str, str], line: str) -> None:
    """The edge of a field, the focus ring and a bar are seen at 3 to 1 or more."""
    assert contrast(named[line], named["surface"]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    """A colour that exists only in the light would fail in the dark."""
    assert set(TOKENS.light) == set(TOKENS.dark)


def test_choosing_dark_changes_every_colour_at_once(theme: Theme) -> None:
    """The officer chooses dark, and the palette and the sheet follow."""
    asked: list[bool] = []
    theme.changed.connect(lambda: asked.append(theme.dark))

    theme.set_scheme("dark")

    assert asked == [True]
    assert theme.palette().color(QPalette.ColorRole.Window).name() == "#18181b"
    assert TOKENS.dark["marker"].lower() in theme.style_sheet()


def test_the_sheet_has_no_name_left_unfilled(theme: Theme) -> None:
    """A misspelt token would leave its @ in the style sheet."""
    assert "@" not in theme.style_sheet()


def test_a_colour_is_a_copy(theme: Theme) -> None:
    """A widget that fades a colour does not fade it for all others."""
    theme.color("text").setAlpha(10)

    assert theme.color("text").alpha() == 255


def test_larger_text_makes_rows_higher(theme: Theme) -> None:
    """At 150 % the letters, the lines and the rows grow together."""
    theme.set_text_percent(150)

    assert theme.font("message").pixelSize() == 21
    assert theme.line_height("body") == 30
    assert theme.size("row") == 108


@pytest.mark.parametrize(("asked", "kept"), [(10, 90), (400, 150), (110, 110)])
def test_text_size_stays_within_reason(theme: Theme, asked: int, kept: int) -> None:
    """Nobody can make the text unreadable by a wrong number."""
    theme.set_text_percent(asked)

    assert theme.text_percent == kept


def test_an_icon_takes_the_colour_of_its_token(theme: Theme) -> None:
    """The same drawing is red where it warns and grey where it is off."""
    picture = theme.pixmap("square", 16, "danger", ratio=1.0).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]

    darkest = max(pixels, key=QColor.alpha)
    assert darkest.alpha() > 200
    assert abs(darkest.red() - QColor(TOKENS.light["danger"]).red()) < 4


def test_an_icon_is_sharp_at_every_scale(theme: Theme) -> None:
    """At 200 % the picture has twice the pixels and the same size."""
    picture = theme.pixmap("send", 16, "text", ratio=2.0)

    assert picture.width() == 32
    assert picture.deviceIndependentSize().width() == 16


def test_less_motion_means_none(theme: Theme) -> None:
    """Panels appear at once for who asked for less motion."""
    theme.set_reduced_motion(True)

    assert theme.duration("panelSlide") == 0


def test_the_vendored_fonts_are_the_ones_shown(qapp: QApplication) -> None:
    """The window reads the same on a computer without Inter."""
    assert qapp
    loaded = themes.load(RESOURCES, "light")

    assert loaded.font("body").families()[0] == "Inter"
    assert QFontInfo(loaded.font("body")).family() == "Inter"


def test_tokens_know_what_is_not_there(theme: Theme) -> None:
    """A widget that asks for an unknown name is a bug, not a black square."""
    with pytest.raises(KeyError):
        theme.color("purple")
