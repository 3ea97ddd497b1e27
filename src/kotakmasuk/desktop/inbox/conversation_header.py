"""The head of the conversation: who, in which form, and what can be done.

The one rule: when several conversations are chosen, the same actions work on all.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.chips import DEADLINES, DeadlineKind, StateChip
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import ElidedLabel, Plane, TextLabel
from kotakmasuk.domain.wording import number


ROOM_FOR_WORDS = 460
ROOM_FOR_FORM = 560
ROOM_FOR_ISSUE = 640
ISSUE_WIDTH = 150


class ConversationHeader(Plane):
    """Emits `asked` with the id of an action, such as "finish" or "tag"."""

    asked = Signal(str)
    back_requested = Signal()
    detail_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show nobody yet."""
        super().__init__("surface", edge="bottom")
        self._theme = theme
        self._several = 0
        self._narrow = False
        self._forms = ("", "")
        self.back = IconButton(
            theme, "chevron-left", self.tr("Kembali"), shortcut="Esc"
        )
        self.glyph = PlatformGlyph(theme, "")
        self.name = ElidedLabel(theme, role="bodyStrong")
        self.form = TextLabel(theme, role="meta", tone="text2")
        self.chip = StateChip(theme, DEADLINES["far"], "")
        self.issue = Button(theme, "", kind="quiet", icon="flag")
        self._issue = ""
        self.finish = Button(
            theme, self.tr("Selesai"), kind="quiet", icon="check", shortcut="E"
        )
        self.snooze = self._icon("moon", self.tr("Tunda"), "S", "snooze")
        self.assign = self._icon("user-plus", self.tr("Tugaskan"), "A", "assign")
        self.tag = self._icon("tag", self.tr("Tag"), "T", "tag")
        self.detail = IconButton(
            theme, "panel-right", self.tr("Rincian"), shortcut="Ctrl+\\"
        )
        self.more = self._icon("ellipsis", self.tr("Tindakan lain"), "", "more")
        self._build()

    def show_one(self, glyph: str, name: str, *, form: str, short: str) -> None:
        """Show one conversation; the short form is for where there is little room."""
        self._several = 0
        self.glyph.set_letters(glyph)
        self._name(name)
        self._forms = (short, form)
        self._arrange()

    def show_deadline(self, kind: DeadlineKind, words: str) -> None:
        """Show how it stands with its clock, where the details are not seen."""
        look = DEADLINES.get(kind)
        if look is not None:
            self.chip.show_state(look, words)
        self.chip.setProperty("known", look is not None and bool(words))
        self._arrange()

    def show_issue(self, title: str) -> None:
        """Name the Isu that the conversation belongs to; empty for none."""
        self._issue = title
        words = self.tr("Isu: {title}").format(title=title)
        self.issue.setAccessibleName(words)
        self.issue.setToolTip(words)
        self._arrange()

    def show_several(self, count: int) -> None:
        """Show that actions work on several conversations."""
        self._several = count
        self._name(self.tr("{n} dipilih").format(n=number(count)))
        self._arrange()

    def set_panes(self, *, back: bool, detail: bool) -> None:
        """Offer the way back, and the details where they are hidden."""
        self._narrow = back
        self.back.setVisible(back)
        self.detail.setVisible(detail)
        self._arrange()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Say the form in words only where there is room."""
        self._arrange()

    def _arrange(self) -> None:
        one = not self._several
        wide = self.width() >= ROOM_FOR_WORDS
        self.glyph.setVisible(one)
        self.form.setText(self._forms[self.width() >= ROOM_FOR_FORM])
        self.form.setVisible(one and wide and not self._narrow)
        self.chip.setVisible(one and self._narrow and bool(self.chip.property("known")))
        self.issue.setVisible(one and bool(self._issue) and not self._narrow)
        self.issue.setText(self._short_issue())
        for button in (self.snooze, self.assign, self.tag):
            button.setVisible(wide or not one)

    def _short_issue(self) -> str:
        """The title as far as there is room; the icon alone where there is none."""
        room = ISSUE_WIDTH if self.width() >= ROOM_FOR_ISSUE else 0
        mode = Qt.TextElideMode.ElideRight
        return self.issue.fontMetrics().elidedText(self._issue, mode, room)

    def _name(self, words: str) -> None:
        """Take no more room than the words need, so that the form follows them."""
        self.name.setMaximumWidth(self.name.fontMetrics().horizontalAdvance(words) + 4)
        self.name.set_text(words)

    def _icon(self, icon: str, name: str, key: str, action: str) -> IconButton:
        button = IconButton(self._theme, icon, name, shortcut=key)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self.back)
        row.addWidget(self.glyph)
        row.addSpacing(2)
        row.addWidget(self.name, 1000)
        row.addWidget(self.form)
        row.addWidget(self.chip)
        row.addWidget(self.issue)
        row.addStretch(1)
        row.addWidget(self.finish)
        for button in (self.snooze, self.assign, self.tag, self.detail, self.more):
            row.addWidget(button)
        self.finish.clicked.connect(lambda: self.asked.emit("finish"))
        self.issue.clicked.connect(lambda: self.asked.emit("issue"))
        self.back.clicked.connect(self.back_requested)
        self.detail.clicked.connect(self.detail_requested)
        self.issue.hide()
        self.back.hide()
        self.detail.hide()
        self._dress()
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.size("columnHeader"))
