"""Times as an officer reads them, rounded so that nobody is promised too much."""

from zoneinfo import ZoneInfo

import pytest

from kotakmasuk.desktop.inbox import wording
from kotakmasuk.domain.inbox import Row, Status
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer
from tests.helpers.desks import DAY, HOUR, MINUTE, NOW


CLOCK = wording.Clock(lambda: NOW, ZoneInfo("Asia/Jakarta"))


def row(**more):
    values = {
        "id": 1,
        "uid": "u",
        "platform": "instagram",
        "form": Form.DIRECT_MESSAGE,
        "public": False,
        "author": "Dewi Anjani",
        "snippet": "Sudah saya DM",
        "last_at": NOW - HOUR,
        "status": Status.NEW,
        "unread": True,
        "personal_data": False,
        "due_at": None,
        "snoozed_until": None,
        "assignee": "",
        **more,
    }
    return Row(**values)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (HOUR, "13.00"),
        (DAY, "Sel"),
        (6 * DAY, "Kam"),
        (8 * DAY, "11 Nov"),
        (400 * DAY, "15 Okt 2024"),
    ],
)
def test_when_something_was_is_told_as_short_as_possible(ago, words):
    """The hour today, the day this week, the date before that."""
    assert wording.time_word(CLOCK, NOW - ago) == words


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (HOUR, "hari ini 15.00"),
        (DAY, "besok 14.00"),
        (3 * DAY, "Sab 14.00"),
        (30 * DAY, "19 Des"),
    ],
)
def test_when_something_will_be_names_the_day(ahead, words):
    """A deadline is never a number of days to count."""
    assert wording.coming_words(CLOCK, NOW + ahead) == words


@pytest.mark.parametrize(
    ("left", "kind", "words"),
    [
        (3 * HOUR + 37 * MINUTE, "soon", "sisa 3 jam"),
        (59 * MINUTE, "soon", "sisa 59 menit"),
        (20 * HOUR, "far", "besok 10.00"),
        (-2 * HOUR, "late", "lewat 2 jam"),
        (-25 * HOUR, "late", "lewat 1 hari"),
    ],
)
def test_what_remains_is_rounded_down(left, kind, words):
    """Three hours and a half are three hours to whoever plans by them."""
    found = wording.deadline(CLOCK, row(due_at=NOW + left), 240)

    assert found == (kind, words)


def test_a_snoozed_conversation_says_when_it_comes_back():
    """Its deadline rests while it sleeps."""
    sleeping = row(status=Status.SNOOZED, snoozed_until=NOW + DAY, due_at=NOW - DAY)

    assert wording.deadline(CLOCK, sleeping, 240) == ("snoozed", "s.d. besok 14.00")


def test_a_finished_conversation_has_no_deadline():
    """What is done cannot be late."""
    done = row(status=Status.DONE, due_at=NOW - DAY)

    assert wording.deadline(CLOCK, done, 240) == ("done", "selesai")


def test_days_between_messages_are_named():
    """The thread says today and yesterday as people do."""
    words = [wording.day_words(CLOCK, NOW - ago * DAY) for ago in (0, 1, 3)]

    assert words == ["Hari ini", "Kemarin", "Minggu, 16 November"]


def test_the_whole_moment_has_its_zone():
    """A tooltip leaves no doubt about the hour."""
    words = wording.full_words(CLOCK, NOW)

    assert words == "Rabu, 19 November 2025 14.00 WIB"


def test_ones_own_conversation_is_marked():
    """The officer sees her own work among the others'."""
    settings = Settings(
        officer="Sari Rahmawati",
        officers=(Officer("Sari Rahmawati", "SR"), Officer("Made Lestari", "ML")),
    )

    mine = wording.row_content(CLOCK, row(assignee="Sari Rahmawati"), settings)
    hers = wording.row_content(CLOCK, row(assignee="Made Lestari"), settings)

    assert (mine.assignee_initials, mine.mine) == ("SR", True)
    assert (hers.assignee_initials, hers.mine) == ("ML", False)
