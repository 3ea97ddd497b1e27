"""Lists are made alike and filled without choosing for anybody."""

from dataclasses import dataclass

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
from kotakmasuk.desktop.widgets.rows import Index
from kotakmasuk.desktop.widgets.table_rows import NUMBER, TableRows


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


@dataclass(frozen=True)
class Fruit:
    """Stands in a row."""

    id: int
    name: str


class Fruits(TableRows[Fruit]):
    """Name and number."""

    numbers = (1,)

    def titles(self) -> tuple[str, ...]:
        return ("Buah", "Jumlah")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        wanted = role == Qt.ItemDataRole.DisplayRole
        return self._rows[index.row()].name if wanted else None


def test_a_table_finds_a_row_by_its_number(qapp: object) -> None:  # noqa: ARG001
    """Whatever moved above it; what is not shown has no row."""
    table = Fruits()
    table.show_rows([Fruit(7, "apel"), Fruit(3, "jeruk")])
    assert [table.row_of(one) for one in (3, 9, None)] == [1, -1, -1]
    assert table.row(0) == Fruit(7, "apel")
    assert table.row(-1) is None
    assert (table.rowCount(), table.columnCount()) == (2, 2)


def test_the_title_of_a_number_stands_over_it(qapp: object) -> None:  # noqa: ARG001
    """Numbers stand at the right, so their title does, too."""
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
    table = Fruits()
    assert table.headerData(0, across) == "Buah"
    assert [table.headerData(one, across, role) for one in (0, 1)] == [None, NUMBER]
    assert table.headerData(0, Qt.Orientation.Vertical) is None
