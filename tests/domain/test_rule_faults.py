"""What is wrong with an item of the checklist is told beside its field."""

from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.bootstrap import resources
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.domain.rule_faults import (
    faults_of,
    is_in_period,
    next_key,
    why_firm,
)


WHOLE = Rule(
    key="I01",
    version=1,
    text="Menyebut nomor layanan",
    basis="Acuan: SOP Kehumasan angka 4",
    confidence="B",
    checked_on="2026-11-22",
    severity="warn",
    mode="automatic",
    check="listed_words",
    words=("tidak/tak bisa",),
)
SHIPPED = resources.rules(Path(__file__).parents[2] / "resources")


def test_a_whole_item_has_nothing_wrong() -> None:
    """It can be saved as it stands."""
    assert faults_of(WHOLE) == {}


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.key)
def test_what_is_shipped_is_whole(rule: Rule) -> None:
    """Nobody who opens an item and saves it is told that it was wrong before."""
    assert faults_of(rule) == {}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"key": "I 01"}, "key"),
        ({"text": " "}, "text"),
        ({"text": "a" * 201}, "text"),
        ({"basis": ""}, "basis"),
        ({"basis": "a" * 401}, "basis"),
        ({"basis": "PermenPANRB 83/2012"}, "basis"),
        ({"checked_on": ""}, "checked_on"),
        ({"checked_on": "kemarin"}, "checked_on"),
        ({"starts": "31 Februari 2027"}, "starts"),
        ({"starts": "2027-02-02", "ends": "2027-02-01"}, "ends"),
        ({"purposes": ()}, "purposes"),
        ({"risk": ()}, "risk"),
        ({"words": ()}, "words"),
        ({"words": ("bodoh (kecuali",)}, "words"),
    ],
)
def test_what_is_missing_is_told_at_its_field(
    change: dict[str, object], field: str
) -> None:
    """And nowhere else."""
    assert list(faults_of(replace(WHOLE, **change))) == [field]  # type: ignore[arg-type]


def test_a_code_is_not_given_twice() -> None:
    """Small or large letters are the same code; the next free one is proposed."""
    assert "sudah dipakai" in faults_of(WHOLE, ["i01"])["key"]
    assert next_key(["E01", "i01", "I02"]) == "I03"


def test_the_election_item_waits_for_its_dates() -> None:
    """Without a period it is asked on no day, with one from its first to its last."""
    bare = replace(WHOLE, check="partisanship")
    dated = replace(bare, starts="2027-01-10", ends="2027-02-14")

    assert not is_in_period(bare, "2027-01-20")
    assert [
        is_in_period(dated, f"2027-{day}")
        for day in ("01-09", "01-10", "02-14", "02-15")
    ] == [False, True, True, False]


def test_every_firm_item_says_why() -> None:
    """Five reasons for five checks; none of them by a formula."""
    firm = {why_firm(rule) for rule in SHIPPED if not rule.overridable}

    assert "melindungi data pribadi warga" in firm
    assert len(firm) == 5
    assert "ditetapkan tidak boleh dilewati" not in firm
