"""Killed with -9 at any moment of a sending, an answer arrives once or is told unsure."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import journal, replies, sending
from tests.helpers.desks import (
    ROOT,
    SECOND,
    Place,
    account,
    answer,
    counting,
    incoming,
    make_place,
    receive,
)
from tests.helpers.dying import MOMENTS, FilePlatform, posted


pytestmark = pytest.mark.slow  # each starts a program of its own
ARRIVED = MOMENTS[3:]
WRITTEN = MOMENTS[6]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one checked answer that is due."""
    place = make_place(tmp_path)
    receive(place, account(place), incoming())
    answer(place, 1)
    place.close()
    return tmp_path


def die(folder: Path, moment: str) -> None:
    command = [sys.executable, "-m", "tests.helpers.dying", str(folder), moment]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


def rise(folder: Path) -> Place:
    """Start again as the program does: the lock is ours, the orphans are told."""
    place = make_place(folder, entropy=counting(20_000))
    found: Any = place.office.connectors["scripted"]
    object.__setattr__(found, "platform", FilePlatform(folder, lambda _moment: None))
    place.clock.pass_by(SECOND)
    sending.recover(place.desk)
    return place


def state(place: Place) -> tuple[str, str | None]:
    row = place.reader.execute("SELECT state, remote_id FROM outbox").fetchone()
    return row[0], row[1]


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_sent_twice_and_nothing_is_called_sent_without_its_id(
    folder: Path, moment: str
) -> None:
    """What cannot be known is *Perlu diperiksa*, and looking decides."""
    die(folder, moment)
    place = rise(folder)
    wanted = "queued" if moment == MOMENTS[0] else "unsure"
    expected = ("sent", "s1") if moment == WRITTEN else (wanted, None)
    assert state(place) == expected
    for reply, _ in sending.due(place.reader, place.office, place.clock()):
        sending.send(place.write, reply)
    sending.look(place.write, 1)
    if state(place)[0] == "unsure":
        replies.retry(place.desk, 1)
        sending.send(place.write, 1)
    assert state(place) == ("sent", "s1")
    assert len(posted(folder)) == 1
    assert journal.verify(place.reader).whole
    place.close()


@pytest.mark.parametrize("moment", ARRIVED[:-1])
def test_what_arrived_is_not_tried_again(folder: Path, moment: str) -> None:
    """Not even by an officer in a hurry."""
    die(folder, moment)
    place = rise(folder)
    assert sending.due(place.reader, place.office, place.clock()) == []
    with pytest.raises(KnownError, match="Belum pasti"):
        replies.retry(place.desk, 1)
    assert len(posted(folder)) == 1
    place.close()


def test_the_undo_time_survives_a_kill(tmp_path: Path) -> None:
    """It is counted in the file, not in the window."""
    place = make_place(tmp_path)
    receive(place, account(place), incoming())
    answer(place, 1, undo_seconds=10)
    place.close()
    die(tmp_path, "before the claim")
    risen = rise(tmp_path)
    assert sending.due(risen.reader, risen.office, risen.clock()) == []
    replies.withdraw(risen.desk, 1)
    assert replies.draft(risen.reader, 1)
    risen.close()
