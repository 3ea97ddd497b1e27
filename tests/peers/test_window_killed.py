"""The window is killed (-9) while an answer is on its way; the next one settles it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop import app
from kotakmasuk.desktop.outbox.view import OutboxPage
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import settings
from tests.peers import mastodon_mock, proxy
from tests.peers.agencies import Agency, agency, kill


pytestmark = [pytest.mark.peers, pytest.mark.slow]
LONG = 20_000
STATUSES = "/api/v1/statuses"


@pytest.fixture
def humas(server: mastodon_mock.Server, tmp_path: Path) -> Iterator[Agency]:
    with proxy.between(server.base_url) as line:
        yield agency(tmp_path / "kantor", server, line)


def reopened(humas: Agency) -> app.Started:
    """The window once more, in this process."""
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
    return started


def test_a_killed_window_leaves_perlu_diperiksa_and_the_look_finds_it(
    humas: Agency, server: mastodon_mock.Server, qtbot: QtBot
) -> None:
    """Delivered and killed: unsure at the next start, then one press makes it sent."""
    citizen = server.register("warga_padam")
    posted = citizen.post(f"@{humas.user.name} lampu jalan depan pasar padam")
    humas.sync()
    reply = humas.queue()
    humas.line.path, humas.line.seconds_after_delivery = STATUSES, 5
    window = humas.open_window()
    assert humas.line.answered.wait(60)
    kill(window)
    assert humas.state(reply) == "sending"
    humas.line.renew()

    started = reopened(humas)
    started.window.go("outbox")
    page = started.window.findChild(OutboxPage)
    shown = page._model
    qtbot.waitUntil(
        lambda: shown.rowCount() == 1 and shown.row(0).state is ReplyState.UNSURE,
        timeout=LONG,
    )
    qtbot.mouseClick(page._panel.button("look"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: shown.rowCount() == 1 and shown.row(0).state is ReplyState.SENT,
        timeout=LONG,
    )
    started.close()

    assert len(citizen.replies_under(posted["id"])) == 1
