"""The third column: one conversation, from the post above it to the answer below.

The one rule: what is open is shown whole and masked; the composer takes the bar's place.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox.conversation_header import ConversationHeader
from kotakmasuk.desktop.inbox.reply_bar import ReplyBar
from kotakmasuk.desktop.inbox.thread_items import Maker, post_card
from kotakmasuk.desktop.inbox.thread_view import ThreadView
from kotakmasuk.desktop.inbox.wording import Clock, deadline, form_phrase, form_word
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.bubble import IncomingBubble
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.thread_parts import ParentPostCard
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.inbox import Thread


REVEALED_FOR = 30_000
LOW = 420  # pixels; below, the post above the thread is one line


class ConversationColumn(Plane):
    """Shows a thread, or what to do while there is none."""

    reveal_requested = Signal(object)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, theme: Theme, clock: Callable[[], Clock], soon: Callable[[], int]
    ) -> None:
        """Clock and soon (minutes) are asked each time something is shown."""
        super().__init__("surface")
        self._theme = theme
        self._clock = clock
        self._soon = soon
        self._thread: Thread | None = None
        self.reacts: Callable[[Thread], bool] = lambda _thread: False
        self._card: ParentPostCard | None = None
        self._composer: QWidget | None = None
        self.header = ConversationHeader(theme)
        self.items = ThreadView(theme)
        self.bar = ReplyBar(theme)
        self._card_place = QVBoxLayout()
        self._dock = QVBoxLayout()
        self._whole = QWidget()
        self._nothing: QWidget = QWidget()
        self._stack = QStackedWidget()
        self._build()

    def show_thread(self, thread: Thread, sought: Sequence[str] = ()) -> None:
        """Show a conversation; the same one again keeps its place.

        `sought` are the words of a search, which are marked in the messages.
        """
        known = self._thread
        same = known is not None and known.row.id == thread.row.id
        self._thread = thread
        row = thread.row
        clock = self._clock()
        self.show_name()
        self.header.show_deadline(*deadline(clock, row, self._soon()))
        self.bar.show_name(row.author)
        self._show_card(post_card(self._theme, clock, thread), thread)
        act = self.menu_requested.emit if self.reacts(thread) else None
        maker = Maker(self._theme, clock, self._reveal, tuple(sought), act)
        made = maker.make(thread)
        self.items.show_items(made, older=thread.older, same=same)
        self._stack.setCurrentWidget(self._whole)

    def show_name(self) -> None:
        """Name the open conversation in the head again."""
        if self._thread is not None:
            row = self._thread.row
            self.header.show_one(
                platform_of(row.platform).glyph,
                row.author,
                form=form_phrase(row.form, public=row.public),
                short=form_word(row.form),
            )

    def show_nothing(
        self, *, icon: str, title: str, sentence: str, actions: Sequence[QWidget] = ()
    ) -> None:
        """Say in words why there is no conversation, and what can be done."""
        self._thread = None
        old = self._nothing
        self._nothing = EmptyState(
            self._theme, icon=icon, title=title, sentence=sentence, actions=actions
        )
        self._stack.addWidget(self._nothing)
        self._stack.setCurrentWidget(self._nothing)
        self._stack.removeWidget(old)
        old.deleteLater()

    def dock_composer(self, composer: QWidget | None) -> None:
        """Put a composer in the place of the bar, or the bar back."""
        if self._composer is not None and self._composer is not composer:
            self._dock.removeWidget(self._composer)
            self._composer.hide()
        if composer is not None and self._composer is not composer:
            self._dock.addWidget(composer)
        self._composer = composer
        if composer is not None:
            composer.show()
        self.bar.setVisible(composer is None)
        if self._card is not None:
            self._card.set_folded(composer is not None)

    def _show_card(self, card: ParentPostCard | None, thread: Thread) -> None:
        if self._card is not None:
            self._card_place.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        if card is not None:
            self._card_place.addWidget(card)
            low = self.height() < LOW
            card.set_folded(self._composer is not None or low)
            card.opened.connect(lambda: open_link(thread.post_url or thread.url))

    def _reveal(self, bubble: IncomingBubble, text: str) -> None:
        def show() -> None:
            bubble.reveal(text)
            QTimer.singleShot(REVEALED_FOR, bubble, bubble.conceal)

        self.reveal_requested.emit(show)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._card_place.setContentsMargins(18, 12, 18, 0)
        column.addLayout(self._card_place)
        column.addWidget(self.items, 1)
        column.addWidget(self.bar)
        column.addLayout(self._dock)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self._nothing)
        self._stack.setCurrentWidget(self._nothing)


def open_link(link: str) -> bool:
    """Open a web address in the browser; anything else is refused."""
    url = QUrl(link)
    return url.scheme() in ("http", "https") and QDesktopServices.openUrl(url)
