"""The agency's own checklist: adding, changing and retiring, each version kept."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.checklist import Rule
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import journal, rules
from tests.helpers.desks import Place


OWN = Rule(
    key="SMJ1",
    version=1,
    text="Menyebut nomor layanan Sukamaju",
    basis="Acuan: Perbup Sukamaju 7/2025",
    confidence="A",
    checked_on="2026-11-01",
    severity="warn",
    mode="manual",
)


def rule(place: Place, key: str) -> Rule:
    return next(one for one in rules.in_force(place.reader) if one.key == key)


def test_an_agency_adds_its_own_item_with_its_own_basis(place: Place) -> None:
    """It is asked from the next answer on, and the journal tells who added it."""
    rules.save(place.desk, OWN)

    assert rule(place, "SMJ1").basis == OWN.basis
    assert rule(place, "SMJ1").origin == "agency"
    assert (
        place.one("SELECT count(*) FROM journal WHERE kind = 'checklist.change'") == 1
    )


def test_a_changed_item_keeps_its_earlier_versions(place: Place) -> None:
    """An answer of last week still leads to the words it was checked with."""
    before = rule(place, "E12")

    rules.save(place.desk, replace(before, text="Bahasa santun dan menyapa"))

    now = rule(place, "E12")
    assert (now.version, now.text) == (before.version + 1, "Bahasa santun dan menyapa")
    assert [one.text for one in rules.history(place.reader, "E12")][1] == before.text


def test_a_retired_item_stays_retired_at_the_next_start(place: Place) -> None:
    """What the agency took out is not smuggled in again by the program."""
    rules.retire(place.desk, "E12")
    rules.adopt(place.desk)

    assert "E12" not in {one.key for one in rules.in_force(place.reader)}
    assert [
        one.active for one in rules.listed(place.reader) if one.rule.key == "E12"
    ] == [False]


def test_a_newer_shipped_item_is_only_offered_beside_the_agencys_own(
    place: Place,
) -> None:
    """The agency decides whether it takes it."""
    shipped = rule(place, "E12")
    rules.save(place.desk, replace(shipped, text="Versi kami"))
    newer = replace(shipped, version=shipped.shipped + 1, text="Versi bawaan baru")
    office = replace(place.office, rules=lambda: (newer, *place.office.rules()[:0]))

    rules.adopt(replace(place.desk, office=office))

    kept = next(one for one in rules.listed(place.reader) if one.rule.key == "E12")
    assert kept.rule.text == "Versi kami"
    assert kept.offered
    assert kept.offered.text == "Versi bawaan baru"


def test_a_newer_shipped_item_follows_an_unchanged_one(place: Place) -> None:
    """Who changed nothing gets what was corrected."""
    shipped = rule(place, "E12")
    newer = replace(shipped, version=shipped.shipped + 1, text="Versi bawaan baru")
    others = tuple(one for one in place.office.rules() if one.key != "E12")
    office = replace(place.office, rules=lambda: (newer, *others))

    rules.adopt(replace(place.desk, office=office))

    assert rule(place, "E12").text == "Versi bawaan baru"


def test_the_shipped_version_can_be_taken_back(place: Place) -> None:
    """After a change that turned out badly."""
    shipped = rule(place, "E12")
    rules.save(place.desk, replace(shipped, text="Versi kami"))

    rules.take_shipped(place.desk, "E12")

    assert rule(place, "E12").text == shipped.text


@pytest.mark.parametrize(
    "softer",
    [
        {"severity": "warn"},
        {"overridable": True},
        {"applies": "private"},
        {"topics": ("bencana",)},
        {"ends": "2026-01-01"},
        {"risk": ("sensitive",)},
        {"media": True},
        {"first_exempt": True},
    ],
)
def test_personal_data_in_public_cannot_be_softened(
    place: Place, softer: dict[str, object]
) -> None:
    """Neither by an admin nor for a day."""
    strict = rule(place, "E05")

    with pytest.raises(KnownError, match="melindungi data pribadi"):
        rules.save(place.desk, replace(strict, **softer))
    with pytest.raises(KnownError, match="melindungi data pribadi"):
        rules.retire(place.desk, "E05")
    assert rule(place, "E05") == strict


def test_an_item_with_an_unknown_check_is_refused_in_words(place: Place) -> None:
    """It names what is wrong, and the checklist stays as it was."""
    before = rules.in_force(place.reader)
    wrong = replace(OWN, mode="automatic", check="telepati")

    with pytest.raises(KnownError, match="check"):
        rules.save(place.desk, wrong)

    assert rules.in_force(place.reader) == before


@pytest.mark.parametrize(
    "forging",
    [
        "UPDATE rule SET active = 0 WHERE key = 'E05'",
        "INSERT INTO rule VALUES ('E99', 1, '{\"mode\": \"manual\"}', 1)",
        "UPDATE rule SET active = 1 WHERE key = 'E12'",
    ],
)
def test_a_rule_that_was_changed_behind_the_program_is_named(
    place: Place, forging: str
) -> None:
    """Taken out, put in or brought back by SQL, `verify` tells which one."""
    rules.save(place.desk, OWN)
    rules.retire(place.desk, "E12")
    assert journal.verify(place.reader).whole

    place.desk.database.conn.execute(forging)

    (named,) = journal.verify(place.reader).unjournaled
    assert named.startswith("rule E")


def test_a_firm_item_may_still_be_said_in_other_words(place: Place) -> None:
    """Text and basis belong to the agency, and more topics than before are no softening."""
    firm = rule(place, "E07")
    wider = (*firm.topics, "saksi")

    rules.save(place.desk, replace(firm, text="Pelapor rahasia", topics=wider))

    assert rule(place, "E07").topics == wider
    with pytest.raises(KnownError, match="melindungi pelapor"):
        rules.save(place.desk, replace(firm, topics=("saksi",)))


def test_an_agencys_own_firm_item_stays_its_own(place: Place) -> None:
    """Whoever made it firm may soften it and take it out again."""
    rules.save(place.desk, replace(OWN, severity="block", overridable=False))

    rules.save(place.desk, OWN)
    rules.retire(place.desk, "SMJ1")

    assert "SMJ1" not in {one.key for one in rules.in_force(place.reader)}
