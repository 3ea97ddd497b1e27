"""The whole window over a real file, under an officer's hands, and the rows beneath it.

Rule: what a story does, it does by keys and by what the screen offers; what it asserts,
it reads on the screen or in the file.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop import app
from kotakmasuk.desktop.app import Started
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import settings
from kotakmasuk.services.desk import Chair, Desk, Office
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from tests.helpers.desks import KEY, OFFICER, Place


CONTROL = Qt.KeyboardModifier.ControlModifier
SWITCH_INTERVAL = sys.getswitchinterval()  # the window asks for another one
MOST_TABS = 60
PLAIN = Qt.KeyboardModifier.NoModifier
WEIGHTY = (
    *("reply", "revision", "revision_picture", "ethics_check", "check_item"),
    *("outbox", "approval_request", "approval", "approval_override"),
    *("template", "template_version", "template_variant", "rule", "draft"),
    *("unit_answer", "media", "announcement"),
)
Rows = dict[str, list[Any]]


def rows(reader: Any, *, besides: tuple[str, ...] = ()) -> Rows:
    """All that a bad input may not change, table by table."""
    wanted = (table for table in WEIGHTY if table not in besides)
    return {
        table: reader.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
        for table in wanted
    }


@dataclass
class Sitting:
    """A window that is open, with what it stands on."""

    started: Started
    place: Place
    bot: QtBot
    crashed: list[BaseException] = field(default_factory=list)

    @property
    def inside(self) -> Any:
        """What is in the frame."""
        return self.started.window.filled

    @property
    def parts(self) -> Any:
        """Composer, checklist and presenter of what is being written."""
        return self.inside.writing._parts

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.inside.stack.currentWidget()

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so, and until nothing is under way."""
        self.bot.waitUntil(lambda: bool(condition()), timeout=8000)
        self.bot.waitUntil(self.started.lanes.is_idle, timeout=8000)

    def open(self, conversation: int, how: str = "reply") -> None:
        """Show a conversation and begin an answer to it."""
        self.inside.go("inbox", conversation)
        opened = self.inside.inbox.presenter
        self.wait(lambda: opened.conversation == conversation)
        self.inside.writing.open(conversation, how)
        self.wait(lambda: self.focus() is self.parts.composer.editor)

    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the keyboard is, and let what it began end."""
        QTest.keyPress(self.target(), key, modifier)
        QApplication.processEvents()
        # What had the keyboard may be gone by now.
        QTest.keyRelease(self.target(), key, modifier)
        QApplication.processEvents()
        self.bot.waitUntil(self.started.lanes.is_idle, timeout=8000)

    def target(self) -> QWidget:
        """Where a key goes."""
        if QApplication.activeWindow() is None:
            # As a screen gives the window back when its dialog has closed.
            self.started.window.activateWindow()
            self.bot.waitUntil(self.started.window.isActiveWindow)
        return QApplication.focusWidget() or self.started.window

    def named(self) -> str:
        """What a screen reader calls where the keyboard is."""
        found: Any = self.target()
        return found.accessibleName() or (found.text() if "text" in dir(found) else "")

    def command(self, words: str) -> None:
        """The palette: Ctrl+K, some letters, Enter."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def tab_to(self, name: str) -> None:
        """Go by Tab to what is called so."""
        passed = []
        for _ in range(MOST_TABS):
            if self.named().startswith(name):
                return
            passed.append(self.named())
            self.press(Qt.Key.Key_Tab)
        message = f"Tab does not lead to {name}, but to {passed}"
        raise AssertionError(message)

    def type(self, text: str) -> None:
        """Type; each letter goes where the keyboard is by then."""
        for letter in text:
            QTest.keyClicks(self.target(), letter)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Put words into the answer as pasting does, and wait for their check."""
        self.parts.composer.editor.insertPlainText(text)
        self.parts.presenter.check_now()

    def toasts(self) -> list[str]:
        """What the window tells in passing."""
        return [one.words() for one in self.inside.undoing.toasts.strips()]

    def problem(self) -> str:
        """What the composer says went wrong."""
        banner = self.parts.composer.problem
        return str(banner.words()) if banner.isVisible() else ""

    def rows(self, *, besides: tuple[str, ...] = ()) -> Rows:
        """What stands in the file."""
        return rows(self.place.reader, besides=besides)


@contextmanager
def sitting(
    place: Place, bot: QtBot, *, office: Office | None = None
) -> Iterator[Sitting]:
    """Open the window over the place's file; a bug that it would tell fails the story."""
    used = office or place.office
    folder = place.office.folder
    chair = Chair(Seat(OFFICER))

    def open_desk() -> Desk:
        writer = open_writer(folder / FILE_NAME, KEY)
        return replace(place.desk, database=writer, office=used, seat=chair)

    started = app.start(
        office=used,
        open_desk=open_desk,
        open_reader=lambda: open_reader(folder / FILE_NAME, KEY),
        settings=settings.load(place.reader),
        chair=chair,
    )
    crashed: list[BaseException] = []
    started.lanes.crashed.disconnect(started._report)
    started.lanes.crashed.connect(crashed.append)
    started.window.resize(1366, 720)
    started.window.show()
    started.window.activateWindow()
    made = Sitting(started, place, bot, crashed)
    try:
        bot.waitUntil(started.window.isActiveWindow)
        made.wait(lambda: True)
        yield made
        made.wait(lambda: True)
    finally:
        started.close()
        sys.setswitchinterval(SWITCH_INTERVAL)
    assert crashed == []
