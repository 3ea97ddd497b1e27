"""The values of a summary."""

from kotakmasuk.domain.summaries import (
    WAY_WORDS,
    Count,
    Timeliness,
    Way,
    labelled,
    reference,
)
from tests.helpers.summaries import busy_summary


def test_a_reference_is_short_and_comes_from_the_global_id() -> None:
    """So the same conversation has the same number on every computer."""
    assert reference("d04ceceb-7a7c-5ab1-9f43-000000000000") == "D04CECEB"


def test_a_share_of_nothing_is_no_figure() -> None:
    """A week in which nothing fell due is not 0 percent on time."""
    assert Timeliness(0, 0, 0, 0, 3, 1).share is None
    assert Timeliness(8, 6, 1, 1, 3, 1).share == 75.0


def test_a_count_knows_its_change() -> None:
    """In number and in percent of the week before."""
    count = Count("Jumlah", 486, 421)
    assert count.change == 65
    assert round(count.percent or 0, 1) == 15.4


def test_a_channel_is_told_by_its_platform() -> None:
    """Two on one platform bear their names too; a file has nothing but its name."""
    known = [(1, "Pemkab", "x"), (2, "Pemkab", "instagram"), (3, "Dinas", "instagram")]
    channels = labelled([*known, (4, "Aduan kota", "files")])
    assert [one.label for one in channels] == [
        "X",
        "Instagram (Pemkab)",
        "Instagram (Dinas)",
        "Aduan kota",
    ]


def test_every_way_has_its_words() -> None:
    """The report names each of them."""
    assert set(WAY_WORDS) == set(Way)


def test_open_cases_are_overdue_or_waiting() -> None:
    """One of the two, and never both."""
    summary = busy_summary()
    assert summary.overdue
    assert summary.waiting
    assert (*summary.overdue, *summary.waiting) == summary.open_cases
