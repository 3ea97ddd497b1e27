"""Joins the search field with the presenter: what was typed, found, or not understood.

The one rule: whatever is typed is answered below the field, at once.
"""

from PySide6.QtCore import QObject

from kotakmasuk.desktop.inbox.columns import Columns
from kotakmasuk.desktop.inbox.presenter import Shown
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.wording import number
from kotakmasuk.services import inbox as inbox_service


class Searching(QObject):
    """Listens to the field and to the presenter of one inbox."""

    def __init__(self, view: Columns) -> None:
        super().__init__(view)
        self._view = view
        self._work = view.work
        presenter, field = view.presenter, view.list.search
        presenter.searching.connect(self._show_searching)
        presenter.refused.connect(self._show_refused)
        presenter.listed.connect(self._show_found)
        field.typed.connect(self._search)
        field.ranked.connect(self._rank)
        field.left.connect(self._leave_search)
        field.moved_down.connect(self._enter_list)

    def _search(self, text: str) -> None:
        self._view.presenter.search(text)

    def _rank(self, text: str) -> None:
        self._view.presenter.search(text, ranked=True)

    def _leave_search(self) -> None:
        self._view.presenter.leave_search()
        self._view.focus_list()

    def _enter_list(self) -> None:
        self._view.focus_list()
        self._view.list.list.step(1)

    def _show_searching(self, text: str) -> None:
        if text:
            self._view.list.search.say_searching()

    def _show_found(self, shown: Shown) -> None:
        listing = self._view.presenter.listing
        if not (listing.search and shown.whole):
            return
        words = self.tr("{n} hasil").format(n=number(len(shown.ids)))
        also = inbox_service.also_searched(self._work.office, listing.search)
        told = f"{words} · {also}" if also else words
        self._view.list.search.say_found(told)

    def _show_refused(self, error: KnownError) -> None:
        last = self._view.presenter.last
        self._view.list.show_list(last, fresh=False, empty=("", ""))
        self._view.list.search.say_error(str(error))
