"""The system's keyring, for tokens and the database key.

keyring is imported at the first use: it costs a third of a start. A machine without a
keyring, or with one that stays locked, is told by `KeyringMissing`; so is one that keeps
secrets in a plain file, or keeps none at all.
"""

import os
import sys
from contextlib import closing

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
    at_once = _from_secret_service(name)
    if at_once is not None:
        return at_once
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError) as error:
        raise _missing() from error


def _from_secret_service(name: str) -> str | None:
    """Ask Linux's own service first: the keyring package takes thrice as long to load.

    It asks for the same entry; whatever does not come at once is left to that package.
    """
    chosen = "PYTHON_KEYRING_BACKEND" in os.environ or "keyring" in sys.modules
    if chosen or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return None
    try:
        import secretstorage

        with closing(secretstorage.dbus_init()) as connection:
            found = secretstorage.get_any_collection(connection).search_items(
                {"service": SERVICE, "username": name}
            )
            open_ones = [one for one in found if not one.is_locked()]
            return open_ones[0].get_secret().decode() if open_ones else None
    except Exception:  # noqa: BLE001  the keyring package then says what is wrong
        return None


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
