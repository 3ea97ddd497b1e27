"""The four columns of the inbox side by side, and the ways between them.

The one rule: the columns know nothing of each other; whoever joins them does it here.
"""

from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox.actions import Actions
from kotakmasuk.desktop.inbox.conversation import ConversationColumn
from kotakmasuk.desktop.inbox.deeds import Deeds
from kotakmasuk.desktop.inbox.detail import DetailColumn
from kotakmasuk.desktop.inbox.list_column import ListColumn
from kotakmasuk.desktop.inbox.model import ConversationModel
from kotakmasuk.desktop.inbox.panes import ONE, Panes
from kotakmasuk.desktop.inbox.presenter import InboxPresenter
from kotakmasuk.desktop.inbox.sidebar import Sidebar
from kotakmasuk.desktop.inbox.wording import Clock, row_content
from kotakmasuk.desktop.widgets.row_content import RowContent
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.inbox import Listing, Row, Thread, View


# Only for its name: it loads the whole way out, which no list needs.
if TYPE_CHECKING:
    from kotakmasuk.desktop.inbox.reacting import Reacting


class Columns(QWidget):
    """Sidebar, list, conversation and details with what fills and moves them."""

    writing_requested = Signal(int, str)
    conversation_opened = Signal(object)
    palette_requested = Signal()
    map_requested = Signal()
    tags_management_requested = Signal(object)
    accounts_requested = Signal(int)
    counted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.work = workplace
        self._started = False
        theme = workplace.theme
        self.presenter = InboxPresenter(workplace)
        self.model = ConversationModel(self.presenter.rows, self._content)
        self.sidebar = Sidebar(theme, workplace.settings().agency)
        self.list = ListColumn(theme, self.model)
        self.conversation = ConversationColumn(theme, self.clock, self._soon)
        self.detail = DetailColumn(workplace, self.clock)
        columns = (self.sidebar, self.list, self.conversation, self.detail)
        self.panes = Panes(theme, self, columns)
        self.deeds = Deeds(workplace, Actions(workplace, self.clock), self)
        self.deeds.targets = self.targets
        self.conversation.reacts = self._can_react
        self.conversation.menu_requested.connect(self._show_reactions)
        # Less than the columns ask for side by side: the panes then change places.
        self.setMinimumSize(theme.size("clientMin") - theme.size("rail"), 300)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes.splitter)

    @cached_property
    def reacting(self) -> "Reacting":
        """What can be done with a message; loaded with the first conversation."""
        from kotakmasuk.desktop.inbox.reacting import Reacting  # noqa: PLC0415  see above

        return Reacting(self.work, self)

    def _can_react(self, thread: Thread) -> bool:
        return self.reacting.can(thread)

    def _show_reactions(self, message: int, at: QPoint) -> None:
        self.reacting.show_menu(message, at)

    def start(self) -> None:
        """Read the counts and the first list; later calls do nothing."""
        if not self._started:
            self._started = True
            self.presenter.count()
            self.presenter.show_listing(Listing(View.TO_ANSWER))

    def clock(self) -> Clock:
        """The present moment in the agency's zone."""
        zone = ZoneInfo(self.work.settings().zone)
        return Clock(self.work.office.now, zone)

    def targets(self) -> list[int]:
        """The conversations that an action works on: the chosen ones, or the open one."""
        chosen = self.list.list.chosen()
        if chosen:
            return chosen
        opened = self.presenter.conversation
        return [] if opened is None else [opened]

    def show_listing(self, listing: Listing) -> None:
        """Open a list, such as the one behind a number of the summary."""
        self.start()
        self.list.search.finish()
        self.presenter.show_listing(listing)

    def show_conversation(self, conversation: int) -> None:
        """Open a conversation, in its list or beside it."""
        self.start()
        if not self.list.list.go_to(conversation):
            self.presenter.open_conversation(conversation)
        self.panes.read(reading=True)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the thread where it alone is seen."""
        seen = self.list.isVisible()
        (self.list.list if seen else self.conversation.items).setFocus()

    def search(self, text: str = "") -> None:
        """Open the search, with a text from the palette if there is one."""
        self.panes.read(reading=False)
        self.list.search.start(text)

    def go_back(self) -> None:
        """Esc: one level back, from drawer to choice to list."""
        if self.panes.close_over():
            self.focus_list()
        elif self.list.list.is_choosing():
            self.list.list.choose_only_current()
        elif self.presenter.listing.search:
            self.list.search.finish()
            self.presenter.leave_search()
            self.focus_list()
        elif self.panes.mode == ONE:
            self.panes.read(reading=False)
            self.focus_list()

    def _content(self, row: Row) -> RowContent:
        return row_content(self.clock(), row, self.work.settings())

    def _soon(self) -> int:
        return self.work.settings().due_soon_minutes
