"""The database key and the slots that guard it.

The key is 32 random bytes. Each slot holds it wrapped (AES-GCM) under something an
officer has: a passphrase or the recovery words, stretched by scrypt. The keyring's slot
holds it in the system's keyring. Changing a slot never rewrites data.
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import secrets


FILE_NAME = "keys.json"
KEY_BYTES = 32
SCRYPT = {"n": 2**15, "r": 8, "p": 1}
SCRYPT_MEMORY = 64 * 1024 * 1024
SHORTEST_PASSPHRASE = 10
WORDS = 16


class WrongPassphrase(KnownError):
    """What was given opens no slot."""


@dataclass(frozen=True)
class Slots:
    """The slots of one data folder; `identity` names its key in the keyring."""

    identity: str
    passphrase: dict[str, Any] | None = None
    recovery: dict[str, Any] | None = None
    in_keyring: bool = False


def is_new(folder: Path) -> bool:
    """Tell whether this folder has no key yet."""
    return not (folder / FILE_NAME).exists()


def load(folder: Path) -> Slots:
    """Read the slots; raises KnownError when the file is damaged."""
    try:
        stored = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return Slots(
            stored["identity"],
            stored["passphrase"],
            stored["recovery"],
            stored["in_keyring"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            f"Berkas {FILE_NAME} tidak dapat dibaca.",
            "Kotak masuk tidak diubah.",
            "Pulihkan berkas itu dari cadangan.",
        ) from error


def _save(folder: Path, slots: Slots) -> None:
    """Replace the file in one step, so that a crash leaves the old or the new."""
    draft = folder / f"{FILE_NAME}.baru"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(vars(slots), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(0o600)
    draft.replace(folder / FILE_NAME)


def create(
    folder: Path,
    *,
    entropy: Callable[[int], bytes],
    words: Sequence[str],
    passphrase: str | None,
) -> tuple[bytes, tuple[str, ...]]:
    """Make a key with its slots; gives it and the recovery words, shown only now.

    Without a passphrase the key must fit into the keyring; raises KeyringMissing.
    """
    key = entropy(KEY_BYTES)
    identity = entropy(8).hex()
    chosen = tuple(words[byte] for byte in entropy(WORDS))
    in_keyring = _into_keyring(identity, key, needed=passphrase is None)
    if passphrase is not None:
        demand_long(passphrase)
    slots = Slots(
        identity=identity,
        passphrase=_wrap(key, passphrase, entropy) if passphrase else None,
        recovery=_wrap(key, " ".join(chosen), entropy),
        in_keyring=in_keyring,
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
    return bytes.fromhex(stored) if stored else None


def unlock(slots: Slots, given: str) -> bytes:
    """Open a slot with a passphrase or the recovery words; raises WrongPassphrase."""
    spoken = " ".join(given.casefold().split())
    for slot, words in ((slots.passphrase, given), (slots.recovery, spoken)):
        key = _unwrap(slot, words) if slot else None
        if key is not None:
            return key
    raise WrongPassphrase(
        "Kata sandi atau kata pemulihan tidak cocok.",
        "Data Anda tidak berubah.",
        "Periksa huruf besar-kecil, lalu coba lagi.",
    )


def set_passphrase(
    folder: Path, key: bytes, passphrase: str, *, entropy: Callable[[int], bytes]
) -> None:
    """Give the folder a new passphrase; the database is not touched."""
    demand_long(passphrase)
    slots = load(folder)
    wrapped = _wrap(key, passphrase, entropy)
    _save(folder, Slots(slots.identity, wrapped, slots.recovery, slots.in_keyring))


def _stretch(given: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        given.encode(), salt=salt, maxmem=SCRYPT_MEMORY, dklen=32, **SCRYPT
    )


def _wrap(key: bytes, given: str, entropy: Callable[[int], bytes]) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = entropy(16), entropy(12)
    sealed = AESGCM(_stretch(given, salt)).encrypt(nonce, key, None)
    parts = {"salt": salt, "nonce": nonce, "key": sealed}
    return {name: base64.b64encode(part).decode() for name, part in parts.items()}


def _unwrap(slot: dict[str, str], given: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, sealed = (
        base64.b64decode(slot[name]) for name in ("salt", "nonce", "key")
    )
    try:
        return AESGCM(_stretch(given, salt)).decrypt(nonce, sealed, None)
    except InvalidTag:
        return None
