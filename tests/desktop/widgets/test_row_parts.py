"""The rows of all lists are drawn alike."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.row_parts import (
    BAR,
    Ink,
    draw_foot,
    draw_ground,
    draw_heading,
    draw_words,
)


State = QStyle.StateFlag
BOX = QRectF(0, 0, 120, 30)
TITLE = Ink("body", "text")


@pytest.fixture
def image() -> QImage:
    drawn = QImage(120, 30, QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFF)
    return drawn


def ground(theme: Theme, image: QImage, state: State, *, bar: bool = True) -> list[str]:
    with QPainter(image) as painter:
        draw_ground(painter, theme, BOX, state, bar=bar)
    return [image.pixelColor(x, 10).name() for x in (0, BAR + 1)]


def test_the_chosen_row_has_the_bar(theme: Theme, image: QImage) -> None:
    """The choice is never told by the ground alone."""
    chosen = ground(theme, image, State.State_Selected)
    assert chosen == [theme.color("marker").name(), theme.color("selected").name()]


def test_a_cell_within_the_chosen_row_has_none(theme: Theme, image: QImage) -> None:
    """One bar a row, however many cells it has."""
    chosen = ground(theme, image, State.State_Selected, bar=False)
    assert chosen == [theme.color("selected").name()] * 2


def test_the_row_under_the_pointer_is_lit(theme: Theme, image: QImage) -> None:
    """Without the bar, as it is not chosen."""
    lit = ground(theme, image, State.State_MouseOver)
    assert lit == [theme.color("hover").name()] * 2


def test_a_row_at_rest_is_left_as_it_is(theme: Theme, image: QImage) -> None:
    """The list's own colour shows."""
    assert ground(theme, image, State.State_Enabled) == ["#ffffff", "#ffffff"]


def test_the_line_is_the_last_one_of_a_row(theme: Theme, image: QImage) -> None:
    """Rows are parted by one pixel."""
    with QPainter(image) as painter:
        draw_foot(painter, theme, BOX)
    drawn = [image.pixelColor(60, y).name() for y in (28, 29)]
    assert drawn == ["#ffffff", theme.color("line").name()]


def test_words_that_do_not_fit_stay_in_their_room(theme: Theme, image: QImage) -> None:
    """What stands beside them stays readable."""
    room = QRectF(0, 0, 60, 30)
    with QPainter(image) as painter:
        draw_words(painter, theme, room, "Jalan berlubang di Melati", TITLE)
    assert columns_with_ink(image)
    assert max(columns_with_ink(image)) <= room.right()


def test_a_heading_tells_how_many_follow(theme: Theme, image: QImage) -> None:
    """Its name stands at the left, the count at the right."""
    image.fill(theme.color("sunken"))
    with QPainter(image) as painter:
        draw_heading(painter, theme, BOX, title="Isi", count=4)
    inked = columns_with_ink(image)
    assert min(inked) < BOX.center().x() < max(inked)


def columns_with_ink(image: QImage) -> list[int]:
    blank = image.pixelColor(0, 0)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != blank for y in range(image.height()))
    ]
