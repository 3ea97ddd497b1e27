"""Commands by name and by key: the palette, the map of keys, and the window's own keys.

The one rule: a key runs the command of its name, so that both always do the same.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.inside import Inside
from kotakmasuk.desktop.palette_content import (
    announcement_commands,
    look_commands,
    page_commands,
    seat_commands,
    shown,
    template_commands,
)
from kotakmasuk.desktop.widgets.palette import CommandPalette
from kotakmasuk.desktop.widgets.shortcut_map import ShortcutMap
from kotakmasuk.services import settings as settings_service


# Only for its name: the keys are bound before the first list is drawn.
if TYPE_CHECKING:
    from kotakmasuk.domain.announcements import Preset

Offer = Callable[[], Sequence[Command]]


class Commanding(QObject):
    """Offers what can be done now, over what is inside one window."""

    def __init__(self, inside: Inside) -> None:
        """Bind the keys that work everywhere."""
        super().__init__(inside)
        self._inside = inside
        inside.inbox.palette_requested.connect(self.open_palette)
        inside.inbox.map_requested.connect(self.open_map)
        self._bind()

    def open_palette(self) -> None:
        """Show every command by its name (Ctrl+K)."""
        opened = self._inside.inbox.deeds.opened
        about = ""
        if (
            opened is not None
            and self._inside.stack.currentWidget() is self._inside.inbox
        ):
            about = self.tr("{name} dipilih").format(name=opened.row.author)
        self.palette_.open_palette(shown(self.commands()), about=about)

    def open_map(self) -> None:
        """Show every key (?)."""
        self.key_map.open_map(shown(self.commands()))

    def commands(self) -> list[Command]:
        """What can be done now: here, in the inbox, and everywhere."""
        current = self._inside.stack.currentWidget()
        offer: Offer = getattr(current, "commands", tuple)
        here = offer() if current is not self._inside.inbox else ()
        found = [
            *here,
            *self._inside.inbox.commands(),
            *page_commands(self._inside.open_page),
        ]
        found += announcement_commands(self._announce)
        found += self._own_commands()
        work = self._inside.work
        found += seat_commands(work.seat(), self._inside.seating.ask)
        found += look_commands(self._inside.work.theme, self._save)
        if self._inside.inbox.presenter.conversation is not None:
            from kotakmasuk.services import templates  # noqa: PLC0415  at first use

            offered = templates.offered(work.lanes.reader, work.office.now())
            found += template_commands(offered, self._use_template)
        return found

    @cached_property
    def palette_(self) -> CommandPalette:
        """The palette, made when it is first opened."""
        palette = CommandPalette(self._inside.work.theme, self._inside)
        palette.chosen.connect(self._run)
        palette.search_asked.connect(self._search)
        return palette

    @cached_property
    def key_map(self) -> ShortcutMap:
        """The map of keys, made when it is first opened."""
        return ShortcutMap(self._inside.work.theme, self._inside)

    def _use_template(self, uid: str) -> None:
        conversation = self._inside.inbox.presenter.conversation
        if conversation is not None:
            self._inside.go("inbox")
            self._inside.writing.open_with_template(conversation, uid)

    def _own_commands(self) -> list[Command]:
        group = self.tr("Di mana saja")
        return [
            Command(
                id="app.sync",
                title=self.tr("Ambil pesan sekarang"),
                run=self._inside.check_now,
                group=group,
                keys="F5",
                icon="refresh-cw",
            ),
            Command(
                id="app.undo",
                title=self.tr("Urungkan"),
                run=self._inside.undoing.undo_last,
                group=group,
                keys="Ctrl+Z",
                icon="undo-2",
            ),
            Command(
                id="app.keys",
                title=self.tr("Pintasan"),
                run=self.open_map,
                group=group,
                keys="?",
                icon="keyboard",
            ),
        ]

    def _run(self, command: str) -> None:
        for one in self.commands():
            if one.id == command:
                one.run()
                return

    def _announce(self, preset: "Preset") -> None:
        self._inside.go("announcements", preset)

    def _search(self, text: str) -> None:
        self._inside.go("inbox")
        self._inside.inbox.search(text)

    def _save(self, **changed: Any) -> None:
        self._inside.work.lanes.write(settings_service.save, initiator=self, **changed)

    def _bind(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", self.open_palette),
            ("F1", self.open_map),
        ]
        named = (
            *self._own_commands(),
            *look_commands(self._inside.work.theme, self._save),
        )
        # By their ids, because what they do depends on how things stand then.
        keys += [
            (one.keys, partial(self._run, one.id)) for one in named if len(one.keys) > 1
        ]
        for sequence, run in keys:
            QShortcut(QKeySequence(sequence), self._inside).activated.connect(run)
