"""The whole window on real lanes, over a file with three conversations."""

import sys

import pytest

from kotakmasuk.desktop import app
from kotakmasuk.desktop.pictures import settle
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.desk import Desk
from kotakmasuk.store.database import FILE_NAME, open_reader, open_writer
from tests.helpers.answering import answering
from tests.helpers.desks import (
    KEY,
    OFFICER,
    account,
    incoming,
    make_place,
    receive,
)


@pytest.fixture
def place(tmp_path):
    made = make_place(tmp_path)
    owner = account(made)
    messages = [
        incoming(f"m{number}", f"Lampu jalan {number} mati", author=f"warga{number}")
        for number in range(3)
    ]
    made.ids = receive(made, owner, *messages)
    settings_service.save(
        made.desk, officer=OFFICER, agency="Pemerintah Kota Sukamaju", undo_seconds=5
    )
    yield made
    made.close()


@pytest.fixture
def desk(qapp, tmp_path):
    """A real desk with a platform that obeys the test, without the whole window."""
    assert qapp is not None
    with answering(tmp_path) as made:
        yield made


@pytest.fixture
def started(qapp, qtbot, place, tmp_path, monkeypatch):
    assert qapp is not None
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)

    def open_desk():
        desk = place.desk
        return Desk(
            database=open_writer(tmp_path / FILE_NAME, KEY),
            office=desk.office,
            device=desk.device,
            seat=desk.seat,
            entropy=desk.entropy,
        )

    made = app.start(
        office=place.office,
        open_desk=open_desk,
        open_reader=lambda: open_reader(tmp_path / FILE_NAME, KEY),
        settings=settings_service.load(place.reader),
    )
    qtbot.addWidget(made.window)
    made.window.resize(1366, 720)
    made.window.show()
    made.window.activateWindow()
    settle(made)
    yield made
    made.close()


@pytest.fixture
def window(started):
    """What is inside the frame."""
    return started.window.filled
