"""The last column: Rincian, Ceklis and Riwayat of the open conversation.

The one rule: it shows facts with their reasons and asks; it changes nothing itself.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox import detail_cards as cards
from kotakmasuk.desktop.inbox import suggestions
from kotakmasuk.desktop.inbox.wording import Clock, deadline, full_words, moment_words
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.calendar import explain
from kotakmasuk.domain.inbox import KIND_WORDS, STATUS_WORDS, Thread
from kotakmasuk.domain.wording import number
from kotakmasuk.services.journal import HistoryLine


SHORT_HISTORY = 4


class DetailColumn(Plane):
    """Emits what should be changed: "kind", "status", "assign", "tag", or a number."""

    asked = Signal(str)
    untag_requested = Signal(str)
    offer_accepted = Signal(int)
    closed = Signal()

    def __init__(self, workplace: Workplace, clock: Callable[[], Clock]) -> None:
        """The clock is asked each time something is shown."""
        super().__init__("sunken")
        theme = workplace.theme
        self._theme = theme
        self._clock = clock
        self._work = workplace
        self.header = ColumnHeader(theme, surface="sunken")
        self.tabs = TabStrip(
            theme,
            (
                ("facts", self.tr("Rincian")),
                ("checklist", self.tr("Ceklis")),
                ("history", self.tr("Riwayat")),
            ),
        )
        self.close_button = IconButton(
            theme, "panel-right-close", self.tr("Tutup rincian"), shortcut="Ctrl+\\"
        )
        self._stack = QStackedWidget()
        self._facts = _scroll(self.tr("Rincian percakapan"))
        self._history = _scroll(self.tr("Riwayat percakapan"))
        self._no_checklist = EmptyState(
            theme,
            icon="badge-check",
            title=self.tr("Ceklis etika"),
            sentence=self.tr("Muncul saat Anda menulis balasan (R)."),
        )
        self._checklist: QWidget = self._no_checklist
        self._told: list[str] = []
        self._build()

    def show_thread(self, thread: Thread, lines: Sequence[HistoryLine]) -> None:
        """Show the facts of a conversation and what was done to it."""
        sheet = Plane("sunken")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        told = [self._line(line) for line in lines]
        noticed = suggestions.notices(thread)
        sections: list[QWidget] = [
            self._person(thread),
            self._facts_of(thread),
            self._deadline(thread),
        ]
        sections += [cards.notices(self._theme, noticed)] if noticed else []
        title = self.tr("Riwayat")
        sections += [
            self._tags(thread),
            cards.history(self._theme, told[:SHORT_HISTORY], title),
        ]
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        self._facts.setWidget(sheet)
        self._told = told
        self._fill_history()

    def set_checklist(self, checklist: QWidget | None) -> None:
        """Put the checklist into its tab and open it, or take it out again."""
        wanted = checklist or self._no_checklist
        if wanted is self._checklist:
            return
        self._checklist = wanted
        if self._stack.indexOf(wanted) < 0:
            self._stack.addWidget(wanted)
        self.open_tab("facts" if checklist is None else "checklist")

    def open_tab(self, tab: str) -> None:
        """Show one of the tabs."""
        self.tabs.open_tab(tab)
        pages = {"checklist": self._checklist, "history": self._history}
        self._stack.setCurrentWidget(pages.get(tab, self._facts))
        self._fill_history()

    def _fill_history(self) -> None:
        """Fill the tab while it is seen; opening it fills it too."""
        if self.tabs.current() == "history":
            title = self.tr("Riwayat")
            self._history.setWidget(cards.history(self._theme, self._told, title))

    def _person(self, thread: Thread) -> QWidget:
        since = self._clock().local(thread.author_since).year
        words = self.tr("Warga · {n} percakapan sejak {year}").format(
            n=number(thread.author_conversations), year=since
        )
        return cards.person(
            self._theme, thread.author_name, thread.author_handle, words
        )

    def _facts_of(self, thread: Thread) -> QWidget:
        row = thread.row
        kind = KIND_WORDS[thread.kind] if thread.kind else self.tr("belum dipilih")
        lines = (
            (self.tr("Jenis"), kind, lambda: self.asked.emit("kind")),
            (
                self.tr("Status"),
                STATUS_WORDS[row.status],
                lambda: self.asked.emit("status"),
            ),
            (
                self.tr("Ditangani"),
                row.assignee or self.tr("belum ada"),
                lambda: self.asked.emit("assign"),
            ),
        )
        return cards.facts(self._theme, self.tr("Klasifikasi"), lines)

    def _deadline(self, thread: Thread) -> QWidget:
        clock, settings, row = self._clock(), self._work.settings(), thread.row
        kind, chip = deadline(clock, row, settings.due_soon_minutes)
        if thread.waiting_since is None:
            why = self.tr("Tidak ada pesan warga yang menunggu balasan.")
            return cards.clock_section(self._theme, kind, chip=chip, when="", why=why)
        calendar = self._work.office.calendar(settings.zone)
        told = explain(calendar, thread.waiting_since, minutes=settings.target_minutes)
        why = f"{told[:1].upper()}{told[1:]}."
        when = full_words(clock, row.due_at) if row.due_at else ""
        return cards.clock_section(self._theme, kind, chip=chip, when=when, why=why)

    def _tags(self, thread: Thread) -> QWidget:
        offers = [(one.title, one.why) for one in suggestions.offers(thread)]
        section = cards.TagSection(self._theme, thread.row.tags, offers)
        section.added.connect(lambda: self.asked.emit("tag"))
        section.removed.connect(self.untag_requested)
        section.accepted.connect(self.offer_accepted)
        return section

    def _line(self, line: HistoryLine) -> str:
        when = moment_words(self._clock(), line.at)
        return f"{when} · {line.actor} {line.sentence}".replace("  ", " ")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header.row.setContentsMargins(8, 0, 8, 0)
        self.header.row.insertWidget(0, self.tabs)
        self.header.add_action(self.close_button)
        column.addWidget(self.header)
        for page in (self._facts, self._history, self._no_checklist):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.open_tab)
        self.close_button.clicked.connect(self.closed)


def _scroll(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    return area
