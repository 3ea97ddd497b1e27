"""Dates: the same day however it is written."""

import pytest

from kotakmasuk.language.dates import find


TODAY = "2026-11-22"


def days(text):
    return [(one.day, one.month, one.year) for one in find(text, today=TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "25 November",
        "25 nov 2026",
        "tgl 25/11",
        "25-11-2026",
        "25.11.2026",
        "2026-11-25",
    ],
)
def test_one_day_in_many_writings(text):
    """All of these agree with each other."""
    [one] = find(text)
    [other] = find("25 November 2026")
    assert one.agrees_with(other)
    assert other.agrees_with(one)


def test_another_year_is_another_day():
    """A year that is written counts."""
    [one], [other] = find("25 November 2026"), find("25-11-2025")
    assert not one.agrees_with(other)


def test_a_range_has_two_days():
    """25 sampai 27 November are two dates to keep."""
    assert days("25 sampai 27 November 2026") == [(25, 11, 2026), (27, 11, 2026)]


def test_tomorrow_is_a_day_when_today_is_known():
    """'besok' is compared like any date; 'minggu depan' by its words."""
    assert days("besok") == [(23, 11, 2026)]
    [vague] = find("Minggu  depan", today=TODAY)
    assert (vague.month, vague.words) == (0, "minggu depan")


@pytest.mark.parametrize(
    "text",
    [
        "layanan 24/7",
        "RT 02/03",
        "pukul 08.30",
        "3-4 hari",
        "Jl. Mawar No. 12/5",
        "10 desa",
        "31/13/2026",
        "Rp1.500.000",
    ],
)
def test_figures_are_no_dates(text):
    """Hours, neighbourhoods, spans and amounts stay what they are."""
    assert days(text) == []


def test_what_is_over_is_no_promise():
    """Yesterday and today are told, tomorrow is to come."""
    past, ahead = find("20 November 2026 dan 25 November 2026", today=TODAY)
    assert past.is_over(TODAY)
    assert not ahead.is_over(TODAY)
