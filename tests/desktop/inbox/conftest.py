"""An inbox over a real file: five conversations of one account, read at a set moment."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow

from kotakmasuk.desktop.inbox.view import InboxView, build
from kotakmasuk.desktop.theme import load
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import settings as settings_service
from kotakmasuk.services.desk import Chair
from tests.helpers.desks import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    OFFICER,
    RESOURCES,
    Place,
    account,
    incoming,
    make_place,
    receive,
)
from tests.helpers.lanes import ImmediateLanes


SENT = {
    "lampu": ("Lampu jalan di Melati mati, karena gelap ada begal", NOW - 3 * DAY),
    "sampah": ("Sampah di pasar belum diangkut", NOW - DAY + 30 * MINUTE),
    "data": ("Min, nomor saya 0812-3456-7847 tolong dihubungi", NOW - DAY + HOUR),
    "terima": ("Terima kasih, jembatannya sudah bagus", NOW - 2 * HOUR),
    "tanya": ("Apakah besok kantor buka?", NOW - HOUR),
}


@dataclass
class Desk:
    """What a test of the inbox has at hand."""

    place: Place
    owner: int
    ids: dict[str, int]
    work: Workplace
    told: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def lanes(self) -> Any:
        return self.work.lanes

    def status(self, name: str) -> str:
        question = "SELECT status FROM conversation WHERE id = ?"
        return str(self.place.one(question, self.ids[name]))

    def arrive(self, name: str, text: str) -> int:
        """A new message of a new citizen comes in by itself."""
        message = incoming(name, text, author=name, sent_at=NOW - MINUTE)
        (found,) = receive(self.place, self.owner, message)
        return found


@pytest.fixture
def desk(qapp, tmp_path):
    assert qapp is not None
    place = make_place(tmp_path)
    owner = account(place)
    messages = [
        incoming(name, text, author=name, sent_at=at)
        for name, (text, at) in SENT.items()
    ]
    ids = receive(place, owner, *messages)
    settings_service.save(
        place.desk, officer=OFFICER, agency="Pemerintah Kota Sukamaju"
    )
    lanes = ImmediateLanes(place.desk, place.reader)
    told: list[tuple[str, str | None]] = []
    known = settings_service.load(place.reader)
    work = Workplace(
        lanes=lanes,
        theme=load(RESOURCES, "light"),
        office=place.office,
        settings=lambda: known,
        chair=Chair(Seat(OFFICER)),
        go=lambda page, what: told.append((page, what)),
        tell=lambda words, undo: told.append((words, undo)),
    )
    yield Desk(place, owner, dict(zip(SENT, ids, strict=True)), work, told)
    place.close()


@pytest.fixture
def inbox(desk, qtbot) -> Iterator[InboxView]:
    window = QMainWindow()
    view = build(desk.work)
    window.setCentralWidget(view)
    window.resize(1366, 720)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    view.list.list.setFocus()
    yield view
    window.close()


@pytest.fixture
def press(qtbot, inbox):
    def pressed(*keys):
        for key in keys:
            qtbot.keyClick(inbox.list.list, key)

    return pressed
