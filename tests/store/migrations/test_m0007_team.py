"""From a team of names alone: the public keys of those who prove their role."""

import pytest
from sqlcipher3 import dbapi2

from kotakmasuk.store import database as store
from tests.helpers.steps import Steps, put


THIS = "m0007_team"
KEY = "INSERT INTO officer_key (officer, salt, public_key, created_at) VALUES (?, ?, ?, ?)"


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """A team from before, then the keys, whatever other steps lie between."""
    names = store.migration_names()
    steps.to(names[names.index(THIS) - 1])
    put(steps, "account")
    steps.insert("setting", name="officers", value='[{"name": "Sari"}]')
    steps.to(THIS)
    steps.run(KEY, "Hendra", bytes(16), bytes(32), 10)
    return steps


def test_the_team_of_before_is_still_there(filled: Steps) -> None:
    """Names and accounts outlive the step; nobody has a key yet but the new one."""
    assert filled.one("SELECT value FROM setting WHERE name = 'officers'")
    assert filled.one("SELECT count(*) FROM account") == 1
    assert filled.one("SELECT count(*) FROM officer_key") == 1


def test_a_person_has_one_key_in_force(filled: Steps) -> None:
    """A second one must first end the one before."""
    with pytest.raises(dbapi2.IntegrityError, match="kept"):
        filled.run(KEY, "Hendra", bytes(16), bytes(31) + b"1", 20)
    filled.run("UPDATE officer_key SET replaced_at = 20")
    filled.run(KEY, "Hendra", bytes(16), bytes(31) + b"1", 20)
    assert filled.one("SELECT count(*) FROM officer_key") == 2


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE officer_key SET public_key = zeroblob(32) || ''",
        "UPDATE officer_key SET officer = 'Sari'",
        "UPDATE officer_key SET created_at = 1",
        "DELETE FROM officer_key",
        KEY.replace("INSERT", "INSERT OR REPLACE").replace("?", "'Hendra'", 1),
    ],
)
def test_a_key_is_never_changed_or_erased(filled: Steps, forgery: str) -> None:
    """What was signed with it must be verifiable for ever."""
    values = (bytes(16), bytes(range(32)), 5)
    with pytest.raises(dbapi2.IntegrityError):
        filled.run(forgery, *values[: forgery.count("?")])
    assert filled.one("SELECT officer FROM officer_key") == "Hendra"


def test_a_replaced_key_does_not_come_back(filled: Steps) -> None:
    """Nor do its failures change any more."""
    filled.run("UPDATE officer_key SET replaced_at = 20")
    with pytest.raises(dbapi2.IntegrityError, match="stays replaced"):
        filled.run("UPDATE officer_key SET replaced_at = NULL")


def test_failures_are_counted_where_the_key_lies(filled: Steps) -> None:
    """So that the delay survives a restart."""
    filled.run("UPDATE officer_key SET failures = 4, not_before = 900")
    assert filled.one("SELECT failures FROM officer_key") == 4
