"""The composer: docked under the thread, as high as what is written in it.

The one rule: it shows the presenter's state and passes on what the officer does; the
text itself lives in the editor alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.banner import IdentityBanner
from kotakmasuk.desktop.reply.editor import ReplyEditor
from kotakmasuk.desktop.reply.notices import Notices
from kotakmasuk.desktop.reply.option_strip import OptionStrip
from kotakmasuk.desktop.reply.parts_panel import PartsPanel
from kotakmasuk.desktop.reply.picture_strip import PictureStrip
from kotakmasuk.desktop.reply.popover import TemplatePopover
from kotakmasuk.desktop.reply.rows import SendRow, TemplateRow, ToolRow
from kotakmasuk.desktop.reply.states import ComposerState
from kotakmasuk.desktop.reply.ways import Ways
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template


LEAST = 150
LEAST_WHEN_FULL = 84
LEAST_WHEN_LOW = 58
FULL = 230  # pixels of rows around the text
LOW_WINDOW = 480
SHARE = 0.5


class Composer(Plane):
    """All of it; hidden until an answer or a note is begun."""

    closed = Signal()
    send_wanted = Signal()
    send_and_next_wanted = Signal()
    template_taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._theme = theme
        self._templates: Sequence[Template] = ()
        self._platform = ""
        self._state: ComposerState | None = None
        self._note = False
        self._opened_by_key = False
        self._wants_keyboard = False
        self._popover: TemplatePopover | None = None
        self.setObjectName("composer")
        self.setAccessibleName(self.tr("Tulis balasan"))
        self.banner = IdentityBanner(theme)
        self.above = Notices(theme)
        self.template_row = TemplateRow(theme)
        self.below = Notices(theme)
        self.editor = ReplyEditor(theme)
        self.parts = PartsPanel(theme)
        self.pictures = PictureStrip(theme)
        self.options = OptionStrip(theme)
        self.tools = ToolRow(theme)
        self.problem = StateBanner(theme)
        self.send_row = SendRow(theme)
        self.ways = Ways(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows: tuple[QWidget, ...] = (
            *(self.banner, self.above, self.template_row, self.below, self.editor),
            *(self.parts, self.pictures, self.options, self.tools, self.problem),
            self.send_row,
        )
        for part in self._rows:
            column.addWidget(part)
        self._connect()
        self.hide()

    def show_state(self, state: ComposerState) -> None:
        """Show everything but the text; a key changes little of it, so little is drawn."""
        before, self._state = self._state, state
        if before is not None and _around(before) == _around(state):
            self._show_count(state)
            return
        self._note, self._platform = state.note, state.identity.platform
        self.banner.show_state(state)
        self._paint("note" if state.note else "surface", note=state.note)
        self.template_row.show_template(
            state.template, filled=state.filled, asked=state.asked
        )
        self.above.show_notices(state.above)
        self.below.show_notices(state.below)
        self.parts.show_parts(state.parts)
        self.pictures.show_pictures(state.pictures)
        self.options.show_options(state.options)
        self.editor.set_purpose(note=state.note)
        self.tools.show_note(state.note)
        self.send_row.show_reason(
            state.reason, icon=state.reason_icon, tone=state.reason_tone
        )
        self.send_row.show_send(state.send, icon=state.send_icon, ready=state.ready)
        self.send_row.show_note(state.note)
        self.ways.state = state
        self._show_count(state)
        self.fit()

    def _show_count(self, state: ComposerState) -> None:
        self.tools.show_limit(state.identity.platform, state.count, state.count_tone)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these when a template is asked for."""
        self._templates = templates

    def show_problem(self, error: KnownError) -> None:
        """Say what went wrong; the words are still here."""
        self.problem.show_error(error)
        self.fit()

    def open_templates(self) -> None:
        """Open the list of templates over the text."""
        self._open_popover(by_key=False)

    def write_here(self) -> None:
        """Take the keyboard into the text, at once or as soon as it is docked."""
        self.problem.hide()
        self._wants_keyboard = True
        if self.parentWidget() is not None:
            self.show()
            self._take_keyboard()

    def fit(self) -> None:
        """Give the text the height that its lines need and the column allows."""
        low = self.window().height() < LOW_WINDOW
        self.template_row.setVisible(not low and not self._note)
        self.tools.setVisible(not low)
        self.parts.set_low(low=low)
        self.pictures.set_low(low=low)
        self.send_row.more.setVisible(low)
        self.send_row.ways.setVisible(not low and not self._note)
        above = self.parentWidget()
        column = above.height() if above is not None else self.height()
        around = sum(self._height_of(row) for row in self._rows)
        least = LEAST_WHEN_FULL if around > FULL else LEAST
        least = LEAST_WHEN_LOW if low else least
        most = max(least, round(column * SHARE) - around)
        wanted = max(least, min(self.editor.wanted_height(), most))
        if self.editor.height() != wanted:
            self.editor.setFixedHeight(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the column, now and when it changes its height."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew at another width."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the window changes its height."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.template_row.template_wanted.connect(self.open_templates)
        self.template_row.next_wanted.connect(self.editor.jump)
        self.tools.wanted.connect(self.ways.wanted)
        self.editor.template_wanted.connect(self._open_by_key)
        self.editor.written.connect(self.fit)
        self.send_row.send_wanted.connect(self.send_wanted)
        self.send_row.more.clicked.connect(self.ways.open_tools)
        self.send_row.ways_wanted.connect(self.ways.open_ways)
        for enter in ("Return", "Enter"):
            self._bind(f"Ctrl+{enter}").activated.connect(self.send_wanted)
            sends = self._bind(f"Ctrl+Shift+{enter}")
            sends.activated.connect(self.send_and_next_wanted)
        self._bind("Esc").activated.connect(self.closed)

    def _bind(self, keys: str) -> QShortcut:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return QShortcut(QKeySequence(keys), self, context=within)

    def _height_of(self, row: QWidget) -> int:
        if row.isHidden() or row is self.editor:
            return 0
        if isinstance(row, Notices):
            return row.height_at(self.width())
        return row.sizeHint().height()

    def _paint(self, surface: str, *, note: bool) -> None:
        if self.property("surface") == surface:
            return
        self.setProperty("surface", surface)
        self.style().polish(self)
        self.editor.set_note(note)

    def _take_keyboard(self) -> None:
        self.fit()
        if self._wants_keyboard and self.isVisible():
            self._wants_keyboard = False
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_by_key(self) -> None:
        self._open_popover(by_key=True)

    def _open_popover(self, *, by_key: bool) -> None:
        self._opened_by_key = by_key
        if self._popover is None:
            self._popover = TemplatePopover(self._theme, self.window())
            self._popover.taken.connect(self._take)
            self._popover.dismissed.connect(self._give_back)
        corner = self.editor.mapTo(self.window(), QPoint(8, 0))
        if by_key:
            cursor = self.editor.cursorRect().topLeft()
            corner = self.editor.viewport().mapTo(self.window(), cursor)
        self._popover.open_at(corner, self._templates, platform=self._platform)

    def _take(self, uid: str) -> None:
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.template_taken.emit(uid)

    def _give_back(self, typed: str) -> None:
        if self._opened_by_key:
            self.editor.insertPlainText(f";{typed}")
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)


def _around(state: ComposerState) -> ComposerState:
    """All of it but the counter."""
    return replace(state, count="", count_tone="")
