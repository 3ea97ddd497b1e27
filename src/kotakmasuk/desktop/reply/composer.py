"""The composer: docked under the thread, as high as what is written in it.

The one rule: it shows the presenter's state and passes on what the officer does; the
text itself lives in the editor alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.banner import IdentityBanner
from kotakmasuk.desktop.reply.editor import ReplyEditor
from kotakmasuk.desktop.reply.popover import TemplatePopover
from kotakmasuk.desktop.reply.rows import SendRow, TemplateRow, ToolRow
from kotakmasuk.desktop.reply.states import ComposerState
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.templates import Template


LEAST = 150
LEAST_WHEN_LOW = 58
LOW_WINDOW = 480
SHARE = 0.5


class Composer(Plane):
    """All of it; hidden until an answer or a note is begun."""

    closed = Signal()
    send_wanted = Signal()
    send_and_next_wanted = Signal()
    draft_wanted = Signal()
    note_wanted = Signal(bool)
    template_taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._theme = theme
        self._templates: Sequence[Template] = ()
        self._opened_by_key = False
        self._wants_keyboard = False
        self._popover: TemplatePopover | None = None
        self.setObjectName("composer")
        self.setAccessibleName(self.tr("Tulis balasan"))
        self.banner = IdentityBanner(theme)
        self.template_row = TemplateRow(theme)
        self.editor = ReplyEditor(theme)
        self.tools = ToolRow(theme)
        self.send_row = SendRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.problem = StateBanner(theme)
        for part in (self.banner, self.template_row, self.editor, self.tools):
            column.addWidget(part)
        column.addWidget(self.problem)
        column.addWidget(self.send_row)
        self._connect()
        self.hide()

    def show_state(self, state: ComposerState) -> None:
        """Show everything but the text."""
        if state.note:
            self.banner.show_note()
        else:
            self.banner.show_identity(state.identity)
        self._paint("note" if state.note else "surface", note=state.note)
        self.template_row.show_template(
            state.template, filled=state.filled, asked=state.asked
        )
        self._note = state.note
        self.editor.set_purpose(note=state.note)
        self.tools.show_note(state.note)
        self.tools.show_limit(state.identity.platform, state.count, state.count_tone)
        self.send_row.show_reason(
            state.reason, icon=state.reason_icon, tone=state.reason_tone
        )
        self.send_row.show_send(state.send, icon=state.send_icon, ready=state.ready)
        self.send_row.draft.setVisible(not state.note)
        self._fit()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these when a template is asked for."""
        self._templates = templates

    def show_problem(self, error: KnownError) -> None:
        """Say what went wrong; the words are still here."""
        self.problem.show_error(error)
        self._fit()

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

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the column, now and when it changes its height."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the window changes its height."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._note = False
        self.template_row.template_wanted.connect(self.open_templates)
        self.template_row.next_wanted.connect(self.editor.jump)
        self.tools.template_wanted.connect(self.open_templates)
        self.editor.template_wanted.connect(self._open_by_key)
        self.editor.written.connect(self._fit)
        self.send_row.send_wanted.connect(self.send_wanted)
        self.send_row.draft_wanted.connect(self.draft_wanted)
        self.send_row.more.clicked.connect(self._open_tools)
        self.tools.note_wanted.connect(self.note_wanted)
        for enter in ("Return", "Enter"):
            self._bind(f"Ctrl+{enter}").activated.connect(self.send_wanted)
            sends = self._bind(f"Ctrl+Shift+{enter}")
            sends.activated.connect(self.send_and_next_wanted)
        self._bind("Esc").activated.connect(self.closed)

    def _bind(self, keys: str) -> QShortcut:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return QShortcut(QKeySequence(keys), self, context=within)

    def _fit(self) -> None:
        low = self.window().height() < LOW_WINDOW
        self.template_row.setVisible(not low and not self._note)
        self.tools.setVisible(not low)
        self.send_row.more.setVisible(low)
        above = self.parentWidget()
        column = above.height() if above is not None else self.height()
        rows = (self.banner, self.template_row, self.tools, self.send_row)
        around = sum(row.sizeHint().height() for row in rows if not row.isHidden())
        least = LEAST_WHEN_LOW if low else LEAST
        most = max(least, round(column * SHARE) - around)
        wanted = max(least, min(self.editor.wanted_height(), most))
        if self.editor.height() != wanted:
            self.editor.setFixedHeight(wanted)

    def _paint(self, surface: str, *, note: bool) -> None:
        if self.property("surface") == surface:
            return
        self.setProperty("surface", surface)
        self.style().polish(self)
        self.editor.set_note(note)

    def _take_keyboard(self) -> None:
        self._fit()
        if self._wants_keyboard and self.isVisible():
            self._wants_keyboard = False
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tool_menu(self) -> Menu:
        """What the hidden rows offer, where the window is too low for them."""
        menu = Menu(self._theme, self.tr("Alat lain"), self)
        if not self._note:
            words = self.tr("Sisipkan templat")
            menu.add(words, self.open_templates, icon="file-text", shortcut=";")
            following = self.tr("Isian berikutnya")
            menu.add(following, self.editor.jump, icon="arrow-right", shortcut="Tab")
        words = self.tr("Tulis balasan") if self._note else self.tr("Catatan internal")
        icon = "reply" if self._note else "lock"
        menu.add(words, lambda: self.note_wanted.emit(not self._note), icon=icon)
        return menu

    def _open_tools(self) -> None:
        button = self.send_row.more
        menu = self.tool_menu()
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

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
        self._popover.open_at(corner, self._templates)

    def _take(self, uid: str) -> None:
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.template_taken.emit(uid)

    def _give_back(self, typed: str) -> None:
        if self._opened_by_key:
            self.editor.insertPlainText(f";{typed}")
        self.editor.setFocus(Qt.FocusReason.PopupFocusReason)
