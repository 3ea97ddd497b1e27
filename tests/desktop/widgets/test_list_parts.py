"""Lists are made alike and filled without choosing for anybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.widgets.line_rows import LineRows
from kotakmasuk.desktop.widgets.list_parts import (
    filling,
    make_current,
    make_list,
    make_table,
)


def made(*lines: str) -> LineRows[str]:
    """Make a list in which lines that end in a colon are headings."""
    rows = LineRows[str](
        lambda line: "" if line.endswith(":") else line,
        lambda line: {Qt.ItemDataRole.DisplayRole: line.upper()},
    )
    rows.show_lines(lines)
    return rows


@pytest.fixture
def rows() -> LineRows[str]:
    return made("Buah:", "apel", "jeruk")


def test_a_heading_cannot_be_chosen(rows: LineRows[str]) -> None:
    """The arrows go past it."""
    chosen = Qt.ItemFlag.ItemIsSelectable
    flags = [rows.flags(rows.index(place)) & chosen for place in range(3)]
    assert [bool(one) for one in flags] == [False, True, True]
    assert rows.first() == 1


def test_a_line_is_found_by_its_key(rows: LineRows[str]) -> None:
    """What is not shown, and what has no key, has no row."""
    assert [rows.row_of(key) for key in ("jeruk", "salak", "")] == [2, -1, -1]


def test_a_row_gives_its_line_and_its_words(rows: LineRows[str]) -> None:
    """The one for those who draw it, the other for those who hear it."""
    index = rows.index(1)
    assert index.data(Qt.ItemDataRole.UserRole) == "apel"
    assert index.data() == "APEL"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_filling_a_list_tells_nobody(rows: LineRows[str], qtbot: QtBot) -> None:
    """Only a person chooses; what was chosen before is shown again."""
    view = make_list(rows, QStyledItemDelegate(rows), key="buah", name="Buah")
    qtbot.addWidget(view)
    told: list[int] = []
    view.selectionModel().currentChanged.connect(lambda now: told.append(now.row()))
    with filling(view):
        rows.show_lines(["jeruk", "apel"])
        make_current(view, rows.row_of("apel"))
    assert (view.currentIndex().row(), told) == (1, [])
    make_current(view, 0)
    assert told == [0]


def test_what_is_gone_leaves_nothing_chosen(rows: LineRows[str], qtbot: QtBot) -> None:
    """Another line is never taken for it."""
    view = make_list(rows, QStyledItemDelegate(rows), key="buah", name="Buah")
    qtbot.addWidget(view)
    with filling(view):
        rows.show_lines(["jeruk"])
        make_current(view, rows.row_of("apel"))
    assert not view.currentIndex().isValid()


def test_tab_leaves_a_table(rows: LineRows[str], qtbot: QtBot) -> None:
    """A table is one stop, and its rows are chosen whole."""
    table = make_table(rows, name="Buah")
    qtbot.addWidget(table)
    table.selectRow(2)
    assert not table.tabKeyNavigation()
    assert [one.row() for one in table.selectionModel().selectedRows()] == [2]
    assert table.accessibleName() == "Buah"
