"""The inbox page: four columns that know nothing of each other, joined here.

The one rule: another feature's widgets come in by `dock_composer` and `set_checklist`;
this one never imports them.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.inbox.columns import Columns
from kotakmasuk.desktop.inbox.keys import Regions, SingleLetters
from kotakmasuk.desktop.inbox.offered import commands, letters
from kotakmasuk.desktop.inbox.panes import THREE
from kotakmasuk.desktop.inbox.searching import Searching
from kotakmasuk.desktop.inbox.showing import Showing
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.inbox import Thread


READ_AFTER = 600  # ms that a conversation stays open before it counts as read


def build(workplace: Workplace) -> "InboxView":
    """Make the page; it reads nothing before `start` or its first showing."""
    return InboxView(workplace)


class InboxView(Columns):
    """The page: columns, keys, and the places for the composer and the checklist."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.showing = Showing(self)
        self.searching = Searching(self)
        self._read_timer = QTimer(self, interval=READ_AFTER, singleShot=True)
        self._read_timer.timeout.connect(self._mark_read)
        self._connect()
        self._bind()

    def commands(self) -> Sequence[Command]:
        """Everything that can be done here, for the palette and the map of keys."""
        return commands(self)

    def dock_composer(self, composer: QWidget | None) -> None:
        """Put a composer below the thread, or take it away again."""
        self.panes.set_composing(composing=composer is not None)
        self.conversation.dock_composer(composer)
        if composer is None:
            self.focus_list()

    def set_checklist(self, checklist: QWidget | None) -> None:
        """Put a checklist into the tab *Ceklis*, or take it away again."""
        self.detail.set_checklist(checklist)
        if checklist is not None and self.panes.mode >= THREE:
            self.panes.show_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide how many columns stand side by side."""
        super().resizeEvent(event)
        if self.panes.arrange(self.window().width()):
            self.showing.adapt()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, unless the composer or a field took it."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read at the first showing."""
        super().showEvent(event)
        self.start()

    def _connect(self) -> None:
        self.sidebar.listing_chosen.connect(self.showing.choose_listing)
        self.sidebar.palette_requested.connect(self.palette_requested)
        self.sidebar.tags_management_requested.connect(self.tags_management_requested)
        self.sidebar.issues_requested.connect(lambda: self.work.go("issues", ()))
        self.sidebar.channels.chosen.connect(self.accounts_requested)
        self.conversation.header.asked.connect(self._do_from_header)
        self.conversation.header.back_requested.connect(self.go_back)
        self.conversation.header.detail_requested.connect(self.panes.toggle_detail)
        self.conversation.items.older_requested.connect(self.presenter.show_older)
        self.conversation.bar.asked.connect(self.deeds.run)
        self.conversation.reveal_requested.connect(self._reveal)
        self.detail.asked.connect(self.deeds.run)
        self.detail.untag_requested.connect(self.deeds.untag)
        self.detail.offer_accepted.connect(self.deeds.accept)
        self.detail.closed.connect(self.panes.toggle_detail)
        self.deeds.writing_asked.connect(self._ask_writing)
        self.presenter.opened.connect(self._take_opened)
        self.presenter.counted.connect(self.counted)

    def _bind(self) -> None:
        settings = self.work.settings
        keys = SingleLetters(
            self, letters(self), enabled=lambda: settings().single_letters
        )
        keys.watch(self.list.list, self.conversation.items, self.conversation)
        self._regions = Regions(
            (self.sidebar, self.sidebar.list),
            (self.list, self.list.list),
            (self.conversation, self.conversation.items),
            (self.detail, self.detail.close_button),
        )
        for sequence, run in (
            ("Ctrl+F", self.search),
            ("Ctrl+B", self.panes.toggle_sidebar),
            ("Ctrl+\\", self.panes.toggle_detail),
            ("F6", lambda: self._regions.step(QApplication.focusWidget(), 1)),
            ("Shift+F6", lambda: self._regions.step(QApplication.focusWidget(), -1)),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(run)

    def _do_from_header(self, deed: str) -> None:
        header = self.conversation.header
        anchors = {
            "snooze": header.snooze,
            "assign": header.assign,
            "tag": header.tag,
            "more": header.more,
        }
        self.deeds.anchor = anchors.get(deed)
        self.deeds.run(deed)
        self.deeds.anchor = None

    def _ask_writing(self, how: str) -> None:
        if self.presenter.conversation is not None:
            self.panes.read(reading=True)
            self.writing_requested.emit(self.presenter.conversation, how)

    def _reveal(self, show: Callable[[], object]) -> None:
        if self.presenter.conversation is not None:
            self.deeds.actions.reveal(self.presenter.conversation, show)

    def _take_opened(self, thread: Thread | None) -> None:
        self.deeds.opened = thread
        self.conversation_opened.emit(thread)
        self._read_timer.stop()
        if thread is not None and thread.row.unread:
            self._read_timer.start()

    def _mark_read(self) -> None:
        if self.presenter.conversation is not None:
            self.deeds.actions.mark_read([self.presenter.conversation])
