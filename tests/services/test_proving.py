"""A role is proved by a passphrase; wrong ones cost time, also after a restart."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import proving, settings, team
from kotakmasuk.services.proving import ProofRefusedError
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.desks import DAY, SECOND, Place, make_place
from tests.helpers.seats import APPROVER, PASSPHRASE, set_up


WRONG = "bukan kata sandinya"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same keys; only the half second is not spent twice for the same words."""
    monkeypatch.setattr(signing, "derive", seats.derived)


def fail(place: Place, times: int) -> ProofRefusedError:
    """Try a wrong passphrase so often, each as soon as one may."""
    for _ in range(times):
        with pytest.raises(ProofRefusedError) as caught:
            proving.prove(place.desk, APPROVER, WRONG)
        place.clock.at = max(place.clock.at, caught.value.not_before)
    return caught.value


def test_the_right_passphrase_earns_the_role(place: Place) -> None:
    """And a key that signs; the seat says as what somebody sits."""
    set_up(place)

    seat = proving.prove(place.desk, APPROVER, PASSPHRASE)

    assert (seat.officer, seat.role) == (APPROVER, Role.APPROVER)
    message = b"disetujui"
    signature = team.sign(seat, message)
    assert team.is_signed_by(place.reader, APPROVER, message, signature)


def test_who_chose_a_passphrase_need_not_type_it_again(place: Place) -> None:
    """The seat that comes with it counts as soon as the role is given."""
    settings.save(place.desk, officers=(Officer(APPROVER, "HW"),))
    chosen = proving.enrol(place.desk, APPROVER, PASSPHRASE)
    assert chosen.role is Role.OFFICER

    team.save_members(place.desk, (Officer(APPROVER, "HW", Role.APPROVER),))
    seat = team.renewed(place.reader, place.office, chosen)

    assert seat.role is Role.APPROVER
    signed = team.sign(seat, b"disetujui")
    assert team.is_signed_by(place.reader, APPROVER, b"disetujui", signed)


def test_three_wrong_passphrases_are_free(place: Place) -> None:
    """A slip of the finger costs nothing, and what is left is told."""
    set_up(place)
    first = fail(place, 1)

    assert "masih ada 2 percobaan" in first.remedy
    assert proving.prove(place.desk, APPROVER, PASSPHRASE).signer


def test_after_the_third_the_time_of_the_next_try_is_told(place: Place) -> None:
    """In words, and the right passphrase waits as well."""
    set_up(place)
    before = place.clock.at
    third = fail(place, 3)
    place.clock.at = before

    assert third.not_before == before + 5 * SECOND
    assert "Coba lagi pukul 14.00.05 WIB (5 detik lagi)." in third.remedy
    with pytest.raises(ProofRefusedError, match="sudah beberapa kali salah"):
        proving.prove(place.desk, APPROVER, PASSPHRASE)


@pytest.mark.parametrize(("times", "wait"), [(4, 15), (5, 60), (6, 300), (9, 900)])
def test_each_further_one_waits_longer(place: Place, times: int, wait: int) -> None:
    """Up to a quarter of an hour."""
    set_up(place)
    fail(place, times - 1)
    before = place.clock.at

    assert fail(place, 1).not_before == before + wait * SECOND


def test_the_wait_survives_a_restart(place: Place) -> None:
    """Closing the program and opening it again is no way around."""
    set_up(place)
    fail(place, 2)
    before = place.clock.at
    fail(place, 1)
    again = make_place(place.office.folder)
    again.clock.at = before + SECOND

    with pytest.raises(ProofRefusedError, match="sudah beberapa kali salah"):
        proving.prove(again.desk, APPROVER, PASSPHRASE)
    again.close()


def test_a_try_that_is_killed_is_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written down before it is made."""
    set_up(place)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(signing, "derive", killed)
    with pytest.raises(KeyboardInterrupt):
        proving.prove(place.desk, APPROVER, WRONG)

    assert place.one("SELECT failures FROM officer_key") == 1


def test_the_right_one_forgives_what_was_wrong(place: Place) -> None:
    """The count begins anew."""
    set_up(place)
    fail(place, 4)

    proving.prove(place.desk, APPROVER, PASSPHRASE)

    assert fail(place, 1).remedy.startswith("Periksa")


def test_every_try_is_in_the_journal_and_no_passphrase_is(place: Place) -> None:
    """Neither the right one nor a wrong one, which is nearly right."""
    set_up(place)
    fail(place, 1)
    proving.prove(place.desk, APPROVER, PASSPHRASE)

    kinds = place.reader.execute("SELECT kind FROM journal ORDER BY sequence")
    assert [row[0] for row in kinds][-2:] == ["team.refused", "team.proved"]
    assert PASSPHRASE not in place.everything()
    assert WRONG not in place.everything()


def test_who_has_no_passphrase_is_told_whom_to_ask(place: Place) -> None:
    """An approver on the list is none before a key was set."""
    seats.write_down(place, Officer("Maya", "ML", Role.APPROVER))

    with pytest.raises(KnownError, match="belum punya kata sandi"):
        proving.prove(place.desk, "Maya", PASSPHRASE)


def test_the_first_approver_is_set_up_by_who_is_there(place: Place) -> None:
    """There is nobody yet who could allow it."""
    seats.write_down(place, Officer(APPROVER, "HW", Role.APPROVER))

    proving.set_passphrase(place.desk, APPROVER, PASSPHRASE)

    assert team.ready(place.reader, APPROVER)
    assert proving.prove(place.desk, APPROVER, PASSPHRASE).role is Role.APPROVER


def test_afterwards_a_petugas_sets_nobodys_passphrase(place: Place) -> None:
    """Or she would sign as her own approver."""
    set_up(place, "Maya", Role.ADMIN)
    set_up(place)

    with pytest.raises(KnownError, match="hanya dapat dilakukan admin"):
        proving.set_passphrase(place.desk, APPROVER, "sandi petugas sendiri")


def test_an_admin_resets_and_what_was_signed_stays_signed(place: Place) -> None:
    """The old key still tells what it signed, and only until then."""
    admin, approver = set_up(place, "Maya", Role.ADMIN), set_up(place)
    signed_at = place.clock.at
    signature = team.sign(approver, b"setuju")
    place.clock.pass_by(DAY)

    proving.set_passphrase(place.sat(admin), APPROVER, "kata sandi yang baru")

    assert len(team.keys(place.reader, APPROVER)) == 2
    signed = (place.reader, APPROVER, b"setuju", signature)
    assert team.is_signed_by(*signed, at=signed_at)
    assert not team.is_signed_by(*signed, at=place.clock.at)
    with pytest.raises(ProofRefusedError):
        proving.prove(place.desk, APPROVER, PASSPHRASE)


def test_who_is_proved_changes_the_own_passphrase(place: Place) -> None:
    """So that the admin who gave it no longer knows it."""
    set_up(place, "Maya", Role.ADMIN)
    approver = set_up(place)

    proving.set_passphrase(place.sat(approver), APPROVER, "hanya saya yang tahu")

    assert proving.prove(place.desk, APPROVER, "hanya saya yang tahu").signer


@pytest.mark.parametrize(
    ("name", "passphrase", "words"),
    [(APPROVER, "pendek", "paling sedikit 10"), ("Siapa", PASSPHRASE, "tidak ada di")],
)
def test_a_passphrase_without_sense_is_refused(
    place: Place, name: str, passphrase: str, words: str
) -> None:
    """Nothing is stored then."""
    seats.write_down(place, Officer(APPROVER, "HW", Role.APPROVER))

    with pytest.raises(KnownError, match=words):
        proving.set_passphrase(place.desk, name, passphrase)
    assert place.one("SELECT count(*) FROM officer_key") == 0


def test_a_pengamat_may_prove_another_role_but_set_nothing(place: Place) -> None:
    """Getting up is allowed to everybody."""
    set_up(place)
    watching = place.sat(Seat("Tamu", Role.OBSERVER))

    assert proving.prove(watching, APPROVER, PASSPHRASE).signer
    with pytest.raises(KnownError, match="hanya dapat melihat"):
        proving.set_passphrase(watching, APPROVER, PASSPHRASE)
