"""Connecting an account, and letting it go without losing what it brought."""

import pytest

from kotakmasuk.connectors.kit.errors import SignInNeeded
from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import accounts
from tests.helpers.desks import Place, incoming, receive


def add(place: Place, **more: str) -> Changes:
    secrets = {"token": more.pop("given", " rahasia ")}
    return accounts.add(
        place.write,
        connector=more.pop("connector", "scripted"),
        name=more.pop("name", ""),
        settings={},
        secrets=secrets,
    )


def test_the_platform_says_who_it_is(place: Place) -> None:
    """And the account is called so where the agency gives no name."""
    (added,) = add(place).accounts
    known = accounts.get(place.reader, added)
    assert (known.host, known.handle, known.name) == (
        "contoh.test",
        "kotasukamaju",
        "kotasukamaju",
    )
    assert place.tokens == {(known.uid, "token"): "rahasia"}


def test_a_refused_token_leaves_nothing_behind(place: Place) -> None:
    """Neither an account nor a secret."""
    place.platform.refuses = SignInNeeded("Token ditolak.")
    with pytest.raises(SignInNeeded):
        add(place)
    assert accounts.overview(place.reader) == []
    assert place.tokens == {}


def test_a_missing_token_is_asked_for_by_its_label(place: Place) -> None:
    """The words are those of the sign-in."""
    with pytest.raises(KnownError, match="Token belum diisi"):
        add(place, given="  ")
    assert place.tokens == {}


def test_an_unknown_platform_is_told_with_those_there_are(place: Place) -> None:
    """For who types it on the command line."""
    with pytest.raises(KnownError, match="tidak dikenal"):
        add(place, connector="friendster")


def test_no_secret_lies_in_the_database(place: Place) -> None:
    """Not in the settings and not in the journal."""
    add(place, given="rahasia-0123")
    assert "kotasukamaju" in place.everything()
    assert "rahasia-0123" not in place.everything()


def test_a_removed_account_keeps_its_messages_and_loses_its_token(place: Place) -> None:
    """What citizens wrote belongs to the agency."""
    (added,) = add(place).accounts
    receive(place, added, incoming())
    accounts.remove(place.desk, added)
    assert accounts.overview(place.reader) == []
    assert place.tokens == {}
    assert place.one("SELECT count(*) FROM message") == 1


def test_who_comes_back_finds_the_history(place: Place) -> None:
    """The same account of the platform is the same account here."""
    (added,) = add(place, name="Kota").accounts
    receive(place, added, incoming())
    accounts.remove(place.desk, added)
    (again,) = add(place, name="Kota baru").accounts
    known = accounts.get(place.reader, again)
    assert (again, known.name, known.state) == (
        added,
        "Kota baru",
        AccountState.CONNECTED,
    )
    assert list(place.tokens) == [(known.uid, "token")]
    assert accounts.overview(place.reader)[0].messages == 1


def test_a_test_asks_the_platform_and_changes_nothing(place: Place, owner: int) -> None:
    """It says as whom we are known."""
    place.tokens["akun-kota", "token"] = "rahasia"
    assert accounts.test(place.write, owner) == "kotasukamaju"
    place.platform.refuses = SignInNeeded("Token ditolak.")
    with pytest.raises(SignInNeeded):
        accounts.test(place.write, owner)


def test_every_change_of_an_account_is_written_down(place: Place) -> None:
    """Connecting, pausing, going on, removing."""
    (added,) = add(place).accounts
    accounts.pause(place.desk, added, paused=True)
    accounts.pause(place.desk, added, paused=False)
    accounts.remove(place.desk, added)
    kinds = place.reader.execute(
        "SELECT kind FROM journal WHERE kind LIKE 'account.%' ORDER BY sequence"
    ).fetchall()
    assert [kind for (kind,) in kinds] == [
        "account.add",
        "account.paused",
        "account.connected",
        "account.removed",
    ]


def test_what_can_be_connected_is_what_can_be_read(place: Place) -> None:
    """The demo, files and links are not offered as accounts."""
    keys = {one.key for one in accounts.offered(place.office)}
    assert {"mastodon", "scripted"} <= keys
    assert not keys & {"demo", "files", "manual"}


def test_an_unknown_account_is_a_bug(place: Place) -> None:
    """Nobody can click on it."""
    with pytest.raises(KeyError):
        accounts.get(place.reader, 9)
