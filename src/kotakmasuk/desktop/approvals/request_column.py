"""The middle: what the citizen wrote, the wordings as cards, and the decision below.

The one rule: cards are built anew only when the request changed, so that words being
edited are not lost to a message that arrives.
"""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.approvals import wording
from kotakmasuk.desktop.approvals.decision_bar import DecisionBar
from kotakmasuk.desktop.approvals.option_card import OptionCard
from kotakmasuk.desktop.approvals.presenter import Shown
from kotakmasuk.desktop.approvals.weighing import sections
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.bubble import IncomingBubble, NoteBubble
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import ElidedLabel, Plane, Separator, TextLabel
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.scrolling import refill, scrolled
from kotakmasuk.desktop.widgets.times import moment_words
from kotakmasuk.domain.accounts import platform_of


EDGE = 18
ROOM_FOR_WORDS = 420


class RequestColumn(Plane):
    """Emits what the officer wants done with the open request."""

    option_chosen = Signal(int)
    edited = Signal(str)
    reasoned = Signal(str, str)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self._theme = theme
        self._shown: Shown | None = None
        self.cards: list[OptionCard] = []
        self._with_weighing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.problem = StateBanner(theme)
        column.addWidget(self.problem)
        self._area = scrolled(QWidget())
        column.addWidget(self._area, 1)
        self.bar = DecisionBar(theme)
        column.addWidget(self.bar)

    def show_request(self, shown: Shown | None) -> None:
        """Show a request; the same one is left as it is."""
        same = shown is not None and self._shown is not None
        if same and _content(shown) == _content(self._shown):
            return
        other = not same or shown.view.row.id != self._shown.view.row.id  # type: ignore[union-attr]
        self._shown = shown
        if shown is None:
            return
        if other:
            self.bar.note.clear()
        self._name(shown)
        self.bar.show_request(shown)
        self._fill(shown, keep_place=not other)

    def set_panes(self, *, back: bool, weighing: bool) -> None:
        """Offer the way back, and hold what is weighed below the cards, where narrow."""
        self.back.setVisible(back)
        if weighing != self._with_weighing:
            self._with_weighing = weighing
            if self._shown is not None:
                self._fill(self._shown, keep_place=True)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Say the form in words only where there is room."""
        wide = self.width() >= ROOM_FOR_WORDS
        self._form.setVisible(wide)
        self.go.setText(self.tr("Lihat percakapan") if wide else self.tr("Lihat"))

    def begin_edit(self) -> None:
        """Open the chosen wording for editing."""
        for card in self.cards:
            if card.is_open:
                card.begin_edit()

    def keep_edit(self) -> bool:
        """Save the words that were being changed; False where none were."""
        return any(card.keep_edit() for card in self.cards)

    def leave_edit(self) -> bool:
        """Put the words back that were being edited; False where none were."""
        return any(card.leave_edit() for card in self.cards)

    def _head(self) -> Plane:
        theme = self._theme
        head = Plane("surface", edge="bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        self.back = IconButton(
            theme, "chevron-left", self.tr("Kembali"), shortcut="Esc"
        )
        self.back.hide()
        self._glyph = PlatformGlyph(theme, "")
        self._title = ElidedLabel(theme, role="bodyStrong")
        self._form = TextLabel(theme, role="meta", tone="text2")
        self.go = Button(theme, "", kind="quiet", icon="arrow-right")
        self.go.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.more = IconButton(theme, "ellipsis", self.tr("Tindakan lain"))
        self.back.clicked.connect(lambda: self.asked.emit("back"))
        self.go.clicked.connect(lambda: self.asked.emit("go"))
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.back)
        row.addWidget(self._glyph)
        row.addWidget(self._title, 1000)
        row.addWidget(self._form)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.more)
        self._head_plane = head
        self._dress()
        theme.changed.connect(self._dress)
        return head

    def _dress(self) -> None:
        self._head_plane.setFixedHeight(self._theme.size("columnHeader"))

    def _name(self, shown: Shown) -> None:
        row = shown.view.row
        self._glyph.set_letters(platform_of(row.platform).glyph)
        room = self._title.fontMetrics().horizontalAdvance(row.recipient) + 4
        self._title.setMaximumWidth(room)
        self._title.set_text(row.recipient)
        self._form.setText(wording.openness(shown.view.form, public=shown.view.public))
        self.go.setVisible(row.conversation is not None)

    def _fill(self, shown: Shown, *, keep_place: bool) -> None:
        bar = self._area.verticalScrollBar()
        place = bar.value() if keep_place else 0
        held = any(one.hasFocus() for one in self._area.findChildren(QWidget))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(EDGE, 14, EDGE, 14)
        column.setSpacing(12)
        self._add_asked(column, shown)
        column.addWidget(self._title_row(shown))
        self.cards = [
            OptionCard(self._theme, shown, option) for option in shown.view.options
        ]
        group = QButtonGroup(body)
        for card in self.cards:
            group.addButton(card.radio)
            card.chosen.connect(self.option_chosen)
            card.edited.connect(self.edited)
            card.reasoned.connect(self.reasoned)
            column.addWidget(card)
        if self._with_weighing:
            column.addWidget(Separator())
            column.addWidget(sections(self._theme, shown))
        column.addStretch(1)
        refill(self._area, body)
        column.activate()
        bar.setValue(place)
        if held and keep_place:
            self._give_keyboard_back()

    def _give_keyboard_back(self) -> None:
        """Stay at the wording whose words were just changed."""
        for card in self.cards:
            if card.is_open:
                card.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_asked(self, column: QVBoxLayout, shown: Shown) -> None:
        for item in shown.view.asked:
            bubble = IncomingBubble(
                self._theme,
                author=item.author,
                meta=moment_words(shown.moment, item.at),
                text=item.text,
            )
            column.addWidget(bubble)
        row = shown.view.row
        if row.note:
            meta = f"{row.by} · {moment_words(shown.moment, row.at)}"
            column.addWidget(NoteBubble(self._theme, meta=meta, text=row.note))

    def _title_row(self, shown: Shown) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        several = len(shown.view.options) > 1
        words = self.tr("Pilih satu balasan") if several else self.tr("Balasan")
        row.addWidget(TextLabel(self._theme, words, role="bodyStrong"))
        told = wording.author_line(shown.moment, shown.option)
        row.addWidget(ElidedLabel(self._theme, told, role="meta", tone="text2"), 1)
        return box

    def _open_menu(self) -> None:
        menu = Menu(self._theme, self.tr("Tindakan lain"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = (
            ("export", self.tr("Ekspor berkas permintaan…"), "file-down"),
            ("outside", self.tr("Catat persetujuan di luar aplikasi…"), "pencil"),
            ("withdraw", self.tr("Tarik permintaan"), "undo-2"),
        )
        for deed, words, icon in rows:
            menu.add(words, partial(self.asked.emit, deed), icon=icon)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _content(shown: Shown | None) -> tuple[object, ...]:
    """What makes the cards anew; a later moment alone does not."""
    if shown is None:
        return ()
    return (shown.view, shown.option, shown.seat)


def bind(widget: QWidget, keys: str) -> QShortcut:
    """A key that works while the keyboard is inside this widget."""
    shortcut = QShortcut(keys, widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return shortcut
