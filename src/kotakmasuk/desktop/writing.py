"""Brings the composer and the checklist of *reply* into the inbox.

The one rule: the two features do not know each other; only this joins them.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.inbox.view import InboxView
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Thread
from kotakmasuk.domain.team import Role


class Writing(QObject):
    """Opens, follows and closes what is being written."""

    told = Signal(str, int, object)

    def __init__(self, workplace: Workplace, inbox: InboxView) -> None:
        """Load the composer only when it is first asked for."""
        super().__init__(inbox)
        self._work = workplace
        self._inbox = inbox
        self._parts: Any = None
        inbox.writing_requested.connect(self.open)
        inbox.conversation_opened.connect(self._follow)
        inbox.conversation.bar.asked_back.connect(self._take_back_request)
        workplace.lanes.changed.connect(self._tell_waiting_again)

    def open(self, conversation: int, how: str) -> None:
        """Write an answer ("reply", "private"), a note ("note"), choose a "template"."""
        if self._work.seat().role is Role.OBSERVER:
            self._work.tell(self.tr("Pengamat hanya dapat melihat."), None)
            return
        parts = self._ready()
        note, private = how == "note", how == "private"
        if not parts.presenter.open(conversation, note=note, private=private):
            self._forget_undocked()
            return
        self._inbox.dock_composer(parts.composer)
        self._inbox.set_checklist(None if note else parts.checklist)
        if how == "template":
            parts.composer.open_templates()

    def open_with_template(self, conversation: int, uid: str) -> None:
        """Write an answer that begins with a template."""
        self.open(conversation, "reply")
        if self._parts is not None:
            self._parts.presenter.composing.take_template(uid)

    def close(self) -> None:
        """Save what is being written and put the composer away."""
        if self._parts is not None:
            self._parts.presenter.close()

    def _ready(self) -> Any:
        if self._parts is None:
            from kotakmasuk.desktop.reply import view  # noqa: PLC0415

            self._parts = view.build(self._work)
            presenter = self._parts.presenter
            self._parts.checklist.setParent(self._inbox)
            self._parts.checklist.hide()
            presenter.closed.connect(self._put_away)
            presenter.may_leave = lambda: not self._inbox.panes.close_over()
            presenter.queued.connect(self._tell_queued)
            presenter.gone.connect(self._let_stay)
            presenter.next_wanted.connect(self._go_on)
            presenter.blocked.connect(self._show_checklist)
        return self._parts

    def _forget_undocked(self) -> None:
        """A composer that never found its place is made anew next time."""
        if self._parts.composer.parentWidget() is None:
            self._parts.composer.deleteLater()
            self._parts.checklist.deleteLater()
            self._parts = None

    def _follow(self, thread: Thread | None) -> None:
        """Another conversation is open now: the draft of the one before is kept."""
        self._tell_waiting(thread.row.id if thread else None)
        if self._parts is None or self._parts.presenter.conversation is None:
            return
        if thread is None or thread.row.id != self._parts.presenter.conversation:
            self._parts.presenter.close()

    def _tell_waiting(self, conversation: int | None) -> None:
        """Say below the thread who is waited for since when, and what is begun."""
        words = draft = ""
        if conversation is not None:
            from kotakmasuk.desktop.reply import opening  # noqa: PLC0415  at first use

            words = opening.waiting_since(self._work, conversation)
            draft = opening.draft_words(self._work, conversation)
        self._inbox.conversation.bar.show_waiting(words)
        self._inbox.conversation.bar.show_draft(draft)

    def _tell_waiting_again(self, changes: Changes, initiator: object) -> None:
        if initiator is self._inbox.deeds.actions:
            # Whoever finishes or moves it herself goes on to the next one.
            self._inbox.list.list.stays = None
        opened = self._inbox.presenter.conversation
        if opened is None:
            return
        # A draft is told among the replies, without its conversation.
        if opened in changes.conversations or changes.replies:
            self._tell_waiting(opened)

    def _take_back_request(self) -> None:
        """Withdraw the request of the open conversation and write on."""
        conversation = self._inbox.presenter.conversation
        if conversation is not None:
            self.open(conversation, "reply")
            if self._parts is not None:
                self._parts.presenter.mending.do("withdraw_request")

    def _let_stay(self, conversation: int) -> None:
        """What was answered stays open, also when it leaves the list."""
        self._inbox.list.list.stays = conversation

    def _put_away(self) -> None:
        self._inbox.dock_composer(None)
        self._inbox.set_checklist(None)

    def _show_checklist(self) -> None:
        """Where the checklist has no column of its own, lay it over the rest."""
        if not self._parts.checklist.isVisible():
            self._inbox.detail.open_tab("checklist")
            self._inbox.panes.show_detail()
            self._parts.checklist.focus_first_open()

    def _go_on(self, conversation: int) -> None:
        """Answer the one that follows in the list, if there is one."""
        model = self._inbox.model
        row = model.row_of(conversation)
        after = None if row is None else model.step(row, 1)
        following = None if after is None else model.id_at(after)
        if following is not None and following != conversation:
            self._inbox.show_conversation(following)
            self.open(following, "reply")

    def _tell_queued(
        self, reply: int, conversation: int, seconds: int, words: str
    ) -> None:
        def take_back() -> None:
            from kotakmasuk.services import replies  # noqa: PLC0415  at first use

            self._work.lanes.write(
                replies.withdraw,
                reply,
                then=lambda _: self._reopen(conversation),
                initiator=self,
            )

        self.told.emit(words, seconds, take_back if seconds else None)

    def _reopen(self, conversation: int) -> None:
        self._inbox.show_conversation(conversation)
        self.open(conversation, "reply")
