"""Decides what the inbox shows: which list, which conversation, what came in since.

The one rule: it holds no widget; it reads through services and tells by signals.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.inbox.actions import READ
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Counts, Listing, Row, Thread, View
from kotakmasuk.domain.search import parse_query
from kotakmasuk.services import inbox as service
from kotakmasuk.services import issues


FIRST = 200
THREAD_PAGE = 50
GLANCE = 6  # what fills the column; whoever holds J down sees no more of each
GLANCED_FOR = 150  # ms until the rest of the page follows


@dataclass(frozen=True)
class Shown:
    """A list ready to be shown; `whole` is False while only its first page is known."""

    ids: Sequence[int]
    groups: Sequence[tuple[str, int]]
    whole: bool


class InboxPresenter(QObject):
    """Keeps the present listing and the open conversation, and reloads what changed."""

    listing_changed = Signal(object)
    listed = Signal(object)
    opened = Signal(object)
    counted = Signal(object)
    searching = Signal(str)
    refused = Signal(object)
    arrived = Signal(int)
    rows_changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `show_listing` begins."""
        super().__init__()
        self._work = workplace
        self._task: Task | None = None
        self._listed = 0
        self.last = Shown((), (), whole=True)
        self._limit = THREAD_PAGE
        self.listing = Listing(View.TO_ANSWER)
        self.before_search = self.listing
        self.conversation: int | None = None
        self.counts = Counts()
        self.hold_new = False
        self._stay = QTimer(self, interval=GLANCED_FOR, singleShot=True)
        self._stay.timeout.connect(self._show_page)
        workplace.lanes.changed.connect(self.take_changes)

    def show_listing(self, listing: Listing) -> None:
        """Show a list: its first page at once, all of it as soon as it is read."""
        if not listing.search:
            self.before_search = listing
        self.listing = listing
        self.arrived.emit(0)
        self.listing_changed.emit(listing)
        if listing.search:
            self._search()
            return
        first = service.first_page(
            self._work.lanes.reader,
            self._work.office,
            listing,
            officer=self._work.officer(),
            limit=FIRST,
        )
        whole = len(first) < FIRST
        self._listed = len(first)
        self.last = Shown(first, self._groups(), whole)
        self.listed.emit(self.last)
        if not whole:
            self.reload()

    def search(self, text: str, *, ranked: bool = False) -> None:
        """Search all history as one types; an empty text leaves the search."""
        words = text.strip()
        if words:
            self.show_listing(Listing(View.ALL, search=text.lstrip(), ranked=ranked))
        elif self.listing.search:
            self.leave_search()

    def leave_search(self) -> None:
        """Go back to the list from which the search began."""
        self.searching.emit("")
        self.show_listing(self.before_search)

    def reload(self) -> None:
        """Read the whole list again on the reading lane."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._work.lanes.read(
            service.snapshot,
            self._work.office,
            self.listing,
            officer=self._work.officer(),
            then=self._show_whole,
            failed=self.refused.emit,
        )

    def count(self) -> None:
        """Read the exact numbers beside the sidebar's entries."""
        self.counts = service.counts(
            self._work.lanes.reader,
            officer=self._work.officer(),
            now=self._work.office.now(),
        )
        self.counted.emit(self.counts)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Read some rows; by their ids this is always quick."""
        return service.rows(self._work.lanes.reader, ids)

    def open_conversation(self, conversation: int | None) -> None:
        """Show a conversation with its newest items, or none."""
        if conversation != self.conversation:
            self._limit = GLANCE
        self.conversation = conversation
        thread = self._thread()
        self.opened.emit(thread)
        if thread is not None and thread.older and self._limit == GLANCE:
            self._stay.start()

    def show_older(self) -> None:
        """Show fifty items more of the open conversation."""
        self._limit = max(self._limit, THREAD_PAGE) + THREAD_PAGE
        self.opened.emit(self._thread())

    def _show_page(self) -> None:
        """Show the page of an opened conversation on which one stayed."""
        if self._limit == GLANCE:
            self._limit = THREAD_PAGE
            self.opened.emit(self._thread())

    def show_arrived(self) -> None:
        """Take the new items that waited outside into the list."""
        self.arrived.emit(0)
        self.reload()

    def take_changes(self, changes: Changes, initiator: object) -> None:
        """Decide what of the screen has to be read again."""
        sorted_anew = changes.tags or changes.issues
        if changes.conversations or sorted_anew or changes.replies or changes.settings:
            self.count()
        touched = self.conversation in changes.conversations
        if (touched and initiator != READ) or sorted_anew:
            self.opened.emit(self._thread())
        if not (changes.conversations or sorted_anew):
            return
        if initiator == READ:
            self.rows_changed.emit()
            return
        if initiator is None and changes.arrived and self.hold_new:
            self.arrived.emit(max((self.title_count() or 0) - self._listed, 0))
            self.rows_changed.emit()
        else:
            self.reload()

    def sought(self) -> tuple[str, ...]:
        """The words of the present search, to be marked where they stand."""
        try:
            query = parse_query(self.listing.search)
        except KnownError:
            return ()
        return (*query.phrases, *query.words)

    def title_count(self) -> int | None:
        """The exact number of the present list, where the counts know it."""
        listing = self.listing
        if listing.search or (listing.tag and listing.account):
            return None
        if listing.issue is not None:
            issue = issues.get(self._work.lanes.reader, listing.issue)
            return issue.conversations if issue else 0
        if listing.tag is not None:
            return self.counts.tags.get(listing.tag, 0)
        by_account = self.counts.accounts.get(listing.account or 0, 0)
        by_view = self.counts.views.get(listing.view, 0)
        return by_view if listing.account is None else by_account

    def _thread(self) -> Thread | None:
        if self.conversation is None:
            return None
        try:
            return service.thread(
                self._work.lanes.reader, self.conversation, limit=self._limit
            )
        except KeyError:
            self.conversation = None
            return None

    def _groups(self) -> Sequence[tuple[str, int]]:
        return service.groups(
            self._work.lanes.reader,
            self._work.office,
            self.listing,
            officer=self._work.officer(),
        )

    def _search(self) -> None:
        """Read the first hits on the reading lane, which the next letter interrupts."""
        if self._task is not None:
            self._task.cancel()
        self.searching.emit(self.listing.search)
        self._task = self._work.lanes.read(
            service.first_page,
            self._work.office,
            self.listing,
            officer=self._work.officer(),
            limit=FIRST,
            then=self._show_hits,
            failed=self._refuse,
        )

    def _show_hits(self, first: list[int]) -> None:
        whole = len(first) < FIRST
        if whole:
            self.searching.emit("")
        self.listed.emit(Shown(first, (), whole))
        if not whole:
            self.reload()

    def _show_whole(self, ids: "array[int]") -> None:
        self.searching.emit("")
        self._listed = len(ids)
        self.arrived.emit(0)
        self.last = Shown(ids, self._groups(), whole=True)
        self.listed.emit(self.last)

    def _refuse(self, error: KnownError) -> None:
        self.searching.emit("")
        self.refused.emit(error)


def narrowed(listing: Listing, **to: object) -> Listing:
    """The listing with one of its parts changed."""
    return replace(listing, **to)  # type: ignore[arg-type]  # a field of Listing
