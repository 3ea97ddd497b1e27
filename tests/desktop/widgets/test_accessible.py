"""Everything that takes the keyboard has a name, and nothing outlives its parent."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import IncomingBubble, NoteBubble
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.charts import BarChart
from kotakmasuk.desktop.widgets.chips import TagChip
from kotakmasuk.desktop.widgets.column_header import (
    ColumnHeader,
    PageHeader,
    SectionHeader,
)
from kotakmasuk.desktop.widgets.fields import Field, SearchField
from kotakmasuk.desktop.widgets.labels import ElidedLabel
from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.desktop.widgets.rail import Rail, standard_items
from kotakmasuk.desktop.widgets.states import ErrorCard
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.widgets.thread_parts import ParentPostCard


MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "rail": lambda theme: Rail(theme, standard_items(), officer="Sari"),
    "bubble": lambda theme: IncomingBubble(
        theme, author="Nur", meta="Kam", text="08•• ", masked=(Span(0, 4),)
    ),
    "note": lambda theme: NoteBubble(theme, meta="Bagas", text="Menunggu"),
    "tag": lambda theme: TagChip(theme, "jalan-rusak"),
    "field": lambda theme: Field(theme, "Nama", QLineEdit()),
    "search": lambda theme: SearchField(theme, "Cari pesan"),
    "error": lambda theme: ErrorCard(theme, title="A", text="B", details="C"),
    "tabs": lambda theme: TabStrip(theme, [("a", "Rincian"), ("b", "Ceklis")]),
    "chart": lambda theme: BarChart(theme, "Topik"),
    "post": lambda theme: ParentPostCard(
        theme, title="Unggahan", meta="Kam", text="Jalan", counts="2 suka"
    ),
}


def heard(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_what_takes_the_keyboard_has_a_name(
    theme: Theme, qtbot: QtBot, make: Callable[[Theme], QWidget]
) -> None:
    """A listener always knows where she is."""
    made = make(theme)
    qtbot.addWidget(made)
    reached = [
        widget
        for widget in (made, *made.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    silent = [w for w in reached if not heard(w, QAccessible.Text.Name)]

    assert reached or made.accessibleName()
    assert silent == []


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_icon_button_has_a_description(
    theme: Theme, qtbot: QtBot, make: Callable[[Theme], QWidget]
) -> None:
    """What it does is in its tooltip, and is heard too."""
    made = make(theme)
    qtbot.addWidget(made)

    for button in made.findChildren(QToolButton):
        if button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.toolTip()
            assert heard(button, QAccessible.Text.Description)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_widget_leaves_nothing_at_the_theme(
    theme: Theme, make: Callable[[Theme], QWidget]
) -> None:
    """A day of opening conversations does not slow the change to dark."""
    before = theme.receivers(SIGNAL("changed()"))

    made = make(theme)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert theme.receivers(SIGNAL("changed()")) == before


def test_a_column_head_shows_its_title_and_count(theme: Theme, qtbot: QtBot) -> None:
    """44 px, or 52 on a full page."""
    column, page = ColumnHeader(theme, "Perlu ditanggapi"), PageHeader(theme, "Kiriman")
    for head in (column, page):
        qtbot.addWidget(head)
    column.set_count("12")
    column.add_action(IconButton(theme, "list-filter", "Saring"))

    assert (column.height(), page.height()) == (44, 52)
    assert not column.grab().isNull()


def test_a_section_takes_actions(theme: Theme, qtbot: QtBot) -> None:
    """The plus stands beside what it adds to."""
    section = SectionHeader(theme, "Tag")
    qtbot.addWidget(section)
    plus = IconButton(theme, "plus", "Tambah tag")

    section.add_action(plus)

    assert section.isAncestorOf(plus)


def test_a_cut_text_is_kept_whole(theme: Theme, qtbot: QtBot) -> None:
    """What does not fit is in the tooltip and is heard."""
    label = ElidedLabel(theme, "Perbaikan jalan dimulai pekan ini " * 5)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()

    assert label.text().endswith("…")
    assert label.accessibleName() == label.whole_text() == label.toolTip()


def test_a_long_title_of_a_column_ends_in_dots(theme: Theme, qtbot: QtBot) -> None:
    """A reader still hears all of it."""
    column = ColumnHeader(theme, "Jalan berlubang depan SDN 2 Cibening")
    qtbot.addWidget(column)
    column.resize(160, 44)
    column.show()
    title = column.findChildren(QLabel)[0]
    assert title.text().endswith("…")
    assert title.accessibleName() == "Jalan berlubang depan SDN 2 Cibening"


def test_a_column_without_a_title_leaves_its_room_to_the_rest(
    theme: Theme, qtbot: QtBot
) -> None:
    """The tabs of the details are cut in their letters otherwise."""
    column = ColumnHeader(theme, "")
    qtbot.addWidget(column)
    title = column.findChildren(QLabel)[0]
    assert title.minimumSizeHint().width() == 0
    assert title.sizeHint().width() == 0
