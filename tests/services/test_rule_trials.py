"""An item of the checklist is tried on an example before it is put in force."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.checklist import FAILED, PASSED, TO_APPROVE, UNTICKED, Rule
from kotakmasuk.services import rules
from kotakmasuk.services.rule_trials import try_out
from tests.helpers.desks import Place


def rule(place: Place, key: str) -> Rule:
    return next(one for one in rules.in_force(place.reader) if one.key == key)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("E05", "NIK 3201011203850004 sudah kami catat"),
        ("E06", "Kirim NIK Anda di sini"),
        ("E07", "Terima kasih, Bu Dewi Anjani."),
        ("E08", "Ayo coblos nomor urut dua"),
        ("E11", "Kami laporkan Anda ke polisi"),
        ("E12B", "Banjir lagi ya, wkwk"),
        ("E13A", "Halo {nama}, sudah kami cek."),
        ("E18", "Lihat bit.ly/abc"),
        ("E20", "a" * 281),
    ],
)
def test_a_shipped_item_finds_what_it_is_for(place: Place, key: str, text: str) -> None:
    """Also the election item out of season, and the reporter's without a reporter."""
    found = try_out(place.reader, place.office, rule(place, key), text, public=True)
    fine = "Terima kasih, kami cek."
    nothing = try_out(place.reader, place.office, rule(place, key), fine, public=True)

    assert (found.outcome, nothing.outcome) == (FAILED, PASSED)
    assert found.evidence


def test_words_are_tried_before_they_are_saved(place: Place) -> None:
    """Who writes a list sees at once what it catches, with its place."""
    own = replace(rule(place, "E04A"), words=("bocor*",))

    found = try_out(place.reader, place.office, own, "Sudah bocoran", public=True)

    assert [(one.start, one.end) for one in found.spans] == [(6, 13)]


def test_an_item_for_public_answers_is_silent_in_private(place: Place) -> None:
    """As it will be when it counts."""
    own = rule(place, "E05")
    text = "NIK 3201011203850004"

    assert (
        try_out(place.reader, place.office, own, text, public=False).outcome
        == "not_applicable"
    )


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("E16A", TO_APPROVE), ("E16E", TO_APPROVE), ("E02", UNTICKED), ("E03", UNTICKED)],
)
def test_what_asks_a_person_says_so(place: Place, key: str, outcome: str) -> None:
    """An approver, or the officer who ticks."""
    own = rule(place, key)

    found = try_out(place.reader, place.office, own, "Baik.", public=True)

    assert found.outcome == outcome


def test_the_trial_calls_the_platform_by_its_name(place: Place) -> None:
    """Not by the letter it is stored under."""
    found = try_out(place.reader, place.office, rule(place, "E01"), "Baik", public=True)

    assert " di X, " in found.evidence
