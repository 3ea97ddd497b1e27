"""The database key and the slots that guard it.

The key is 32 random bytes. Each slot holds it wrapped (AES-GCM) under something an
officer has: a passphrase or the recovery words, stretched by scrypt. The keyring's slot
holds it in the system's keyring. Changing a slot never rewrites data.
"""

import base64
import hashlib
import json
import os
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import secrets


FILE_NAME = "keys.json"
KEY_BYTES = 32
SCRYPT = {"n": 2**15, "r": 8, "p": 1}
SCRYPT_MEMORY = 64 * 1024 * 1024
SHORTEST_PASSPHRASE = 10
WORDS = 16
PARTS = ("salt", "nonce", "key")


class WrongPassphrase(KnownError):
    """What was given opens no slot."""


@dataclass(frozen=True)
class Slot:
    """The key, wrapped under what an officer has."""

    salt: bytes
    nonce: bytes
    key: bytes


@dataclass(frozen=True)
class Slots:
    """The slots of one data folder; `identity` names its key in the keyring."""

    identity: str
    recovery: Slot
    passphrase: Slot | None = None
    in_keyring: bool = False


def is_new(folder: Path) -> bool:
    """Tell whether this folder has no key yet."""
    return not (folder / FILE_NAME).exists()


def load(folder: Path) -> Slots:
    """Read the slots; raises KnownError when the file is damaged."""
    try:
        stored = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return Slots(
            identity=str(stored["identity"]),
            recovery=_read_slot(stored["recovery"]),
            passphrase=stored["passphrase"] and _read_slot(stored["passphrase"]),
            in_keyring=stored["in_keyring"] is True,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            f"Berkas {FILE_NAME} tidak dapat dibaca.",
            "Kotak masuk tidak diubah.",
            "Pulihkan berkas itu dari cadangan.",
        ) from error


def _read_slot(stored: Mapping[str, str]) -> Slot:
    salt, nonce, key = (base64.b64decode(stored[name], validate=True) for name in PARTS)
    return Slot(salt, nonce, key)


def _written_slot(slot: Slot | None) -> dict[str, str] | None:
    if slot is None:
        return None
    return {name: base64.b64encode(getattr(slot, name)).decode() for name in PARTS}


def _save(folder: Path, slots: Slots) -> None:
    """Replace the file in one step, so that a crash leaves the old or the new."""
    draft = folder / f"{FILE_NAME}.baru"
    draft.touch(mode=0o600)
    with draft.open("w", encoding="utf-8") as file:
        json.dump(
            {
                "identity": slots.identity,
                "recovery": _written_slot(slots.recovery),
                "passphrase": _written_slot(slots.passphrase),
                "in_keyring": slots.in_keyring,
            },
            file,
            indent=1,
        )
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / FILE_NAME)
    _settle(folder)


def _settle(folder: Path) -> None:
    """Bring the folder's new entry to the disk: without it the data has no key."""
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


def create(
    folder: Path,
    *,
    entropy: Callable[[int], bytes],
    words: Sequence[str],
    passphrase: str | None,
) -> tuple[bytes, tuple[str, ...]]:
    """Make a key with its slots; gives it and the recovery words, shown only now.

    Without a passphrase the key must fit into the keyring; raises KeyringMissing. A
    folder that has a key keeps it; raises KnownError.
    """
    if not is_new(folder):
        raise KnownError(
            "Folder ini sudah punya kunci.", "Kunci lama tetap berlaku.", "Buka saja."
        )
    if passphrase is not None:
        demand_long(passphrase)
    key = entropy(KEY_BYTES)
    identity = entropy(8).hex()
    chosen = tuple(words[byte] for byte in entropy(WORDS))
    slots = Slots(
        identity=identity,
        recovery=_wrap(key, " ".join(chosen), entropy),
        passphrase=None if passphrase is None else _wrap(key, passphrase, entropy),
        in_keyring=_into_keyring(identity, key, needed=passphrase is None),
    )
    _save(folder, slots)
    return key, chosen


def demand_long(passphrase: str) -> None:
    """Raise KnownError for a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KnownError(
            f"Kata sandi harus paling sedikit {SHORTEST_PASSPHRASE} huruf.",
            "Belum ada yang diubah.",
            "Pakai beberapa kata yang mudah Anda ingat.",
        )


def _into_keyring(identity: str, key: bytes, *, needed: bool) -> bool:
    try:
        secrets.save(f"database-{identity}", key.hex())
    except secrets.KeyringMissing:
        if needed:
            raise
        return False
    return True


def from_keyring(slots: Slots) -> bytes | None:
    """Fetch the key from the keyring; None when it is not there or there is none."""
    if not slots.in_keyring:
        return None
    try:
        stored = secrets.read(f"database-{slots.identity}")
    except secrets.KeyringMissing:
        return None
    try:
        return bytes.fromhex(stored or "") or None
    except ValueError:
        return None


def unlock(slots: Slots, given: str) -> bytes:
    """Open a slot with a passphrase or the recovery words; raises WrongPassphrase."""
    spoken = " ".join(given.casefold().split())
    for slot, words in ((slots.passphrase, given), (slots.recovery, spoken)):
        key = _unwrap(slot, words) if slot else None
        if key:
            return key
    raise WrongPassphrase(
        "Kata sandi atau kata pemulihan tidak cocok.",
        "Data Anda tidak berubah.",
        "Periksa huruf besar-kecil, lalu coba lagi.",
    )


def is_recovery(slots: Slots, words: str) -> bool:
    """Whether these are the recovery words, which only the founder was shown."""
    spoken = " ".join(words.casefold().split())
    return _unwrap(slots.recovery, spoken) is not None


def set_passphrase(
    folder: Path, key: bytes, passphrase: str, *, entropy: Callable[[int], bytes]
) -> None:
    """Give the folder a new passphrase; the database is not touched."""
    demand_long(passphrase)
    slots = load(folder)
    _save(folder, replace(slots, passphrase=_wrap(key, passphrase, entropy)))


def _stretch(given: str, salt: bytes) -> bytes:
    # The same letters typed on another keyboard may come as other code points.
    letters = unicodedata.normalize("NFC", given).encode()
    return hashlib.scrypt(letters, salt=salt, maxmem=SCRYPT_MEMORY, dklen=32, **SCRYPT)


def _wrap(key: bytes, given: str, entropy: Callable[[int], bytes]) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = entropy(16), entropy(12)
    sealed = AESGCM(_stretch(given, salt)).encrypt(nonce, key, None)
    return Slot(salt, nonce, sealed)


def _unwrap(slot: Slot, given: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_stretch(given, slot.salt)).decrypt(slot.nonce, slot.key, None)
    except (InvalidTag, ValueError):
        return None
