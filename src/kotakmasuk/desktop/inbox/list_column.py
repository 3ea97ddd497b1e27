"""The second column: which list this is, how many, the search, and the rows.

The one rule: new messages never push a row away from under the pointer; they wait
behind the pill until the officer asks for them.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox.list_view import ConversationList
from kotakmasuk.desktop.inbox.model import ConversationModel
from kotakmasuk.desktop.inbox.presenter import Shown
from kotakmasuk.desktop.inbox.search_box import SearchBox
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.states import EmptyState, SkeletonRows
from kotakmasuk.domain.wording import number


STILL_AFTER = 150  # ms without an answer before grey rows are shown


class ListColumn(Plane):
    """Header, search, banner, pill and the table of conversations."""

    sidebar_requested = Signal()
    search_requested = Signal()
    arrived_requested = Signal()

    def __init__(self, theme: Theme, model: ConversationModel) -> None:
        """Show the model's rows; empty until the first list comes."""
        super().__init__("surface")
        self._theme = theme
        self._model = model
        self.header = ColumnHeader(theme)
        self.search = SearchBox(theme)
        self.banner = StateBanner(theme)
        self.list = ConversationList(theme, model)
        self.menu_button = IconButton(
            theme, "panel-left", self.tr("Tampilan dan tag"), shortcut="Ctrl+B"
        )
        self.find_button = IconButton(
            theme, "search", self.tr("Cari pesan"), shortcut="Ctrl+F"
        )
        self.pill = Button(theme, "", kind="primary", icon="arrow-up-down")
        self._pill_row = QWidget()
        self._empty = QWidget()
        self._stack = QStackedWidget()
        self._skeleton = SkeletonRows(theme, rows=6)
        self._slow = QTimer(self, interval=STILL_AFTER)
        self._slow.setSingleShot(True)
        self._build()
        self._slow.timeout.connect(self._show_skeleton)
        self.menu_button.clicked.connect(self.sidebar_requested)
        self.find_button.clicked.connect(self.search_requested)
        self.pill.clicked.connect(self.arrived_requested)

    def begin(self) -> None:
        """Wait for a list; only a slow one shows grey rows."""
        self._slow.start()

    def show_list(self, shown: Shown, *, fresh: bool, empty: tuple[str, str]) -> None:
        """Show the rows, or in words that there are none."""
        self._slow.stop()
        self.list.show_list(shown.ids, shown.groups, fresh=fresh)
        if shown.ids:
            self._stack.setCurrentWidget(self.list)
        else:
            self._say_empty(*empty)

    def show_title(self, title: str, count: int | None) -> None:
        """Show which list this is and how many it has."""
        self.header.set_title(title)
        self.header.set_count(number(count) if count is not None else "")

    def show_arrived(self, count: int) -> None:
        """Show how many wait outside; 0 takes the pill away."""
        self.pill.setText(self.tr("{n} baru").format(n=number(count)))
        self._pill_row.setVisible(bool(count))

    def is_empty(self) -> bool:
        """True while words stand in place of rows."""
        return self._stack.currentWidget() is self._empty

    def _say_empty(self, title: str, sentence: str) -> None:
        old = self._empty
        self._empty = EmptyState(
            self._theme, icon="inbox", title=title, sentence=sentence
        )
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        self._stack.removeWidget(old)
        old.deleteLater()

    def _show_skeleton(self) -> None:
        self._stack.setCurrentWidget(self._skeleton)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header.add_first(self.menu_button)
        self.header.add_action(self.find_button)
        self.menu_button.hide()
        column.addWidget(self.header)
        column.addWidget(self.search)
        column.addWidget(self.banner)
        row = QHBoxLayout(self._pill_row)
        row.setContentsMargins(0, 6, 0, 6)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pill_row.hide()
        column.addWidget(self._pill_row)
        for page in (self.list, self._skeleton, self._empty):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
