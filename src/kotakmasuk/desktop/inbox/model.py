"""The conversation list as Qt sees it: ids in order, rows read a page at a time.

The one rule: it holds ids of the whole list but rows of some pages only, so that a
million conversations cost eight bytes each.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from kotakmasuk.desktop.inbox.sections import Sections
from kotakmasuk.desktop.widgets.row_content import RowContent, spoken
from kotakmasuk.desktop.widgets.rows import NO_PARENT, Index
from kotakmasuk.domain.inbox import Row


PAGE = 50  # a reload reads what is seen, and one screen shows about a dozen rows
PAGES_KEPT = 120


class ConversationModel(QAbstractTableModel):
    """One column of conversations and group headers; RowContent is under UserRole."""

    def __init__(
        self,
        read: Callable[[Sequence[int]], Sequence[Row]],
        compose: Callable[[Row], RowContent],
    ) -> None:
        """`read` gives the rows of some ids; `compose` puts a row into words."""
        super().__init__()
        self._read = read
        self._compose = compose
        self._ids = array("q")
        self._groups: tuple[tuple[str, int], ...] = ()
        self._collapsed: set[str] = set()
        self._sections = Sections(0)
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._composed: dict[int, RowContent] = {}

    @property
    def ids(self) -> "array[int]":
        """All ids in order; not to be changed."""
        return self._ids

    def show_list(self, ids: Sequence[int], groups: Sequence[tuple[str, int]]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._groups = tuple(groups)
        self._lay()
        self._forget()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Read the rows again, because something in them has changed."""
        self._forget()
        if self._sections.rows:
            last = self.index(self._sections.rows - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, row: int) -> int | None:
        """The conversation that a row shows; None for a header or no row."""
        if not 0 <= row < self._sections.rows:
            return None
        position = self._sections.position(row)
        return None if position is None else self._ids[position]

    def row_of(self, conversation: int) -> int | None:
        """The row of a conversation; None when it is not here or in a folded group."""
        try:
            return self._sections.row(self._ids.index(conversation))
        except ValueError:
            return None

    def fold(self, row: int, *, folded: bool | None = None) -> bool:
        """Fold or unfold the group of a header row; False where there is no header."""
        if not 0 <= row < self._sections.rows:
            return False
        section = self._sections.section_at(row)
        if section.row != row or not section.title:
            return False
        wanted = not section.collapsed if folded is None else folded
        if wanted != section.collapsed:
            self.beginResetModel()
            self._collapsed ^= {section.title}
            self._lay()
            self.endResetModel()
        return True

    def step(self, row: int, direction: int) -> int | None:
        """The next row (1) or the one before (-1) that can be gone to.

        Open headers are passed over; a folded one stands for its conversations.
        """
        row += direction
        while 0 <= row < self._sections.rows:
            shows = self._sections.position(row) is not None
            if shows or self._sections.section_at(row).collapsed:
                return row
            row += direction
        return None

    def header_of(self, row: int) -> int | None:
        """The header's row of the group to which a row belongs."""
        section = self._sections.section_at(row)
        return section.row if section.title else None

    def header_rows(self) -> list[int]:
        """The rows that are headers."""
        return self._sections.header_rows()

    def content(self, row: int) -> RowContent | None:
        """What a row shows; reads its page where it is not at hand."""
        section = self._sections.section_at(row)
        position = self._sections.position(row)
        if position is None:
            return RowContent(
                is_group=True,
                group_title=section.title,
                group_count=section.whole,
                collapsed=section.collapsed,
            )
        number, place = divmod(position, PAGE)
        read = self._page(number)[place]
        if read is None:
            return None
        if read.id not in self._composed:
            self._composed[read.id] = self._compose(read)
        return self._composed[read.id]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Conversations and headers that are not folded away."""
        return 0 if parent.isValid() else self._sections.rows

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One: the whole row is drawn by the delegate."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The content for the delegate, and its words for a screen reader."""
        if role == Qt.ItemDataRole.UserRole:
            return self.content(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            content = self.content(index.row())
            return spoken(content) if content else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headers take the focus, to be folded by key, but are never selected."""
        if self._sections.position(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemNeverHasChildren

    def _lay(self) -> None:
        self._sections = Sections(len(self._ids), self._groups, self._collapsed)

    def _forget(self) -> None:
        self._pages.clear()
        self._composed.clear()

    def _page(self, number: int) -> list[Row | None]:
        found = self._pages.get(number)
        if found is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            by_id = {row.id: row for row in self._read(ids)}
            found = [by_id.get(conversation) for conversation in ids]
            self._pages[number] = found
            if len(self._pages) > PAGES_KEPT:
                _, gone = self._pages.popitem(last=False)
                for row in gone:
                    self._composed.pop(row.id if row else 0, None)
        else:
            self._pages.move_to_end(number)
        return found
