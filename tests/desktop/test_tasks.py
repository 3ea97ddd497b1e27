"""The lanes: who goes first, what comes back, and how the day ends."""

import sqlite3
import threading
from types import SimpleNamespace

import pytest

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError


REFUSED = "Tag sudah ada."


def open_desk():
    return SimpleNamespace(database=sqlite3.connect(":memory:"), thread=here())


def refuse(_):
    raise KnownError(REFUSED)


def here():
    return threading.current_thread().name


@pytest.fixture
def lanes(qapp):
    assert qapp is not None
    made = Lanes(open_desk=open_desk, open_reader=lambda: sqlite3.connect(":memory:"))
    yield made
    made.close()


def test_a_write_runs_on_the_writing_lane_and_comes_back_to_the_window(lanes, qtbot):
    """Saving never holds the window up, and its result arrives in the window's thread."""
    found = []

    lanes.write(
        lambda _, x: (here(), x), 7, then=lambda got: found.append((got, here()))
    )

    qtbot.waitUntil(lambda: bool(found))
    assert found == [(("writer lane", 7), "MainThread")]


def test_each_lane_opens_its_connection_on_its_own_thread(lanes, qtbot):
    """A connection is used by the thread that opened it and by no other."""
    found = []

    lanes.write(lambda desk: desk.thread, then=found.append)

    qtbot.waitUntil(lambda: bool(found))
    assert found == ["writer lane"]


def test_an_officers_action_overtakes_intake(lanes, qtbot):
    """What an officer does is saved before the messages that still wait."""
    order = []
    gate = threading.Event()
    waiting = threading.Event()

    def many(write):
        write(lambda _: (waiting.set(), gate.wait(5)))

    def intake(write):
        write(lambda _: order.append("intake"))

    lanes.network(1, many)
    assert waiting.wait(5)
    lanes.network(2, intake)
    qtbot.waitUntil(lambda: lanes._lanes["writer"]._waiting.qsize() == 1)
    lanes.write(lambda _: order.append("officer"))
    gate.set()

    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["officer", "intake"]


def test_a_slow_search_is_interrupted_when_nobody_waits_for_it(lanes, qtbot):
    """Typing on cuts the search for the words before short."""
    began, told = threading.Event(), []
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT count(*) FROM n"
    )

    def slow(reader):
        began.set()
        return reader.execute(endless).fetchone()

    task = lanes.read(slow, then=told.append, failed=told.append)
    assert began.wait(5)
    while not task.future.done():
        task.cancel()
    lanes.read(lambda _: "next", then=told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert task.cancelled
    assert told == ["next"]


def test_what_intake_changed_is_told_once(lanes, qtbot):
    """A thousand new messages make one refresh, not a thousand."""
    told = []
    lanes.changed.connect(lambda changes, by: told.append((changes, by)))

    def intake(write):
        for number in (1, 2, 3):
            write(lambda _, n=number: Changes(conversations=frozenset({n})))

    lanes.network(1, intake)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [(Changes(conversations=frozenset({1, 2, 3})), None)]


def test_an_officers_change_is_told_at_once_with_who_made_it(lanes, qtbot):
    """A screen knows its own change and need not read everything again."""
    told = []
    lanes.changed.connect(lambda changes, by: told.append((changes, by)))

    lanes.write(lambda _: Changes(tags=True), initiator="inbox")

    qtbot.waitUntil(lambda: bool(told))
    assert told == [(Changes(tags=True), "inbox")]


def test_a_known_error_goes_to_whoever_asked(lanes, qtbot):
    """The screen that asked says what could not be done."""
    told = []

    lanes.write(refuse, failed=lambda error: told.append(str(error)))

    qtbot.waitUntil(lambda: bool(told))
    assert told == [REFUSED]


def test_a_known_error_that_nobody_takes_is_shown_by_the_window(lanes, qtbot):
    """No refusal is lost silently."""

    with qtbot.waitSignal(lanes.failed) as told:
        lanes.write(refuse)

    assert str(told.args[0]) == REFUSED


def test_a_bug_goes_to_the_crash_page(lanes, qtbot):
    """A mistake of ours is never shown as if the world had failed."""
    with qtbot.waitSignal(lanes.crashed) as told:
        lanes.read(lambda _: 1 / 0)

    assert isinstance(told.args[0], ZeroDivisionError)


def test_an_error_of_a_saved_page_reaches_the_network_lane(lanes, qtbot):
    """Whoever fetched a page learns that it could not be saved."""
    told = []

    lanes.network(
        1, lambda write: write(refuse), failed=lambda error: told.append(str(error))
    )

    qtbot.waitUntil(lambda: bool(told))
    assert told == [REFUSED]


def test_a_database_that_does_not_open_is_told_and_tried_again(qtbot):
    """A locked file does not end the writing lane."""
    found, doors = [], iter([KnownError("Basis data terkunci."), None])

    def open_slowly():
        if (error := next(doors)) is not None:
            raise error
        return open_desk()

    lanes = Lanes(open_desk=open_slowly, open_reader=lambda: None)
    lanes.write(lambda _: "saved", failed=lambda error: found.append(str(error)))
    lanes.write(lambda _: "saved", then=found.append)

    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == ["Basis data terkunci.", "saved"]
    lanes.close()


def test_closing_saves_what_officers_did_and_drops_the_rest(qtbot):
    """The last action before closing is kept; nothing calls a closed window back."""
    saved, told = [], []
    lanes = Lanes(open_desk=open_desk, open_reader=lambda: sqlite3.connect(":memory:"))

    lanes.write(lambda _: saved.append("draft"), then=told.append)
    lanes.close()

    qtbot.wait(10)
    assert saved == ["draft"]
    assert told == []


@pytest.mark.usefixtures("qapp")
def test_closing_waits_for_an_account_that_is_just_saving():
    """Closing in the middle of intake loses no page and hangs nowhere."""
    saved, began = [], threading.Event()
    lanes = Lanes(open_desk=open_desk, open_reader=lambda: sqlite3.connect(":memory:"))

    def intake(write):
        while not lanes.is_closing():
            began.set()
            write(lambda _: saved.append("page"))

    lanes.network(1, intake)
    assert began.wait(5)
    lanes.close()

    assert saved
