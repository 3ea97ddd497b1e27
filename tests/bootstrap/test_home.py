"""Making and opening a data folder: keys, lock, device, rules, tokens."""

from pathlib import Path

import pytest

from kotakmasuk.bootstrap import home as homes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import journal, templates
from kotakmasuk.store import settings, vault
from kotakmasuk.system import keys, lock
from tests.helpers.keyrings import InMemory, Locked, use
from tests.helpers.searching import places


PASSPHRASE = "kopi susu pagi"  # noqa: S105 -- nobody's
TOKEN = "t0ken-yang-tidak-boleh-terlihat"  # noqa: S105 -- nobody's


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch little; tests/system watches the real cost."""
    monkeypatch.setitem(keys.SCRYPT, "n", 16)


def test_a_new_inbox_is_ready_to_work(folder: Path) -> None:
    """With its rules in force and its starter templates."""
    made, words = homes.create_home(folder, PASSPHRASE)
    reader = made.open_reader()
    assert len(words) == 16
    assert templates.listed(reader)
    assert reader.execute("SELECT count(*) FROM rule WHERE active").fetchone()[0] > 5
    assert journal.verify(reader).whole
    reader.close()


def test_opening_again_adopts_nothing_twice(folder: Path) -> None:
    """And the device keeps its name."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    with made.desk() as desk:
        rows, device = journal.verify(desk.database.conn).rows, desk.device
    with made.desk() as desk:
        assert journal.verify(desk.database.conn).rows == rows
        assert desk.device == device


def test_the_passphrase_of_the_environment_opens(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headless, nobody can be asked."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    monkeypatch.setenv(homes.PASSPHRASE, PASSPHRASE)
    assert homes.open_home(folder).key == made.key


def test_the_one_who_is_asked_opens(folder: Path) -> None:
    """With the passphrase or the recovery words."""
    made, words = homes.create_home(folder, PASSPHRASE)
    for given in (PASSPHRASE, " ".join(words)):
        assert homes.open_home(folder, ask=lambda given=given: given).key == made.key


def test_a_wrong_passphrase_is_told(folder: Path) -> None:
    """In words."""
    homes.create_home(folder, PASSPHRASE)
    with pytest.raises(keys.WrongPassphrase, match="tidak cocok"):
        homes.open_home(folder, ask=lambda: "salah sekali ini")


def test_without_any_way_in_it_says_which_there_are(folder: Path) -> None:
    """No keyring, nothing in the environment, nobody to ask."""
    homes.create_home(folder, PASSPHRASE)
    with pytest.raises(KnownError, match="KOTAKMASUK_PASSPHRASE"):
        homes.open_home(folder)


def test_the_keyring_opens_without_a_question(folder: Path, ring: InMemory) -> None:
    """The key lies there and nowhere else."""
    made, _ = homes.create_home(folder, None)
    assert homes.open_home(folder).key == made.key
    assert ring.kept
    assert places(made.key, folder) == []


def test_a_folder_without_an_inbox_is_told(folder: Path) -> None:
    """Opening makes nothing."""
    with pytest.raises(KnownError, match="belum dibuat"):
        homes.open_home(folder)
    assert list(folder.iterdir()) == []


def test_an_inbox_whose_keys_are_lost_is_not_covered_by_a_new_one(folder: Path) -> None:
    """A new keys.json would stand where the old one belongs."""
    homes.create_home(folder, PASSPHRASE)
    (folder / keys.FILE_NAME).unlink()
    with pytest.raises(KnownError, match=r"keys\.json hilang"):
        homes.create_home(folder, PASSPHRASE)
    assert not (folder / keys.FILE_NAME).exists()


def test_a_second_desk_waits_for_nobody(folder: Path) -> None:
    """It is told; reading is free."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    with made.desk():
        with pytest.raises(lock.InUse), made.desk():
            pass
        made.open_reader().close()
    with made.desk():
        pass


def test_who_acts_is_who_the_settings_name(folder: Path) -> None:
    """Until somebody is named, it is *Petugas*."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    with made.desk() as desk:
        assert desk.stamp().actor == "Petugas"
        settings.save(desk.database, {"officer": "Sari"})
        assert desk.stamp().actor == "Sari"


def test_a_token_goes_to_the_keyring_and_nowhere_else(
    folder: Path, ring: InMemory
) -> None:
    """And is erased with its account."""
    made, _ = homes.create_home(folder, None)
    made.office.save_token("a1", "token", TOKEN)
    assert made.office.read_token("a1", "token") == TOKEN
    assert TOKEN in ring.kept.values()
    assert places(TOKEN.encode(), folder) == []
    assert not (folder / vault.FILE_NAME).exists()
    made.office.forget_tokens("a1")
    assert made.office.read_token("a1", "token") is None


@pytest.mark.parametrize("reason", ["none", "locked", "too long"])
def test_where_the_keyring_cannot_keep_it_the_vault_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch, ring: InMemory, reason: str
) -> None:
    """Encrypted, in a file of its own, never in the inbox."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    token = TOKEN * 100 if reason == "too long" else TOKEN
    if reason == "locked":
        use(monkeypatch, Locked())
    if reason == "none":
        made = homes.home_of(folder, made.key, tokens=False)
    made.office.save_token("a1", "token", token)
    assert made.office.read_token("a1", "token") == token
    assert token not in ring.kept.values()
    assert (folder / vault.FILE_NAME).exists()
    assert places(TOKEN.encode(), folder) == []
    made.office.forget_tokens("a1")
    assert made.office.read_token("a1", "token") is None


def test_a_token_moves_from_the_vault_to_the_keyring(
    folder: Path, monkeypatch: pytest.MonkeyPatch, ring: InMemory
) -> None:
    """As soon as there is one; the vault forgets it."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    use(monkeypatch, Locked())
    made.office.save_token("a1", "token", "lama")
    use(monkeypatch, ring)
    made.office.save_token("a1", "token", "baru")
    assert made.office.read_token("a1", "token") == "baru"
    assert "baru" in ring.kept.values()


def test_a_damaged_vault_is_told_in_words(folder: Path) -> None:
    """The messages are not touched by it."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    (folder / vault.FILE_NAME).write_bytes(b"x" * 4096)
    with pytest.raises(KnownError, match="Brankas token"):
        made.office.read_token("a1", "token")
    made.open_reader().close()


def test_the_resources_are_read_as_values(folder: Path) -> None:
    """Whoever needs them is handed them, not files."""
    made, _ = homes.create_home(folder, PASSPHRASE)
    office = made.office
    assert office.calendar("Asia/Makassar").zone == "Asia/Makassar"
    assert office.fold("jalannya berlubang") == "jalan lubang"
    assert office.mark("Lampu jalan mati").kind == "complaint"
    assert {"mastodon", "files", "manual", "demo"} <= set(office.connectors)
