"""A passphrase leads to the same key again, and to nobody else's."""

import unicodedata

from kotakmasuk.system import signing
from tests.helpers.seats import derived


SALT = bytes(range(16))
WORDS = "kata sandi yang panjang"


def test_the_same_passphrase_leads_to_the_same_key() -> None:
    """The file needs the public half alone to know whether it was right."""
    assert signing.derive(WORDS, SALT).public_key == derived(WORDS, SALT).public_key


def test_another_salt_leads_to_another_key() -> None:
    """Two people with the same passphrase cannot sign for each other."""
    assert derived(WORDS, SALT).public_key != derived(WORDS, bytes(16)).public_key


def test_letters_of_another_keyboard_are_the_same_letters() -> None:
    """An é may come as one code point or as two."""
    composed, parted = (
        unicodedata.normalize(form, "kafé yang panjang") for form in ("NFC", "NFD")
    )

    assert composed != parted
    assert derived(composed, SALT).public_key == derived(parted, SALT).public_key


def test_only_the_owner_and_the_very_words_verify() -> None:
    """One letter more, or another person, and the signature is nothing."""
    signer, other = derived(WORDS, SALT), derived(WORDS, bytes(16))
    signature = signer.sign(b"Setuju")

    assert signing.verify(signer.public_key, b"Setuju", signature)
    assert not signing.verify(signer.public_key, b"Setuju.", signature)
    assert not signing.verify(other.public_key, b"Setuju", signature)
    assert not signing.verify(b"no key at all", b"Setuju", signature)
    assert not signing.verify(signer.public_key, b"Setuju", b"")


def test_a_signer_never_shows_its_private_half() -> None:
    """Not even in a traceback or a log."""
    signer = derived(WORDS, SALT)
    secret = signer._key.private_bytes_raw()

    assert secret.hex() not in repr(vars(signer))
    assert WORDS not in repr(signer)
