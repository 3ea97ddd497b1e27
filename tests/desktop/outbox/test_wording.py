"""Times and order in the outbox's own words."""

from kotakmasuk.desktop.outbox.wording import Moment, clock, in_order, when
from kotakmasuk.domain.replies import OutboxRow, ReplyState
from tests.helpers.workplaces import NOW


MOMENT = Moment(NOW, "Asia/Jakarta")
HOUR = 3_600_000


def row(state, *, at=NOW, due_at=None, reply=1):
    return OutboxRow(reply, 1, state, "mastodon", "Dewi", "Baik", "Sari", at, due_at)


def test_today_is_an_hour_and_yesterday_a_day():
    """14.00 today; the day of the week before that; then the date."""
    assert clock(NOW, MOMENT) == "14.00"
    assert clock(NOW - 24 * HOUR, MOMENT) == "Sel, 14.00"
    assert clock(NOW - 240 * HOUR, MOMENT) == "9 Nov 14.00"


def test_seconds_are_rounded_up_so_that_nobody_is_too_late():
    """Half a second left is still one second to press *Batalkan*."""
    assert when(row(ReplyState.QUEUED, due_at=NOW + 500), MOMENT) == "1 dtk lagi"
    assert when(row(ReplyState.QUEUED, due_at=NOW), MOMENT) == "menunggu"


def test_the_soonest_of_the_waiting_ones_stands_first():
    """Among sent ones the newest does."""
    soon = row(ReplyState.QUEUED, due_at=NOW + 1, reply=1)
    late = row(ReplyState.QUEUED, due_at=NOW + 9, reply=2)
    old = row(ReplyState.SENT, at=NOW - 9, reply=3)
    new = row(ReplyState.SENT, at=NOW - 1, reply=4)

    ordered = in_order([old, late, new, soon])

    assert [one.reply for one in ordered] == [1, 2, 4, 3]
