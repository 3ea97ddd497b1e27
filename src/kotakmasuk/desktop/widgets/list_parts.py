"""Lists and tables as all pages have them, and how one is filled anew.

The one rule: filling shows what was chosen before; it never chooses for anybody.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLayout,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import SearchField
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel


def make_list(
    model: QAbstractListModel, delegate: QStyledItemDelegate, *, key: str, name: str
) -> QListView:
    """Make a list; `key` finds it in a test, `name` is heard. The caller keeps both."""
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setMouseTracking(True)
    view.setObjectName(key)
    view.setAccessibleName(name)
    return view


def make_table(model: QAbstractItemModel, *, name: str) -> QTableView:
    """Make a table whose rows are chosen whole, one at a time; `name` is heard."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    dress_table(table)
    return table


def dress_table(table: QTableView) -> None:
    """Let rows be chosen whole, without a grid, without a trap for Tab."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)


def make_small_table(
    theme: Theme, model: QAbstractItemModel, *, name: str, wide: int
) -> QTableView:
    """Make the table of a dialog: low rows, small titles, one `wide` column."""
    table = make_table(model, name=name)
    size = theme.size("tableRowCompact")
    table.verticalHeader().setDefaultSectionSize(size)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    head.setFont(theme.font("sectionLabel"))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    head.setDefaultAlignment(left)
    return table


@contextmanager
def filling(view: QListView) -> Iterator[None]:
    """Fill a list anew within this; what becomes current there is told to nobody."""
    quiet = QSignalBlocker(view.selectionModel())
    try:
        yield
    finally:
        quiet.unblock()
    view.viewport().update()


def make_current(view: QListView, place: int) -> None:
    """Make the row at a place the current one; -1 leaves none."""
    if place >= 0:
        view.setCurrentIndex(view.model().index(place, 0))


def lay_column(
    plane: Plane, head: QWidget, stack: QStackedWidget, above: QLayout | None = None
) -> None:
    """Lay a header over a list, with a row `above` it where there is one.

    They are laid in the order in which Tab shall reach them.
    """
    column = QVBoxLayout(plane)
    column.setContentsMargins(0, 0, 1, 0)
    column.setSpacing(0)
    column.addWidget(head)
    if above is not None:
        column.addLayout(above)
    column.addWidget(stack, 1)


def search_row(theme: Theme, words: str) -> tuple[QVBoxLayout, SearchField]:
    """Make the field above a list, with the room around it."""
    field = SearchField(theme, words)
    around = QVBoxLayout()
    around.setContentsMargins(12, 8, 12, 8)
    around.addWidget(field)
    return around, field


def nothing_found(theme: Theme, words: str) -> TextLabel:
    """Make what stands in a list's place where nothing fits."""
    label = TextLabel(theme, words, tone="text2", wrap=True)
    label.setContentsMargins(14, 10, 14, 10)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
