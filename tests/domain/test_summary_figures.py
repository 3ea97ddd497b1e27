"""The figures of a week, recounted by hand on a few rows."""

from statistics import median

import pytest

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.summaries import Arrival, Way
from tests.helpers.summaries import (
    DAY,
    FACEBOOK,
    WEEK,
    at,
    busy_rows,
    busy_summary,
    computed,
    rows,
    wait,
)


def test_stock_and_flow_stand_apart() -> None:
    """What was left over, came, was answered and is left adds up."""
    given = rows(
        waits=(
            wait(1, at(-3)),
            wait(2, at(-2), at(1)),
            wait(3, at(0, 9), at(0, 10)),
            wait(4, at(4, 9)),
        )
    )
    stock = computed(given).answering.stock
    assert (stock.opening, stock.arrived, stock.answered, stock.closing) == (2, 2, 2, 2)


def test_an_answer_after_the_week_does_not_change_its_report() -> None:
    """Last week's report stays as it was, whatever is answered today."""
    early = computed(rows(waits=(wait(1, at(3)),)))
    late = computed(rows(waits=(wait(1, at(3), at(9)),)))
    assert early.answering == late.answering
    assert early.open_cases == late.open_cases


def test_on_time_is_measured_against_what_fell_due() -> None:
    """Unanswered, late answered, late open and not yet due are told apart."""
    given = rows(
        waits=(
            wait(1, at(0), at(0, 5)),
            wait(2, at(0), at(1), due_at=at(1)),
            wait(3, at(0), at(2)),
            wait(4, at(0)),
            wait(5, at(6, 23)),
        )
    )
    told = computed(given).answering.timeliness
    assert (told.due, told.on_time, told.late_answered, told.late_open) == (4, 2, 1, 1)
    assert (told.not_due, told.overdue, told.share) == (1, 1, 50.0)


def test_what_was_due_in_an_earlier_week_is_still_overdue() -> None:
    """It does not lower this week's share once more."""
    told = computed(rows(waits=(wait(1, at(-6)),))).answering.timeliness
    assert (told.due, told.overdue) == (0, 1)
    assert told.share is None


def test_the_median_is_ordinary_and_p90_the_nearest_rank() -> None:
    """Of ten answers the ninth is within nine tenths."""
    waits = tuple(
        wait(number, at(0), at(0) + number * 60_000) for number in range(1, 11)
    )
    response = computed(rows(waits=waits)).answering.response
    assert response.median == median(range(1, 11)) == 5.5
    assert response.p90 == 9
    assert response.answers == 10


@pytest.mark.parametrize(
    ("minutes", "bucket"),
    [(0, 0), (60, 0), (61, 1), (240, 2), (241, 3), (1440, 4), (1441, 5)],
)
def test_a_bucket_holds_its_upper_bound(minutes: int, bucket: int) -> None:
    """Exactly one hour is still within one hour."""
    given = rows(waits=(wait(1, at(0), at(0) + minutes * 60_000),))
    counts = computed(given).answering.response.buckets
    assert counts.index(1) == bucket
    assert sum(counts) == 1


def test_an_answer_before_its_question_counts_as_none_too_long() -> None:
    """A source with wrong clocks gives zero minutes, never less."""
    given = rows(waits=(wait(1, at(1), at(0, 23)),))
    assert computed(given).answering.response.median == 0
    assert computed(given).answering.stock.answered == 1


def test_answers_are_told_apart_by_their_way() -> None:
    """What a platform confirmed is never mixed with what an officer stated."""
    waits = tuple(wait(number, at(0), at(1), way=way) for number, way in enumerate(Way))
    ways = computed(rows(waits=waits)).answering.ways
    assert ways == dict.fromkeys(Way, 1)


def test_a_conversation_closed_without_an_answer_is_no_stock() -> None:
    """It is counted apart, so that closing cannot better the share unseen."""
    answering = computed(rows(waits=(wait(1, at(2), closed=True),))).answering
    assert answering.stock.closed == 1
    assert (answering.stock.arrived, answering.timeliness.due) == (0, 0)


def test_messages_are_counted_a_day_a_kind_and_a_channel() -> None:
    """Beside the week before."""
    arrivals = (
        Arrival(at(0, 1), 1, 1, Kind.COMPLAINT),
        Arrival(at(6, 23.9), 2, 1, None),
        Arrival(at(-1), 3, 2, Kind.QUESTION),
    )
    summary = computed(rows(arrivals=arrivals))
    instagram, facebook = summary.channels
    assert instagram.days == (1, 0, 0, 0, 0, 0, 1)
    assert instagram.kinds == {"complaint": 1, "unsorted": 1}
    assert (facebook.total.now, facebook.total.before) == (0, 1)
    assert (summary.total.change, summary.total.percent) == (1, 100.0)


def test_a_message_with_two_tags_counts_for_both() -> None:
    """And one without is counted as that."""
    arrivals = tuple(Arrival(at(1), number, 1, None) for number in (1, 2))
    tags = {1: ((7, "jalan-rusak"), (8, "sampah"))}
    topics = computed(rows(arrivals=arrivals, topics=tags)).topics
    assert [(one.name, one.now) for one in topics] == [
        ("jalan-rusak", 1),
        ("sampah", 1),
        ("tanpa tag", 1),
    ]


def test_the_change_from_nothing_has_no_percent() -> None:
    """Nobody divides by zero messages."""
    summary = computed(rows(arrivals=(Arrival(at(1), 1, 1, None),)))
    assert summary.total.percent is None


def test_a_week_that_still_runs_ends_with_its_data() -> None:
    """What falls due later this week is not late yet."""
    given = rows(waits=(wait(1, at(1), due_at=at(2)),), latest=at(1, 12))
    running, over = computed(given, now=at(3)), computed(given, now=at(8))
    assert running.as_of == at(1, 12) + 1
    assert running.answering.timeliness.overdue == 0
    assert (over.as_of, over.answering.timeliness.overdue) == (WEEK.end, 1)


def test_messages_from_the_future_do_not_end_the_week() -> None:
    """A source with wrong clocks makes nothing overdue."""
    given = rows(waits=(wait(1, at(1), due_at=at(2)),), latest=at(400))
    assert computed(given, now=at(1, 12)).answering.timeliness.overdue == 0


def test_open_cases_are_told_without_their_citizens() -> None:
    """By reference, kind, topics and channel, the most urgent first."""
    given = rows(
        waits=(wait(2, at(5), account=2), wait(1, at(6, 22))),
        topics={2: ((7, "sampah"),)},
    )
    late, open_ = computed(given).open_cases
    assert (late.reference, late.overdue, late.channel) == ("00000002", True, FACEBOOK)
    assert late.topics == ("sampah",)
    assert (open_.overdue, open_.due_at) == (False, at(6, 22) + DAY)


def test_the_figures_of_a_busy_week_agree_with_each_other() -> None:
    """However they are cut, they add up to the same sum."""
    summary = busy_summary()
    stock, told = summary.answering.stock, summary.answering.timeliness
    assert sum(one.total.now for one in summary.channels) == summary.total.now
    assert sum(one.now for one in summary.kinds) == summary.total.now
    assert stock.opening == summary.before.stock.closing
    assert stock.closing == told.overdue + told.not_due == len(summary.open_cases)
    assert sum(summary.answering.response.buckets) == stock.answered


def test_the_order_of_the_rows_does_not_matter() -> None:
    """The same data gives the same report."""
    given = busy_rows()
    turned = rows(
        **{**vars(given), "arrivals": given.arrivals[::-1], "waits": given.waits[::-1]}
    )
    assert computed(given) == computed(turned)
    assert computed(given).week == WEEK
