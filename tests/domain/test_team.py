"""Roles count when they are proved, deputies on their days alone."""

from kotakmasuk.domain.team import Officer, Role, Seat, may_approve, role_on, stands_in


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
