"""The window: rail, pages, palette, toasts, and the strip that tells of no line.

The one rule: it joins features that do not know each other and decides nothing that
they could decide themselves.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop import pages
from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.inbox.view import InboxView
from kotakmasuk.desktop.palette_content import (
    look_commands,
    page_commands,
    shown,
    template_commands,
)
from kotakmasuk.desktop.rounds import Rounds
from kotakmasuk.desktop.standing import Standing
from kotakmasuk.desktop.undoing import Undoing
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.palette import CommandPalette
from kotakmasuk.desktop.widgets.rail import Rail, standard_items
from kotakmasuk.desktop.widgets.shortcut_map import ShortcutMap
from kotakmasuk.desktop.workplace import Page, Workplace
from kotakmasuk.desktop.writing import Writing
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services import templates


Offer = Callable[[], Sequence[Command]]


class MainWindow(QMainWindow):
    """Shows the inbox at once and every other page at its first visit."""

    closing = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Build the frame and the inbox; nothing is read before it is shown."""
        super().__init__()
        self._work = workplace
        theme = workplace.theme
        self.rail = Rail(theme, standard_items(), officer=workplace.officer())
        self.stack = QStackedWidget()
        self.offline = StateBanner(theme)
        self.inbox = InboxView(workplace)
        self.pages: dict[str, QWidget] = {"inbox": self.inbox}
        self.undoing = Undoing(workplace, self)
        self.writing = Writing(workplace, self.inbox)
        self.rounds = Rounds(workplace)
        self.palette_ = CommandPalette(theme, self)
        self.key_map = ShortcutMap(theme, self)
        self.standing = Standing(workplace, self.rail, self.offline)
        self._build()
        self._connect()
        self._bind()

    def go(self, page: Page, what: object = None) -> None:
        """Show a page, and what of it; see `Workplace.go`."""
        if page == "tags":
            self.manage_tags()
            return
        widget = self._page(page)
        self.stack.setCurrentWidget(widget)
        if page != "welcome":
            self.rail.open_page(page)
        widget.setFocus()
        if page == "inbox":
            self._show_in_inbox(what)
        elif page == "accounts" and what:
            show_in_accounts(widget, what)

    def tell(self, words: str, undo: str | None = None) -> None:
        """Show a toast; see `Workplace.tell`."""
        self.undoing.tell(words, undo)

    def tell_error(self, error: KnownError) -> None:
        """Show an error that no screen took."""
        self.undoing.tell(str(error))

    def manage_tags(self) -> None:
        """Open the dialog in which tags are renamed and merged."""
        pages.tags_dialog(self._work, self).open()

    def open_palette(self) -> None:
        """Show every command by its name (Ctrl+K)."""
        opened = self.inbox.deeds.opened
        about = ""
        if opened is not None and self.stack.currentWidget() is self.inbox:
            about = self.tr("{name} dipilih").format(name=opened.row.author)
        self.palette_.open_palette(shown(self.commands()), about=about)

    def open_map(self) -> None:
        """Show every key (?)."""
        self.key_map.open_map(shown(self.commands()))

    def commands(self) -> list[Command]:
        """What can be done now: here, in the inbox, and everywhere."""
        current = self.stack.currentWidget()
        offer: Offer = getattr(current, "commands", tuple)
        here = offer() if current is not self.inbox else ()
        found = [*here, *self.inbox.commands(), *page_commands(self._open_page)]
        found += self._own_commands()
        found += look_commands(self._work.theme, self._save)
        if self.inbox.presenter.conversation is not None:
            offered = templates.offered(self._work.lanes.reader)
            found += template_commands(offered, self._use_template)
        return found

    def come_forward(self) -> None:
        """Show the window in front, because the program was started again."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._work.theme.size("twoPane")
        self.rail.set_narrow(narrow=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft, begin nothing more, and let `app` wait for the lanes."""
        self.writing.close()
        self.rounds.stop()
        self.closing.emit()
        super().closeEvent(event)

    def _page(self, page: Page) -> QWidget:
        if page not in self.pages:
            made = pages.BUILDERS[page](self._work)
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

    def _open_page(self, page: str) -> None:
        self.go(cast("Page", page))

    def _use_template(self, uid: str) -> None:
        conversation = self.inbox.presenter.conversation
        if conversation is not None:
            self.go("inbox")
            self.writing.open_with_template(conversation, uid)

    def _own_commands(self) -> list[Command]:
        group = self.tr("Kotak Masuk")
        return [
            Command(
                id="app.sync",
                title=self.tr("Ambil pesan sekarang"),
                run=self.rounds.check_all,
                group=group,
                keys="F5",
                icon="refresh-cw",
            ),
            Command(
                id="app.undo",
                title=self.tr("Urungkan"),
                run=self.undoing.undo_last,
                group=group,
                keys="Ctrl+Z",
                icon="undo-2",
            ),
            Command(
                id="app.keys",
                title=self.tr("Pintasan"),
                run=self.open_map,
                group=group,
                keys="?",
                icon="keyboard",
            ),
        ]

    def _run(self, command: str) -> None:
        for one in self.commands():
            if one.id == command:
                one.run()
                return

    def _search(self, text: str) -> None:
        self.go("inbox")
        self.inbox.search(text)

    def _save(self, **changed: Any) -> None:
        self._work.lanes.write(settings_service.save, initiator=self, **changed)

    def _build(self) -> None:
        size = self._work.theme.size
        self.setMinimumSize(size("clientMin"), size("clientMinHeight"))
        self.standing.title_changed.connect(self.setWindowTitle)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.offline)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.stack.addWidget(self.inbox)
        self.setCentralWidget(inside)
        self.standing.show_settings()

    def _connect(self) -> None:
        inbox = self.inbox
        self.rail.chosen.connect(self._open_page)
        self.rail.open_page("inbox")
        inbox.palette_requested.connect(self.open_palette)
        inbox.map_requested.connect(self.open_map)
        inbox.tags_management_requested.connect(self.manage_tags)
        inbox.accounts_requested.connect(lambda one: self.go("accounts", one))
        inbox.counted.connect(self.standing.show_counts)
        self.writing.told.connect(self.undoing.tell_queued)
        self.rounds.minute_passed.connect(self._tell_time_anew)
        self.palette_.chosen.connect(self._run)
        self.palette_.search_asked.connect(self._search)
        self.offline.acted.connect(self.rounds.check_all)
        self._work.lanes.failed.connect(self.tell_error)

    def _bind(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", self.open_palette),
            ("F1", self.open_map),
        ]
        named = (*self._own_commands(), *look_commands(self._work.theme, self._save))
        # By their ids, because what they do depends on how things stand then.
        keys += [
            (one.keys, partial(self._run, one.id)) for one in named if len(one.keys) > 1
        ]
        for sequence, run in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(run)

    def _tell_time_anew(self) -> None:
        self.inbox.presenter.count()
        self.inbox.model.forget_rows()


def show_in_accounts(page: Any, what: object) -> None:
    """Show an account by its id, or begin one of the ways to a new one."""
    if isinstance(what, int):
        page.show_account(what)
    else:
        page.begin(what)
