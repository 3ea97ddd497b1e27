"""The database key and its slots: every way in, and none beside them."""

import json
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import keys, secrets
from tests.helpers.desks import counting
from tests.helpers.keyrings import Forgetful, InMemory, Locked, use


WORDS = [f"kata{number:03}" for number in range(256)]
PASSPHRASE = "kopi susu pagi"  # noqa: S105 -- nobody's


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch little: the way is the same, and the tests are many."""
    monkeypatch.setitem(keys.SCRYPT, "n", 16)


def create(folder: Path, passphrase: str | None = PASSPHRASE) -> tuple[bytes, str]:
    """Make keys; gives the key and the recovery words."""
    key, chosen = keys.create(
        folder, entropy=counting(), words=WORDS, passphrase=passphrase
    )
    return key, " ".join(chosen)


def test_a_passphrase_opens(tmp_path: Path) -> None:
    """Also on a machine without a keyring."""
    key, _ = create(tmp_path)
    slots = keys.load(tmp_path)
    assert keys.unlock(slots, PASSPHRASE) == key
    assert len(key) == 32
    assert not slots.in_keyring


def test_the_recovery_words_open(tmp_path: Path) -> None:
    """However they are spaced and written."""
    key, words = create(tmp_path)
    spoken = f"  {words.upper().replace(' ', '   ')} "
    assert len(words.split()) == 16
    assert keys.unlock(keys.load(tmp_path), spoken) == key


@pytest.mark.parametrize(
    "given", ["", "kopi susu", "Kopi susu pagi", " ".join(WORDS[:16])]
)
def test_what_does_not_fit_opens_nothing(tmp_path: Path, given: str) -> None:
    """In words that help."""
    create(tmp_path)
    with pytest.raises(keys.WrongPassphrase, match="tidak cocok"):
        keys.unlock(keys.load(tmp_path), given)


def test_a_passphrase_from_another_keyboard_opens(tmp_path: Path) -> None:
    """é may come as one code point or as two."""
    key, _ = create(tmp_path, "kafe\u0301 di pojok")
    assert keys.unlock(keys.load(tmp_path), "kaf\u00e9 di pojok") == key


@pytest.mark.parametrize("short", ["", "pendek", "123456789"])
def test_a_short_passphrase_is_refused_before_anything_is_made(
    tmp_path: Path, ring: InMemory, short: str
) -> None:
    """Neither a file nor a secret is left behind."""
    with pytest.raises(KnownError, match="paling sedikit 10"):
        create(tmp_path, short)
    assert list(tmp_path.iterdir()) == []
    assert ring.kept == {}


def test_with_a_keyring_no_passphrase_is_needed(tmp_path: Path, ring: InMemory) -> None:
    """The desktop opens without a question."""
    key, _ = create(tmp_path, None)
    slots = keys.load(tmp_path)
    assert slots.in_keyring
    assert keys.from_keyring(slots) == key
    assert list(ring.kept.values()) == [key.hex()]


@pytest.mark.parametrize("backend", [Locked, Forgetful])
def test_without_a_keyring_a_passphrase_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: type[InMemory]
) -> None:
    """A key that only a forgetful keyring had would be lost."""
    use(monkeypatch, backend())
    with pytest.raises(secrets.KeyringMissing, match="kata sandi"):
        create(tmp_path, None)
    assert keys.is_new(tmp_path)


def test_a_keyring_that_is_locked_today_gives_no_key(
    tmp_path: Path, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The passphrase still opens."""
    key, _ = create(tmp_path)
    use(monkeypatch, Locked())
    slots = keys.load(tmp_path)
    assert ring.kept
    assert keys.from_keyring(slots) is None
    assert keys.unlock(slots, PASSPHRASE) == key


@pytest.mark.parametrize("rubbish", ["", "bukan hex"])
def test_rubbish_in_the_keyring_is_no_key(
    tmp_path: Path, ring: InMemory, rubbish: str
) -> None:
    """It is treated as if it were not there."""
    create(tmp_path)
    for name in ring.kept:
        ring.kept[name] = rubbish
    assert keys.from_keyring(keys.load(tmp_path)) is None


def test_a_folder_that_has_a_key_keeps_it(tmp_path: Path) -> None:
    """A second one would lock the first inbox for ever."""
    create(tmp_path)
    before = (tmp_path / keys.FILE_NAME).read_bytes()
    with pytest.raises(KnownError, match="sudah punya kunci"):
        create(tmp_path)
    assert (tmp_path / keys.FILE_NAME).read_bytes() == before


def test_a_new_passphrase_takes_the_old_ones_place(tmp_path: Path) -> None:
    """The key and the recovery words stay the same."""
    key, words = create(tmp_path)
    keys.set_passphrase(tmp_path, key, "teh manis sore", entropy=counting(500))
    slots = keys.load(tmp_path)
    assert keys.unlock(slots, "teh manis sore") == key
    assert keys.unlock(slots, words) == key
    with pytest.raises(keys.WrongPassphrase):
        keys.unlock(slots, PASSPHRASE)


def test_the_file_is_its_owners_alone_and_holds_no_key(tmp_path: Path) -> None:
    """Only wrapped, and readable for nobody else."""
    key, words = create(tmp_path)
    file = tmp_path / keys.FILE_NAME
    assert file.stat().st_mode & 0o077 == 0
    assert key.hex() not in file.read_text(encoding="utf-8")
    assert words not in file.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == [keys.FILE_NAME]


DAMAGES: dict[str, object] = {
    "empty": "",
    "half": '{"identity": "00',
    "no object": [],
    "no slots": {"identity": "00"},
    "a slot of text": {"recovery": "x"},
    "a slot without parts": {"recovery": {"salt": "AAAA"}},
    "a slot of rubbish": {"recovery": {"salt": "@@", "nonce": "@@", "key": "@@"}},
    "a number for a slot": {"passphrase": 7},
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_told_in_words(tmp_path: Path, damage: object) -> None:
    """And is not changed."""
    create(tmp_path)
    file = tmp_path / keys.FILE_NAME
    if isinstance(damage, dict):
        whole = json.loads(file.read_text(encoding="utf-8"))
        damage = damage if damage == DAMAGES["no slots"] else {**whole, **damage}
    text = damage if isinstance(damage, str) else json.dumps(damage)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"keys\.json tidak dapat dibaca"):
        keys.load(tmp_path)
    assert file.read_text(encoding="utf-8") == text


def test_a_slot_that_was_tampered_with_opens_nothing(tmp_path: Path) -> None:
    """The seal is broken."""
    create(tmp_path)
    slots = keys.load(tmp_path)
    assert slots.passphrase
    sealed = bytes([slots.passphrase.key[0] ^ 1]) + slots.passphrase.key[1:]
    tampered = keys.Slot(slots.passphrase.salt, slots.passphrase.nonce, sealed)
    with pytest.raises(keys.WrongPassphrase):
        keys.unlock(keys.Slots("x", slots.recovery, tampered), PASSPHRASE)


def test_guessing_a_passphrase_costs_what_it_should(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """32 MB and a tenth of a second each time."""
    monkeypatch.undo()
    assert keys.SCRYPT == {"n": 2**15, "r": 8, "p": 1}
    assert 128 * keys.SCRYPT["n"] * keys.SCRYPT["r"] >= 32 * 1024 * 1024
