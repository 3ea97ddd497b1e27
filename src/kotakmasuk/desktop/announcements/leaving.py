"""What lets an announcement go, takes it back, or follows it.

The one rule: all of it is told in a toast, with the way back where there is one.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.announcements.presenter import AnnouncementsPresenter
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import PostRow, Preset
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import announcements as service
from kotakmasuk.services import declaring, issues, publishing


class Leaving(QObject):
    """Works on whatever is open.

    `manual_begun` carries a post, its text, where it stands, and the platform's name.
    """

    manual_begun = Signal(int, str, str, str)

    def __init__(self, presenter: AnnouncementsPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._work = presenter.work

    def begin(self, preset: Preset, issue: int | None = None) -> None:
        """Begin a new one and open it."""
        known = issues.get(self._work.lanes.reader, issue) if issue else None
        begin = partial(service.begin, issue=issue, title=known.title if known else "")
        self._presenter.save()
        self._write(begin, preset, then=self._presenter.open_newest)

    def follow_up(self, preset: Preset, account: int | None = None) -> None:
        """Begin a correction or an end of what was sent, and open it."""
        follow = partial(publishing.follow_up, account=account)
        number = self._number()
        self._write(follow, number, preset, then=self._presenter.open_newest)

    def submit(self) -> None:
        """Let the posts go, or ask for approval; what is missing is said."""
        sheet = self._presenter.sheet
        if sheet is None or sheet.sending:
            return
        self._presenter.save()
        sheet.sending = True
        self._presenter.show_state()
        self._work.lanes.write(
            publishing.submit,
            sheet.announcement.id,
            then=self._submitted,
            failed=self._refused,
            initiator=self,
        )

    def withdraw(self) -> None:
        """Take back what has not left."""
        told = self.tr("Ditarik; isinya menjadi draf lagi")
        self._write(publishing.withdraw, self._number(), told=told)

    def remove(self) -> None:
        """Take the draft out of the list; the toast can bring it back."""
        number = self._number()
        self._presenter.forget()
        self._write(service.remove, number, told=self.tr("Pengumuman dihapus"))

    def end(self) -> None:
        """Write that it is over although no further post says so."""
        told = self.tr("Ditandai berakhir tanpa unggahan baru")
        self._write(service.end, self._number(), told=told)

    def show_askers(self) -> None:
        """Show the conversations of its Isu, where one draft answers them all."""
        sheet = self._presenter.sheet
        if sheet is not None and sheet.announcement.issue is not None:
            self._presenter.save()
            self._work.go("inbox", Listing(issue=sheet.announcement.issue))

    def hand_over(self, post: PostRow) -> None:
        """Give the text of a post that the officer puts up herself."""
        sheet = self._presenter.sheet
        if sheet is not None and post.reply is not None:
            text = sheet.announcement.text_for(post.platform)
            name = platform_of(post.platform).name
            self.manual_begun.emit(post.reply, text, post.url, name)

    def declare(self, reply: int, link: str, file: str) -> None:
        """Write that the officer states she put it up."""
        declare = partial(
            declaring.declare_sent,
            evidence=link,
            screenshot=Path(file) if file else None,
        )
        self._write(declare, reply)

    def _submitted(self, changes: Changes) -> None:
        sheet = self._presenter.sheet
        if sheet is None:
            return
        sheet.sending = False
        self._presenter.reload()
        waiting = any(post.state is ReplyState.WAITING for post in sheet.posts)
        words = self.tr("Pengumuman masuk antrean kiriman")
        if waiting:
            words = self.tr("Diajukan; menunggu persetujuan")
        self._work.tell(words, changes.undo)

    def _refused(self, error: KnownError) -> None:
        if self._presenter.sheet is not None:
            self._presenter.sheet.sending = False
            self._presenter.check_now()
        self._presenter.failed.emit(error)

    def _number(self) -> int:
        sheet = self._presenter.sheet
        return sheet.announcement.id if sheet else 0

    def _write(
        self,
        what: Callable[..., Changes],
        *given: Any,
        told: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        def done(changes: Changes) -> None:
            if then is not None:
                then()
            if told:
                self._work.tell(told, changes.undo)

        self._work.lanes.write(
            what,
            *given,
            then=done,
            failed=self._presenter.failed.emit,
            initiator=self,
        )
