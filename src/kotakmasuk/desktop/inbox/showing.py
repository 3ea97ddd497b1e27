"""Carries what the presenter decided into the columns.

The one rule: it moves values from signals to widgets and decides nothing of its own.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QTimer

from kotakmasuk.desktop.inbox.columns import Columns
from kotakmasuk.desktop.inbox.nav_rows import view_title
from kotakmasuk.desktop.inbox.panes import FOUR, ONE, THREE
from kotakmasuk.desktop.inbox.presenter import Shown
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Counts, Listing, Thread, View
from kotakmasuk.domain.wording import number
from kotakmasuk.services import accounts as accounts_service
from kotakmasuk.services import issues as issues_service
from kotakmasuk.services import journal
from kotakmasuk.services import tags as tags_service


DETAILS_AFTER = 40  # ms that a conversation stays open


class Showing(QObject):
    """Listens to the presenter of one inbox and fills its columns."""

    def __init__(self, view: Columns) -> None:
        super().__init__(view)
        self._view = view
        self._work = view.work
        self._fresh = True
        # Whoever holds J down sees each conversation, and the details of the last.
        self._details = QTimer(self, interval=DETAILS_AFTER, singleShot=True)
        self._details.timeout.connect(self._show_details)
        presenter, listed = view.presenter, view.list
        presenter.listing_changed.connect(self._show_listing)
        presenter.listed.connect(self._show_list)
        presenter.opened.connect(self._show_thread)
        presenter.counted.connect(self._show_counts)
        presenter.arrived.connect(listed.show_arrived)
        presenter.rows_changed.connect(view.model.forget_rows)
        listed.arrived_requested.connect(presenter.show_arrived)
        listed.sidebar_requested.connect(view.panes.toggle_sidebar)
        listed.search_requested.connect(view.search)
        listed.list.current_changed.connect(self._open)
        listed.list.chosen_changed.connect(self._show_chosen)
        listed.list.opened.connect(self._read)
        listed.list.menu_requested.connect(self._show_menu)
        listed.banner.acted.connect(lambda: view.accounts_requested.emit(0))
        view.work.lanes.changed.connect(self._take_changes)

    def choose_listing(self, listing: Listing) -> None:
        """Open a list from the sidebar and give it the keyboard."""
        self._view.panes.close_over()
        self._view.show_listing(listing)

    def adapt(self) -> None:
        """Offer the ways to what the new width has no room for."""
        view = self._view
        mode = view.panes.mode
        view.list.menu_button.setVisible(mode < FOUR)
        one = mode == ONE
        view.conversation.header.set_panes(back=one, detail=mode < THREE)
        view.panes.read(reading=view.panes.reading)

    def _show_listing(self, listing: Listing) -> None:
        self._fresh = True
        self._view.sidebar.show_listing(listing)
        self._view.list.begin()
        self._show_title()

    def _show_title(self) -> None:
        view = self._view
        listing = view.presenter.listing
        title = view_title(listing.view)
        if listing.search:
            title = self.tr("Hasil pencarian")
        elif listing.issue is not None:
            issue = issues_service.get(self._work.lanes.reader, listing.issue)
            title = issue.title if issue else ""
        elif listing.tag is not None:
            title = f"#{view.sidebar.tag_named(listing.tag)}"
        view.list.show_title(title, view.presenter.title_count())

    def _show_list(self, shown: Shown) -> None:
        view, presenter = self._view, self._view.presenter
        presenter.hold_new = view.list.list.is_held()
        empty = self._words_for_empty(presenter.listing)
        view.list.show_list(shown, fresh=self._fresh, empty=empty)
        self._fresh = False
        if presenter.conversation is None:
            self._show_nothing()

    def _show_thread(self, thread: Thread | None) -> None:
        if thread is None:
            self._view.detail.setEnabled(False)
            self._show_nothing()
            return
        self._view.detail.setEnabled(True)
        self._view.conversation.show_thread(thread, self._view.presenter.sought())
        reader = self._work.lanes.reader
        issue = issues_service.of_conversation(reader, thread.row.id)
        self._view.conversation.header.show_issue(issue.title if issue else "")
        self._details.start()
        self._show_chosen(self._view.list.list.chosen())

    def _show_details(self) -> None:
        thread = self._view.deeds.opened
        if thread is not None:
            lines = journal.history(self._work.lanes.reader, thread.row.id)
            self._view.detail.show_thread(thread, lines)

    def _show_counts(self, counts: Counts) -> None:
        reader = self._work.lanes.reader
        tags = tags_service.all_tags(reader)
        issues = issues_service.all_issues(reader)
        self._view.sidebar.show_counts(counts, tags, issues)
        self._show_title()
        self.show_channels()

    def show_channels(self) -> None:
        """Show how far each account is read, and loudly which one is not."""
        every = accounts_service.overview(self._work.lanes.reader)
        self._view.sidebar.channels.show_health(every, self._view.clock())
        banner = self._view.list.banner
        banner.hide()
        for health in every:
            if health.account.state is AccountState.SIGN_IN_NEEDED:
                name = health.account.handle or health.account.name
                banner.show_state(
                    "danger",
                    self.tr("{name} terputus.").format(name=name),
                    self.tr("Pesan baru dari kanal ini belum terlihat."),
                    action=self.tr("Masuk lagi"),
                    icon="key-round",
                )

    def _show_nothing(self) -> None:
        view, counts = self._view, self._view.presenter.counts
        to_answer = view.presenter.listing == Listing(View.TO_ANSWER)
        if not (to_answer and view.list.is_empty()):
            view.conversation.show_nothing(
                icon="inbox",
                title=self.tr("Pilih percakapan"),
                sentence=self.tr("Tekan J dan K untuk berpindah, Enter untuk membuka."),
            )
            return
        actions = []
        for name in (View.WAITING, View.SNOOZED):
            waiting = counts.views.get(name, 0)
            if waiting:
                actions.append(self._way_to(name, waiting))
        view.conversation.show_nothing(
            icon="circle-check",
            title=self.tr("Semua sudah ditanggapi"),
            sentence=self.tr("Pesan baru muncul di sini begitu diambil dari kanal."),
            actions=actions,
        )

    def _way_to(self, name: View, waiting: int) -> Button:
        words = self.tr("Lihat {view} ({n})")
        title = words.format(view=view_title(name), n=number(waiting))
        button = Button(self._work.theme, title)
        button.clicked.connect(lambda: self.choose_listing(Listing(name)))
        return button

    def _words_for_empty(self, listing: Listing) -> tuple[str, str]:
        if listing.search:
            return (
                self.tr("Tidak ada yang cocok"),
                self.tr("Kurangi satu kata atau satu saringan, lalu cari lagi."),
            )
        if listing == Listing(View.TO_ANSWER):
            return self.tr("Tidak ada yang menunggu"), self.tr("Semua sudah dijawab.")
        return self.tr("Daftar ini kosong"), self.tr("Belum ada percakapan di sini.")

    def _show_chosen(self, chosen: Sequence[int]) -> None:
        view = self._view
        if view.list.list.is_choosing():
            view.conversation.header.show_several(len(chosen))
        elif view.deeds.opened is not None:
            view.conversation.show_name()

    def _open(self, conversation: int | None) -> None:
        self._view.presenter.open_conversation(conversation)

    def _read(self, _conversation: int) -> None:
        view = self._view
        view.panes.read(reading=True)
        if view.panes.mode == ONE:
            view.conversation.items.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        if self._view.targets():
            self._view.deeds.menu(at)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self._view.sidebar.set_agency(self._work.settings().agency)
            self._view.model.forget_rows()
        if changes.accounts:
            self.show_channels()
