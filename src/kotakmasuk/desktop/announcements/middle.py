"""The middle column: how it stands, the fields, the text, and the way out.

The one rule: what an officer can do with it as a whole stands at its foot.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.announcements.form_part import FormPart
from kotakmasuk.desktop.announcements.judging import Foot
from kotakmasuk.desktop.announcements.lent import Lent
from kotakmasuk.desktop.announcements.posts_part import PostsPart
from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.announcements.text_part import TextPart
from kotakmasuk.desktop.announcements.wording import LOOKS
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.chips import StateChip
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.announcements import (
    FORMS,
    STANDING_WORDS,
    THROUGH,
    Preset,
    Standing,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.replies import Limit, ReplyState


WIDEST = 760
TAKEN_BACK = (ReplyState.WAITING, ReplyState.QUEUED, ReplyState.FAILED)


class Middle(Plane):
    """Emits `deed_wanted` with what to do with the open announcement."""

    deed_wanted = Signal(str)
    back_wanted = Signal()
    checks_wanted = Signal()

    def __init__(self, theme: Theme, lent: Lent) -> None:
        super().__init__("surface", edge="right")
        self._theme = theme
        self._sheet: Sheet | None = None
        self.form = FormPart(theme)
        self.text = TextPart(theme, lent)
        self.posts = PostsPart(theme)
        self.banner = StateBanner(theme)
        self.banner.acted.connect(lambda: self.deed_wanted.emit("declare_end"))
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._whole())
        self._stack.addWidget(self._nothing())

    def show_sheet(
        self,
        sheet: Sheet | None,
        approvers: Iterable[str],
        issues: Iterable[Issue],
        zone: str,
    ) -> None:
        """Fill everything anew for another announcement, or say that there is none."""
        self._sheet = sheet
        self.problem.hide()
        self._stack.setCurrentIndex(1 if sheet is None else 0)
        if sheet is not None:
            self.form.show_sheet(sheet, approvers, issues, zone)
            self.text.show_sheet(sheet, zone)
            self.text.show_faults({})

    def show_state(
        self,
        sheet: Sheet,
        foot: Foot,
        moment: Moment,
        count: Callable[[int, str], Limit],
    ) -> None:
        """Show how it stands now."""
        one = sheet.announcement
        self._head.set_title(FORMS[one.preset].words)
        self._chip.show_state(LOOKS[sheet.standing], STANDING_WORDS[sheet.standing])
        self._show_banner(sheet)
        self.posts.show_posts(sheet.posts, one.preset, moment)
        self._arrange(locked=not sheet.editable)
        self.form.show_state(sheet)
        self.text.show_state(sheet, count)
        self.reason.setText(foot.reason)
        self.reason.set_tone(foot.tone)
        self.sign.show_icon(foot.icon, 16, foot.tone)
        self.send.setText(foot.verb)
        self.send.setVisible(sheet.editable)
        self.send.setAccessibleDescription(foot.reason)
        self.take_back.setVisible(_can_take_back(sheet))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say beside each field what keeps it back."""
        self.form.show_faults(faults)
        self.text.show_faults(faults)

    def show_problem(self, error: KnownError) -> None:
        """Say what went wrong; what is typed is still here."""
        self.problem.show_error(error)

    def show_ways(self, *, back: bool, checks: bool) -> None:
        """Offer the ways to the list and the checklist where they are not seen."""
        self._back.setVisible(back)
        self.checks.setVisible(checks)
        tied = self._sheet is not None and self._sheet.announcement.issue is not None
        self.askers.setVisible(tied and not (back or checks))

    def _arrange(self, *, locked: bool) -> None:
        """What has left is read first; what is being written begins with its fields."""
        wanted = self.text if locked else self.form
        if self._column.indexOf(wanted) != 1:
            self._column.removeWidget(wanted)
            self._column.insertWidget(1, wanted)

    def _show_banner(self, sheet: Sheet) -> None:
        if sheet.standing is Standing.TO_END:
            self.banner.show_state(
                "danger",
                self.tr("Masa berlakunya sudah lewat."),
                self.tr("Nyatakan berakhir di kanal yang sama."),
                action=self.tr("Nyatakan berakhir…"),
                icon="clock-alert",
            )
        elif any(post.returned for post in sheet.posts):
            note = next(post.returned for post in sheet.posts if post.returned)
            self.banner.show_state(
                "warn", self.tr("Dikembalikan penyetuju:"), f"“{note}”"
            )
        else:
            self.banner.hide()

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = ColumnHeader(self._theme)
        self._back = IconButton(self._theme, "chevron-left", self.tr("Kembali"))
        self._back.clicked.connect(self.back_wanted)
        self._head.add_first(self._back)
        self._chip = StateChip(
            self._theme, LOOKS[Standing.DRAFT], STANDING_WORDS[Standing.DRAFT]
        )
        self._head.add_action(self._chip)
        self.more = IconButton(self._theme, "ellipsis", self.tr("Tindakan lain"))
        self.more.clicked.connect(self._show_menu)
        self._head.add_action(self.more)
        column.addWidget(self._head)
        column.addWidget(self.banner)
        column.addWidget(scrolled(self._body()), 1)
        self.problem = StateBanner(self._theme)
        column.addWidget(self.problem)
        column.addWidget(self._foot())
        return whole

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(20, 16, 20, 16)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.posts, self.form, self.text):
            column.addWidget(part)
        column.addStretch(1)
        self._column = column
        row.addWidget(inside, 1)
        row.addStretch(0)
        return body

    def _foot(self) -> Plane:
        foot = Plane("surface", edge="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 14, 8)
        row.setSpacing(8)
        self.sign = IconLabel(self._theme, "send", 16, "text2")
        self.reason = TextLabel(self._theme, role="meta", tone="text2", wrap=True)
        row.addWidget(self.sign)
        row.addWidget(self.reason, 1)
        self.checks = Button(self._theme, self.tr("Ceklis"), icon="circle-check")
        self.checks.clicked.connect(self.checks_wanted)
        row.addWidget(self.checks)
        self.askers = self._button(self.tr("Jawab yang bertanya"), "askers", "reply")
        words = self.tr("Tarik yang belum terbit")
        self.take_back = self._button(words, "withdraw", "undo-2")
        self.send = Button(
            self._theme, "", kind="primary", icon="send", shortcut="Ctrl+Return"
        )
        self.send.setObjectName("announcementSend")
        self.send.clicked.connect(lambda: self.deed_wanted.emit("submit"))
        for button in (self.askers, self.take_back, self.send):
            row.addWidget(button)
        return foot

    def _button(self, words: str, deed: str, icon: str) -> Button:
        button = Button(self._theme, words, icon=icon)
        button.clicked.connect(lambda: self.deed_wanted.emit(deed))
        return button

    def _nothing(self) -> EmptyState:
        return EmptyState(
            self._theme,
            icon="radio-tower",
            title=self.tr("Pilih atau buat pengumuman"),
            sentence=self.tr("Tanda tambah di kiri membuat yang baru."),
        )

    def _show_menu(self) -> None:
        if self._sheet is None:
            return
        menu = Menu(self._theme, self.tr("Tindakan"), self)
        for words, deed, icon in _offered(self._sheet):
            menu.add(
                self.tr(words),
                partial(self.deed_wanted.emit, deed),
                icon=icon,
                danger=deed == "remove",
            )
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _can_take_back(sheet: Sheet) -> bool:
    return any(post.reply and post.state in TAKEN_BACK for post in sheet.posts)


def _offered(sheet: Sheet) -> list[tuple[str, str, str]]:
    """What can be done with it as a whole: words, deed, icon."""
    found = []
    if sheet.announcement.issue is not None:
        found.append(("Jawab semua yang bertanya", "askers", "reply"))
    sent = any(post.state in THROUGH for post in sheet.posts)
    if sent:
        found.append(("Koreksi…", "correct", "pencil"))
    if sent and sheet.announcement.preset is Preset.EMERGENCY:
        found.append(("Nyatakan berakhir…", "declare_end", "archive"))
        found.append(("Tandai berakhir tanpa unggahan", "end", "check"))
    if sheet.editable:
        found.append(("Hapus pengumuman", "remove", "trash-2"))
    return found
