"""Who may change the team, as what somebody sits, and what a signature is worth."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import settings, team
from kotakmasuk.store import team as store
from tests.helpers import seats
from tests.helpers.desks import DAY, Place
from tests.helpers.seats import APPROVER, set_up


SARI = Officer("Sari Rahmawati", "SR")
ADMIN = "Maya Lestari"
# The test's clock stands on Wednesday, 19 November 2025.
DAYS = {
    "deputy_kind": "Plh.",
    "deputy_for": "Kepala Bidang",
    "deputy_since": "2025-11-19",
    "deputy_until": "2025-11-20",
}


def roles(place: Place) -> dict[str, Role]:
    return {one.name: one.role for one in team.members(place.reader)}


def test_before_anybody_is_set_up_the_team_writes_itself_down(place: Place) -> None:
    """A new inbox has no admin who could allow it."""
    team.save_members(place.desk, (SARI, Officer(APPROVER, "HW", Role.APPROVER)))

    assert roles(place) == {SARI.name: Role.OFFICER, APPROVER: Role.APPROVER}


def test_afterwards_only_an_admin_gives_roles(place: Place) -> None:
    """Neither a petugas nor an approver makes herself admin."""
    set_up(place, ADMIN, Role.ADMIN)
    approver = set_up(place)
    wanted = (*team.members(place.reader), replace(SARI, role=Role.ADMIN))

    for desk in (place.desk, place.sat(approver)):
        with pytest.raises(KnownError, match=f"minta {ADMIN}"):
            team.save_members(desk, wanted)

    assert SARI.name not in roles(place)


def test_an_admin_who_was_proved_gives_roles(place: Place) -> None:
    """And the journal tells before and after."""
    admin = set_up(place, ADMIN, Role.ADMIN)
    wanted = (*team.members(place.reader), replace(SARI, role=Role.APPROVER))

    team.save_members(place.sat(admin), wanted)

    assert roles(place)[SARI.name] is Role.APPROVER
    assert place.one("SELECT actor FROM journal WHERE kind = 'team.change'") == ADMIN


def test_without_an_admin_the_approver_guards_the_team(place: Place) -> None:
    """A petugas may not become approver beside the first one."""
    approver = set_up(place)
    wanted = (*team.members(place.reader), replace(SARI, role=Role.APPROVER))

    with pytest.raises(KnownError):
        team.save_members(place.desk, wanted)
    team.save_members(place.sat(approver), wanted)

    assert roles(place)[SARI.name] is Role.APPROVER


def test_a_petugas_comes_and_goes_without_an_admin(place: Place) -> None:
    """The new colleague works on Monday morning."""
    set_up(place, ADMIN, Role.ADMIN)
    before = tuple(team.members(place.reader))

    team.save_members(place.desk, (*before, SARI))
    team.save_members(place.desk, before)

    assert SARI.name not in roles(place)


def test_the_old_way_through_the_settings_is_no_way_around(place: Place) -> None:
    """The same right is asked for wherever the list is written."""
    set_up(place, ADMIN, Role.ADMIN)

    with pytest.raises(KnownError, match="hanya dapat dilakukan admin"):
        settings.save(place.desk, officers=(replace(SARI, role=Role.ADMIN),))
    with pytest.raises(KnownError, match="hanya dapat dilakukan admin"):
        settings.save(place.desk, approval_outside_app=False)


def test_the_last_admin_with_a_passphrase_stays(place: Place) -> None:
    """Or nobody could change anything any more."""
    admin = set_up(place, ADMIN, Role.ADMIN)

    with pytest.raises(KnownError, match="Harus tetap ada admin"):
        team.save_members(place.sat(admin), (SARI,))


def test_who_leaves_loses_the_passphrase(place: Place) -> None:
    """Somebody of the same name later is somebody else."""
    admin = set_up(place, ADMIN, Role.ADMIN)
    approver = set_up(place)
    signature = team.sign(approver, b"setuju")
    stays = [one for one in team.members(place.reader) if one.name == ADMIN]

    team.save_members(place.sat(admin), stays)

    assert not team.ready(place.reader, APPROVER)
    assert team.is_signed_by(place.reader, APPROVER, b"setuju", signature)


def test_a_role_without_its_signer_is_a_petugas(place: Place) -> None:
    """Choosing the name of the head of the unit gives no right."""
    set_up(place)

    assert team.seat_of(place.reader, place.office, APPROVER) == Seat(APPROVER)
    assert team.seat_of(place.reader, place.office, "Siapa") == Seat("Siapa")


def test_a_deputy_approves_on_the_days_that_were_written_down(place: Place) -> None:
    """The day after, the same passphrase gives a petugas."""
    seat = set_up(place, SARI.name, Role.OFFICER, **DAYS)
    desk = place.sat(seat)
    assert (seat.role, seat.acting) == (Role.APPROVER, "Plh. Kepala Bidang")
    assert team.require_approver(desk) == seat

    place.clock.pass_by(2 * DAY)

    with pytest.raises(KnownError, match="Hanya penyetuju"):
        team.require_approver(desk)


def test_a_seat_of_before_a_reset_decides_nothing(place: Place) -> None:
    """The window that is still open holds a key that counts no more."""
    seat = set_up(place)
    place.clock.pass_by(DAY)
    seats.give_key(place, APPROVER, "kata sandi yang baru")

    with pytest.raises(KnownError, match="Hanya penyetuju"):
        team.require_approver(place.sat(seat))
    assert team.renewed(place.reader, place.office, seat) == Seat(APPROVER)


def test_a_seat_that_was_made_up_decides_nothing(place: Place) -> None:
    """Only the key of the file makes an approver."""
    set_up(place)
    forged = seats.derived("sandi orang lain", bytes(16))

    with pytest.raises(KnownError, match="Hanya penyetuju"):
        team.require_approver(place.sat(Seat(APPROVER, Role.APPROVER, "", forged)))


def test_approvers_of_a_day_include_deputies(place: Place) -> None:
    """Whom to ask tonight."""
    set_up(place)
    seats.write_down(place, Officer("Bagas", "BN", **DAYS), SARI)

    def named(day: str) -> list[str]:
        return [one.name for one in team.approvers(place.reader, day)]

    assert named("2025-11-19") == [APPROVER, "Bagas"]
    assert named("2025-11-21") == [APPROVER]


def test_the_list_tells_what_each_may_be_today(place: Place) -> None:
    """With whether there is a passphrase to prove it."""
    set_up(place)
    seats.write_down(place, Officer("Bagas", "BN", **DAYS))

    found = {one.officer.name: one for one in team.people(place.reader, place.office)}

    assert (found[APPROVER].role, found[APPROVER].ready) == (Role.APPROVER, True)
    assert found["Bagas"].acting == "Plh. Kepala Bidang"
    assert not found["Bagas"].ready


def test_sitting_down_keeps_the_name_and_never_the_role(place: Place) -> None:
    """The next start knows who sat here last; the key is gone with the program."""
    seat = set_up(place)

    team.sit(place.desk, seat)

    assert settings.load(place.reader).officer == APPROVER
    body = place.one("SELECT body FROM journal_payload ORDER BY sequence DESC LIMIT 1")
    assert body == f'{{"acting":"","officer":"{APPROVER}","role":"approver"}}'
    known = team.seat_of(place.reader, place.office, APPROVER)
    assert known.signer is None


def test_who_was_not_proved_signs_nothing() -> None:
    """In words, with where to prove it."""
    with pytest.raises(KnownError, match="belum membuktikan"):
        team.sign(Seat("Sari"), b"setuju")


def test_a_key_that_was_slipped_into_the_file_is_named(place: Place) -> None:
    """The journal tells of every key; verify asks it."""
    set_up(place)
    forged = seats.derived("sandi orang lain", bytes(16)).public_key
    store.replace_key(
        place.desk.database, APPROVER, salt=bytes(16), public_key=forged, at=1
    )

    assert team.unjournaled_keys(place.reader) == [forged.hex()]
