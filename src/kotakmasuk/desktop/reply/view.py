"""Joins composer, checklist and presenter; the main window docks the two widgets.

The one rule: widgets and presenter speak by signals alone, joined here and nowhere else.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from kotakmasuk.desktop.reply.checklist import Checklist
from kotakmasuk.desktop.reply.composer import Composer
from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.desktop.widgets.links import open_link
from kotakmasuk.desktop.widgets.manual_window import ManualWindow, place_beside
from kotakmasuk.desktop.workplace import Workplace


@dataclass(frozen=True)
class ReplyParts:
    """What the main window docks: composer below the thread, checklist at its right."""

    composer: Composer
    checklist: Checklist
    presenter: ReplyPresenter


def build(workplace: Workplace) -> ReplyParts:
    """Make all three; the composer stays hidden until something is opened."""
    parts = ReplyParts(
        Composer(workplace.theme),
        Checklist(workplace.theme),
        ReplyPresenter(workplace),
    )
    parts.presenter.setParent(parts.composer)
    _join_composer(parts)
    _join_checklist(parts)
    Manual(workplace, parts)
    return parts


def _join_composer(parts: ReplyParts) -> None:
    composer, presenter = parts.composer, parts.presenter
    editor = composer.editor
    presenter.opened.connect(editor.show_text)
    presenter.opened.connect(lambda _text, _filled: composer.write_here())
    presenter.resumed.connect(composer.write_here)
    presenter.closed.connect(composer.hide)
    presenter.shown.connect(composer.show_state)
    presenter.offered.connect(composer.show_templates)
    presenter.template_filled.connect(editor.insert_filled)
    presenter.text_replaced.connect(editor.replace)
    presenter.place_shown.connect(editor.select)
    presenter.marked.connect(editor.mark_findings)
    presenter.failed.connect(composer.show_problem)
    editor.written.connect(lambda: presenter.write(editor.text()))
    composer.template_taken.connect(presenter.take_template)
    composer.send_wanted.connect(presenter.send)
    composer.send_and_next_wanted.connect(lambda: presenter.send(then_next=True))
    composer.draft_wanted.connect(presenter.close)
    composer.closed.connect(presenter.leave)
    composer.note_wanted.connect(presenter.set_note)


def _join_checklist(parts: ReplyParts) -> None:
    checklist, presenter = parts.checklist, parts.presenter
    presenter.listed.connect(checklist.show_state)
    checklist.tick_changed.connect(presenter.tick)
    checklist.fix_wanted.connect(presenter.fix)
    checklist.place_wanted.connect(parts.composer.editor.select)
    presenter.blocked.connect(lambda: _go_soon(parts))
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(keys), checklist, context=within)
        shortcut.activated.connect(presenter.send)
    leave = QShortcut(QKeySequence("Esc"), checklist, context=within)
    leave.activated.connect(presenter.leave)


def _go_soon(parts: ReplyParts) -> None:
    """Wait a turn, so that a window without room can open the checklist first."""
    QTimer.singleShot(0, parts.checklist, lambda: _go_to_open(parts))


def _go_to_open(parts: ReplyParts) -> None:
    """The first failed check or open question; the text where there is none."""
    empty = not parts.composer.editor.text().strip()
    if empty or not parts.checklist.focus_first_open():
        parts.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)


class Manual(QObject):
    """Copies the text, opens the citizen's post and asks whether it was sent."""

    def __init__(self, workplace: Workplace, parts: ReplyParts) -> None:
        super().__init__(parts.composer)
        self._theme = workplace.theme
        self._parts = parts
        self._windows: set[ManualWindow] = set()
        parts.presenter.manual_begun.connect(self.begin)

    def begin(self, reply: int, text: str, url: str, platform: str) -> None:
        """Do it for one answer that waits in the outbox."""
        QGuiApplication.clipboard().setText(text)
        opened = bool(url) and open_link(url)
        window = ManualWindow(self._theme, platform, opened=opened)
        self._windows.add(window)
        window.declared.connect(
            lambda link: self._parts.presenter.declare_sent(reply, link)
        )
        window.destroyed.connect(lambda: self._windows.discard(window))
        place_beside(window, self._parts.composer.window())
        window.show()
