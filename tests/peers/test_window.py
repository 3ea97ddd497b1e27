"""An officer's whole path through the real window, against a real server.

A citizen mentions the agency; the message is in the inbox; the officer tags it, answers
it from a template through the checklist; the answer stands under the mention, once.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop import app
from kotakmasuk.desktop.reply.editor import ReplyEditor
from kotakmasuk.desktop.reply.popover import TemplatePopover
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.team import Officer
from kotakmasuk.services import inbox, replies, settings, tags
from tests.peers import mastodon_mock, proxy
from tests.peers.agencies import Agency, agency


pytestmark = [pytest.mark.peers, pytest.mark.slow]
LONG = 20_000


@pytest.fixture
def humas(server: mastodon_mock.Server, tmp_path: Path) -> Iterator[Agency]:
    with proxy.between(server.base_url) as line:
        made = agency(tmp_path / "kantor", server, line)
        with made.desk() as desk:
            settings.save(
                desk,
                agency="Pemkab Uji",
                officers=(Officer("Sari Rahmawati", "SR"),),
                officer="Sari Rahmawati",
                undo_seconds=0,
            )
        yield made


@pytest.fixture
def started(
    humas: Agency,
    qtbot: QtBot,  # noqa: ARG001  the application lives by it
) -> Iterator[app.Started]:
    """The real window with real lanes."""
    reader = humas.home.open_prepared()
    known = settings.load(reader)
    reader.close()
    started = app.start(
        office=humas.home.office,
        open_desk=humas.home.open_desk,
        open_reader=humas.home.open_reader,
        settings=known,
    )
    started.window.resize(1366, 768)
    started.window.show()
    started.window.rounds.start()
    yield started
    started.close()


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, modifier: Any = None) -> None:
    """Press one key where the focus is."""
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_a_mention_is_answered_through_the_window(
    humas: Agency, started: app.Started, server: mastodon_mock.Server, qtbot: QtBot
) -> None:
    """From the mention to the answer under it, as an officer does it."""
    citizen = server.register("warga_jendela")
    posted = citizen.post(f"@{humas.user.name} lampu jalan depan pasar padam, gelap")
    reader = started.lanes.reader
    started.window.rounds.check_all()
    qtbot.waitUntil(lambda: _newest(humas, reader) is not None, timeout=LONG)
    found = _newest(humas, reader)
    started.window.inbox.show_conversation(found)
    qtbot.waitUntil(
        lambda: started.window.inbox.presenter.conversation == found, timeout=LONG
    )
    started.lanes.write(tags.add_by_name, [found], "lampu-jalan")

    answer_from_template(started, qtbot)

    qtbot.waitUntil(lambda: _states(reader) == ["sent"], timeout=LONG)
    under = citizen.replies_under(posted["id"])
    assert len(under) == 1
    assert "layanan publik" in under[0]["content"]
    assert inbox.rows(reader, [found])[0].tags == ("lampu-jalan",)
    started.window.rounds.check_all()
    qtbot.wait(1500)
    ours = [one for one in inbox.thread(reader, found).items if one.what == "out"]
    assert len(ours) == 1


def answer_from_template(started: app.Started, qtbot: QtBot) -> None:
    """R, then ; and a template's name, then every tick, then Ctrl+Enter."""
    rows = started.window.inbox.list.list
    rows.setFocus()
    press(qtbot, rows, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: started.window.findChild(ReplyEditor) is not None)
    editor = started.window.findChild(ReplyEditor)
    qtbot.waitUntil(editor.isVisible)
    qtbot.keyClicks(editor, ";")
    qtbot.waitUntil(lambda: started.window.findChild(TemplatePopover).isVisible())
    qtbot.keyClicks(QApplication.focusWidget(), "masa pemilihan")
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "layanan publik" in editor.toPlainText())
    for box in _ticks(started):
        box.setFocus()
        press(qtbot, box, Qt.Key.Key_Space)
    press(qtbot, editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _newest(humas: Agency, reader: Any) -> int | None:
    ids = inbox.first_page(
        reader, humas.home.office, Listing(), officer="Sari Rahmawati"
    )
    return ids[0] if ids else None


def _states(reader: Any) -> list[str]:
    rows = replies.outbox_rows(reader, now=0)
    return [str(one.state) for one in rows]


def _ticks(started: app.Started) -> list[QCheckBox]:
    boxes = started.window.findChildren(QCheckBox)
    return [box for box in boxes if box.isVisible() and not box.isChecked()]
