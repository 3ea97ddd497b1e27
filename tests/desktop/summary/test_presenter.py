"""Which week is shown, where numbers lead, and what is written."""

from datetime import date

import pytest

from kotakmasuk.desktop.summary.presenter import SummaryPresenter
from kotakmasuk.desktop.summary.wording import ACCOUNT, CASE, MESSAGES, OVERDUE, TOPIC
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing, View
from tests.helpers.summaries import WEEK, at
from tests.helpers.week_file import WeekFile


@pytest.fixture
def file(place, tmp_path):
    made = WeekFile(tmp_path, place.desk.database)
    made.say("a", at(0, 9), tags=("jalan-rusak",))
    made.say("b", at(7, 9))
    return made


@pytest.fixture
def presenter(place, file):
    assert file
    made = SummaryPresenter(place.work)
    made.open()
    return made


def test_the_last_whole_week_is_shown_first(presenter):
    """On Tuesday the officer wants the report of the week that ended."""
    assert presenter.current.summary.week == WEEK
    assert presenter.current.proof.agrees


def test_a_new_inbox_shows_this_week(place):
    """There is none with messages yet."""
    made = SummaryPresenter(place.work)
    made.open()
    assert made.current.summary.week.monday == date(2026, 11, 16)
    assert made.nearest() is None


def test_weeks_are_turned_one_by_one(presenter):
    """Back and forth, also to a week without messages."""
    presenter.step(1)
    assert presenter.current.summary.total.now == 1
    presenter.step(-2)
    assert presenter.current.summary.total.now == 0
    assert presenter.nearest() == WEEK.monday


def test_each_number_leads_to_its_list(presenter, place):
    """Messages to their search, the rest to account, tag, view or conversation."""
    for what in (MESSAGES, OVERDUE, f"{ACCOUNT}3", f"{TOPIC}4", f"{CASE}5", "", "x:1"):
        presenter.follow(what)
    assert place.told.pages == [
        ("inbox", Listing(search="sejak:2026-11-09 sebelum:2026-11-16")),
        ("inbox", Listing(View.TO_ANSWER)),
        ("inbox", Listing(account=3)),
        ("inbox", Listing(tag=4)),
        ("inbox", 5),
    ]


def test_pages_come_after_the_figures(place, file):
    """The figures need not wait for typst."""
    assert file
    made = SummaryPresenter(place.work)
    order = []
    made.shown.connect(lambda _: order.append("figures"))
    made.previewed.connect(lambda pages: order.append(len(pages) > 1))
    made.open()
    assert order == ["figures", True]


def test_a_report_is_written_where_the_officer_wants_it(presenter, place, tmp_path):
    """Its suffix is the format, and a toast names it."""
    assert presenter.file_name("pdf") == "ringkasan-2026-W46.pdf"
    presenter.export(tmp_path / "out" / "pekan.pdf")
    presenter.export(tmp_path / "out" / "pekan.json")
    assert (tmp_path / "out" / "pekan.pdf").read_bytes().startswith(b"%PDF")
    assert [words for words, _ in place.told.toasts] == [
        "Tertulis: pekan.pdf",
        "Tertulis: pekan.json",
    ]


def test_a_folder_that_cannot_be_written_is_told(presenter, tmp_path):
    """In words, and the page can go on."""
    (tmp_path / "out").write_text("catatan")
    told, writing = [], []
    presenter.failed.connect(told.append)
    presenter.writing.connect(writing.append)
    presenter.export(tmp_path / "out" / "pekan.pdf")
    assert isinstance(told[0], KnownError)
    assert writing == [True, False]


def test_new_messages_are_counted_while_the_page_is_seen(presenter, place, file, qtbot):
    """Soon after they came, and not while it is hidden."""
    file.say("c", at(2, 9))
    with qtbot.waitSignal(presenter.shown, timeout=5000):
        place.work.lanes.changed.emit(Changes(arrived=1), None)
    assert presenter.current.summary.total.now == 2
    presenter.leave()
    place.work.lanes.changed.emit(Changes(arrived=1), None)
    assert not presenter._pause.isActive()
