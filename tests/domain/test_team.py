"""Roles count when they are proved, deputies on their days alone."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.team import (
    Officer,
    OfficerKey,
    Role,
    Seat,
    delay_after,
    is_plain,
    may_approve,
    role_on,
    spoken,
    stands_in,
    wrong_deputy,
    wrong_team,
)


DEPUTY = Officer(
    "Maya Lestari",
    "ML",
    deputy_kind="Plh.",
    deputy_for="Kepala Bidang Informasi",
    deputy_since="2026-11-20",
    deputy_until="2026-11-25",
)


def test_a_deputy_stands_in_on_her_days_alone():
    """A deputy is an approver from the first to the last day that was written down."""
    days = ("2026-11-19", "2026-11-20", "2026-11-25", "2026-11-26")

    roles = [role_on(DEPUTY, day) for day in days]

    assert roles == [Role.OFFICER, Role.APPROVER, Role.APPROVER, Role.OFFICER]
    assert stands_in(DEPUTY, "2026-11-22") == "Plh. Kepala Bidang Informasi"


def test_a_role_without_proof_approves_nothing():
    """Who gave no passphrase approves nothing, whatever the list says."""
    assert not may_approve(Seat("Bagas Nugroho", Role.APPROVER))


def test_a_deputy_with_more_rights_keeps_them():
    """An admin who stands in for somebody stays admin."""
    admin = Officer("Hadi Wibowo", "HW", Role.ADMIN, "", "Plt.", "Kabid", "2026-01-01")

    assert role_on(admin, "2026-01-01") is Role.ADMIN


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (2, 0), (3, 5), (4, 15), (5, 60), (6, 300), (7, 900), (40, 900)],
)
def test_three_tries_are_free_and_then_each_waits_longer(failures, seconds):
    """Who guesses soon waits a quarter of an hour for one try."""
    assert delay_after(failures) == seconds * 1000


def test_a_key_counts_from_its_first_moment_to_its_replacement():
    """What was signed before a reset stays signed; afterwards the old key is nothing."""
    key = OfficerKey("Hendra", b"", b"", created_at=10, replaced_at=20)

    assert [key.counted_at(moment) for moment in (9, 10, 19, 20)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_petugas_with_a_title_is_not_plain():
    """A title stands under approvals, so it is an admin's to give."""
    assert is_plain(Officer("Sari", "SR"))
    assert not is_plain(Officer("Sari", "SR", title="Kepala Seksi"))
    assert not is_plain(Officer("Sari", "SR", Role.OBSERVER))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"deputy_kind": "Plt"}, "Pilih Plh. atau Plt."),
        ({"deputy_for": " "}, "jabatan yang digantikan"),
        ({"deputy_since": "20-11-2026"}, "tanggal mulai"),
        ({"deputy_until": ""}, "tanggal mulai dan selesainya"),
        ({"deputy_until": "2026-11-19"}, "lebih awal"),
    ],
)
def test_a_deputy_without_post_or_days_is_told(changed, words):
    """Half a deputy would stand in for nobody, or for ever."""
    assert words in wrong_deputy(replace(DEPUTY, **changed))


def test_a_whole_deputy_and_none_at_all_are_right():
    """The fields are filled together, or not at all."""
    assert wrong_deputy(DEPUTY) == ""
    assert wrong_deputy(Officer("Sari", "SR")) == ""


def test_two_people_of_one_name_are_told():
    """The journal could not tell them apart."""
    twice = (Officer("Sari", "SR"), Officer("sari", "SA"))

    assert "dua kali" in wrong_team(twice)
    assert "tanpa nama" in wrong_team((Officer(" ", ""),))


def test_a_seat_is_told_with_the_post_of_a_deputy():
    """What stands under an approval is what is told at the desk."""
    seat = Seat("Maya", Role.APPROVER, "Plh. Kepala Bidang")

    assert spoken(seat) == "penyetuju, Plh. Kepala Bidang"
