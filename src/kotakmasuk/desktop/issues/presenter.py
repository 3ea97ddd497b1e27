"""Decides what becomes of Isu; each change is told with the way to take it back.

The one rule: it holds no widget; the list always shows what the database says.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.wording import number
from kotakmasuk.services import issues as service


class IssuesPresenter(QObject):
    """Emits the Isu that fit what is typed, what was done, and what could not be."""

    listed = Signal(object)
    done = Signal()
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, conversations: Sequence[int]) -> None:
        """Work on these conversations; with none, only on the Isu themselves."""
        super().__init__()
        self._work = workplace
        self._typed = ""
        self._closed = False
        self.conversations = list(conversations)
        self.issues: list[Issue] = []
        workplace.lanes.changed.connect(self._take_changes)

    def load(self) -> None:
        """Read the Isu: open ones first, closed ones where they are asked for."""
        reader = self._work.lanes.reader
        found = service.all_issues(reader)
        if self._closed:
            found += service.all_issues(reader, closed=True)
        self.issues = found
        self._show()

    def seek(self, typed: str) -> None:
        """Show those whose title has these words."""
        self._typed = " ".join(typed.split())
        self._show()

    def show_closed(self, shown: bool) -> None:  # noqa: FBT001  a check box's state
        """Show the closed ones too."""
        self._closed = shown
        self.load()

    def home(self) -> Issue | None:
        """The Isu of the first conversation that has one."""
        reader = self._work.lanes.reader
        homes = (service.of_conversation(reader, one) for one in self.conversations)
        return next((one for one in homes if one is not None), None)

    def is_new(self) -> bool:
        """Tell whether what is typed could name a new Isu."""
        typed = self._typed.casefold()
        known = {one.title.casefold() for one in self.issues}
        return bool(typed) and typed not in known

    def begin(self) -> None:
        """Make an Isu of the name that is typed, with the conversations in it."""
        words = _say("{n} percakapan digabung sebagai isu “{title}”")
        told = words.format(n=number(len(self.conversations)), title=self._typed)
        self._do(told, service.begin, self._typed, self.conversations, closes=True)

    def join(self, issue: Issue) -> None:
        """Put the conversations into an Isu that is there."""
        words = _say("{n} percakapan digabung ke isu “{title}”")
        told = words.format(n=number(len(self.conversations)), title=issue.title)
        self._do(told, service.join, issue.id, self.conversations, closes=True)

    def leave(self) -> None:
        """Take the conversations out of whatever Isu they are in."""
        told = _say("{n} percakapan dikeluarkan dari isunya")
        told = told.format(n=number(len(self.conversations)))
        self._do(told, service.leave, self.conversations, closes=True)

    def rename(self, issue: Issue, title: str) -> None:
        """Give an Isu another name."""
        told = _say("Isu “{old}” sekarang bernama “{title}”")
        told = told.format(old=issue.title, title=" ".join(title.split()))
        self._do(told, service.rename, issue.id, title)

    def close_or_open(self, issue: Issue) -> None:
        """Close an open Isu, or open a closed one again."""
        if issue.closed_at is None:
            told = _say("Isu “{title}” ditutup").format(title=issue.title)
            self._do(told, service.close, issue.id)
        else:
            told = _say("Isu “{title}” dibuka lagi").format(title=issue.title)
            self._do(told, service.reopen, issue.id)

    def open_list(self, issue: Issue) -> None:
        """Show the conversations of an Isu in the inbox."""
        self._work.go("inbox", Listing(issue=issue.id))
        self.done.emit()

    def end(self) -> None:
        """Listen no more."""
        self._work.lanes.changed.disconnect(self._take_changes)

    def _show(self) -> None:
        words = self._typed.casefold().split()
        fitting = [
            one
            for one in self.issues
            if all(word in one.title.casefold() for word in words)
        ]
        self.listed.emit(fitting)

    def _do(
        self,
        words: str,
        what: Callable[..., Changes],
        *given: Any,
        closes: bool = False,
    ) -> None:
        def tell(changes: Changes) -> None:
            if changes:
                self._work.tell(words, changes.undo)
                self.told.emit(words)
            if closes:
                self.done.emit()

        self._work.lanes.write(
            what, *given, then=tell, failed=self.refused.emit, initiator=self
        )

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.issues or changes.conversations:
            self.load()


def _say(text: str) -> str:
    return QCoreApplication.translate("Issues", text)
