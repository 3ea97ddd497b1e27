"""The system's keyring, for tokens and the database key.

keyring is imported at the first use: it costs a third of a start. A machine without a
keyring, or with one that stays locked, is told by `KeyringMissing`.
"""

from kotakmasuk.domain.errors import KnownError


SERVICE = "Kotak Masuk"
LONGEST = 2000


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
    """Store a secret; raises KeyringMissing."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, name, value)
    except (KeyringError, RuntimeError) as error:
        raise _missing() from error


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
    """Tell whether a secret can be stored on this machine."""
    try:
        read("ada")
    except KeyringMissing:
        return False
    return _works()


def _works() -> bool:
    import keyring
    from keyring.backends import fail

    return not isinstance(keyring.get_keyring(), fail.Keyring)
