"""Brings the composer and the checklist of *reply* into the inbox.

The one rule: the two features do not know each other; only this joins them.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.inbox.view import InboxView
from kotakmasuk.desktop.workplace import Workplace
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

    def open(self, conversation: int, how: str) -> None:
        """Write an answer ("reply"), a note ("note"), or choose a "template"."""
        if self._work.seat().role is Role.OBSERVER:
            self._work.tell(self.tr("Pengamat hanya dapat melihat."), None)
            return
        parts = self._ready()
        parts.presenter.open(conversation, note=how == "note")
        self._inbox.dock_composer(parts.composer)
        self._inbox.set_checklist(None if how == "note" else parts.checklist)
        if how == "template":
            parts.composer.open_templates()

    def open_with_template(self, conversation: int, uid: str) -> None:
        """Write an answer that begins with a template."""
        self.open(conversation, "reply")
        if self._parts is not None:
            self._parts.presenter.take_template(uid)

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
            presenter.next_wanted.connect(self._go_on)
            presenter.blocked.connect(self._show_checklist)
        return self._parts

    def _follow(self, thread: Thread | None) -> None:
        """Another conversation is open now: the draft of the one before is kept."""
        if self._parts is None or self._parts.presenter.conversation is None:
            return
        if thread is None or thread.row.id != self._parts.presenter.conversation:
            self._parts.presenter.close()

    def _put_away(self) -> None:
        self._inbox.dock_composer(None)
        self._inbox.set_checklist(None)

    def _show_checklist(self) -> None:
        """Where the checklist has no column of its own, lay it over the rest."""
        if not self._parts.checklist.isVisible():
            self._inbox.detail.open_tab("checklist")
            self._inbox.panes.show_detail()
            self._parts.checklist.focus_first_open()

    def _go_on(self) -> None:
        before = self._inbox.presenter.conversation
        self._inbox.list.list.step(1)
        conversation = self._inbox.presenter.conversation
        if conversation is not None and conversation != before:
            self.open(conversation, "reply")

    def _tell_queued(self, reply: int, seconds: int, words: str) -> None:
        conversation = self._inbox.presenter.conversation

        def take_back() -> None:
            from kotakmasuk.services import replies  # noqa: PLC0415  at first use

            self._work.lanes.write(
                replies.withdraw,
                reply,
                then=lambda _: self._reopen(conversation),
                initiator=self,
            )

        self.told.emit(words, seconds, take_back if seconds else None)

    def _reopen(self, conversation: int | None) -> None:
        if conversation is not None:
            self._inbox.show_conversation(conversation)
            self.open(conversation, "reply")
