"""A person's key: Ed25519, made from a passphrase each time it is needed.

The one rule: nothing secret is stored. The file keeps a salt and the public half; a
passphrase is right when it leads to that same public half.
"""

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from kotakmasuk.domain.errors import KnownError


if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SALT_BYTES = 16
SEED_BYTES = 32
# 128 MiB and about half a second a try: guessing costs more than the desk is worth.
SCRYPT = {"n": 2**17, "r": 8, "p": 1}
SCRYPT_MEMORY = 192 * 1024 * 1024


class KeySigner:
    """The private half, held in memory alone."""

    def __init__(self, key: "Ed25519PrivateKey") -> None:
        self._key = key

    @property
    def public_key(self) -> bytes:
        """The half that everybody may know, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Give a signature that only this person can make, 64 bytes."""
        return self._key.sign(message)


def derive(passphrase: str, salt: bytes) -> KeySigner:
    """Make the key that a passphrase and a salt lead to; takes about half a second.

    Raises KnownError when the computer has not the memory for it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    # The same letters typed on another keyboard may come as other code points.
    letters = unicodedata.normalize("NFC", passphrase).encode()
    try:
        seed = hashlib.scrypt(
            letters, salt=salt, maxmem=SCRYPT_MEMORY, dklen=SEED_BYTES, **SCRYPT
        )
    except MemoryError as error:
        raise KnownError(
            "Memori komputer tidak cukup untuk memeriksa kata sandi.",
            "Tidak ada yang diubah.",
            "Tutup program lain, lalu coba lagi.",
        ) from error
    return KeySigner(Ed25519PrivateKey.from_private_bytes(seed))


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of a public key signed this message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def of_seed(seed: bytes) -> KeySigner:
    """Make the key that 32 secret bytes lead to; for an office, which types nothing."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return KeySigner(Ed25519PrivateKey.from_private_bytes(seed))
