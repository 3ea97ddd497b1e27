"""An admin who forgot the passphrase, and the recovery words of the inbox."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.team import Role
from kotakmasuk.services import proving, team
from kotakmasuk.system import keys, signing
from tests.helpers import seats
from tests.helpers.desks import Place, counting
from tests.helpers.seats import APPROVER, PASSPHRASE, set_up


FOLDERS = "empat kata sandi uji"
NEW = "kata sandi yang baru"


@pytest.fixture
def words(place: Place, monkeypatch: pytest.MonkeyPatch) -> str:
    """The recovery words of this inbox, which has one admin."""
    monkeypatch.setattr(signing, "derive", seats.derived)
    monkeypatch.setitem(keys.SCRYPT, "n", 16)
    set_up(place, APPROVER, Role.ADMIN)
    _, chosen = keys.create(
        place.office.folder,
        entropy=counting(),
        words=[f"kata{number:03}" for number in range(256)],
        passphrase=FOLDERS,
    )
    return " ".join(chosen)


def test_the_recovery_words_give_an_admin_a_new_passphrase(
    place: Place, words: str
) -> None:
    """The office is not locked out of its own team for ever."""
    proving.recover(place.desk, APPROVER, f" {words.upper()} ", NEW)

    assert proving.prove(place.desk, APPROVER, NEW).role is Role.ADMIN
    with pytest.raises(KnownError, match="tidak cocok"):
        proving.prove(place.desk, APPROVER, PASSPHRASE)
    assert team.unjournaled_keys(place.reader) == []


@pytest.mark.parametrize("given", ["", "kata001 kata002", FOLDERS])
@pytest.mark.usefixtures("words")
def test_nothing_else_does(place: Place, given: str) -> None:
    """Nor the passphrase of the folder, which everybody at the desk may know."""
    with pytest.raises(KnownError, match="Kata pemulihan tidak cocok"):
        proving.recover(place.desk, APPROVER, given, NEW)

    assert proving.prove(place.desk, APPROVER, PASSPHRASE).role is Role.ADMIN


def test_a_stranger_gets_no_key(place: Place, words: str) -> None:
    """A key belongs to somebody of the team."""
    with pytest.raises(KnownError, match="tidak ada di daftar"):
        proving.recover(place.desk, "Siapa", words, NEW)
