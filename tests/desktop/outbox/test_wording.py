"""Times and order in the outbox's own words."""

from kotakmasuk.desktop.outbox.wording import in_order, when
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.replies import OutboxRow, ReplyState
from tests.helpers.workplaces import NOW


MOMENT = Moment(NOW, "Asia/Jakarta")


def row(state, *, at=NOW, due_at=None, reply=1):
    return OutboxRow(reply, 1, state, "mastodon", "Dewi", "Baik", "Sari", at, due_at)


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
