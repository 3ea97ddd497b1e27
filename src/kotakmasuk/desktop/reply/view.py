"""Joins composer, checklist and presenter; the main window docks the two widgets.

The one rule: widgets and presenter speak by signals alone, joined here and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from kotakmasuk.desktop.reply.checklist import Checklist
from kotakmasuk.desktop.reply.composer import Composer
from kotakmasuk.desktop.reply.deeds import Deeds
from kotakmasuk.desktop.reply.holes import HoleHelp
from kotakmasuk.desktop.reply.manual import join_manual
from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.workplace import Workplace


@dataclass(frozen=True)
class ReplyParts:
    """What the main window docks: composer below the thread, checklist at its right."""

    theme: Theme
    composer: Composer
    checklist: Checklist
    presenter: ReplyPresenter


def build(workplace: Workplace) -> ReplyParts:
    """Make all three; the composer stays hidden until something is opened."""
    parts = ReplyParts(
        workplace.theme,
        Composer(workplace.theme),
        Checklist(workplace.theme),
        ReplyPresenter(workplace),
    )
    parts.presenter.setParent(parts.composer)
    _join_composer(parts)
    _join_around(workplace, parts)
    _join_checklist(parts)
    parts.checklist.about_wanted.connect(partial(workplace.go, "checklist"))
    join_manual(workplace, parts.presenter, parts.composer)
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
    presenter.marked.connect(editor.mark_findings)
    presenter.failed.connect(composer.show_problem)
    presenter.mending.text_replaced.connect(editor.replace)
    presenter.mending.place_shown.connect(editor.select)
    presenter.composing.template_filled.connect(editor.insert_filled)
    editor.written.connect(lambda: presenter.write(editor.text()))
    composer.template_taken.connect(presenter.composing.take_template)
    composer.send_wanted.connect(presenter.send)
    composer.send_and_next_wanted.connect(lambda: presenter.send(then_next=True))
    composer.send_row.draft_wanted.connect(presenter.close)
    composer.closed.connect(presenter.leave)
    HoleHelp(parts.theme, editor, presenter)


def _join_around(workplace: Workplace, parts: ReplyParts) -> None:
    """The rows around the text, and what they open."""
    composer, presenter = parts.composer, parts.presenter
    deeds = Deeds(workplace, composer, presenter)
    composing, switching = presenter.composing, presenter.switching
    composer.banner.reach_wanted.connect(switching.set_public)
    composer.banner.account_wanted.connect(switching.send_from)
    for notices in (composer.above, composer.below):
        notices.done.connect(presenter.mending.do)
    composer.editor.pictures_dropped.connect(composing.attach)
    composer.pictures.load = composing.picture
    composer.pictures.described.connect(composing.describe)
    composer.pictures.removed.connect(composing.remove_picture)
    composer.options.chosen.connect(switching.open_option)
    composer.options.removed.connect(switching.remove_option)
    composer.options.remarked.connect(switching.remark)
    composer.options.asked_of.connect(switching.ask_of)
    composer.ways.wanted.connect(deeds.run)
    presenter.mending.deed_wanted.connect(deeds.run)


def _join_checklist(parts: ReplyParts) -> None:
    checklist, presenter = parts.checklist, parts.presenter
    presenter.listed.connect(checklist.show_state)
    checklist.tick_changed.connect(presenter.tick)
    checklist.fix_wanted.connect(presenter.mending.fix)
    checklist.lift_wanted.connect(presenter.mending.lift)
    checklist.place_wanted.connect(parts.composer.editor.select)
    checklist.keyboard_freed.connect(
        lambda: parts.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
    )
    presenter.blocked.connect(lambda: _go_soon(parts))
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+Return", presenter.send),
        ("Ctrl+Enter", presenter.send),
        ("Ctrl+Shift+Return", lambda: presenter.send(then_next=True)),
        ("Ctrl+Shift+Enter", lambda: presenter.send(then_next=True)),
        ("Esc", presenter.leave),
    )
    for sequence, run in keys:
        shortcut = QShortcut(QKeySequence(sequence), checklist, context=within)
        shortcut.activated.connect(run)


def _go_soon(parts: ReplyParts) -> None:
    """Wait a turn, so that a window without room can open the checklist first."""
    QTimer.singleShot(0, parts.checklist, lambda: _go_to_open(parts))


def _go_to_open(parts: ReplyParts) -> None:
    """The first failed check or open question; the text where there is none."""
    empty = not parts.composer.editor.text().strip()
    if empty or not parts.checklist.focus_first_open():
        parts.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
