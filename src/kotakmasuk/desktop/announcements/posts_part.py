"""What became of each post, and what can follow it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.announcements.layouts import empty
from kotakmasuk.desktop.announcements.wording import (
    handle_words,
    look_of,
    post_detail,
    post_words,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.chips import StateChip
from kotakmasuk.desktop.widgets.column_header import SectionHeader
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import ElidedLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.links import open_link
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import THROUGH, PostRow, Preset
from kotakmasuk.domain.replies import ReplyState


class PostsPart(Plane):
    """One row a post; hidden while nothing was submitted."""

    hand_wanted = Signal(object)
    follow_wanted = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="card")
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(SectionHeader(theme, self.tr("Unggahan")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        self.hide()

    def show_posts(
        self, posts: Sequence[PostRow], preset: Preset, moment: Moment
    ) -> None:
        """Show these, each with what can be done with it."""
        told = [post for post in posts if post.live or post.returned]
        shown = (*told, preset, moment.now // 60_000)
        self.setVisible(bool(told))
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._rows)
        for post in told:
            self._rows.addWidget(self._row(post, preset, moment))

    def _row(self, post: PostRow, preset: Preset, moment: Moment) -> QWidget:
        theme, line = self._theme, QWidget()
        name = platform_of(post.platform)
        words = post_words(post)
        detail = post_detail(post, moment)
        line.setAccessibleName(
            f"{name.name} {handle_words(post.handle)}: {words}. {detail}"
        )
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlatformGlyph(theme, name.glyph))
        handle = ElidedLabel(theme, handle_words(post.handle), role="bodyMedium")
        handle.setMinimumWidth(80)
        row.addWidget(handle, 1)
        row.addWidget(StateChip(theme, look_of(post), words))
        column.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(30, 0, 0, 0)
        below.setSpacing(6)
        said = TextLabel(theme, detail, role="meta", tone="text2", wrap=True)
        below.addWidget(said, 1)
        for verb, run in self._deeds(post, preset):
            button = Button(theme, verb, kind="link")
            button.setAccessibleName(f"{verb} {name.name} {handle_words(post.handle)}")
            button.clicked.connect(run)
            below.addWidget(button)
        column.addLayout(below)
        return line

    def _deeds(
        self, post: PostRow, preset: Preset
    ) -> list[tuple[str, Callable[[], None]]]:
        found: list[tuple[str, Callable[[], None]]] = []
        if post.state is ReplyState.QUEUED and not post.sends:
            found.append((self.tr("Salin teks…"), lambda: self._hand(post)))
        if post.url:
            found.append((self.tr("Lihat"), lambda: _open(post.url)))
        if post.state in THROUGH:
            correct = Preset.CORRECTION
            found.append((self.tr("Koreksi…"), lambda: self._follow(correct, post)))
        if post.state in THROUGH and preset is Preset.EMERGENCY:
            ended = Preset.ENDED
            words = self.tr("Nyatakan berakhir…")
            found.append((words, lambda: self._follow(ended, post)))
        return found

    def _hand(self, post: PostRow) -> None:
        self.hand_wanted.emit(post)

    def _follow(self, preset: Preset, post: PostRow) -> None:
        self.follow_wanted.emit(preset, post.account)


def _open(url: str) -> None:
    open_link(url)
