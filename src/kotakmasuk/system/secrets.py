"""The system's keyring, for tokens and the database key.

keyring is imported at the first use: it costs a third of a start. A machine without a
keyring, or with one that stays locked, is told by `KeyringMissing`; so is one that keeps
secrets in a plain file, or keeps none at all.
"""

from kotakmasuk.domain.errors import KnownError


SERVICE = "Kotak Masuk"
LONGEST = 2000
UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


class KeyringMissing(KnownError):
    """There is no keyring that can be opened."""


def _missing() -> KeyringMissing:
    return KeyringMissing(
        "Gantungan kunci sistem (keyring) tidak ada atau terkunci.",
        "Data Anda aman.",
        "Buka kunci gantungan kunci, atau pakai kata sandi Kotak Masuk.",
    )


def read(name: str) -> str | None:
    """Read a secret, None when there is none; raises KeyringMissing."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError) as error:
        raise _missing() from error


def save(name: str, value: str) -> None:
    """Store a secret and see that it is there; raises KeyringMissing."""
    import keyring
    from keyring.errors import KeyringError

    if not is_there():
        raise _missing()
    try:
        keyring.set_password(SERVICE, name, value)
        kept = keyring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError) as error:
        raise _missing() from error
    if kept != value:
        raise _missing()


def forget(name: str) -> None:
    """Erase a secret; one that is not there is no problem."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, name)
    except PasswordDeleteError:
        return
    except (KeyringError, RuntimeError) as error:
        raise _missing() from error


def is_there() -> bool:
    """Tell whether this machine has a keyring that keeps secrets, and keeps them."""
    import keyring

    try:
        read("ada")
    except KeyringMissing:
        return False
    return not type(keyring.get_keyring()).__module__.startswith(UNSAFE)
