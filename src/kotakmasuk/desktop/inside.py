"""What is inside the window: rail, pages, palette, toasts, and the strip without a line.

The one rule: it joins features that do not know each other and decides nothing that
they could decide themselves.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop import pages
from kotakmasuk.desktop.inbox.view import InboxView
from kotakmasuk.desktop.seating import Seating
from kotakmasuk.desktop.standing import Standing
from kotakmasuk.desktop.undoing import Undoing
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.rail import Rail, standard_items
from kotakmasuk.desktop.workplace import Page, Workplace
from kotakmasuk.desktop.writing import Writing
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.services import accounts


# Only for its name: sending and checking begin after the first paint.
if TYPE_CHECKING:
    from kotakmasuk.desktop.rounds import Rounds

# What has no place of its own on the rail is found under another page.
RAIL_OF = {
    "announcements": "outbox",
    "checklist": "settings",
    "contacts": "settings",
}


class Inside(QWidget):
    """Shows the inbox at once and every other page at its first visit."""

    title_changed = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        """Build the rail and the inbox; nothing is read before it is shown."""
        super().__init__()
        self.work = workplace
        theme = workplace.theme
        self.rail = Rail(theme, standard_items(), officer=workplace.officer())
        self.stack = QStackedWidget()
        self.offline = StateBanner(theme)
        self.inbox = InboxView(workplace)
        self.pages: dict[str, QWidget] = {"inbox": self.inbox}
        self.undoing = Undoing(workplace, self)
        self.writing = Writing(workplace, self.inbox)
        self.seating = Seating(workplace, self)
        self.standing = Standing(workplace, self.rail, self.offline)
        self._build()
        self._connect()

    def show_settings(self) -> None:
        """Follow the settings; this also gives the window its title."""
        self.standing.show_settings()

    def go(self, page: Page, what: object = None) -> None:
        """Show a page, and what of it; see `Workplace.go`."""
        if page == "tags":
            self.manage_tags()
            return
        if page == "issues":
            self.manage_issues(what)
            return
        if page == "seat":
            self.seating.ask(what)
            return
        widget = self._page(page)
        self.stack.setCurrentWidget(widget)
        if page != "welcome":
            self.rail.open_page(RAIL_OF.get(page, page))
        widget.setFocus()
        if page == "inbox":
            self._show_in_inbox(what)
        elif page == "accounts" and what:
            show_in_accounts(widget, what)
        elif page in ("announcements", "approvals", "checklist"):
            cast("Any", widget).show_what(what)

    def show_first(self, way: str) -> None:
        """Show what a start leads to: the way just chosen, or the ways to begin."""
        if way:
            self.go("accounts", way)
        elif not accounts.overview(self.work.lanes.reader):
            self.go("welcome")
        else:
            # J and K work from the first moment; the list is seen in the next one.
            QTimer.singleShot(0, self.inbox, self.inbox.focus_list)

    def tell(self, words: str, undo: str | None = None) -> None:
        """Show a toast; see `Workplace.tell`."""
        self.undoing.tell(words, undo)

    def tell_error(self, error: KnownError) -> None:
        """Show an error that no screen took."""
        self.undoing.tell(str(error))

    def manage_tags(self) -> None:
        """Open the dialog in which tags are renamed and merged."""
        pages.tags_dialog(self.work, self).open()

    def manage_issues(self, what: object = None) -> None:
        """Open the dialog in which conversations become one Isu."""
        ids = tuple(what) if isinstance(what, tuple | list) else ()
        pages.issues_dialog(self.work, ids, self).open()

    @cached_property
    def rounds(self) -> "Rounds":
        """What happens by the clock; it begins after the first paint."""
        from kotakmasuk.desktop.rounds import Rounds  # noqa: PLC0415  see above

        rounds = Rounds(self.work)
        rounds.minute_passed.connect(self._tell_time_anew)
        return rounds

    def check_now(self) -> None:
        """Check every account at once (F5)."""
        self.rounds.check_all()

    def leave(self) -> None:
        """Keep the draft and begin nothing more, because the window closes."""
        self.writing.close()
        self.seating.close()
        if "rounds" in self.__dict__:
            self.rounds.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.work.theme.size("twoPane")
        self.rail.set_narrow(narrow=narrow)

    def _page(self, page: Page) -> QWidget:
        if page not in self.pages:
            made = pages.BUILDERS[page](self.work)
            wanted = getattr(made, "conversation_wanted", None)
            if wanted is not None:
                wanted.connect(lambda one: self.go("inbox", one))
            self.pages[page] = made
            self.stack.addWidget(made)
        return self.pages[page]

    def _show_in_inbox(self, what: object) -> None:
        self.inbox.focus_list()
        if isinstance(what, Listing):
            self.inbox.show_listing(what)
        elif isinstance(what, int):
            self.inbox.show_conversation(what)

    def open_page(self, page: str) -> None:
        """Show a page of the rail by its id."""
        self.go(cast("Page", page))

    def _build(self) -> None:
        self.standing.title_changed.connect(self.title_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.offline)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.stack.addWidget(self.inbox)

    def _connect(self) -> None:
        inbox = self.inbox
        self.rail.chosen.connect(self.open_page)
        self.rail.seat_requested.connect(self.seating.ask)
        self.seating.changed.connect(self.standing.show_seat)
        self.seating.told.connect(self.undoing.tell)
        self.seating.only_watches.connect(self.writing.close)
        self.rail.open_page("inbox")
        inbox.tags_management_requested.connect(self.manage_tags)
        inbox.accounts_requested.connect(lambda one: self.go("accounts", one))
        inbox.counted.connect(self.standing.show_counts)
        self.writing.told.connect(self.undoing.tell_queued)
        self.offline.acted.connect(self.check_now)
        self.work.lanes.failed.connect(self.tell_error)

    def _tell_time_anew(self) -> None:
        self.inbox.presenter.count()
        self.inbox.model.forget_rows()


def show_in_accounts(page: Any, what: object) -> None:
    """Show an account by its id, or begin one of the ways to a new one."""
    if isinstance(what, int):
        page.show_account(what)
    else:
        page.begin(what)
