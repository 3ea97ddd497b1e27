"""With the machine's own Secret Service: secrets are there and nowhere on our disk."""

from pathlib import Path

import pytest

from kotakmasuk.bootstrap import home as homes
from kotakmasuk.services import accounts
from kotakmasuk.system import keys, secrets
from tests.helpers.desks import counting
from tests.helpers.searching import places


pytestmark = pytest.mark.secretservice
TOKEN = "t0ken-yang-tidak-boleh-terlihat"  # noqa: S105 -- nobody's


@pytest.fixture
def made(folder: Path) -> homes.Home:
    """A new inbox without a passphrase, with an account's token and some work done."""
    built, _ = homes.create_home(folder, None)
    built.office.save_token("a1", "token", TOKEN)
    with built.desk() as desk:
        accounts.overview(desk.database.conn)
    return built


def test_the_database_key_is_there_and_nowhere_else(
    made: homes.Home, home: Path
) -> None:
    """Neither raw nor in hex nor in base64."""
    identity = keys.load(made.folder).identity
    assert secrets.read(f"database-{identity}") == made.key.hex()
    assert places(made.key, made.folder, home) == []
    secrets.forget(f"database-{identity}")


def test_a_token_is_there_and_nowhere_else(made: homes.Home, home: Path) -> None:
    """And it goes when its account goes."""
    assert secrets.read("a1:token") == TOKEN
    assert places(TOKEN.encode(), made.folder, home) == []
    made.office.forget_tokens("a1")
    assert secrets.read("a1:token") is None


def test_the_inbox_opens_by_the_keyring_alone(made: homes.Home) -> None:
    """Nobody is asked."""
    assert homes.open_home(made.folder).key == made.key


def test_a_new_passphrase_does_not_touch_the_keyring(made: homes.Home) -> None:
    """Both open the same door."""
    keys.set_passphrase(made.folder, made.key, "kopi susu pagi", entropy=counting(9))
    slots = keys.load(made.folder)
    assert keys.from_keyring(slots) == made.key
    assert keys.unlock(slots, "kopi susu pagi") == made.key
