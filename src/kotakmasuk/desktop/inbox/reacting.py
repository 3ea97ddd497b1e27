"""Liking, sharing and hiding a citizen's message from its bubble or the palette.

The one rule: only what the account's platform can do is offered, and it leaves through
the same gate and outbox as every answer.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.inbox.reaction_dialog import ReactionDialog
from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Thread
from kotakmasuk.services import reactions


WORDS = {"like": "Sukai…", "share": "Bagikan…", "hide": "Sembunyikan…"}
ICONS = {"like": "smile", "share": "redo-2", "hide": "ban"}
TOLD = {
    "like": "Akan disukai dalam {seconds} detik",
    "share": "Akan dibagikan dalam {seconds} detik",
    "hide": "Akan disembunyikan dalam {seconds} detik",
}


class Reacting(QObject):
    """Offers what can be done with one message, asks, and carries it out."""

    def __init__(self, workplace: Workplace, host: QWidget) -> None:
        super().__init__(host)
        self._work = workplace
        self._host = host

    def can(self, thread: Thread) -> bool:
        """Tell whether the thread's account can do any of it."""
        reader, office = self._work.lanes.reader, self._work.office
        return reactions.is_possible(reader, office, thread.account)

    def offered(self, message: int) -> tuple[str, ...]:
        """What can be done with one message now."""
        return reactions.offered(self._work.lanes.reader, self._work.office, message)

    def show_menu(self, message: int, at: QPoint) -> None:
        """Show at a point of the screen what can be done with a message."""
        menu = Menu(self._work.theme, say("Tindakan untuk pesan ini"), self._host)
        for purpose in self.offered(message):
            menu.add(
                say(WORDS[purpose]),
                partial(self.ask, message, purpose),
                icon=ICONS[purpose],
                danger=purpose == "hide",
            )
        if menu.isEmpty():
            nothing = menu.add(say("Tidak ada tindakan lagi"), lambda: None)
            nothing.setEnabled(False)
        menu.popup(at)

    def commands(self, thread: Thread | None) -> list[Command]:
        """The same for the citizen's newest message, for the palette."""
        message = thread.answer_to if thread is not None else None
        if message is None:
            return []
        return [
            Command(
                id=f"inbox.{purpose}",
                title=say(WORDS[purpose]),
                run=partial(self.ask, message, purpose),
                group=say("Perintah untuk percakapan ini"),
                icon=ICONS[purpose],
            )
            for purpose in self.offered(message)
        ]

    def ask(self, message: int, purpose: str) -> None:
        """Show as whom and what applies, and do it when the officer says so."""
        reader, office = self._work.lanes.reader, self._work.office
        dialog = ReactionDialog(
            self._work.theme,
            self._host,
            purpose=purpose,
            identity=reactions.identity(reader, office, message, purpose),
            text=reactions.target(reader, message).text,
        )

        def check() -> None:
            dialog.show_check(
                reactions.check(reader, office, message, purpose, ticks=dialog.ticks())
            )

        dialog.changed.connect(check)
        dialog.wanted.connect(partial(self._react, dialog, message, purpose))
        check()
        dialog.exec()
        dialog.deleteLater()

    def _react(self, dialog: ReactionDialog, message: int, purpose: str) -> None:
        done: Callable[[Changes], None] = partial(self._tell, dialog, purpose)
        self._work.lanes.write(
            reactions.react,
            message,
            purpose,
            ticks=dialog.ticks(),
            reason=dialog.reason.text(),
            then=done,
            failed=dialog.show_problem,
        )

    def _tell(self, dialog: ReactionDialog, purpose: str, changes: Changes) -> None:
        dialog.accept()
        seconds = self._work.settings().undo_seconds
        words = say(TOLD[purpose]).format(seconds=seconds)
        self._work.tell(words, changes.undo)
