"""Promises: what nobody can know, and dates that no unit has given."""

import pytest

from tests.helpers.judging import answer, by_rule, finding, quoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Besok pasti selesai.", ["pasti"]),
        ("Kami jamin beres.", ["Kami jamin"]),
        ("Selesai 100% minggu ini.", ["100%"]),
        ("Waktunya belum pasti, Kak.", []),
        ("Kami pastikan dulu ke DPUPR.", []),
    ],
)
def test_certainty_is_noticed(text, words):
    """'pasti' is a promise, 'belum pasti' and 'kami pastikan' are none."""
    subject = answer(text, dates_confirmed=True)
    assert quoted(subject, by_rule("E10", subject)) == words


@pytest.mark.parametrize(
    "text",
    [
        "Dikerjakan 25 November.",
        "Mulai 25/11.",
        "Tanggal 25-11-2026 ya.",
        "Rabu, 25 Nov",
    ],
)
def test_a_date_of_the_units_answer_may_be_told(text):
    """However either writes it; without the stored answer it warns."""
    tied = answer(text, unit_answer="DPUPR: mulai Rabu 25 November 2026, selama 3 hari")
    assert finding("promise", tied) is None
    assert "belum tercatat" in finding("promise", answer(text)).evidence


def test_another_date_than_the_units_is_named():
    """The answer of the unit carries only what it says."""
    subject = answer("Selesai 27 November.", unit_answer="Selesai 25/11/2026")
    found = finding("promise", subject)
    assert quoted(subject, found) == ["27 November"]
    assert found.evidence.startswith("Tidak ada di jawaban OPD")


@pytest.mark.parametrize(
    ("text", "unit_answer", "failed"),
    [
        ("Diperbaiki dalam 3 hari kerja.", "", True),
        ("Diperbaiki dalam 3 hari kerja.", "kami butuh tiga hari", False),
        ("Diperbaiki dalam 3 hari kerja.", "kami butuh 5 hari", True),
        ("Sudah padam 3 hari ya Kak.", "", False),
        ("Dua minggu lagi selesai.", "dua pekan", False),
    ],
)
def test_a_span_of_time_is_a_promise_too(text, unit_answer, failed):
    """'dalam 3 hari' is one, 'sudah 3 hari' is none; three is tiga."""
    assert bool(finding("promise", answer(text, unit_answer=unit_answer))) is failed


def test_what_is_over_is_no_promise():
    """Work that was done on Friday is reported, not promised."""
    assert finding("promise", answer("Selesai 20 November 2026.")) is None
    assert finding("promise", answer("Selesai 20 November 2027."))


def test_confirmed_dates_need_no_words():
    """A unit's answer may be a picture; the officer said that it confirms them."""
    assert finding("promise", answer("Mulai 25/11.", dates_confirmed=True)) is None
