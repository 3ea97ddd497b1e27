"""The words of the report, before they are set."""

import json
from typing import Any

from kotakmasuk.domain.summaries import Arrival
from kotakmasuk.reports.summary_document import document
from tests.helpers.summaries import SETTINGS, at, busy_summary, computed, rows, wait


def told(**more: Any) -> dict[str, Any]:
    return document(computed(rows(**more)), SETTINGS)


def sentences(found: dict[str, Any]) -> str:
    return "".join("".join(parts) + " " for parts in found["lead"])


def test_the_nota_dinas_leaves_its_number_to_the_registry() -> None:
    """Nomor comes from TU; the date is the Monday after the week."""
    head = dict(document(busy_summary(), SETTINGS)["head"])
    assert head["Nomor"] == ""
    assert head["Tanggal"] == "16 November 2026"
    assert list(head) == [
        "Yth.",
        "Dari",
        "Tanggal",
        "Nomor",
        "Sifat",
        "Lampiran",
        "Hal",
    ]


def test_the_head_of_the_agency_reads_the_figures_in_sentences() -> None:
    """With what they were the week before."""
    found = sentences(document(busy_summary(), SETTINGS))
    assert "Pesan masuk 60, tetap dibanding 60 pada pekan lalu" in found
    assert "54 dijawab dengan median waktu tanggap 12 jam 18 menit kerja" in found
    assert "Dari 59 pesan yang jatuh tempo pekan ini, 52 (88,1 %)" in found
    assert "10 pesan lewat batas, naik 5" in found


def test_an_empty_week_says_so_in_one_sentence() -> None:
    """And claims nothing else."""
    found = told()
    assert len(found["lead"]) == 1
    assert "Tidak ada pesan masuk" in sentences(found)


def test_nothing_overdue_is_said_too() -> None:
    """A reader need not wonder whether the list was forgotten."""
    arrival = Arrival(at(1), 1, 1, None)
    found = told(arrivals=(arrival,), waits=(wait(1, at(1), at(1, 2)),))
    assert "Tidak ada pesan yang lewat batas." in sentences(found)
    assert found["overdue"]["table"]["rows"] == []
    assert found["attachment"] is None


def test_complaints_by_tone_are_not_called_complaints() -> None:
    """Nobody has recorded them as such yet."""
    found = json.dumps(document(busy_summary(), SETTINGS), ensure_ascii=False)
    assert "Bernada\\naduan" in found
    assert "Pengaduan" not in found


def test_the_attachment_lists_all_that_is_open() -> None:
    """The overdue first; the body shows the oldest fifteen."""
    waits = tuple(wait(number, at(0, number / 10)) for number in range(40))
    found = told(waits=waits)
    assert len(found["overdue"]["table"]["rows"]) == 15
    assert found["overdue"]["rest"] == "25 lainnya ada dalam lampiran."
    assert len(found["attachment"]["table"]["rows"]) == 40


def test_a_date_of_another_year_bears_its_year() -> None:
    """An old case is seen to be old."""
    found = told(waits=(wait(1, at(-400)), wait(2, at(1))))
    received = [row[3] for row in found["overdue"]["table"]["rows"]]
    assert received == ["5 Okt 2025", "10 Nov 00.00"]


def test_every_figure_is_explained() -> None:
    """The last section says how it is counted and names the target."""
    found = " ".join(document(busy_summary(), SETTINGS)["method"])
    for word in ("Pesan masuk", "Tepat waktu", "P90", "peringkat terdekat", "Perpres"):
        assert word in found
    assert "target tanggap 7 jam 30 menit kerja" in found
    assert "Spam (7 pesan) tidak dihitung" in found


def test_what_may_be_missing_is_in_the_report() -> None:
    """Gaps are shown, never hidden."""
    notes = document(busy_summary(), SETTINGS)["notes"]
    assert len(notes) == 2
    assert "Instagram" in notes[1]


def test_who_signs_stands_below_the_room_for_the_signature() -> None:
    """Name, rank and NIP come from the settings; what is not set stays empty."""
    signed = document(busy_summary(), SETTINGS)["signature"]
    assert signed["name"] == "Hendra Wijaya, S.Sos."
    assert signed["nip"] == "19850214 201001 1 003"
    assert signed["rank"] == ""
