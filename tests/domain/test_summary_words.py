"""Figures in Indonesian words."""

from datetime import date

import pytest

from kotakmasuk.domain.summaries import Note, NoteKind
from kotakmasuk.domain.summary_words import (
    case_title,
    change,
    change_in_percent,
    change_in_points,
    change_in_time,
    duration,
    moment,
    note_sentence,
    percent,
    period,
    until,
)
from kotakmasuk.domain.weeks import Week
from kotakmasuk.domain.wording import number
from tests.helpers.summaries import FACEBOOK, WEEK, at, busy_summary, computed, rows


def test_numbers_are_written_the_indonesian_way() -> None:
    """A point for thousands, a comma for tenths."""
    assert number(1_234_567) == "1.234.567"
    assert percent(93.04) == "93,0 %"
    assert percent(None) == "\N{EN DASH}"


@pytest.mark.parametrize(
    ("minutes", "short", "full"),
    [
        (0, "0 menit", "0 menit"),
        (59.5, "59 menit", "59 menit"),
        (60, "1 jam", "1 jam"),
        (109, "1 j 49 m", "1 jam 49 menit"),
    ],
)
def test_durations_are_in_hours_and_minutes(
    minutes: float, short: str, full: str
) -> None:
    """Rounded down, as everywhere."""
    assert duration(minutes) == short
    assert duration(minutes, full=True) == full


def test_a_period_names_only_what_differs() -> None:
    """One month, two months, two years."""
    dash = "\N{EN DASH}"
    assert period(WEEK) == f"9{dash}15 November 2026"
    assert period(Week(date(2026, 11, 30), "UTC")) == (
        f"30 November {dash} 6 Desember 2026"
    )
    assert period(Week(date(2026, 12, 28), "UTC")) == (
        f"28 Desember 2026 {dash} 3 Januari 2027"
    )
    assert period(WEEK, days=True) == f"Senin 9 {dash} Minggu 15 November 2026"


def test_a_moment_bears_its_zone() -> None:
    """WIB, WITA or WIT; another zone by its name."""
    assert moment(at(0, 7.5), "Asia/Jakarta") == "Senin, 9 November 2026 07.30 WIB"
    assert moment(at(0), "Asia/Makassar").endswith("01.00 WITA")
    assert moment(at(0), "UTC").endswith("17.00 UTC")


def test_changes_are_told_in_words() -> None:
    """Up, down and not at all."""
    assert change(5, 9) == "turun 4"
    assert change_in_percent(486, 421) == "naik 65 (15,4 %)"
    assert change_in_percent(3, 0) == "naik 3"
    assert change_in_points(93.0, 88.9) == "naik 4,1 poin"
    assert change_in_time(109, 151) == "42 menit lebih cepat"
    assert change_in_time(109, 109) == "tetap"
    assert change_in_time(None, 3) == "\N{EN DASH}"


@pytest.mark.parametrize(
    ("kind", "since", "till", "words"),
    [
        (NoteKind.GAP, at(6, 19), None, "sejak 15 Nov 19.00 belum dapat diambil"),
        (NoteKind.GAP, None, at(6, 19), "sebelum 15 Nov 19.00 belum"),
        (NoteKind.GAP, None, None, "rentang yang belum diketahui"),
        (NoteKind.GAP_FILLED, at(6, 19), at(6, 21), "15 Nov 19.00 s.d. 15 Nov 21.00"),
        (NoteKind.INCOMPLETE, None, at(6, 12), "lengkap sampai 15 Nov 12.00"),
        (NoteKind.INCOMPLETE, None, None, "belum dapat dipastikan lengkap"),
        (NoteKind.MANUAL, None, at(6, 11), "diperiksa s.d. 15 Nov 11.00"),
        (NoteKind.MANUAL, None, None, "dicatat manual."),
        (NoteKind.FILE, None, None, "impor berkas"),
    ],
)
def test_what_may_be_missing_is_said_in_a_sentence(
    kind: NoteKind, since: int | None, till: int | None, words: str
) -> None:
    """With the channel it concerns."""
    sentence = note_sentence(Note(kind, FACEBOOK, since, till), "Asia/Jakarta")
    assert sentence.startswith("Kanal Facebook: ")
    assert words in sentence


def test_a_whole_week_ends_at_24_00_and_a_running_one_with_its_data() -> None:
    """The reader knows how fresh the figures are."""
    running = computed(rows(latest=at(2, 14)), now=at(3))
    assert until(busy_summary()) == "Minggu, 15 November 2026 24.00 WIB"
    assert until(running) == "Rabu, 11 November 2026 14.00 WIB"


def test_a_case_is_described_by_kind_and_topics() -> None:
    """Never by the words of the citizen."""
    titles = [case_title(case) for case in busy_summary().open_cases]
    assert "Bernada aduan, #jalan-rusak" in titles
    assert "Pertanyaan" in titles
