"""Pages of columns: side by side where there is room, in turn where there is not.

The one rule: where one column has room, the list and what was chosen take turns.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget


@dataclass(frozen=True)
class ListRoom:
    """How wide the list at the left is, and from which width of the page (pixels)."""

    wide: int
    narrow: int
    from_wide: int
    from_two: int


def side_by_side(page: QWidget) -> QHBoxLayout:
    """Lay out a page whose columns touch each other and its edges."""
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    return row


def fit_list(column: QWidget, room: ListRoom, width: int, *, wanted: bool) -> bool:
    """Fit the list to the page's width; tells whether only one column has room.

    It fills the page then, where it is `wanted`, and is hidden where it is not.
    """
    one = width < room.from_two
    column.setVisible(wanted or not one)
    beside = room.wide if width >= room.from_wide else room.narrow
    column.setFixedWidth(width if one else beside)
    return one


def bind_inside(page: QWidget, keys: str) -> QShortcut:
    """Bind a key that works while the keyboard is inside this page."""
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    return QShortcut(QKeySequence(keys), page, context=within)
